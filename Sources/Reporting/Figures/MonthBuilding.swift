import Domain

/// Builds the columns of months, which do not depend on one another, on all cores.
struct MonthBuilding: Sendable {
    let evidence: Evidence
    let slices: SlicesInForce
    let index: PlaceIndex
    let exempt: Exemptions
    /// No ratio among them.
    let indicators: [Indicator]

    /// What came of a month.
    struct Made: Sendable {
        let month: Month
        let sources: SourcesOfMonth
        /// By indicator.
        var columns: [String: MonthColumn] = [:]
    }

    /// Each thread takes every so many months, and looks up for itself where units belong.
    private static let threads = 2

    /// Of several sums that do not fit, the one of the first thread's first month is thrown.
    func made(of months: [Month]) throws(FigureOverflow) -> [Made] {
        let shares = (0..<Self.threads).map { first in
            stride(from: first, to: months.count, by: Self.threads).map { months[$0] }
        }
        return try ParallelMap.map(
            shares,
            throwing: { share throws(FigureOverflow) in
                var landings = LandingCache()
                var all: [Made] = []
                for month in share { all.append(try made(of: month, &landings)) }
                return all
            }
        ).flatMap(\.self)
    }

    private func made(of month: Month, _ landings: inout LandingCache) throws(FigureOverflow) -> Made {
        let catalogue = evidence.catalogue
        let uncertain = landings.uncertainCommunes(
            catalogue.geography, on: catalogue.organisation.calendar.lastDay(of: month), in: index)
        var made = Made(
            month: month,
            sources: SourcesOfMonth(catalogue, slices, month: month, index: index, exempt: exempt))
        for indicator in indicators {
            var builder = ColumnBuilder(index: index, indicator: indicator.code, month: month, uncertain: uncertain)
            for contribution in made.sources.counting(indicator) {
                try builder.add(contribution, landings: &landings)
            }
            made.columns[indicator.code] = builder.column
        }
        return made
    }
}
