import Domain
import Reporting

/// Files of other periods than the run's that are held: nobody would hear of them before that period is remade.
struct HeldElsewhere {
    let period: Period
    let consolidation: Consolidation

    /// Looked at in one run at most: what a first run takes in of the past is no news.
    private static let periodsMax = 3

    /// What is held now, where it can have changed since the pages were made; else what was held then. A run that recorded
    /// files and could tell nobody leaves them to the next.
    func paths(since record: DayRecord?) throws -> [DayRecord.Held] {
        let known = (record?.held ?? []).filter { $0.period != period.description }
        guard let new = try consolidation.ledger.read({ try $0.periods(after: record?.entry ?? 0) }) else {
            return known
        }
        let arrived = new.subtracting([period]).sorted().suffix(Self.periodsMax)
        let periods = Set(known.compactMap { Period($0.period) }).union(arrived).sorted()
        return try periods.flatMap { other in
            try consolidation.submissions(other).heldReadings.filter(\.isWaiting).map {
                DayRecord.Held(period: other.description, path: $0.reading.receipt.path)
            }
        }
    }
}
