import Domain
import Reporting
import Storage

/// Who has sent what, who owes what.
package struct StatusOutcome {
    /// Without a figure.
    package let basis: Basis
    /// What cannot be read or lies in the wrong place, files that count and are gone from their folder, and orders that wait.
    package let findings: [Finding]

    /// Whether anything is missing, waits for a decision or needs somebody.
    package var needsPerson: Bool {
        findings.contains(where: \.needsPerson)
            || basis.roll.entries.contains { entry in
                (!entry.isReceived && entry.state != .exempt) || !entry.waiting.isEmpty
            }
    }
}

extension Desk {
    /// - Parameter period: `nil`: the latest month that is over and has a folder.
    package func status(_ period: Period? = nil) throws -> StatusOutcome {
        let loaded = try workplace.loadCatalogue()
        let period = try period ?? Consolidation.latestMonth(workplace, loaded.catalogue, now: now)
        let ledger = try Ledger.openIfPresent(folder: workplace.reports)
        let consolidation = Consolidation(loaded: loaded, ledger: ledger)
        let basis = try consolidation.submissions(period)
        let inbox = try Inbox(workplace.submissionsFolder)
        let inForce = ledger.isPresent ? try ledger.read { try DecisionsFile.InForce($0) } : DecisionsFile.InForce()
        let list = try DecisionsFile.look(in: workplace, loaded, beside: inForce)
        let findings =
            (inbox.findings + list.findings + DecisionsByName.findings(in: workplace)).filter(\.needsPerson)
            + FilesGone(present: Set(inbox.paths.map { ShownPath($0).text }), unlisted: inbox.unlisted).findings(basis)
            + (try WaitingOrders(
                workplace: workplace, consolidation: consolidation, book: list.orders, now: now
            ).findings())
        return StatusOutcome(basis: basis, findings: findings)
    }
}
