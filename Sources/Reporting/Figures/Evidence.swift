import Domain

/// What a set of reports is made from: the catalogue, what was read, what was decided.
package struct Evidence: Sendable {
    package let catalogue: Catalogue
    /// The newest reading of each receipt, its queries with the reasons that returns gave for them.
    package private(set) var readings: [Reading]
    package let decisions: [Decision]

    /// Decisions that name a path, by that path, and extensions and exemptions that name none: few of many.
    private let decisionsByPath: [String: [Decision]]
    let leniencies: [Decision]
    private let dates: ReceiptDates
    /// Closings and reopenings, in the order of their times.
    let closings: [Decision]
    /// Reasons of returns that were sent back.
    private(set) var answers = AnswersInForce([], withdrawn: [], receivedAt: \.receivedAt, owner: { _ in nil })

    package init(catalogue: Catalogue, readings: [Reading], decisions: [Decision]) {
        self.init(catalogue: catalogue, readings: readings, decisions: decisions, receivedBy: nil)
    }

    /// - Parameter time: Readings received later are left out; what the decisions say of the others stays as it is with them.
    init(catalogue: Catalogue, readings all: [Reading], decisions: [Decision], receivedBy time: Instant?) {
        self.catalogue = catalogue
        self.decisions = decisions.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
        decisionsByPath = Dictionary(grouping: self.decisions.filter { $0.path != nil }) { $0.path ?? "" }
        leniencies = self.decisions.filter { $0.path == nil && $0.isLenient }
        let dates = ReceiptDates(
            self.decisions, receipts: all.lazy.map(\.receipt), in: catalogue.organisation.timeZone)
        self.dates = dates
        readings = time.map { time in all.filter { dates[$0.receipt] <= time } } ?? all
        closings = self.decisions.filter { decision in
            switch decision.action {
            case .close, .reopen: true
            case .received, .extend, .exempt, .replace, .withdraw: false
            }
        }
        guard readings.contains(where: { $0.state == .answered }) else { return }
        let withdrawn = self.decisions.filter { $0.action == .withdraw }.compactMap(\.path)
        answers = AnswersInForce(
            readings, withdrawn: Set(withdrawn), receivedAt: receivedAt, owner: { owner(of: $0) })
        readings = readings.map(answers.applied)
    }

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

    /// The department that a reading counts for: the one that carries on its writer's work on the period's last day.
    package func countingDepartment(_ slice: Slice) -> String {
        catalogue.successor(of: slice.department, on: catalogue.organisation.calendar.lastDay(of: slice.period))
    }

    /// Decisions that name a path, in the order of their times.
    func decisions(naming path: String) -> [Decision] { decisionsByPath[path] ?? [] }

    /// Whether a decision speaks of this slice and path; an empty key means all.
    func applies(_ decision: Decision, to slice: Slice, path: String?) -> Bool {
        if let period = decision.period, !(period.first <= slice.period.first && slice.period.last <= period.last) {
            return false
        }
        if let department = decision.department, department != slice.department,
            catalogue.successor(
                of: department, on: catalogue.organisation.calendar.lastDay(of: slice.period)) != slice.department
        {
            return false
        }
        if let form = decision.form, form != slice.form { return false }
        if let wanted = decision.path, wanted != path { return false }
        return true
    }

    /// Newest time of receipt among the files of months up to `month`, save those held; `nil` where there is none.
    package func asOf(through month: Month) -> Instant? {
        readings.lazy.filter { ($0.period?.last ?? month) <= month && holding($0) == nil }
            .map { receivedAt($0.receipt) }.max()
    }
}

extension Decision {
    /// More time, or none needed.
    fileprivate var isLenient: Bool {
        switch action {
        case .extend, .exempt: true
        case .received, .replace, .withdraw, .close, .reopen: false
        }
    }
}
