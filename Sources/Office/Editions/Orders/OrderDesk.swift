import Domain
import Reporting
import Storage

/// Obeys what the officer has ordered and no run has done yet: editions, then packages.
///
/// An edition is known by the code of the draft that it was made of, a package by the order's own time: what was obeyed
/// once is not obeyed again, by whatever run.
struct OrderDesk {
    let desk: Desk
    let consolidation: Consolidation
    let book: OrderBook

    /// What came of it.
    struct Result {
        var findings: [Finding] = []
        /// Periods of which somebody has to look at the draft again, or that have a new edition.
        var periods: Set<Period> = []
        /// What stood in the place of packages and was not the program's own.
        var changed: [Bilingual] = []
        /// Periods of which an edition is ordered, and was not made.
        fileprivate var unissued: Set<Period> = []
    }

    init(_ desk: Desk, _ consolidation: Consolidation, _ orders: [OrderBook.Order]) {
        (self.desk, self.consolidation) = (desk, consolidation)
        book = OrderBook(orders)
    }

    private var ledger: Ledger { consolidation.ledger }
    private var now: Instant { desk.now }

    func obey() throws -> Result {
        var result = Result()
        guard !book.orders.isEmpty else { return result }
        let issued = try ledger.read { try $0.issuedDrafts() }
        for (period, order) in book.ofDrafts(beside: issued.map { ($0.period, $0.draft) }) {
            guard let code = order.code else { continue }
            if order.decision.action == .issue(code) {
                try issue(order, code, period, &result)
            } else {
                try lookAt(order, code, period, &result)
            }
        }
        try export(&result)
        return result
    }

    /// Makes the draft an edition, if it is the one that was looked at.
    private func issue(_ order: OrderBook.Order, _ code: DraftCode, _ period: Period, _ result: inout Result) throws {
        result.unissued.insert(period)
        func wait(_ reason: OrderWaits.Reason) {
            result.findings.append(OrderWaits.finding(order.decision, at: order.position, reason))
        }
        if let day = laterDay(order) { return wait(.later(day)) }
        let issue = try EditionIssue(period, consolidation, in: desk.workplace, now: now)
        guard !issue.draft.readings.isEmpty else { return wait(.noData) }
        guard issue.code == code else {
            result.periods.insert(period)
            return wait(.changed(now: issue.code, try moved(issue, since: code)))
        }
        if issue.draft.organisation.needsApproval {
            let title = order.decision.approver
            guard !title.isEmpty else { return wait(.nobodyIssues) }
            guard issue.isApproved(by: book.orders.map(\.decision), otherThan: title) else { return wait(.notApproved) }
        }
        if issue.isBlocked { return wait(.blocked(issue.path(of: issue.number))) }
        if let last = issue.last, try issue.isUnchanged() { return wait(.unchanged(last.number)) }
        let path = try issue.issue()
        result.unissued.remove(period)
        result.periods.insert(period)
        desk.tell(.note(.issued, ["period": period.description, "edition": "\(issue.number)"]))
        desk.tell(.result(Bilingual(vi: "Đã phát hành: \(path)", en: "Issued: \(path)")))
        desk.tell(.remark(try ledger.read { try $0.anchor }.words))
        if issue.hasGaps { desk.tell(.warning(.issuedWithGaps)) }
    }

    /// Names an approval of what is not the draft any more, and was never issued.
    private func lookAt(_ order: OrderBook.Order, _ code: DraftCode, _ period: Period, _ result: inout Result) throws {
        if try standingCode(period) == code { return }
        let issue = try EditionIssue(period, consolidation, in: desk.workplace, now: now)
        guard issue.code != code else { return }
        result.periods.insert(period)
        result.findings.append(
            OrderWaits.finding(
                order.decision, at: order.position,
                issue.draft.readings.isEmpty
                    ? .noData : .changed(now: issue.code, try moved(issue, since: code))))
    }

    /// The code of the draft that stands, where nothing has come since it was made.
    private func standingCode(_ period: Period) throws -> DraftCode? {
        let folder = PeriodFolder(workplace: desk.workplace, period: period)
        let source = try DraftRecord.source(period, consolidation.loaded, ledger)
        return try DraftRecord.standing(in: folder, madeFrom: source)?.code.flatMap(DraftCode.init(written:))
    }

    /// The figures that are others than in the draft of a code; `nil` where nobody knows what that was made of.
    private func moved(_ issue: EditionIssue, since code: DraftCode) throws -> [MovedFigure]? {
        let folder = PeriodFolder(workplace: desk.workplace, period: issue.period)
        guard let head = try PastDrafts(in: folder).head(of: code), try ledger.read({ try $0.holds(head: head) }),
            let before = try PastState(ledger: ledger).draft(issue.period, head: head)?.basis
        else { return nil }
        return issue.draft.moved(since: before, desk.language)
    }

    private func export(_ result: inout Result) throws {
        for (order, audience, period) in book.ofPackages(beside: try ledger.read { try $0.obeyedExports() }) {
            if let reason = try export(order, to: audience, period, &result) {
                result.findings.append(OrderWaits.finding(order.decision, at: order.position, reason))
            }
        }
    }

    /// Gives the newest edition out; or says why not.
    private func export(
        _ order: OrderBook.Order, to audience: Audience, _ period: Period, _ result: inout Result
    ) throws -> OrderWaits.Reason? {
        if let day = laterDay(order) { return .later(day) }
        if result.unissued.contains(period) { return .notIssued }
        guard let edition = try ledger.read({ try $0.editions(period: period) }).last else { return .noEdition }
        let unknown =
            try EditionFolders(workplace: desk.workplace, ledger: ledger).unknown().count
            + ReleaseFolders(workplace: desk.workplace, ledger: ledger).unknown().count
        guard unknown == 0 else { return .unknownSets(unknown) }
        let (plan, detail) = try PackageExport.rules(for: audience, ledger)
        var export = PackageExport(
            workplace: desk.workplace, ledger: ledger, edition: edition, plan: plan, detail: detail, signing: nil,
            recordedAt: now)
        export.order = ObeyedExport(
            at: order.decision.at, period: period, audience: audience, edition: edition.number)
        result.changed += try export.setChangedAside(desk.tell)
        let isChanged = try export.publish()
        desk.tell(.note(.exported, ["path": export.path, "changed": isChanged ? "yes" : "no"]))
        desk.tell(.result(Bilingual(vi: "Đã xuất: \(export.path)", en: "Exported: \(export.path)")))
        return nil
    }

    /// The day of an order that is still to come.
    private func laterDay(_ order: OrderBook.Order) -> Day? {
        order.laterDay(than: now, in: consolidation.loaded.catalogue.organisation.timeZone)
    }
}
