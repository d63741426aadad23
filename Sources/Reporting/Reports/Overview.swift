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
        let table = Table(
            id: "tong-hop", sheetName: context.sheetName(Words.sheet[language]), annex: context.annex,
            title: Words.title(basis)[language],
            subtitle: [basis.attachmentLine(language), basis.scopeLine(language)],
            columns: columns(basis, language), rows: rows,
            notes: [Words.percentNote(basis.organisation.thresholds.percentageBase)[language]]
                + (basis.period.previous == nil ? [Words.noPrevious[language]] : [])
                + basis.standInNotes(language) + likeForLike(basis, language) + sources(basis, language))
        return table.dropping(
            Set((basis.comparesPrevious ? [] : [3, 4, 5]) + (basis.comparesYears ? [] : [6, 7, 8, 10])))
    }

    /// For the office, where no sheet of the plan says it.
    private static func sources(_ basis: Basis, _ language: Language) -> [String] {
        let hasSheet = basis.plan.tables.contains { $0.table == "nguon-ky-hieu" }
        return basis.isForOffice && !hasSheet ? NotesAndSources.brief(basis, language) : []
    }

    /// What the texts say of a change over the same departments alone, with the figures behind it.
    private static func likeForLike(_ basis: Basis, _ language: Language) -> [String] {
        let sentences = Sentences(basis: basis, language: language)
        let said: [String] = sentences.comparedInTexts.compactMap { indicator in
            guard let alike = basis.alike(indicator), let words = sentences.change(alike, indicator) else { return nil }
            let figures = [alike.now, alike.then].map { sentences.counted($0, indicator) }
            let year = basis.period.year
            return language == .vi
                ? "\(indicator.name.vi): \(words) (\(figures[0]) năm \(year), \(figures[1]) năm \(year - 1))."
                : "\(indicator.name.en): \(words) (\(figures[0]) in \(year), \(figures[1]) in \(year - 1))."
        }
        return said.isEmpty ? [] : [said.joined(separator: " ")]
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

    /// The name, and the short one where that would take several lines.
    private static func name(_ indicator: Indicator, _ language: Language) -> String {
        let name = indicator.name[language]
        return name.count > nameMost ? indicator.shortName[language] : name
    }

    private static let nameMost = 42

    private static func row(_ indicator: Indicator, _ basis: Basis, _ language: Language) -> Table.Row {
        let figure = basis.figure(indicator)
        let previous = basis.comparison(figure, with: basis.previous(indicator))
        let lastYear = basis.comparison(figure, with: basis.lastYear(indicator))
        let cumulative = basis.cumulative(indicator)
        let share =
            basis.target(indicator, unit: basis.organisation.province).map { Comparison.share(cumulative, of: $0) }
            ?? Figure(.absent(.notApplicable))
        let decimals = indicator.decimals
        return Table.Row(
            indicator.partOf == nil ? .plain : .part,
            [
                .text(name(indicator, language)), .text(indicator.unit[language]),
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
    static func title(_ basis: Basis) -> Bilingual {
        let whole = basis.level.whole
        return Bilingual(
            vi: "Tổng hợp các chỉ tiêu \(whole.vi.lowercased())", en: "All indicators, \(whole.en.lowercased())")
    }

    static let figure = Bilingual(vi: "Số liệu", en: "Figure")
    static func percentNote(_ base: Int) -> Bilingual {
        Bilingual(
            vi:
                "Mức và tỷ lệ tăng, giảm chỉ ghi khi hai kỳ có đủ báo cáo (KSS là chưa đủ hoặc không cùng phạm vi); tỷ lệ chỉ ghi khi "
                + "kỳ gốc từ \(base) trở lên: x là kỳ gốc nhỏ hơn hoặc chỉ tiêu tỷ lệ (ghi chênh lệch điểm phần trăm).",
            en:
                "A change is given only where both periods are complete (n/c: they are not, or other reports stand behind them); a "
                + "percentage only from a base of \(base): x is a smaller base or a ratio (its difference is in percentage points)."
        )
    }

    static let noPrevious = Bilingual(
        vi: "Kỳ 9 tháng không có kỳ trước để so sánh (x); xem phần so với cùng kỳ năm trước.",
        en: "Nine months have no period before to compare with (x); see the comparison with last year.")

    static func versus(_ period: Bilingual) -> Bilingual {
        Bilingual(vi: "So với \(period.vi.lowercased())", en: "Against \(period.en.lowercased())")
    }
}
