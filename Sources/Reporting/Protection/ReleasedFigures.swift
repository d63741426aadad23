import Domain

extension SeenFigures {
    /// What the reports of `basis` show under its mask, all of it where there is none.
    package init(of basis: Basis, audience: Audience, edition: Int) {
        let spans = PublishedSpans(basis.period)
        let counted = basis.catalogue.indicators.filter { !$0.isRatio }
        let amounts = UnitAmounts(basis, months: spans.months, indicators: counted)
        let units = amounts.lineage.keys.sorted()
        let positions = Dictionary(zip(units, units.indices), uniquingKeysWith: { first, _ in first })
        var indicators: [String: Seen] = [:]
        for indicator in counted {
            var seen = Seen()
            for (month, sums) in amounts.sums[indicator.code] ?? [:] {
                var row: [Int: Int64] = [:]
                for (unit, sum) in sums where sum != 0 {
                    if let position = positions[unit] { row[position] = sum }
                }
                if !row.isEmpty { seen.amounts[month] = row }
            }
            for (place, name) in basis.index.places.enumerated() {
                for span in spans.of(indicator, at: name) {
                    seen.views[span, default: Array(repeating: .none, count: basis.index.places.count)][place] =
                        View(indicator, at: place, over: span, basis)
                }
            }
            indicators[indicator.code] = seen
        }
        self.init(
            period: basis.period, audience: audience, edition: edition, places: basis.index.places, units: units,
            lineage: units.map { amounts.lineage[$0] ?? [] }, indicators: indicators)
    }
}

extension SeenFigures.View {
    fileprivate init(_ indicator: Indicator, at place: Int, over span: Period, _ basis: Basis) {
        let figure = basis.figure(indicator, at: place, over: span)
        if let mask = basis.mask, !mask.includes(indicator.code, at: basis.index.places[place]) {
            self = .none
        } else if figure.amount != nil {
            self = .shown
        } else {
            self = figure.absence == .suppressed ? .suppressed : .none
        }
    }
}

/// What each unit adds to each indicator in each month, and the places that it is counted in.
struct UnitAmounts {
    /// In thousandths.
    private(set) var sums: [String: [Month: [UnitKey: Int64]]] = [:]
    private(set) var lineage: [UnitKey: [Int]] = [:]

    init(_ basis: Basis, months: Set<Month>, indicators: [Indicator]) {
        var landings = LandingCache()
        for month in months.sorted() {
            let sources = basis.cube.sources(of: month, basis.evidence, basis.slices)
            for indicator in indicators {
                let addends = Addends(indicator, sources, month: month, index: basis.index, landings: &landings)
                for addend in addends.sources.flatMap(\.addends) {
                    sums[indicator.code, default: [:]][month, default: [:]][addend.unit, default: 0] +=
                        addend.sum.thousandths
                    if lineage[addend.unit] == nil {
                        lineage[addend.unit] = basis.index.places.indices.filter {
                            basis.index.share(of: addend.landing, at: $0) == .whole
                        }
                    }
                }
            }
        }
    }
}
