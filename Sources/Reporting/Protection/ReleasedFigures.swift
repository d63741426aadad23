import Domain

extension SeenFigures {
    /// What the reports of `basis` show under its mask, all of it where there is none.
    package init(of basis: Basis, audience: Audience, edition: Int) {
        let spans = PublishedSpans(basis.period)
        let amounts = basis.unitAmounts.value
        let places = basis.index.places
        let counted = UnitAmounts.indicators(basis.catalogue)
        let seen = ParallelMap.map(counted) { indicator in
            let blank = [View](repeating: .none, count: places.count)
            var seen = Seen(
                amounts: amounts.rows[indicator.code] ?? [:], counts: basis.catalogue.counts(of: indicator),
                below: indicator.threshold ?? 0)
            for (place, name) in places.enumerated() {
                // A basis is large: it is asked here, and handed to nobody.
                let isIncluded = basis.mask?.includes(indicator.code, at: name) ?? true
                for span in spans.of(indicator, at: name) {
                    let view = isIncluded ? View(basis.figure(indicator, at: place, over: span)) : .none
                    seen.views[span, default: blank][place] = view
                }
            }
            return seen
        }
        self.init(
            period: basis.period, audience: audience, edition: edition, places: places, units: amounts.units,
            lineage: amounts.lineage,
            indicators: Dictionary(zip(counted.map(\.code), seen), uniquingKeysWith: { first, _ in first }),
            names: basis.catalogue.unitNames)
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
struct UnitAmounts: Sendable {
    /// Ascending.
    let units: [UnitKey]
    /// Of each unit, the positions of the places that its amounts are counted in, ascending.
    let lineage: [[Int]]
    /// By indicator and month the amounts other than zero in thousandths, by position of the unit.
    let rows: [String: [Month: [Int: Int64]]]

    /// Those that are counted, and not worked out from others.
    static func indicators(_ catalogue: Catalogue) -> [Indicator] { catalogue.indicators.filter { !$0.isRatio } }

    init(_ evidence: Evidence, _ slices: SlicesInForce, _ cube: Cube, period: Period) {
        let indicators = UnitAmounts.indicators(evidence.catalogue)
        let months = PublishedSpans(period).months.sorted()
        let ofMonths = ParallelMap.map(months) { OfMonth($0, indicators, evidence, slices, cube) }
        // The same in every month.
        var pieces: [UnitKey: Piece] = [:]
        for month in ofMonths { pieces.merge(month.pieces) { first, _ in first } }
        let units = pieces.keys.sorted()
        let index = cube.index
        lineage = units.map { pieces[$0]?.places(in: index) ?? [] }
        let positions = Dictionary(zip(units, units.indices), uniquingKeysWith: { first, _ in first })
        var rows: [String: [Month: [Int: Int64]]] = [:]
        for (month, found) in zip(months, ofMonths) {
            for (code, sums) in found.sums {
                var row: [Int: Int64] = [:]
                for (unit, sum) in sums where sum != 0 {
                    if let position = positions[unit] { row[position] = sum }
                }
                if !row.isEmpty { rows[code, default: [:]][month] = row }
            }
        }
        self.units = units
        self.rows = rows
    }

    /// An amount that is counted whole or not at all.
    struct Piece {
        let landing: Landing
        let sum: Quantity
        let decimals: Int

        func places(in index: PlaceIndex) -> [Int] {
            index.places.indices.filter { index.holding(of: sum, landing, at: $0, decimals: decimals) == .whole(sum) }
        }
    }

    private struct OfMonth {
        /// In thousandths.
        var sums: [String: [UnitKey: Int64]] = [:]
        /// One of each unit.
        var pieces: [UnitKey: Piece] = [:]

        init(
            _ month: Month, _ indicators: [Indicator], _ evidence: Evidence, _ slices: SlicesInForce, _ cube: Cube
        ) {
            let (index, sources) = (cube.index, cube.sources(of: month, evidence, slices))
            var landings: [UnitKey: Landing] = [:]
            for indicator in indicators {
                let decimals = indicator.decimals
                for addend in Addends(sources.counting(indicator), month: month).sources.flatMap(\.addends) {
                    let usual = landings[addend.unit] ?? index.landing(of: addend.unit, since: nil)
                    landings[addend.unit] = usual
                    for piece in index.pieces(of: addend, usually: usual, decimals: decimals) {
                        sums[indicator.code, default: [:]][piece.unit, default: 0] += piece.sum.thousandths
                        if pieces[piece.unit] == nil {
                            pieces[piece.unit] = Piece(landing: piece.landing, sum: piece.sum, decimals: decimals)
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
