import Domain
import Reporting

/// Files of other periods than the run's that are held: nobody would hear of them before that period is remade.
struct HeldElsewhere {
    let period: Period
    let consolidation: Consolidation

    /// Looked at in one run at most, the latest: what a first run takes in of years ago is no news, and a year counts in sums.
    private static let periodsMax = 12

    /// What is held now, where it can have changed since the pages were made; else what was held then. A run that recorded
    /// files and could tell nobody leaves them to the next.
    func paths(since record: DayRecord?) throws -> [DayRecord.Held] {
        let known = (record?.held ?? []).filter { $0.period != period.description }
        let new = try consolidation.ledger.read { try $0.periods(after: record?.entry ?? 0) }
        // What a run of another period said of its own files stood among its tasks, which end with the day.
        let told = Set((record?.tasks ?? []).compactMap { Period($0.period) })
        let arrived = (new ?? []).subtracting([period]).sorted().suffix(Self.periodsMax)
        let ofKnown = new == nil ? [] : known.compactMap { Period($0.period) }
        let periods = told.union(ofKnown).union(arrived).subtracting([period])
        let unchanged = known.filter { held in !periods.contains { $0.description == held.period } }
        return try unchanged
            + periods.sorted().flatMap { other in
                try consolidation.submissions(other).heldReadings.filter(\.isWaiting).map {
                    DayRecord.Held(period: other.description, path: $0.reading.receipt.path)
                }
            }
    }
}
