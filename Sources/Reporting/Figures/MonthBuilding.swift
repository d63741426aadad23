import Dispatch
import Domain
import Synchronization

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

    /// By month. Of several sums that do not fit, the one of the first month is thrown.
    func made(of months: [Month]) throws(FigureOverflow) -> [Made] {
        let results = Mutex<[Int: Result<Made, FigureOverflow>]>([:])
        DispatchQueue.concurrentPerform(iterations: Self.threads) { first in
            var landings = LandingCache()
            for place in stride(from: first, to: months.count, by: Self.threads) {
                let result = Result { () throws(FigureOverflow) in try made(of: months[place], &landings) }
                results.withLock { $0[place] = result }
            }
        }
        var all: [Made] = []
        for (_, result) in results.withLock({ $0 }).sorted(by: { $0.key < $1.key }) { all.append(try result.get()) }
        return all
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
