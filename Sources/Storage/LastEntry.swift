import Domain

extension LedgerReader {
    /// What the clock said at most when an entry was recorded; `nil` where there is none.
    package var lastRecordedAt: Instant? {
        get throws {
            let row = try PreparedStatement(
                database, "SELECT recorded_at FROM entry WHERE seq <= ? ORDER BY recorded_at DESC LIMIT 1")
            try row.bind(last, at: 1)
            return try row.step() ? Instant(seconds: row.integer(0)) : nil
        }
    }
}
