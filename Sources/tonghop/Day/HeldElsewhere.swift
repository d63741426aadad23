import Domain
import Reporting

/// Files of other periods than the run's that are held: nobody would hear of them before that period is remade.
struct HeldElsewhere {
    let taken: TakeIn.Result
    let period: Period
    let consolidation: Consolidation

    /// Looked at in one run at most: what a first run takes in of the past is no news.
    private static let periodsMax = 3

    /// What is held now, where it can have changed; else what was held before.
    func paths(before: [DayRecord.Held]) throws -> [DayRecord.Held] {
        let known = before.filter { $0.period != period.description }
        guard taken.hasNews else { return known }
        let arrived = Set(taken.readings.compactMap(\.period)).subtracting([period]).sorted().suffix(Self.periodsMax)
        let periods = Set(known.compactMap { Period($0.period) }).union(arrived).sorted()
        return try periods.flatMap { other in
            try consolidation.submissions(other).heldReadings.filter(\.isWaiting).map {
                DayRecord.Held(period: other.description, path: $0.reading.receipt.path)
            }
        }
    }
}
