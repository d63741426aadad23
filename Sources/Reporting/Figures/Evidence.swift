import Domain
import Foundation

/// What a set of reports is made from: the catalogue, what was read, what was decided.
package struct Evidence: Sendable {
    package let catalogue: Catalogue
    /// The newest reading of each receipt, with what is doubtful about it as a whole, and its queries with the reasons that
    /// returns gave for them.
    package private(set) var readings: [Reading]
    /// The same as they were read.
    package let received: [Reading]
    package let decisions: [Decision]
    package let surroundings: Surroundings

    /// Decisions that name a path, by that path, with their places among all.
    private let decisionsByPath: [String: [(place: Int, decision: Decision)]]
    /// Extensions and exemptions that name no path: few of many.
    let leniencies: [Decision]
    private let dates: ReceiptDates
    /// Closings and reopenings, in the order of their times.
    let closings: [Decision]
    /// Files whose doubts the officer settled.
    let acceptances: [Receipt: Decision]
    private let copiesByDigest: [String: [Reading]]
    /// Reasons of returns that were sent back.
    private(set) var answers = AnswersInForce([], withdrawn: [], receivedAt: \.receivedAt, owner: { _ in nil })
    /// What counts and what is held.
    private(set) var holdings: Holdings

    package init(
        catalogue: Catalogue, readings: [Reading], decisions: [Decision], beside surroundings: Surroundings = .init()
    ) {
        self.init(
            catalogue: catalogue, readings: readings, decisions: decisions, beside: surroundings, receivedBy: nil)
    }

    /// - Parameter time: Readings received later are left out; what the decisions say of the others stays as it is with them.
    init(
        catalogue: Catalogue, readings all: [Reading], decisions: [Decision], beside surroundings: Surroundings,
        receivedBy time: Instant?
    ) {
        self.catalogue = catalogue
        // An order is obeyed once, and moves no figure.
        let decisions = decisions.filter { !$0.action.isOrder }.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
        self.decisions = decisions
        decisionsByPath = Dictionary(
            grouping: decisions.enumerated().map { (place: $0.offset, decision: $0.element) }
                .filter { $0.decision.path != nil }, by: { $0.decision.path ?? "" })
        leniencies = decisions.filter { $0.path == nil && $0.isLenient }
        let receipts = Set((all + surroundings.earlier + surroundings.copies).map(\.receipt))
        let zone = catalogue.organisation.timeZone
        let dates = ReceiptDates(decisions, receipts: receipts, in: zone)
        self.dates = dates
        acceptances = ReceiptDates.accepted(decisions, receipts: receipts, in: zone)
        let readings = time.map { time in all.filter { dates[$0.receipt] <= time } } ?? all
        received = readings
        self.readings = readings
        let known = Set(readings.map(\.receipt))
        self.surroundings = Surroundings(
            earlier: surroundings.earlier.filter { !known.contains($0.receipt) }, copies: surroundings.copies,
            issues: surroundings.issues)
        copiesByDigest = Evidence.copies(readings, beside: surroundings.copies)
        closings = decisions.filter(\.isClosing)
        holdings = Holdings(catalogue)
        if readings.contains(where: { $0.state == .answered }) {
            let withdrawn = Dictionary(grouping: decisions.filter { $0.path != nil }) { $0.path ?? "" }
                .filter { Evidence.withdrawal($0.value) != nil }.keys
            answers = AnswersInForce(
                readings, withdrawn: Set(withdrawn), receivedAt: receivedAt, owner: { owner(of: $0) })
            self.readings = readings.map(answers.applied)
        }
        holdings = Holdings(self)
        self.readings = self.readings.map { holdings.found[$0.receipt] ?? $0 }
    }

    /// By their bytes, those that count and lie at several paths now.
    private static func copies(_ readings: [Reading], beside others: [Reading]) -> [String: [Reading]] {
        var seen: Set<Receipt> = []
        let counted = (newestByPath(readings.lazy.filter(\.isCounted)).values + others.filter(\.isCounted))
            .filter { seen.insert($0.receipt).inserted }
        return Dictionary(grouping: counted, by: \.receipt.sha256).filter { $0.value.count > 1 }
    }

    /// All that have these bytes, where they lie at several paths.
    func copies(of sha256: String) -> [Reading] { copiesByDigest[sha256] ?? [] }

    /// The department that answers for a reading on its period's last day.
    func owner(of reading: Reading) -> String? {
        guard let department = reading.department, let period = reading.period else { return nil }
        return catalogue.successor(of: department, on: catalogue.organisation.calendar.lastDay(of: period))
    }

    /// Of the readings of one path, those of the bytes that came last.
    static func newestByPath(_ readings: some Sequence<Reading>) -> [String: Reading] {
        Dictionary(
            readings.map { ($0.receipt.path, $0) },
            uniquingKeysWith: { one, other in
                let (first, second) = (one.receipt, other.receipt)
                return (first.receivedAt, first.sha256) < (second.receivedAt, second.sha256) ? other : one
            })
    }

    /// When a file counts as received: what the officer laid down, else what the clock said.
    package func receivedAt(_ receipt: Receipt) -> Instant { dates[receipt] }

    /// The same among other files, of which a day laid down without a time does not say which came first.
    func cameAt(_ receipt: Receipt) -> Instant { dates.order(of: receipt) }

    /// The department that a reading counts for: the one that carries on its writer's work on the period's last day.
    package func countingDepartment(_ slice: Slice) -> String {
        catalogue.successor(of: slice.department, on: catalogue.organisation.calendar.lastDay(of: slice.period))
    }

    /// Decisions that name a path, in the order of their times.
    func decisions(naming path: String) -> [Decision] { placedDecisions(naming: path).map(\.decision) }

    /// With their places among all decisions.
    ///
    /// Whoever names a workbook speaks of all its sheets.
    func placedDecisions(naming path: String) -> [(place: Int, decision: Decision)] {
        let file = SheetPath.file(of: path)
        guard file != path else { return decisionsByPath[path] ?? [] }
        return ((decisionsByPath[path] ?? []) + (decisionsByPath[file] ?? [])).sorted { $0.place < $1.place }
    }

    /// Whether a decision speaks of this slice and path; an empty key means all.
    func applies(_ decision: Decision, to slice: Slice, path: String?) -> Bool {
        guard catalogue.speaks(decision, of: slice) else { return false }
        if let wanted = decision.path, wanted != path, wanted != path.map(SheetPath.file) { return false }
        return true
    }

    /// The decision that took a file out, unless a later one lets it in again.
    func withdrawal(of path: String, _ slice: Slice) -> Decision? {
        Evidence.withdrawal(decisions(naming: path).filter { applies($0, to: slice, path: path) })
    }

    /// - Parameter decisions: About one file, in the order of their times.
    private static func withdrawal(_ decisions: [Decision]) -> Decision? {
        decisions.reduce(nil) { out, decision in
            switch decision.action {
            case .withdraw: out ?? decision
            case .accept, .replace: nil
            case .received, .extend, .exempt, .close, .reopen, .approve, .issue, .export: out
            }
        }
    }

    var timeZone: TimeZone { catalogue.organisation.timeZone }

    /// Newest time of receipt among the files of months up to `month`, save those held; `nil` where there is none.
    package func asOf(through month: Month) -> Instant? {
        let waiting = Set(holdings.slices.values.lazy.flatMap(\.waiting).map(\.receipt))
        return readings.lazy.filter {
            ($0.period?.last ?? month) <= month && holding($0) == nil && !waiting.contains($0.receipt)
        }.map { receivedAt($0.receipt) }.max()
    }
}

extension Decision {
    /// More time, or none needed.
    fileprivate var isLenient: Bool {
        switch action {
        case .extend, .exempt: true
        case .received, .accept, .replace, .withdraw, .close, .reopen, .approve, .issue, .export: false
        }
    }

    /// A closing or a reopening.
    fileprivate var isClosing: Bool {
        switch action {
        case .close, .reopen: true
        case .received, .extend, .exempt, .accept, .replace, .withdraw, .approve, .issue, .export: false
        }
    }
}

extension Evidence {
    /// What had been received and decided by `time`, whatever has come since.
    ///
    /// Of the bytes of one path, those that were first seen after `time` say nothing, unless there are no others: then the
    /// earliest of them stand for what a decision says was received before it was taken in.
    package init(
        catalogue: Catalogue, readings: [Reading], decisions: [Decision], beside surroundings: Surroundings = .init(),
        asOf time: Instant
    ) {
        self.init(
            catalogue: catalogue, readings: Evidence.seen(readings, by: time),
            decisions: decisions.filter { $0.at <= time },
            beside: surroundings.by(time) { Evidence.seen($0, by: time) }, receivedBy: time)
    }

    private static func seen(_ readings: [Reading], by time: Instant) -> [Reading] {
        let seen = Dictionary(grouping: readings, by: \.receipt.path).values.flatMap { versions in
            let inTime = versions.filter { $0.receipt.receivedAt <= time }
            guard inTime.isEmpty else { return inTime }
            let first = versions.min {
                ($0.receipt.receivedAt, $0.receipt.sha256) < ($1.receipt.receivedAt, $1.receipt.sha256)
            }
            return first.map { [$0] } ?? []
        }
        return seen.sorted { ($0.receipt.path, $0.receipt.sha256) < ($1.receipt.path, $1.receipt.sha256) }
    }
}
