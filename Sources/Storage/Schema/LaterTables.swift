import GRDB

/// The tables that came after the first ledgers, in the order of their migrations.
extension Schema {
    /// What was given to an audience, file by file: the parts of the package, what was suppressed, what was shown.
    static let releaseFiles = """
        CREATE TABLE release_file (
            release INTEGER NOT NULL REFERENCES release(entry),
            n INTEGER NOT NULL,
            role TEXT NOT NULL,
            name TEXT NOT NULL,
            blob TEXT NOT NULL REFERENCES blob(sha256),
            PRIMARY KEY (release, n),
            UNIQUE (release, role, name)
        ) STRICT, WITHOUT ROWID;

        """

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

    /// How many cells of a tally hold something that cannot be counted; `n` is the tally's. Tallies without any have no row.
    static let refusedCells = """
        CREATE TABLE refused_cells (
            reading INTEGER NOT NULL REFERENCES reading(entry),
            n INTEGER NOT NULL,
            cells INTEGER NOT NULL CHECK (cells > 0),
            PRIMARY KEY (reading, n),
            FOREIGN KEY (reading, n) REFERENCES tally (reading, n)
        ) STRICT, WITHOUT ROWID;

        """

    /// Of which draft an edition was made, and which orders to give out a package were obeyed, so that none is obeyed twice.
    static let orders = """
        CREATE TABLE edition_draft (
            edition INTEGER PRIMARY KEY REFERENCES edition(entry),
            code INTEGER NOT NULL CHECK (code BETWEEN 0 AND 4294967295)
        ) STRICT;
        CREATE TABLE obeyed (
            entry INTEGER PRIMARY KEY REFERENCES entry(seq) DEFERRABLE INITIALLY DEFERRED,
            at INTEGER NOT NULL,
            audience TEXT NOT NULL,
            edition INTEGER NOT NULL REFERENCES edition(entry)
        ) STRICT;

        """

    /// Officers' copies of reports' texts: the newest of a period and language is in force.
    static let wordings = """
        CREATE TABLE wording (
            entry \(keyOnEntry),
            period_first INTEGER NOT NULL,
            period_last INTEGER NOT NULL CHECK (period_first <= period_last),
            language TEXT NOT NULL,
            receipt INTEGER NOT NULL REFERENCES receipt(entry)
        ) STRICT;
        CREATE INDEX wording_period ON wording (period_first, period_last, language);

        """

    /// What the question of a row is of; `n` is the finding's. Findings of anything else have no row.
    static let findingSubjects = """
        CREATE TABLE finding_subject (
            reading INTEGER NOT NULL REFERENCES reading(entry),
            n INTEGER NOT NULL,
            unit_code INTEGER NOT NULL REFERENCES text(id),
            unit_from INTEGER,
            measure INTEGER REFERENCES text(id),
            PRIMARY KEY (reading, n)
        ) STRICT, WITHOUT ROWID;

        """
}
