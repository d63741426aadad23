import Domain

/// What a package showed to its audience, and what it was counted from.
///
/// It holds amounts that were suppressed, so it stays in the office: it is what later packages are protected against. The
/// amounts are by unit of the submissions and by month, on no geography; `lineage` says in which places of this package a
/// unit's amounts were counted. Equal values have equal bytes.
package struct SeenFigures: Hashable, Sendable {
    /// What stood where a figure belongs.
    package enum View: UInt8, Hashable, Sendable {
        /// No number, or no such row.
        case none = 0x2E
        case shown = 0x2B
        case suppressed = 0x78
    }

    /// One indicator of the package.
    struct Seen: Hashable, Sendable {
        /// Amounts other than zero in thousandths, by month, then by position of the unit.
        var amounts: [Month: [Int: Int64]] = [:]
        /// By span, one for each place; what does not add over time has spans of one month.
        var views: [Period: [View]] = [:]
        /// What it counts (`Catalogue.counts`); none where that is not known.
        var counts: [String] = []
        /// The count from which its figures were shown; zero where all were, or it is not known.
        var below = 0
    }

    package let period: Period
    package let audience: Audience
    package let edition: Int
    let places: [PlaceIndex.Place]
    /// Ascending.
    let units: [UnitKey]
    /// Of each unit, the positions of the places that its amounts are counted in, ascending.
    let lineage: [[Int]]
    let indicators: [String: Seen]
    /// What units are called, by key (`Catalogue.unitNames`); empty in a package of a time that kept none.
    let names: [String: String]

    init(
        period: Period, audience: Audience, edition: Int, places: [PlaceIndex.Place], units: [UnitKey],
        lineage: [[Int]], indicators: [String: Seen], names: [String: String] = [:]
    ) {
        self.period = period
        self.audience = audience
        self.edition = edition
        self.places = places
        self.units = units
        self.lineage = lineage
        self.indicators = indicators
        self.names = names
    }

    package func view(of key: FigureKey) -> View {
        guard let place = places.firstIndex(of: key.place), let views = indicators[key.indicator]?.views[key.span]
        else { return .none }
        return views[place]
    }

    /// What a figure is, whether it was shown or not.
    package func amount(of key: FigureKey) -> Quantity? {
        guard let place = places.firstIndex(of: key.place), let seen = indicators[key.indicator] else { return nil }
        let amounts = key.span.months.compactMap { seen.amounts[$0] }.joined()
        return Quantity(thousandths: amounts.reduce(0) { $0 + (lineage[$1.key].contains(place) ? $1.value : 0) })
    }
}
