import Domain
import Storage

/// What waits of the orders, as far as it can be said without making a draft: what the next run will obey, and why it will
/// not obey the others.
struct WaitingOrders {
    let workplace: Workplace
    let consolidation: Consolidation
    let book: OrderBook
    let now: Instant

    private var ledger: Ledger { consolidation.ledger }

    func findings() throws -> [Finding] {
        guard !book.orders.isEmpty else { return [] }
        let (issued, exported) = try ledger.read { (try $0.issuedDrafts(), try $0.obeyedExports()) }
        let drafts = book.ofDrafts(beside: issued.map { ($0.period, $0.draft) })
        let unissued = Set(drafts.filter { $0.order.decision.action.isIssue }.map(\.period))
        var findings = try drafts.map { period, order in finding(order, try reason(order, period)) }
        for (order, _, period) in book.ofPackages(beside: exported) {
            findings.append(finding(order, try reason(ofPackage: order, period, isUnissued: unissued.contains(period))))
        }
        return findings
    }

    private func finding(_ order: OrderBook.Order, _ reason: OrderWaits.Reason) -> Finding {
        OrderWaits.finding(order.decision, at: order.position, reason)
    }

    private func laterDay(_ order: OrderBook.Order) -> Day? {
        order.laterDay(than: now, in: consolidation.loaded.catalogue.organisation.timeZone)
    }

    /// Why a «duyệt» or «phát hành» waits, by the draft that lies in its folder.
    private func reason(_ order: OrderBook.Order, _ period: Period) throws -> OrderWaits.Reason {
        if let day = laterDay(order) { return .later(day) }
        let folder = PeriodFolder(workplace: workplace, period: period)
        guard let code = try DraftRecord(in: folder)?.code.flatMap(DraftCode.init(written:)) else { return .nextRun }
        guard order.code == code else { return .otherDraft(code) }
        guard order.decision.action.isIssue else { return .approved }
        if consolidation.loaded.catalogue.organisation.needsApproval {
            let title = order.decision.approver
            guard !title.isEmpty else { return .nobodyIssues }
            guard EditionIssue.isApproved(code, period, by: book.orders.map(\.decision), otherThan: title) else {
                return .notApproved
            }
        }
        let number = (try ledger.read { try $0.editions(period: period) }.last?.number ?? 0) + 1
        let path = "\(folder.path)/\(PeriodFolder.editionName(number))"
        return FolderContent.isThere(path) ? .blocked(path) : .nextRun
    }

    private func reason(
        ofPackage order: OrderBook.Order, _ period: Period, isUnissued: Bool
    ) throws -> OrderWaits.Reason {
        if let day = laterDay(order) { return .later(day) }
        if isUnissued { return .notIssued }
        return try ledger.read { try $0.editions(period: period) }.isEmpty ? .noEdition : .nextRun
    }
}

extension Decision.Action {
    fileprivate var isIssue: Bool { if case .issue = self { true } else { false } }
}
