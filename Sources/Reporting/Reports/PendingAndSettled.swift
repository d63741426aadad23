import Domain

/// Tranh chấp, hòa giải: what was pending, arose and was settled by district, and what part was settled.
///
/// The plan names stocks that follow from two flows (`follows` in `checks.yaml`) and ratios of two flows.
enum PendingAndSettled {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        let groups = context.entry.indicators.compactMap { Group($0, basis.catalogue) }
        let places = [PlaceIndex.province, PlaceIndex.placeless] + basis.index.districts
        let parts = Array(1..<places.count)
        let rows = places.map { place in
            let isTotal = place == PlaceIndex.province
            let cells = groups.flatMap { $0.cells(basis, at: place, parts: isTotal ? parts : []) }
            return Table.Row(isTotal ? .total : .plain, [.text(basis.placeName(place, language))] + cells)
        }
        return Table(
            id: "ton-dong", sheetName: context.sheetName(Words.sheet[language]), annex: context.annex,
            title: Words.title[language],
            subtitle: [basis.attachmentLine(language), basis.scopeLine(language)],
            columns: [.init(Phrase.place[language], kind: .label)] + groups.flatMap { $0.columns(language) },
            rows: rows, notes: notes(basis, groups, language),
            charts: charts(basis, groups, rows: Array(2..<places.count), language))
    }

    /// What one indicator of the plan stands for.
    private enum Group {
        case pending(Indicator, arising: Indicator, settled: Indicator)
        case rate(Indicator, received: Indicator, settled: Indicator)

        init?(_ code: String, _ catalogue: Catalogue) {
            guard let indicator = catalogue.indicator(code) else { return nil }
            if case .ratio(let above, let below, _) = indicator.kind {
                guard let settled = catalogue.indicator(above), let received = catalogue.indicator(below),
                    settled.isFlow, received.isFlow
                else { return nil }
                self = .rate(indicator, received: received, settled: settled)
                return
            }
            for check in catalogue.checks {
                guard case .follows(code, let arisingCode, let settledCode) = check,
                    let arising = catalogue.indicator(arisingCode), let settled = catalogue.indicator(settledCode)
                else { continue }
                self = .pending(indicator, arising: arising, settled: settled)
                return
            }
            return nil
        }

        func columns(_ language: Language) -> [Table.Column] {
            switch self {
            case .pending(let pending, let arising, let settled):
                let group = Words.pendingGroup(pending.unitOfMany(language))[language]
                return [
                    Words.before[language], arising.shortName[language], settled.shortName[language],
                    pending.shortName[language], Words.gap[language],
                ].map { .init([group, $0], kind: .number) }
            case .rate(let rate, let received, let settled):
                let group = Words.rateGroup(received.unitOfMany(language))[language]
                return [received.shortName[language], settled.shortName[language], rate.shortName[language] + " (%)"]
                    .map { .init([group, $0], kind: .number) }
            }
        }

        func cells(_ basis: Basis, at place: Int, parts: [Int]) -> [Table.Cell] {
            func cell(_ figure: Figure, _ indicator: Indicator) -> Table.Cell {
                parts.isEmpty
                    ? .figure(figure, decimals: indicator.decimals)
                    : .sum(figure, decimals: indicator.decimals, rows: parts)
            }
            switch self {
            case .pending(let pending, let arising, let settled):
                let before = basis.opening(pending, at: place)
                let after = basis.figure(pending, at: place)
                let (rose, fell) = (basis.figure(arising, at: place), basis.figure(settled, at: place))
                let gap = PendingAndSettled.gap(before: before, arising: rose, settled: fell, pending: after)
                return [
                    cell(before, pending), cell(rose, arising), cell(fell, settled), cell(after, pending),
                    .difference(gap, decimals: pending.decimals),
                ]
            case .rate(let rate, let received, let settled):
                return [
                    cell(basis.figure(received, at: place), received), cell(basis.figure(settled, at: place), settled),
                    .figure(basis.figure(rate, at: place), decimals: rate.decimals),
                ]
            }
        }
    }

    /// By how much the pending stock is more than what follows; zero where it follows.
    static func gap(before: Figure, arising: Figure, settled: Figure, pending: Figure) -> Figure {
        let figures = [before, arising, settled, pending]
        let amounts = figures.compactMap(\.quantity)
        guard amounts.count == 4 else {
            let isRedrawn = figures.contains { $0.absence == .notComparable }
            return Figure(.absent(isRedrawn ? .notComparable : .notReported))
        }
        guard let expected = amounts[0].adding(amounts[1])?.subtracting(amounts[2]),
            let gap = amounts[3].subtracting(expected)
        else { return Figure(.absent(.notApplicable)) }
        return Figure(.known(.quantity(gap), figures.contains(where: \.isProvisional) ? .provisional : .reported))
    }

    private static func notes(_ basis: Basis, _ groups: [Group], _ language: Language) -> [String] {
        var notes = [basis.organisation.districtNote[language]].filter { !$0.isEmpty }
        if groups.contains(where: { if case .pending = $0 { true } else { false } }) {
            notes.append(Words.gapNote[language])
        }
        return notes
    }

    private static func charts(
        _ basis: Basis, _ groups: [Group], rows: [Int], _ language: Language
    ) -> [Table.Chart] {
        guard !rows.isEmpty else { return [] }
        var charts: [Table.Chart] = []
        var column = 1
        for group in groups {
            if case .pending(let pending, _, let settled) = group {
                let title = Words.chartTitle(pending.name, basis.period)[language]
                let points = basis.index.districts.map { place in
                    (name: basis.placeName(place, language), figure: basis.figure(pending, at: place))
                }
                let ranked = ChartWords.ranked(rows, by: points.map(\.figure))
                let said = ChartWords(language: language, indicator: pending).ranked(points)
                charts.append(
                    Table.Chart(
                        kind: .column, title: title, valueTitle: pending.unitOfMany(language),
                        categoryTitle: Phrase.place[language], categoryColumn: 0,
                        series: [
                            .init(name: settled.shortName[language], column: column + 2),
                            .init(name: pending.shortName[language], column: column + 3),
                        ], rows: ranked, alternativeText: Words.chartAlternative(title)[language] + " " + said,
                        barColumn: column + 3))
            }
            column += group.columns(language).count
        }
        return charts
    }
}

private enum Words {
    static let sheet = Bilingual(vi: "Tranh chấp, hòa giải", en: "Disputes, mediation")
    static let title = Bilingual(
        vi: "Kết quả giải quyết tranh chấp, hòa giải theo địa bàn",
        en: "Disputes settled and pending, mediation, by area")
    static let before = Bilingual(vi: "Tồn đầu kỳ", en: "Pending before")
    static let gap = Bilingual(vi: "Lệch", en: "Gap")
    static let gapNote = Bilingual(
        vi:
            "Lệch = tồn cuối kỳ − (tồn đầu kỳ + phát sinh − đã giải quyết); bằng 0 là khớp. Tồn đầu kỳ là số cuối tháng trước kỳ.",
        en:
            "Gap = pending − (pending before + arising − settled); 0 where it follows. Pending before: end of the month before."
    )

    static func pendingGroup(_ unit: String) -> Bilingual {
        Bilingual(vi: "Giải quyết, tồn đọng (\(unit))", en: "Settled and pending (\(unit))")
    }

    static func rateGroup(_ unit: String) -> Bilingual {
        Bilingual(vi: "Kết quả hòa giải (\(unit))", en: "Outcome (\(unit))")
    }

    static func chartTitle(_ pending: Bilingual, _ period: Period) -> Bilingual {
        Bilingual(
            vi: "\(pending.vi) và đã giải quyết theo địa bàn, \(period.name(in: .vi))",
            en: "\(pending.en) and settled by area, \(period.name(in: .en))")
    }

    static func chartAlternative(_ title: String) -> Bilingual {
        Bilingual(vi: "Biểu đồ cột: \(title).", en: "Column chart: \(title).")
    }
}
