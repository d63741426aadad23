import Domain
import Reporting
import Storage

extension LedgerReader {
    /// What the submissions of these months are judged by beside them.
    func surroundings(of months: ClosedRange<Month>) throws -> Surroundings { try surroundings(of: [months]) }

    /// What the submissions of several spans are judged by.
    func surroundings(of spans: [ClosedRange<Month>]) throws -> Surroundings {
        var seen: Set<Receipt> = []
        let earlier = try spans.flatMap { months in
            let first = months.lowerBound.adding(months: -Surroundings.monthsBefore)
            return try readings(months: first...months.lowerBound.adding(months: -1))
        }
        return Surroundings(
            earlier: earlier.filter { seen.insert($0.receipt).inserted }, copies: try readingsOfCopies(),
            issues: try editions().map { Surroundings.Issue(period: $0.period, at: $0.issuedAt) })
    }
}
