import Domain

/// Tổng hợp: every indicator for the whole province, with all its comparisons.
enum Overview {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        var rows: [Table.Row] = []
        for domain in basis.domains {
            rows.append(
                Table.Row(
                    .group, [.text(basis.domainName(domain, language).full)] + Array(repeating: .blank, count: 12)))
            rows += basis.catalogue.indicators(domain: domain).map { row($0, basis, language) }
        }
        return Table(
            id: "tong-hop", sheetName: context.sheetName(Words.sheet[language]), annex: context.annex,
            title: Words.title[language],
            subtitle: [basis.attachmentLine(language), basis.periodLine(language), basis.standingLine(language)],
            columns: columns(basis, language), rows: rows,
            notes: [Words.percentNote[language]] + (basis.period.previous == nil ? [Words.noPrevious[language]] : [])
                + basis.standInNotes(language))
    }

    private static func columns(_ basis: Basis, _ language: Language) -> [Table.Column] {
        let previous = Words.versus(Phrase.previousPeriod)[language]
        let lastYear = Words.versus(Phrase.lastYear)[language]
        let cumulative = Phrase.cumulative[language]
        return [
            .init(Phrase.indicator[language], kind: .label),
            .init(Phrase.unitOfMeasure[language], kind: .code),
            .init(Phrase.thisPeriod[language], kind: .number),
            .init([previous, Words.figure[language]], kind: .number),
            .init([previous, Phrase.difference[language]], kind: .number),
            .init([previous, Phrase.percent[language]], kind: .number),
            .init([lastYear, Words.figure[language]], kind: .number),
            .init([lastYear, Phrase.difference[language]], kind: .number),
            .init([lastYear, Phrase.percent[language]], kind: .number),
            .init([cumulative, Words.figure[language]], kind: .number),
            .init([cumulative, Phrase.lastYear[language]], kind: .number),
            .init([cumulative, Phrase.targetShare[language]], kind: .number),
            .init(Phrase.reports[language], kind: .number),
        ]
    }

    private static func row(_ indicator: Indicator, _ basis: Basis, _ language: Language) -> Table.Row {
        let figure = basis.figure(indicator)
        let previous = Comparison(figure, with: basis.previous(indicator))
        let lastYear = Comparison(figure, with: basis.lastYear(indicator))
        let cumulative = basis.cumulative(indicator)
        let share =
            basis.target(indicator, unit: basis.organisation.province).map { Comparison.share(cumulative, of: $0) }
            ?? Figure(.absent(.notApplicable))
        let decimals = indicator.decimals
        return Table.Row(
            indicator.partOf == nil ? .plain : .part,
            [
                .text(indicator.name[language]), .text(indicator.unit[language]),
                .figure(figure, decimals: decimals),
                .figure(previous.base, decimals: decimals),
                .difference(previous.difference, decimals: decimals),
                .percentage(previous.percentage, signed: true),
                .figure(lastYear.base, decimals: decimals),
                .difference(lastYear.difference, decimals: decimals),
                .percentage(lastYear.percentage, signed: true),
                .figure(cumulative, decimals: decimals),
                .figure(basis.cumulativeLastYear(indicator), decimals: decimals),
                .percentage(share, signed: false),
                .completeness(figure.completeness ?? Completeness(received: 0, owed: 0)),
            ])
    }
}

private enum Words {
    static let sheet = Bilingual(vi: "Tổng hợp", en: "All indicators")
    static let title = Bilingual(vi: "Tổng hợp các chỉ tiêu toàn tỉnh", en: "All indicators, whole province")
    static let figure = Bilingual(vi: "Số liệu", en: "Figure")
    static let percentNote = Bilingual(
        vi:
            "Tỷ lệ tăng, giảm chỉ ghi khi hai kỳ có đủ báo cáo và kỳ gốc khác 0: x là kỳ gốc bằng 0 hoặc chỉ tiêu tỷ lệ "
            + "(ghi chênh lệch điểm phần trăm); KSS là hai kỳ không cùng phạm vi báo cáo.",
        en:
            "A percentage is given only where both periods are complete and the base is not zero: x is a base of zero or a "
            + "ratio (its difference is in percentage points); KSS means that other reports stand behind the two periods."
    )

    static let noPrevious = Bilingual(
        vi: "Kỳ 9 tháng không có kỳ trước để so sánh (x); xem phần so với cùng kỳ năm trước.",
        en: "Nine months have no period before to compare with (x); see the comparison with last year.")

    static func versus(_ period: Bilingual) -> Bilingual {
        Bilingual(vi: "So với \(period.vi.lowercased())", en: "Against \(period.en.lowercased())")
    }
}
