import Domain

/// Thay đổi so với lần trước: the figures that moved since the edition before, and what moved them.
enum RevisedFigures {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        let number = basis.earlier?.number ?? 0
        var rows: [Table.Row] = []
        if let changes = basis.changes {
            rows = changes.data.map { row($0, basis, language) }
            if !changes.definitions.isEmpty {
                let words = definitions(basis.earlier?.changedCatalogueFiles ?? [])[language]
                rows.append(Table.Row(.group, [.text(words)] + Array(repeating: .blank, count: 7)))
                rows += changes.definitions.map { row($0, basis, language) }
            }
        }
        if rows.isEmpty {
            rows = [Table.Row(.plain, [.text(none(number)[language])] + Array(repeating: .text("–"), count: 7))]
        }
        return Table(
            id: "thay-doi", sheetName: context.sheetName(Words.sheet[language]),
            title: title(number)[language],
            subtitle: [basis.scopeLine(language)],
            columns: figureColumns(number, language) + [
                .init(Words.cause[language], kind: .prose),
                .init(Words.reason[language], kind: .prose),
            ],
            rows: rows, notes: [Words.sum(basis.level)[language], Words.communes(basis.level)[language]],
            isForOffice: true)
    }

    private static func row(_ change: FigureChange, _ basis: Basis, _ language: Language) -> Table.Row {
        let causes = change.causes.map { cause in
            self.cause(cause, basis, language)
                + (signed(cause, change.indicator, language).map { " (\($0))" } ?? "")
        }
        let reasons = change.causes.flatMap(\.reasons)
        return Table.Row(
            .plain,
            figures(change, basis, language) + [
                .text(causes.isEmpty ? "–" : causes.joined(separator: "; ")),
                .text(reasons.isEmpty ? "–" : reasons.joined(separator: "; ")),
            ])
    }

    /// What moved, without what moved it.
    static func figures(_ change: FigureChange, _ basis: Basis, _ language: Language) -> [Table.Cell] {
        let decimals = change.indicator.decimals
        return [
            .text("\(change.indicator.code). \(change.indicator.shortName[language])"),
            .text(basis.placeName(change.place, language)), .text(spanName(change.span, basis.period)[language]),
            .figure(change.before, decimals: decimals), .figure(change.after, decimals: decimals),
            .difference(change.difference, decimals: change.indicator.isRatio ? 1 : decimals),
        ]
    }

    /// What the reports call a span beside their own period.
    private static func spanName(_ span: Period, _ period: Period) -> Bilingual {
        switch span {
        case period: Words.thisPeriod
        case period.yearToDate: Words.cumulative
        case period.previous: Words.previous
        case period.sameLastYear: Words.lastYear
        default: Words.cumulativeLastYear
        }
    }

    static func figureColumns(_ number: Int, _ language: Language) -> [Table.Column] {
        [
            .init(Phrase.indicator[language], kind: .label),
            .init(Phrase.place[language], kind: .prose),
            .init(Words.span[language], kind: .code),
            .init(Words.before(number)[language], kind: .number),
            .init(Words.after[language], kind: .number),
            .init(Phrase.difference[language], kind: .number),
        ]
    }

    /// `Sở Tư pháp: 2026-10/STP-02-tt-lan-2.csv thay 2026-10/STP-02-tt.csv, dòng 9–11, 14`
    static func cause(_ cause: FigureChange.Cause, _ basis: Basis, _ language: Language) -> String {
        let come = cause.come.map(\.path).joined(separator: ", ")
        let gone = cause.gone.map(\.path).joined(separator: ", ")
        // Rows of a file that counts no more are named only where no other came for it.
        let here = cause.rows.filter { row in cause.come.isEmpty || cause.come.contains { $0.path == row.position.file }
        }
        let rows = RowRanges.text(here.map(\.position.row))
        let place = rows.isEmpty ? "" : ", \(Words.row[language]) \(rows)"
        let department = basis.shortName(cause.department, language)
        if !come.isEmpty, come == gone { return "\(department): \(come)\(place) (\(Words.again[language]))" }
        let why = decided(cause, basis).map { "; \(Words.decided[language]): \($0)" } ?? ""
        switch (come.isEmpty, gone.isEmpty) {
        case (false, false): return "\(department): \(come)\(place) \(Words.instead[language]) \(gone)\(why)"
        case (false, true):
            let kind = cause.come.allSatisfy(cause.supplements.contains) ? " (\(Words.supplement[language]))" : ""
            return "\(department): \(come)\(place)\(kind)\(why)"
        case (true, false): return "\(department): \(Words.withdrawn[language]) \(gone)\(place)\(why)"
        case (true, true): return "\(department): \(Words.decided[language])\(place)"
        }
    }

    /// Why the officer replaced or withdrew one of the files.
    private static func decided(_ cause: FigureChange.Cause, _ basis: Basis) -> String? {
        let paths = Set((cause.come + cause.gone).map(\.path))
        let placed = Dictionary(
            paths.flatMap { basis.evidence.placedDecisions(naming: $0) }.map { ($0.place, $0.decision) },
            uniquingKeysWith: { first, _ in first })
        let reasons = placed.sorted { $0.key < $1.key }.map(\.value).filter { decision in
            !decision.reason.isEmpty && [.accept, .withdraw, .replace].contains(decision.action)
        }.map(\.reason)
        return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
    }

    /// What a submission did to a figure, with its sign; `nil` where that is nothing, or a ratio's.
    static func signed(_ cause: FigureChange.Cause, _ indicator: Indicator, _ language: Language) -> String? {
        guard let difference = cause.difference, !difference.isZero else { return nil }
        let number = language.amount(.quantity(difference), decimals: indicator.decimals)
        return difference.thousandths > 0 ? "+\(number)" : number
    }

    static func title(_ number: Int) -> Bilingual {
        Bilingual(
            vi: "Số liệu thay đổi so với bản tổng hợp lần \(number)", en: "Figures that moved since edition \(number)")
    }

    static func none(_ number: Int) -> Bilingual {
        Bilingual(
            vi: "Không có số liệu nào thay đổi so với lần \(number)", en: "No figure moved since edition \(number)")
    }

    static func definitions(_ files: [String]) -> Bilingual {
        let list = files.isEmpty ? "" : " (\(files.joined(separator: ", ")))"
        return Bilingual(vi: "Thay đổi do danh mục\(list)", en: "Moved by the catalogue\(list)")
    }
}

/// Row numbers in short: `9–11, 14`.
enum RowRanges {
    static func text(_ rows: [Int]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for row in Set(rows).sorted() {
            if let last = ranges.last, last.upperBound + 1 == row {
                ranges[ranges.count - 1] = last.lowerBound...row
            } else {
                ranges.append(row...row)
            }
        }
        return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
            .joined(separator: ", ")
    }
}

private enum Words {
    static let sheet = Bilingual(vi: "Thay đổi so với lần trước", en: "Changes since last edition")
    static let thisPeriod = Bilingual(vi: "Kỳ này", en: "This period")
    static let cumulative = Bilingual(vi: "Lũy kế", en: "Year to date")
    static let previous = Bilingual(vi: "Kỳ trước", en: "Previous")
    static let lastYear = Bilingual(vi: "Cùng kỳ", en: "Last year")
    static let cumulativeLastYear = Bilingual(vi: "Lũy kế cùng kỳ", en: "YTD last year")
    static let span = Bilingual(vi: "Kỳ", en: "Period")
    static let after = Bilingual(vi: "Nay", en: "Now")
    static let cause = Bilingual(vi: "Tệp, dòng làm thay đổi", en: "Moved by file, rows")
    static let reason = Bilingual(vi: "Thuyết minh của đơn vị", en: "Reason given")
    static let instead = Bilingual(vi: "thay", en: "instead of")
    static let supplement = Bilingual(
        vi: "bổ sung, các dòng khác giữ nguyên", en: "a supplement; the other rows stand")
    static let again = Bilingual(vi: "gửi lại", en: "sent again")
    static let withdrawn = Bilingual(vi: "không còn tính", en: "no more counted:")
    static let decided = Bilingual(vi: "theo xử lý", en: "by a decision")
    static let row = Bilingual(vi: "dòng", en: "rows")
    static func sum(_ level: OfficeLevel) -> Bilingual {
        let whole = level.wholeInText
        return Bilingual(
            vi: "Chênh lệch của các địa bàn cộng lại bằng chênh lệch của \(whole.vi); chỗ chưa báo cáo được tính là "
                + "không có gì.",
            en: "The differences of the areas add up to that of \(whole.en); what was not reported counts as nothing.")
    }

    static func communes(_ level: OfficeLevel) -> Bilingual {
        let areas = level.areasInText
        return Bilingual(
            vi: "Số liệu từng xã, phường chỉ nêu cho kỳ này; kỳ khác nêu đến \(areas.vi).",
            en: "Communes are listed for this period only; other periods down to the \(areas.en).")
    }

    static func before(_ number: Int) -> Bilingual { Bilingual(vi: "Lần \(number)", en: "Edition \(number)") }
}
