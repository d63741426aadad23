import Files
import GRDB

/// A copy of a database as a file.
enum DatabaseCopy {
    /// What SQLite puts beside a database while it is written.
    private static let companions = ["", "-journal", "-wal", "-shm"]

    /// Removes a copy, or what a killed run has left of it.
    static func remove(_ path: String) throws {
        for companion in companions { try onDisk(Entry.remove(path + companion)) }
    }

    /// Copies one state, page by page, under a private name, in place of what a killed run has left there; the copy
    /// lasts once this returns.
    ///
    /// - Parameter change: What is done to the copy before.
    static func make(
        of source: DatabaseQueue, at path: String, _ change: (DatabaseQueue) throws -> Void = { _ in }
    ) throws {
        try remove(path)
        try translatingErrors(of: path) {
            try Connection.prepare(path)
            let target = try Connection.plain(path)
            try source.backup(to: target)
            // Without a log beside it, it is one file, which can be given another name.
            try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try change(target)
            try target.close()
        }
        // Of what it cannot take away beside a file that it closes SQLite says nothing.
        for companion in companions.dropFirst() { try onDisk(Entry.remove(path + companion)) }
        let file = try OpenFile(reading: path)
        try onDisk(file.sync())
    }
}
