import Domain

/// Thay đổi so với lần trước: the figures that moved since the edition before, and what moved them.
package enum RevisedFigures {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        let number = basis.earlier?.number ?? 0
        var rows: [Table.Row] = []
        if let changes = basis.changes {
            rows = changes.data.map { row($0, basis, language) }
            if !changes.definitions.isEmpty {
                let words = Words.definitions(basis.earlier?.changedCatalogueFiles ?? [])[language]
                rows.append(Table.Row(.group, [.text(words)] + Array(repeating: .blank, count: 7)))
                rows += changes.definitions.map { row($0, basis, language) }
            }
        }
        if rows.isEmpty {
            rows = [Table.Row(.plain, [.text(Words.none(number)[language])] + Array(repeating: .text("–"), count: 7))]
        }
        return Table(
            id: "thay-doi", sheetName: context.sheetName(Words.sheet[language]),
            title: Words.title(number)[language],
            subtitle: [basis.periodLine(language), basis.standingLine(language)],
            columns: [
                .init(Phrase.indicator[language], kind: .label),
                .init(Phrase.place[language], kind: .prose),
                .init(Words.span[language], kind: .code),
                .init(Words.before(number)[language], kind: .number),
                .init(Words.after[language], kind: .number),
                .init(Phrase.difference[language], kind: .number),
                .init(Words.cause[language], kind: .prose),
                .init(Words.reason[language], kind: .prose),
            ],
            rows: rows, notes: [Words.sumNote[language], Words.communeNote[language]], isForOffice: true)
    }

    /// The same table to read as it is; `nil` where there is no edition to compare with.
    package static func document(_ basis: Basis, _ language: Language) -> Document? {
        guard basis.changes != nil else { return nil }
        let context = TableContext(language: language, annexNumber: nil, domain: nil, plan: [])
        return Document([.table(table(basis, context))])
    }

    private static func row(_ change: FigureChange, _ basis: Basis, _ language: Language) -> Table.Row {
        let decimals = change.indicator.decimals
        let causes = change.causes.map { cause($0, change.indicator, basis, language) }
        let reasons = change.causes.flatMap(\.reasons)
        return Table.Row(
            .plain,
            [
                .text("\(change.indicator.code). \(change.indicator.shortName[language])"),
                .text(basis.placeName(change.place, language)), .text(change.span.description),
                .figure(change.before, decimals: decimals), .figure(change.after, decimals: decimals),
                .difference(change.difference, decimals: change.indicator.isRatio ? 1 : decimals),
                .text(causes.isEmpty ? "–" : causes.joined(separator: "; ")),
                .text(reasons.isEmpty ? "–" : reasons.joined(separator: "; ")),
            ])
    }

    /// `Sở Tư pháp: 2026-10/STP-02-tt-lan-2.csv thay 2026-10/STP-02-tt.csv, dòng 9–11, 14 (+60)`
    static func cause(
        _ cause: FigureChange.Cause, _ indicator: Indicator, _ basis: Basis, _ language: Language
    ) -> String {
        let come = cause.come.map(\.path).joined(separator: ", ")
        let gone = cause.gone.map(\.path).joined(separator: ", ")
        var words = "\(basis.shortName(cause.department, language)): "
        switch (come.isEmpty, gone.isEmpty) {
        case (false, false): words += "\(come) \(Words.instead[language]) \(gone)"
        case (false, true): words += come
        case (true, false): words += "\(Words.withdrawn[language]) \(gone)"
        case (true, true): words += Words.decided[language]
        }
        let rows = RowRanges.text(cause.rows.map(\.position.row))
        if !rows.isEmpty { words += ", \(Words.row[language]) \(rows)" }
        guard let difference = cause.difference, !difference.isZero else { return words }
        let sign = difference.thousandths > 0 ? "+" : ""
        return words + " (\(sign)\(language.amount(.quantity(difference), decimals: indicator.decimals)))"
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
    static let span = Bilingual(vi: "Kỳ", en: "Period")
    static let after = Bilingual(vi: "Nay", en: "Now")
    static let cause = Bilingual(vi: "Tệp, dòng làm thay đổi", en: "Moved by file, rows")
    static let reason = Bilingual(vi: "Thuyết minh của đơn vị", en: "Reason given")
    static let instead = Bilingual(vi: "thay", en: "instead of")
    static let withdrawn = Bilingual(vi: "không còn tính", en: "no more counted:")
    static let decided = Bilingual(vi: "theo xử lý", en: "by a decision")
    static let row = Bilingual(vi: "dòng", en: "rows")
    static let sumNote = Bilingual(
        vi: "Chênh lệch của các địa bàn cộng lại bằng chênh lệch của toàn tỉnh; chỗ chưa báo cáo được tính là không có gì.",
        en: "The differences of the areas add up to that of the province; what was not reported counts as nothing.")
    static let communeNote = Bilingual(
        vi: "Số liệu từng xã, phường chỉ nêu cho kỳ này; kỳ khác nêu đến địa bàn cấp huyện cũ.",
        en: "Communes are listed for this period only; other periods down to the districts.")

    static func title(_ number: Int) -> Bilingual {
        Bilingual(
            vi: "Số liệu thay đổi so với bản tổng hợp lần \(number)", en: "Figures that moved since edition \(number)")
    }

    static func before(_ number: Int) -> Bilingual { Bilingual(vi: "Lần \(number)", en: "Edition \(number)") }

    static func none(_ number: Int) -> Bilingual {
        Bilingual(
            vi: "Không có số liệu nào thay đổi so với lần \(number)", en: "No figure moved since edition \(number)")
    }

    static func definitions(_ files: [String]) -> Bilingual {
        let list = files.isEmpty ? "" : " (\(files.joined(separator: ", ")))"
        return Bilingual(vi: "Thay đổi do danh mục\(list)", en: "Moved by the catalogue\(list)")
    }
}
