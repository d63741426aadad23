import Domain

/// Tình hình gửi báo cáo: a row for each department; of one month what came and in what state, of several each month's count.
enum SubmissionsByDepartment {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        let departments = departments(basis)
        let isMonth = basis.period.monthCount == 1
        var rows = departments.map { isMonth ? monthRow($0, basis, language) : row($0, basis, language) }
        let columns = isMonth ? monthColumns(basis, language) : columns(basis, language)
        if rows.isEmpty {
            let rest = Array(repeating: Table.Cell.text("–"), count: columns.count - 1)
            rows = [Table.Row(.plain, [.text(Words.none[language])] + rest)]
        }
        return Table(
            id: "tinh-hinh-gui", sheetName: context.sheetName(SubmissionStatus.sheet(language)), annex: context.annex,
            title: SubmissionStatus.title(language),
            subtitle: [basis.attachmentLine(language), basis.scopeLine(language)],
            columns: columns, rows: rows,
            notes: (isMonth ? [] : [Words.signs[language]]) + SubmissionStatus.notes(basis, language))
    }

    /// What one department owed, in the order of the register.
    private struct Owing {
        let code: String
        var entries: [SubmissionRoll.Entry] = []

        var owed: [SubmissionRoll.Entry] { entries.filter { $0.state != .exempt } }
    }

    private static func departments(_ basis: Basis) -> [Owing] {
        var order: [String: Int] = [:]
        return basis.roll.entries.reduce(into: []) { departments, entry in
            let code = entry.key.department
            let position = order[code] ?? departments.count
            if order[code] == nil { departments.append(Owing(code: code)) }
            order[code] = position
            departments[position].entries.append(entry)
        }
    }

    private static func monthColumns(_ basis: Basis, _ language: Language) -> [Table.Column] {
        let sent: [Table.Column] = [
            .init(Phrase.department[language], kind: .label),
            .init(Phrase.form[language], kind: .term),
            .init(Words.received[language], kind: .term),
            .init(Words.state[language], kind: .prose),
        ]
        return basis.isForOffice ? sent + Words.counts(language) : sent
    }

    private static func columns(_ basis: Basis, _ language: Language) -> [Table.Column] {
        let months = basis.period.months.map { month in
            Table.Column([Words.byMonth[language], "\(month.number)"], kind: .code)
        }
        let totals: [Table.Column] = [
            .init(Words.owed[language], kind: .number), .init(Words.in[language], kind: .number),
            .init(Words.inTime[language], kind: .number),
        ]
        return [.init(Phrase.department[language], kind: .label), .init(Phrase.form[language], kind: .term)] + months
            + totals + (basis.isForOffice ? Words.counts(language).suffix(2) : [])
    }

    /// What a department's forms have in common is said once.
    private static func monthRow(_ department: Owing, _ basis: Basis, _ language: Language) -> Table.Row {
        let entries = department.entries
        func said(_ words: (SubmissionRoll.Entry) -> String) -> Table.Cell {
            var groups: [(words: String, forms: [String])] = []
            for entry in entries {
                let said = words(entry)
                if let position = groups.firstIndex(where: { $0.words == said }) {
                    groups[position].forms.append(form(entry, basis))
                } else {
                    groups.append((said, [form(entry, basis)]))
                }
            }
            guard groups.count > 1 else { return .text(groups.first?.words ?? "–") }
            return .text(groups.map { "\($0.words) (\($0.forms.joined(separator: ", ")))" }.joined(separator: "; "))
        }
        let zone = basis.organisation.timeZone
        var cells: [Table.Cell] = [
            .text(name(department, basis, language)), .text(forms(department, basis)),
            said { entry in
                entry.receivedAt.map { short($0.day(in: zone), basis, language) } ?? Words.notReceived[language]
            },
            said { entry in
                let words = basis.isForOffice ? entry.stateWords(language) : entry.plainState[language]
                let isUsual = entry.deadline == basis.catalogue.deadline(for: Period(entry.key.month))
                return isUsual ? words : words + Words.extended(language.date(entry.deadline))[language]
            },
        ]
        if basis.isForOffice {
            let readings = entries.flatMap(\.readings)
            cells += [.count(readings.reduce(0) { $0 + basis.rowsCounted($1) })] + found(entries)
        }
        return Table.Row(.plain, cells)
    }

    /// Without the year, where it is that of the period.
    private static func short(_ day: Day, _ basis: Basis, _ language: Language) -> String {
        let date = language.date(day)
        return day.year == basis.period.year ? String(date.dropLast(5)) : date
    }

    private static func row(_ department: Owing, _ basis: Basis, _ language: Language) -> Table.Row {
        let entries = department.entries
        let months = basis.period.months.map { month in
            Table.Cell.text(sign(entries.filter { $0.key.month == month }))
        }
        var cells: [Table.Cell] = [.text(name(department, basis, language)), .text(forms(department, basis))] + months
        cells += [
            .count(department.owed.count), .count(entries.count(where: \.isReceived)),
            .count(entries.count { $0.isReceived && !$0.isLate }),
        ]
        return Table.Row(.plain, basis.isForOffice ? cells + found(entries) : cells)
    }

    /// `2/2`, `1/2`, `1/1c`; `M` where all was let off, `–` where nothing was owed.
    private static func sign(_ entries: [SubmissionRoll.Entry]) -> String {
        guard !entries.isEmpty else { return "–" }
        let owed = entries.filter { $0.state != .exempt }
        guard !owed.isEmpty else { return "M" }
        let received = owed.filter(\.isReceived)
        let marks = [
            received.contains(where: \.isLate) ? "c" : "", owed.contains { $0.state == .partial } ? "p" : "",
            owed.contains { !$0.waiting.isEmpty } ? "g" : "",
        ]
        return "\(received.count)/\(owed.count)\(marks.joined())"
    }

    /// Errors, and queries that nobody has answered.
    private static func found(_ entries: [SubmissionRoll.Entry]) -> [Table.Cell] {
        let findings = entries.flatMap(\.readings).flatMap(\.findings)
        return [
            .count(findings.count { $0.level == .error }),
            .count(findings.count { $0.level == .query && $0.answer == nil }),
        ]
    }

    private static func form(_ entry: SubmissionRoll.Entry, _ basis: Basis) -> String {
        basis.catalogue.form(entry.key.form)?.number ?? entry.key.form
    }

    private static func forms(_ department: Owing, _ basis: Basis) -> String {
        var seen: Set<String> = []
        return department.entries.map { form($0, basis) }.filter { seen.insert($0).inserted }.joined(separator: ", ")
    }

    private static func name(_ department: Owing, _ basis: Basis, _ language: Language) -> String {
        let name = basis.shortName(department.code, language)
        // One that is no more has its name of the time.
        return name == department.code
            ? basis.departmentName(name, department.entries.last?.key.month ?? basis.period.last, language) : name
    }
}

private enum Words {
    static func extended(_ day: String) -> Bilingual {
        Bilingual(vi: "; gia hạn đến \(day)", en: "; extended to \(day)")
    }

    static let received = Bilingual(vi: "Ngày nhận", en: "Received on")
    static let notReceived = Bilingual(vi: "chưa nhận", en: "not received")
    static let state = Bilingual(vi: "Tình trạng", en: "State")
    static let byMonth = Bilingual(vi: "Báo cáo đã nhận/phải gửi theo tháng", en: "Reports received/owed by month")
    static let owed = Bilingual(vi: "Phải gửi", en: "Owed")
    static let `in` = Bilingual(vi: "Đã nhận", en: "Received")
    static let inTime = Bilingual(vi: "Đúng hạn", en: "In time")
    static let none = Bilingual(vi: "Chưa có đơn vị nào phải gửi báo cáo", en: "No department owed a report")
    static let signs = Bilingual(
        vi:
            "Ký hiệu theo tháng: c là có báo cáo gửi chậm; p là có báo cáo tiếp nhận một phần; g là có tệp giữ lại, chờ quyết định; M là "
            + "được miễn; – là không phải gửi.",
        en:
            "By month: c, a report came late; p, one was accepted in part; g, a file is held; M, exempt; –, nothing owed."
    )

    static func counts(_ language: Language) -> [Table.Column] {
        [
            .init(Bilingual(vi: "Số dòng được tính", en: "Rows counted")[language], kind: .number),
            .init(Bilingual(vi: "Lỗi", en: "Errors")[language], kind: .number),
            .init(Bilingual(vi: "Cần xác nhận", en: "Queries")[language], kind: .number),
        ]
    }
}
