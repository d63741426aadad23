import Domain

/// The lines behind a figure, to read as they are: by month and file, with sums that add up to the figure.
package struct TraceText {
    private let trace: FigureTrace
    private let lines: (FigureTrace.Source) -> TracedLines
    private let shownPath: (String) -> String
    private let language: Language

    package init(
        _ trace: FigureTrace, language: Language, shownPath: @escaping (String) -> String,
        lines: @escaping (FigureTrace.Source) -> TracedLines
    ) {
        self.trace = trace
        self.language = language
        self.shownPath = shownPath
        self.lines = lines
    }

    package func document() -> Document {
        var blocks: [Document.Block] = [.lines(head)]
        for part in trace.parts {
            if trace.indicator.isRatio {
                let role = part.indicator == trace.parts.first?.indicator ? Words.numerator : Words.denominator
                blocks.append(
                    .lines(["\(role[language]): \(name(part.indicator)): \(shown(part.figure, part.indicator))"]))
            }
            for month in part.months { blocks += self.blocks(month, part) }
            if part.months.count > 1 {
                blocks.append(.lines(["\(Words.total[language]): \(amount(part.sum, part.indicator))"]))
            }
        }
        return Document(blocks)
    }

    private var head: [String] {
        let calendar = trace.catalogue.organisation.calendar
        let days = calendar.days(of: trace.period)
        let completeness = trace.figure.completeness ?? Completeness(received: 0, owed: 0)
        let (first, last) = (language.date(days.lowerBound), language.date(days.upperBound))
        let period = trace.period.name(in: language)
        return [
            name(trace.indicator),
            "\(Phrase.place[language]): \(placeName)",
            language == .vi
                ? "Kỳ báo cáo: \(period) (từ ngày \(first) đến ngày \(last))"
                : "Period: \(period) (\(first) to \(last))",
            "\(Words.figure[language]): \(shown(trace.figure, trace.indicator)); "
                + Words.received(completeness)[language],
        ]
    }

    private func blocks(_ month: FigureTrace.MonthPart, _ part: FigureTrace.Part) -> [Document.Block] {
        let title = Period(month.month).name(in: language)
        var blocks: [Document.Block] = [
            .lines(["\(title.prefix(1).uppercased() + title.dropFirst()): \(amount(month.sum, part.indicator))"])
        ]
        blocks += month.sources.map { .lines(lines(of: $0, part.indicator)) }
        let gaps = month.gaps.flatMap(gapLines)
        if !gaps.isEmpty { blocks.append(.lines(["  \(Words.missing[language]):"] + gaps.map { "    \($0)" })) }
        return blocks
    }

    private func lines(of source: FigureTrace.Source, _ indicator: Indicator) -> [String] {
        let reading = source.reading
        let form = trace.catalogue.form(reading.form ?? "")?.number ?? reading.form ?? ""
        let writer = reading.department ?? source.department
        var result = [
            "  \(shownPath(reading.receipt.path)) (\(department(writer)), \(Words.form[language]) \(form)): "
                + amount(source.sum, indicator)
        ]
        if let owed = source.standsInFor {
            result.append("    " + Words.standsIn(form, for: trace.catalogue.form(owed)?.number ?? owed)[language])
        }
        if reading.isSupplement { result.append("    " + Words.supplement[language]) }
        let headCount = result.count
        let lines = self.lines(source)
        result += rows(lines.counted, indicator)
        result += source.shared.sorted { $0.key < $1.key }.flatMap { unit, amount in
            group(
                Words.shared(unitName(unit), self.amount(amount, indicator)),
                rows(lines.shared.filter { $0.unit == unit }, indicator))
        }
        result += group(Words.possible, rows(lines.possible, indicator))
        result += group(Words.overlapping, rows(lines.overlapping, indicator))
        result += group(Words.refused, lines.refused.map(refusal))
        if !source.missing.isEmpty {
            let names = source.missing.sorted().map(unitName).joined(separator: "; ")
            result.append("    \(Words.missingCells[language]): \(names)")
        }
        if result.count == headCount {
            result.append("    " + (reading.unlisted.blankIsZero ? Words.silentZero : Words.silent)[language])
        }
        return result
    }

    private func group(_ words: Bilingual, _ rows: [String]) -> [String] {
        rows.isEmpty ? [] : ["    \(words[language]):"] + rows.map { "  \($0)" }
    }

    /// `    dòng   9  Xã Bản Mây    1.120  E9 “Lượt người nghe” = “1.120”`
    private func rows(_ rows: [TracedRow], _ indicator: Indicator) -> [String] {
        let names = rows.map { unitName($0.unit) }
        let sums = rows.map { amount($0.sum, indicator) }
        let (nameWidth, sumWidth) = (names.map(\.count).max() ?? 0, sums.map(\.count).max() ?? 0)
        let rowWidth = rows.map { String($0.position.row).count }.max() ?? 0
        return rows.indices.map { position in
            let row = rows[position]
            let number = String(row.position.row)
            let line =
                "    \(Words.row[language]) \(number.moved(to: rowWidth))  "
                + "\(names[position].filled(to: nameWidth))  \(sums[position].moved(to: sumWidth))  \(cells(of: row))"
            return row.reason.map { "\(line); \(Words.reason[language]): \($0)" } ?? line
        }
    }

    private func cells(of row: TracedRow) -> String {
        guard !row.cells.isEmpty else { return Words.oneRow[language] }
        return row.cells.map { cell in
            "\(Position.letters(cell.column))\(row.position.row) “\(cell.header)” = “\(cell.written)”"
        }.joined(separator: " + ")
    }

    private func refusal(_ row: RefusedRow) -> String {
        let place = row.unit.map(unitName) ?? Words.noPlace[language]
        let reasons = row.findings.map { $0.message[language] }.joined(separator: "; ")
        return "    \(Words.row[language]) \(row.position.row)  \(place): \(reasons)"
    }

    private func gapLines(_ gap: FigureTrace.Gap) -> [String] {
        let name = department(gap.department)
        switch gap.reason {
        case .reportedFor(let span): return ["\(name): \(Words.reported(for: span)[language])"]
        case .onAnotherForm: return ["\(name): \(Words.onAnotherForm[language])"]
        case .notCounted: break
        }
        guard !gap.entries.isEmpty else { return ["\(name): \(Words.noColumn[language])"] }
        return gap.entries.map { entry in
            let form = trace.catalogue.form(entry.key.form)?.number ?? entry.key.form
            let files = entry.readings.map { shownPath($0.receipt.path) }.joined(separator: ", ")
            let state = entry.isReceived ? Words.noColumn[language] : entry.state.words[language].lowercased()
            let deadline = "\(Words.deadline[language]) \(language.date(entry.deadline))"
            return "\(name), \(Words.form[language]) \(form): \(state), \(deadline)"
                + (files.isEmpty ? "" : " (\(files))")
        }
    }
}

extension TraceText {
    private func name(_ indicator: Indicator) -> String { "\(indicator.code). \(indicator.name[language])" }

    private var placeName: String {
        switch trace.index.places[trace.place] {
        case .province: trace.index.wholeName[language]
        case .placeless: Phrase.placeless[language]
        case .district(let code): "\(trace.index.unit(trace.place)?.fullName ?? code) (\(code))"
        case .commune(let key): "\(trace.index.unit(trace.place)?.fullName ?? key.code) (\(key.code))"
        }
    }

    /// A unit by the name of its own time, and where it lies now if that is another.
    private func unitName(_ key: UnitKey) -> String {
        guard let unit = trace.catalogue.geography.unit(key) else { return key.code }
        if unit.level == .province { return Phrase.placeless[language] }
        guard case .whole(let target) = trace.catalogue.geography.destination(of: key, on: trace.index.day),
            target != key, let now = trace.catalogue.geography.unit(target), now.fullName != unit.fullName
        else { return unit.fullName }
        return "\(unit.fullName) (\(Words.now[language]) \(now.fullName))"
    }

    private func department(_ code: String) -> String {
        trace.catalogue.department(code, on: trace.index.day)?.name(in: language) ?? code
    }

    /// `1.890 lượt người (chính thức)`, `chưa báo cáo (CB)`
    private func shown(_ figure: Figure, _ indicator: Indicator) -> String {
        guard let amount = figure.amount else {
            return "\(figure.state[language])" + (figure.absence.map { " (\($0.mark(in: language)))" } ?? "")
        }
        return "\(language.amount(amount, decimals: indicator.decimals)) \(indicator.unit[language]) "
            + "(\(figure.state[language]))"
    }

    private func amount(_ quantity: Quantity, _ indicator: Indicator) -> String {
        quantity.isWhole && indicator.decimals == 0
            ? language.amount(.quantity(quantity), decimals: 0) : language.quantity(quantity)
    }
}

extension String {
    fileprivate func filled(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    fileprivate func moved(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}

private enum Words {
    static let figure = Bilingual(vi: "Số liệu", en: "Figure")
    static let numerator = Bilingual(vi: "Tử số", en: "Numerator")
    static let denominator = Bilingual(vi: "Mẫu số", en: "Denominator")
    static let total = Bilingual(vi: "Cộng các tháng", en: "All months")
    static let form = Bilingual(vi: "biểu", en: "form")
    static let row = Bilingual(vi: "dòng", en: "row")
    static let reason = Bilingual(vi: "thuyết minh", en: "reason given")
    static let now = Bilingual(vi: "nay thuộc", en: "now in")
    static let oneRow = Bilingual(vi: "một dòng", en: "one row")
    static let noPlace = Bilingual(vi: "chưa rõ địa bàn", en: "place not known")
    static let missing = Bilingual(vi: "Còn thiếu", en: "Missing")
    static let deadline = Bilingual(vi: "hạn gửi", en: "due")
    static let noColumn = Bilingual(
        vi: "đã gửi nhưng không có cột của chỉ tiêu này", en: "sent without the column of this indicator")
    static let refused = Bilingual(vi: "không được tính vì có lỗi", en: "not counted, for errors")
    static let overlapping = Bilingual(
        vi: "không được tính vì có ở hai phần của cùng một báo cáo", en: "not counted: in two parts of one submission")
    static let possible = Bilingual(
        vi: "không cộng vào đây vì chưa tách được theo địa bàn này",
        en: "not added here: not known how much is of this place")
    static let missingCells = Bilingual(
        vi: "ô để trống hoặc không tính được, nên chưa đủ số liệu", en: "cells blank or not countable, so not complete")
    static let onAnotherForm = Bilingual(
        vi: "tử số và mẫu số nằm ở hai biểu khác nhau, nên không tính vào tỷ lệ",
        en: "numerator and denominator are on different forms, so neither enters the ratio")

    static func standsIn(_ form: String, for owed: String) -> Bilingual {
        Bilingual(
            vi: "lấy từ biểu \(form) vì chưa có số liệu của biểu \(owed); số liệu sơ bộ",
            en: "taken from form \(form), since form \(owed) does not give it; provisional")
    }

    static func shared(_ unit: String, _ amount: String) -> Bilingual {
        Bilingual(
            vi: "\(unit) đã chia tách; tính cho địa bàn này theo tỷ lệ chia: \(amount)",
            en: "\(unit) was divided; counted here by the weights of the division: \(amount)")
    }

    static func reported(for span: Period) -> Bilingual {
        Bilingual(
            vi: "báo cáo chung cho \(span.name(in: .vi)), không tách được theo tháng",
            en: "reported for \(span.name(in: .en)) as a whole, not by month")
    }

    static let supplement = Bilingual(
        vi: "bản bổ sung: thay các dòng tương ứng của tệp trước",
        en: "a supplement: it takes the place of these rows of the file before")
    static let silentZero = Bilingual(
        vi: "không có dòng nào của địa bàn này: không phát sinh", en: "no row of this place: nothing occurred")
    static let silent = Bilingual(
        vi: "không có dòng nào của địa bàn này: chưa có số liệu", en: "no row of this place: not reported")

    static func received(_ completeness: Completeness) -> Bilingual {
        Bilingual(
            vi: "đã nhận \(completeness.received)/\(completeness.owed) báo cáo",
            en: "\(completeness.received) of \(completeness.owed) reports received")
    }
}
