import Domain
import Files

extension LedgerReader {
    /// What the clock said at most when an entry was recorded; `nil` where there is none.
    package var lastRecordedAt: Instant? {
        get throws {
            let row = PreparedStatement(
                database, "SELECT recorded_at FROM entry WHERE seq <= ? ORDER BY recorded_at DESC LIMIT 1")
            try row.bind(last, at: 1)
            return try row.step() ? Instant(seconds: row.integer(0)) : nil
        }
    }
}

extension Ledger {
    /// Whether an older version of the program wrote the ledger in a folder, so that the next run brings it up to date.
    package static func isOfOlderVersion(folder: String) throws -> Bool {
        let path = databasePath(in: folder)
        return try translatingErrors(of: path) {
            guard Entry.isThere(path) else { return false }
            let queue = try Connection.reading(path)
            defer { try? queue.close() }
            return try Upgrade(folder: folder).isDue(queue)
        }
    }
}
