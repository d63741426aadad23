import Files
import GRDB

/// Brings the ledger of an older version of the program up to date.
///
/// The migrations change a copy, which is verified and only then takes the place of the old ledger, in one rename. The
/// old one is kept beside it, under the name of the first migration that it lacked.
struct Upgrade {
    /// `reports`.
    let folder: String
    var migrator = Schema.migrator

    private var path: String { Ledger.databasePath(in: folder) }
    private var privatePath: String { "\(folder)/.ledger.sqlite.upgrading" }

    /// Whether a database has tables of an older version; one without any is no ledger yet.
    func isDue(_ queue: DatabaseQueue) throws -> Bool {
        try queue.read { database in
            let applied = try migrator.appliedIdentifiers(database)
            return !applied.isEmpty && !applied.isSuperset(of: migrator.migrations)
        }
    }

    /// Removes what a run that was stopped has left of a copy.
    func removeLeftovers() throws { try DatabaseCopy.remove(privatePath) }

    /// Where the old ledger is kept.
    func keptPath(_ queue: DatabaseQueue) throws -> String {
        let applied = try queue.read(migrator.appliedIdentifiers)
        let first = migrator.migrations.first { !applied.contains($0) } ?? ""
        return "\(path).before-\(first.replacing(" ", with: "-"))"
    }

    /// Puts the migrated copy in the place of the ledger, which is closed. Its lock is held by the caller.
    func replace(_ queue: DatabaseQueue) throws {
        let head = try queue.read { try Chain.head($0) }
        let kept = try keptPath(queue)
        try DatabaseCopy.make(of: queue, at: privatePath)
        try onDisk(Entry.rename(privatePath, to: kept))
        try DatabaseCopy.make(of: queue, at: privatePath) { copy in
            try migrator.migrate(copy)
            try copy.read { database in
                let faults = try DatabaseVerification(database, migrator: migrator).mismatches()
                guard let fault = faults.first else { return }
                throw LedgerError(.damaged, place: path, detail: fault.message.en)
            }
            guard try copy.read({ try Chain.head($0) }) == head else {
                throw LedgerError(.damaged, place: path, detail: "head \(head)")
            }
        }
        // The log goes into the old ledger, and is gone for good before it could be taken for the log of the new one.
        try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try queue.close()
        for suffix in ["-wal", "-shm"] { try onDisk(Entry.remove(path + suffix)) }
        try onDisk(Folder.sync(folder))
        try onDisk(Entry.rename(privatePath, to: path))
        try onDisk(Folder.sync(folder))
    }
}
