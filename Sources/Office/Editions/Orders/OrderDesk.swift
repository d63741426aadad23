import Domain
import Reporting
import Storage

/// Obeys what the officer has ordered and no run has done yet: editions, then packages.
///
/// An edition is known by the code of the draft that it was made of, a package by the order's own time: what was obeyed
/// once is not obeyed again, by whatever run.
struct OrderDesk {
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
    }

    let desk: Desk
    let consolidation: Consolidation
    /// By their times, then in the order of their list.
    let orders: [Order]

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

    init(_ desk: Desk, _ consolidation: Consolidation, _ orders: [Order]) {
        (self.desk, self.consolidation) = (desk, consolidation)
        let placed = orders.enumerated().map {
            Order(decision: $0.element.decision, position: $0.element.position, place: $0.offset)
        }
        self.orders = placed.sorted { ($0.decision.at, $0.place) < ($1.decision.at, $1.place) }
    }

    private var ledger: Ledger { consolidation.ledger }
    private var now: Instant { desk.now }

    func obey() throws -> Result {
        var result = Result()
        guard !orders.isEmpty else { return result }
        let issued = try ledger.read { try $0.issuedDrafts() }
        let periods = Set(orders.filter { $0.code != nil }.compactMap(\.decision.period))
        for period in periods.sorted() {
            let codes = Set(issued.filter { $0.period == period }.map(\.draft))
            guard let order = waiting(in: period, beside: codes), let code = order.code else { continue }
            if order.decision.action == .issue(code) {
                try issue(order, code, period, &result)
            } else {
                try lookAt(order, code, period, &result)
            }
        }
        try export(&result)
        return result
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

    /// Makes the draft an edition, if it is the one that was looked at.
    private func issue(_ order: Order, _ code: DraftCode, _ period: Period, _ result: inout Result) throws {
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
            guard issue.isApproved(by: orders.map(\.decision), otherThan: title) else { return wait(.notApproved) }
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
    private func lookAt(_ order: Order, _ code: DraftCode, _ period: Period, _ result: inout Result) throws {
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
        guard let head = PastDrafts(in: folder).head(of: code), try ledger.read({ try $0.holds(head: head) }),
            let before = try PastState(ledger: ledger).draft(issue.period, head: head)?.basis
        else { return nil }
        return issue.draft.moved(since: before, desk.language)
    }

    private func export(_ result: inout Result) throws {
        // As many lines of one day for one audience as there are, so many times it is given out.
        var obeyed = try ledger.read { try $0.obeyedExports() }
        for order in orders {
            guard case .export(let audience) = order.decision.action, let period = order.decision.period else {
                continue
            }
            let done = obeyed.firstIndex {
                $0.at == order.decision.at && $0.period == period && $0.audience == audience
            }
            if let done {
                obeyed.remove(at: done)
                continue
            }
            if let reason = try export(order, to: audience, period, &result) {
                result.findings.append(OrderWaits.finding(order.decision, at: order.position, reason))
            }
        }
    }

    /// Gives the newest edition out; or says why not.
    private func export(
        _ order: Order, to audience: Audience, _ period: Period, _ result: inout Result
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
    private func laterDay(_ order: Order) -> Day? {
        order.decision.at > now ? order.decision.at.day(in: consolidation.loaded.catalogue.organisation.timeZone) : nil
    }
}
