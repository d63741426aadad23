import GRDB

extension Schema {
    /// What hangs on a reading, in one row: a report looks at hundreds of thousands of tallies, and SQLite hands over
    /// three million rows a second. The rows remain what the entry's hash covers; the pack is worked out from them.
    static let readingPacks = """
        CREATE TABLE reading_pack (
            reading INTEGER PRIMARY KEY REFERENCES reading(entry),
            month_first INTEGER,
            month_last INTEGER,
            bytes BLOB NOT NULL,
            CHECK ((month_first IS NULL) = (month_last IS NULL) AND month_first <= month_last)
        ) STRICT;

        """

    /// Packs what was read before there were packs.
    static func packReadings(_ database: Database) throws {
        let packer = try ReadingPacker(database)
        for entry in try Int.fetchAll(database, sql: "SELECT entry FROM reading ORDER BY entry") {
            try packer.insert(packer.pack(of: entry), of: entry)
        }
    }
}
