import Domain
import Foundation
import Storage

/// The orders of the officer, and which of them nobody has obeyed yet.
///
/// An edition is known by the code of the draft that it was made of, a package by the order's own time.
struct OrderBook {
    /// A line of the list of decisions, and where it stands.
    struct Order {
        let decision: Decision
        let position: Position
        /// Among the orders, as they stand in the list.
        var place = 0

        /// Of the draft that it speaks of.
        var code: DraftCode? {
            switch decision.action {
            case .approve(let code), .issue(let code): code
            default: nil
            }
        }

        /// The day of an order that is still to come.
        func laterDay(than now: Instant, in zone: TimeZone) -> Day? {
            decision.at > now ? decision.at.day(in: zone) : nil
        }
    }

    /// By their times, then in the order of their list.
    let orders: [Order]

    /// - Parameter lines: In the order of their list; those that are no orders are left out.
    init(_ lines: [Order]) {
        let placed = lines.filter(\.decision.action.isOrder).enumerated().map {
            Order(decision: $0.element.decision, position: $0.element.position, place: $0.offset)
        }
        orders = placed.sorted { ($0.decision.at, $0.place) < ($1.decision.at, $1.place) }
    }

    /// What waits of each period, by period: one «phát hành» or «duyệt» at most.
    ///
    /// - Parameter issued: Of which drafts editions were made.
    func ofDrafts(beside issued: [(period: Period, draft: DraftCode)]) -> [(period: Period, order: Order)] {
        Set(orders.filter { $0.code != nil }.compactMap(\.decision.period)).sorted().compactMap { period in
            waiting(in: period, beside: Set(issued.filter { $0.period == period }.map(\.draft))).map { (period, $0) }
        }
    }

    /// The order of a period that no edition has settled: its last «phát hành», else its last «duyệt». One that was
    /// written, or is dated, after the last that was obeyed is not settled by it.
    private func waiting(in period: Period, beside issued: Set<DraftCode>) -> Order? {
        let own = orders.enumerated().filter { $0.element.decision.period == period && $0.element.code != nil }
        func isIssue(_ order: Order) -> Bool { order.code.map { order.decision.action == .issue($0) } ?? false }
        func isObeyed(_ order: Order) -> Bool { order.code.map(issued.contains) ?? false }
        let obeyed = own.last { isIssue($0.element) && isObeyed($0.element) }
        let open = own.filter { candidate in
            guard !isObeyed(candidate.element) else { return false }
            return obeyed.map { $0.offset < candidate.offset || $0.element.place < candidate.element.place } ?? true
        }.map(\.element)
        return open.last(where: isIssue) ?? open.last
    }

    /// The packages that are still to be given out: as many lines of one time for one audience as there are, so many times.
    func ofPackages(beside obeyed: [ObeyedExport]) -> [(order: Order, audience: Audience, period: Period)] {
        var left = obeyed
        return orders.compactMap { order in
            guard case .export(let audience) = order.decision.action, let period = order.decision.period else {
                return nil
            }
            let done = left.firstIndex {
                $0.at == order.decision.at && $0.period == period && $0.audience == audience
            }
            guard let done else { return (order, audience, period) }
            left.remove(at: done)
            return nil
        }
    }
}
