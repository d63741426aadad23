import Domain
import Reporting
import Storage

extension LedgerReader {
    /// What the submissions of these months are judged by beside them.
    ///
    /// - Parameter sha256: Of a file that is looked at as if it had come.
    func surroundings(of months: ClosedRange<Month>, adding sha256: String? = nil) throws -> Surroundings {
        try surroundings(of: [months], adding: sha256)
    }

    /// What the submissions of several spans are judged by.
    func surroundings(of spans: [ClosedRange<Month>], adding sha256: String? = nil) throws -> Surroundings {
        var seen: Set<Receipt> = []
        let earlier = try spans.flatMap { months in
            let first = months.lowerBound.adding(months: -Surroundings.monthsBefore)
            return try readings(months: first...months.lowerBound.adding(months: -1))
        }
        return Surroundings(
            earlier: earlier.filter { seen.insert($0.receipt).inserted }, copies: try readingsOfCopies(and: sha256),
            issues: try editions().map { Surroundings.Issue(period: $0.period, at: $0.issuedAt) })
    }
}
