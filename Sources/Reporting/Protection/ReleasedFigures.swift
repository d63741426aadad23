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
            var seen = Seen(counts: basis.catalogue.counts(of: indicator), below: indicator.threshold ?? 0)
            for (month, sums) in amounts.sums[indicator.code] ?? [:] {
                var row: [Int: Int64] = [:]
                for (unit, sum) in sums where sum != 0 {
                    if let position = positions[unit] { row[position] = sum }
                }
                if !row.isEmpty { seen.amounts[month] = row }
            }
            for (place, name) in basis.index.places.enumerated() {
                // A basis is large: it is asked here, and handed to nobody.
                let isIncluded = basis.mask?.includes(indicator.code, at: name) ?? true
                for span in spans.of(indicator, at: name) {
                    let view = isIncluded ? View(basis.figure(indicator, at: place, over: span)) : .none
                    seen.views[span, default: Array(repeating: .none, count: basis.index.places.count)][place] = view
                }
            }
            indicators[indicator.code] = seen
        }
        self.init(
            period: basis.period, audience: audience, edition: edition, places: basis.index.places, units: units,
            lineage: units.map { amounts.lineage[$0] ?? [] }, indicators: indicators, names: basis.catalogue.unitNames)
    }
}

extension SeenFigures.View {
    fileprivate init(_ figure: Figure) {
        if figure.amount != nil {
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
        var landings: [UnitKey: Landing] = [:]
        for month in months.sorted() {
            let sources = basis.cube.sources(of: month, basis.evidence, basis.slices)
            for indicator in indicators {
                for addend in Addends(sources.counting(indicator), month: month).sources.flatMap(\.addends) {
                    // The same in every month.
                    let usual = landings[addend.unit] ?? basis.index.landing(of: addend.unit, since: nil)
                    landings[addend.unit] = usual
                    for piece in basis.index.pieces(of: addend, usually: usual, decimals: indicator.decimals) {
                        sums[indicator.code, default: [:]][month, default: [:]][piece.unit, default: 0] +=
                            piece.sum.thousandths
                        guard lineage[piece.unit] == nil else { continue }
                        lineage[piece.unit] = basis.index.places.indices.filter { place in
                            basis.index.holding(
                                of: piece.sum, piece.landing, at: place, decimals: indicator.decimals
                            ) == .whole(piece.sum)
                        }
                    }
                }
            }
        }
    }
}

extension PlaceIndex {
    /// An addend as amounts that are counted whole or not at all, each under a key that stands for one set of places: a unit
    /// that is divided by weights is as many, and one that lay elsewhere at another time is another.
    ///
    /// - Parameter usual: Where its unit lies, whatever the time.
    fileprivate func pieces(
        of addend: Addends.Addend, usually usual: Landing, decimals: Int
    ) -> [Addends.Addend] {
        guard case .split(let shares) = addend.landing else {
            guard addend.landing != usual else { return [addend] }
            let places = addend.landing.places.map { self.unit($0)?.code ?? "" }.joined(separator: "+")
            let unit = UnitKey(code: "\(addend.unit.code)~\(places)", from: addend.unit.from)
            return [Addends.Addend(unit: unit, landing: addend.landing, sum: addend.sum)]
        }
        let parts = Weight.divide(addend.sum, by: shares.map(\.weight), decimals: decimals)
        return zip(shares, parts).map { share, part in
            let code = unit(share.place)?.code ?? String(share.place)
            return Addends.Addend(
                unit: UnitKey(code: "\(addend.unit.code)~\(code)", from: addend.unit.from), landing: .at(share.place),
                sum: part)
        }
    }
}

/// The spans over which the reports of a period give figures.
///
/// Whatever a protected indicator is asked for outside them is suppressed, so that a new table cannot give away what was
/// never weighed.
struct PublishedSpans {
    /// For every place.
    let everywhere: [Period]
    /// For the province only: the months of the year to date and of the same months of the year before.
    let province: [Period]

    init(_ period: Period) {
        let opening = Period(period.first.adding(months: -1))
        var seen: Set<Period> = []
        everywhere = (period.spans + [opening]).filter { seen.insert($0).inserted }
        province = (period.yearToDate.months + period.sameLastYear.yearToDate.months).map { Period($0) }
            .filter { seen.insert($0).inserted }
    }

    /// The spans that give an indicator different figures at a place: what does not add over time is that of the last month.
    func of(_ indicator: Indicator, at place: PlaceIndex.Place) -> [Period] {
        let spans = place == .province ? everywhere + province : everywhere
        guard !indicator.isFlow, !indicator.isRatio else { return spans }
        var seen: Set<Month> = []
        return spans.map { Period($0.last) }.filter { seen.insert($0.last).inserted }
    }

    var months: Set<Month> { Set((everywhere + province).flatMap(\.months)) }
}
