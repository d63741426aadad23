import Domain

/// A reason to keep a whole submission out of the figures until somebody decides.
///
/// One rule is one file with its condition and its words; `HoldingRules` lists them.
protocol HoldingRule: Rule {
    /// What is doubtful about it; `nil` where nothing is.
    static func doubt(_ suspect: Suspect) -> Bilingual?
    /// What is to be confirmed about it, though it counts.
    static func remark(_ suspect: Suspect) -> Bilingual?
}

extension HoldingRule {
    static func remark(_ suspect: Suspect) -> Bilingual? { nil }
}

/// A submission that is looked at, with what it is held against.
struct Suspect {
    let reading: Reading
    /// The whole month or span that it is of, and whose work it is.
    let slice: Slice
    let receivedAt: Instant
    /// What it would take the place of: other bytes that stand.
    let replaced: [Reading]
    /// When each of them was received.
    let replacedAt: [Instant]
    /// What it takes the place of where nothing stands: the file before it, which is held.
    let overtaken: [Reading]
    let history: SubmissionHistory
    let catalogue: Catalogue
    /// Of all files with the same bytes the one received first; `nil` where it is this one.
    let firstCopy: Reading?
    /// One with the same bytes that came at the very same time for another slice.
    let copyAtOnce: Reading?
    /// The sets that were issued.
    let issues: [Surroundings.Issue]

    /// Whether it says of itself that it is a correction of what stands.
    var isNumberedCorrection: Bool { reading.sequence > (replaced.map(\.sequence).max() ?? 1) }

    /// Whether a set that showed what it would replace was issued before it came.
    var replacesIssued: Bool {
        issues.contains { issue in
            issue.period.contains(slice.period.last) && issue.at < receivedAt
                && replacedAt.contains { $0 <= issue.at }
        }
    }

    /// Of its counts that are neither stocks nor zero.
    var flows: FlowCells { history.flows(of: reading) }
}
