import Domain

/// Who owes what for a period, and what became of it.
package struct SubmissionRoll: Sendable {
    package enum State: Hashable, Sendable {
        case accepted
        /// Accepted, with queries that nobody has answered.
        case toConfirm
        case partial
        case refused
        case wrongFormat
        case missing
        /// Doubtful as a whole: kept, and not counted until somebody decides.
        case held
        /// All that came, came after the month was closed.
        case afterClosing
        /// The officer let it off.
        case exempt
    }

    /// One thing owed.
    package struct Entry: Hashable, Sendable {
        package let key: SlicesInForce.Key
        package let area: String
        package let state: State
        /// The last day to send, extensions included.
        package let deadline: Day
        /// First time of receipt of anything that counts for it, else of anything sent for it.
        package let receivedAt: Instant?
        package let isLate: Bool
        /// What counts, else what was sent last.
        package let readings: [Reading]
        /// What is held and waits for a decision.
        package let waiting: [Reading]

        package var isReceived: Bool { state == .accepted || state == .toConfirm || state == .partial }
    }

    /// By month, in the order of the register of obligations.
    package let entries: [Entry]

    package init(_ evidence: Evidence, _ slices: SlicesInForce, months: [Month]) {
        entries = months.flatMap { month in
            evidence.catalogue.obligations(due: month).map {
                SubmissionRoll.entry($0, month: month, evidence, slices)
            }
        }
    }

    package var owed: [Entry] { entries.filter { $0.state != .exempt } }

    package var received: Int { entries.count { $0.isReceived } }

    package var missing: [Entry] { entries.filter { !$0.isReceived && $0.state != .exempt } }

    package var completeness: Completeness { Completeness(received: received, owed: owed.count) }

    static func entry(
        _ obligation: Obligation, month: Month, _ evidence: Evidence, _ slices: SlicesInForce
    ) -> Entry {
        let catalogue = evidence.catalogue
        let key = SlicesInForce.Key(department: obligation.department, form: obligation.form, month: month)
        let slice = Slice(department: key.department, form: key.form, period: Period(month))
        let decisions = evidence.leniencies.filter { evidence.applies($0, to: slice, path: nil) }
        var deadline = catalogue.deadline(for: Period(month))
        var exempt = false
        for decision in decisions {
            if case .extend(let day) = decision.action { deadline = max(deadline, day) }
            if decision.action == .exempt { exempt = true }
        }
        let standing = slices.readings[key] ?? []
        let held = (slices.held[key] ?? []).map(\.reading)
        let waiting = (slices.held[key] ?? []).filter(\.isWaiting).map(\.reading)
        let unheld = slices.candidates[key] ?? []
        let sent = unheld.isEmpty ? held : unheld
        let last = waiting.isEmpty ? Array(sent.suffix(1)) : waiting
        let readings = standing.isEmpty ? last : standing
        let state: State
        if !standing.isEmpty {
            if standing.contains(where: { $0.state == .partial }) {
                state = .partial
            } else {
                let asks = standing.contains { $0.findings.contains { $0.level == .query && $0.answer == nil } }
                state = asks ? .toConfirm : .accepted
            }
        } else if exempt {
            state = .exempt
        } else if !waiting.isEmpty {
            state = .held
        } else if unheld.isEmpty, !held.isEmpty {
            state = .afterClosing
        } else if sent.contains(where: { $0.state == .refused || $0.state == .forbidden || $0.isCounted }) {
            state = .refused
        } else {
            state = sent.isEmpty ? .missing : .wrongFormat
        }
        let counted = sent.filter { $0.isCounted }
        let receivedAt = (counted.isEmpty ? sent : counted).map { evidence.receivedAt($0.receipt) }.min()
        let zone = catalogue.organisation.timeZone
        return Entry(
            key: key, area: obligation.area, state: state, deadline: deadline, receivedAt: receivedAt,
            isLate: receivedAt.map { $0.day(in: zone) > deadline } ?? false, readings: readings,
            waiting: waiting)
    }
}
