import Domain
import Storage

extension Desk {
    /// Looks at the catalogue, the folders, the disk, the ledger, the clock, the backups and the files that wait; changes
    /// nothing.
    ///
    /// - Parameter isTold: Whether the time was given, so that it says nothing of the machine's clock.
    package func examine(isTold: Bool) throws -> Health {
        let now = now
        var health = Health()
        let catalogue = health.examineCatalogue(workplace, now: now)
        if let catalogue { health.examineReadiness(of: catalogue, workplace, now: now) }
        health.examineFolders(workplace)
        health.examineDisk(workplace)
        let ledger = health.examineLedger(workplace)
        let recorded = try ledger?.read { try $0.lastRecordedAt }
        health.examineClock(now, isTold: isTold, catalogue: catalogue, lastRecordedAt: recorded ?? nil)
        if let ledger { try health.examineBackup(ledger, in: workplace.reports, now: now) }
        if let catalogue { try health.examineInbox(workplace, catalogue, ledger, now: now) }
        return health
    }
}
