import Domain
import Files
import GRDB

/// The append-only register of receipts, readings, decisions and editions, with the archive of their bytes.
///
/// ```swift
/// let ledger = try Ledger.open(try LedgerLock.acquire(folder: "reports", waitSeconds: 0))
/// try ledger.write(recordedAt: now) { writer in
///     try writer.record(receipt: receipt, bytes: bytes)
///     try writer.record(reading: reading, intakeDigest: digest)
/// }
/// let readings = try ledger.read { try $0.readings() }
/// ```
///
/// What one `write` records is there whole afterwards, or not at all, also where the machine stops in between.
package final class Ledger: Sendable {
    /// `reports`.
    package let folder: String
    /// False for the empty state that stands for a ledger that is not there.
    package let isPresent: Bool
    let archive: Archive
    let headFile: HeadFile
    /// `nil`: there is none, and an empty one is made for whoever reads.
    private let database: DatabaseQueue?
    /// Held for as long as the ledger may be written; `nil`: it is open to be read.
    private let lock: LedgerLock?

    private init(folder: String, queue: DatabaseQueue?, lock: LedgerLock?) {
        self.folder = folder
        isPresent = queue != nil
        database = queue
        self.lock = lock
        archive = Archive(folder: "\(folder)/\(LedgerNames.archive)")
        headFile = HeadFile(folder: folder)
    }

    deinit { try? database?.close() }

    static func databasePath(in folder: String) -> String { "\(folder)/ledger.sqlite" }

    /// Whether a database lies in a folder, in whatever state it is.
    package static func isThere(in folder: String) -> Bool { Entry.isThere(databasePath(in: folder)) }

    /// Opens a ledger to be written, makes it if need be, and brings its tables up to date.
    package static func open(_ lock: LedgerLock) throws -> Ledger {
        let path = databasePath(in: lock.folder)
        return try translatingErrors(of: path) {
            let isNew = !Entry.isThere(path)
            // A database that was lost is not replaced by an empty one.
            if isNew { try HeadFile(folder: lock.folder).check(.empty) }
            let queue = try upToDate(try Connection.writing(path), in: lock.folder)
            queue.inDatabase { Connection.watchNothing($0) }
            let ledger = Ledger(folder: lock.folder, queue: queue, lock: lock)
            try ledger.archive.prepare()
            try ledger.headFile.settle(try queue.read { try Chain.head($0) })
            if isNew { try onDisk(Folder.sync(lock.folder)) }
            return ledger
        }
    }

    /// The database with all tables of this version: made, or brought up to date.
    private static func upToDate(_ queue: DatabaseQueue, in folder: String) throws -> DatabaseQueue {
        let path = databasePath(in: folder)
        try refuseNewer(queue, path)
        guard try Upgrade(folder: folder).isDue(queue) else {
            try Schema.migrator.migrate(queue)
            try Upgrade(folder: folder).removeLeftovers()
            return queue
        }
        try HeadFile(folder: folder).settle(try queue.read { try Chain.head($0) })
        try Upgrade(folder: folder).replace(queue)
        return try Connection.writing(path)
    }

    /// Opens a ledger to be read; where there is none, the empty state. Makes and changes nothing: one of an older
    /// version is read through a copy in memory.
    package static func openIfPresent(folder: String) throws -> Ledger {
        let path = databasePath(in: folder)
        return try translatingErrors(of: path) {
            guard Entry.isThere(path) else { return try empty(folder) }
            // SQLite would wait for a pipe.
            guard (try? Entry(at: path, followingLinks: true))?.kind == .file else {
                throw LedgerError(.unreachable, place: path, detail: "no plain file")
            }
            let queue = try Connection.reading(path)
            try refuseNewer(queue, path)
            if try Upgrade(folder: folder).isDue(queue) {
                let copy = try Connection.upToDate(copyOf: queue)
                try queue.close()
                return Ledger(folder: folder, queue: copy, lock: nil)
            }
            // A first run was killed before it had made a table.
            guard try queue.read(Schema.migrator.hasCompletedMigrations) else { return try empty(folder) }
            return Ledger(folder: folder, queue: queue, lock: nil)
        }
    }

    /// What stands for a ledger that nothing was ever written into, unless its head says otherwise.
    private static func empty(_ folder: String) throws -> Ledger {
        try HeadFile(folder: folder).check(.empty)
        return Ledger(folder: folder, queue: nil, lock: nil)
    }

    private func queue() throws -> DatabaseQueue { try database ?? Connection.empty() }

    /// Reads one state of the ledger, whatever is written meanwhile.
    package func read<Value>(_ body: (LedgerReader) throws -> Value) throws -> Value {
        try translatingErrors(of: Ledger.databasePath(in: folder)) {
            try queue().read { try body(LedgerReader($0, archive: archive)) }
        }
    }

    /// Records what `body` tells the writer, in one commit. Where it throws, nothing was recorded.
    ///
    /// Inside `body`, what is recorded is read through `writer.reader`.
    ///
    /// - Parameter recordedAt: what the clock said; kept with each entry, and never printed.
    package func write<Value>(recordedAt: Instant, _ body: (LedgerWriter) throws -> Value) throws -> Value {
        try refuseIfReadOnly()
        return try translatingErrors(of: Ledger.databasePath(in: folder)) {
            var before = Head.empty
            var after = Head.empty
            let result = try queue().write { database in
                before = try Chain.head(database)
                try headFile.check(before)
                let writer = try LedgerWriter(database, archive: archive, recordedAt: recordedAt)
                let result = try body(writer)
                after = writer.head
                try archive.flush(writer.foldersToFlush)
                if after != before { try headFile.write([before, after]) }
                return result
            }
            try headFile.settle(after)
            return result
        }
    }

    func refuseIfReadOnly() throws(LedgerError) {
        guard lock != nil else {
            throw LedgerError(.contradiction, place: folder, detail: "opened to be read only")
        }
    }

    /// Copies the database, page by page and in one state.
    func copyDatabase(to path: String) throws { try DatabaseCopy.make(of: queue(), at: path) }

    private static func refuseNewer(_ queue: DatabaseQueue, _ path: String) throws {
        guard try !queue.read(Schema.migrator.hasBeenSuperseded) else {
            throw LedgerError(.newerSchema, place: path, detail: "\(try appliedMigrations(queue))")
        }
    }

    private static func appliedMigrations(_ queue: DatabaseQueue) throws -> String {
        try queue.read { try Schema.migrator.appliedIdentifiers($0).sorted().joined(separator: ", ") }
    }
}
