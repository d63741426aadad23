import GRDB

/// The tables of the ledger, as migrations that are never edited once they have been released.
///
/// Every row hangs on an entry: its first column is the number of that entry. Rows are added, never changed or taken
/// away. Times are seconds since 1970, days are days since 1970, months are months since year 0.
enum Schema {
    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("ledger") { database in
            try database.execute(sql: chain + intake + readings + decisions + editions)
            for table in try String.fetchAll(database, sql: tablesOfOurs) {
                try database.execute(sql: refusal(of: "UPDATE", on: table) + refusal(of: "DELETE", on: table))
            }
        }
        migrator.registerMigration("answers") { database in
            try database.execute(
                sql: answers + refusal(of: "UPDATE", on: "answer") + refusal(of: "DELETE", on: "answer"))
        }
        migrator.registerMigration("release files") { database in
            try database.execute(sql: releaseFiles)
            try database.execute(
                sql: refusal(of: "UPDATE", on: "release_file") + refusal(of: "DELETE", on: "release_file"))
        }
        migrator.registerMigration("reading packs") { database in
            try database.execute(sql: readingPacks)
            try packReadings(database)
            try database.execute(
                sql: refusal(of: "UPDATE", on: "reading_pack") + refusal(of: "DELETE", on: "reading_pack"))
        }
        migrator.registerMigration("refused cells") { database in
            try database.execute(
                sql: refusedCells + refusal(of: "UPDATE", on: "refused_cells")
                    + refusal(of: "DELETE", on: "refused_cells"))
        }
        migrator.registerMigration("orders") { database in
            try database.execute(
                sql: orders
                    + ["edition_draft", "obeyed"].map {
                        refusal(of: "UPDATE", on: $0) + refusal(of: "DELETE", on: $0)
                    }.joined())
        }
        migrator.registerMigration("wordings") { database in
            try database.execute(
                sql: wordings + refusal(of: "UPDATE", on: "wording") + refusal(of: "DELETE", on: "wording"))
        }
        migrator.registerMigration("subjects of findings") { database in
            try database.execute(
                sql: findingSubjects + refusal(of: "UPDATE", on: "finding_subject")
                    + refusal(of: "DELETE", on: "finding_subject"))
        }
        return migrator
    }()

    static let tablesOfOurs = """
        SELECT name FROM sqlite_schema
        WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'grdb_migrations' ORDER BY name
        """

    private static func refusal(of action: String, on table: String) -> String {
        """
        CREATE TRIGGER \(table)_keeps_\(action.lowercased()) BEFORE \(action) ON \(table)
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

        """
    }

    /// Rows come before their entry, whose hash covers them; hence the deferred references.
    static let onEntry = "INTEGER NOT NULL REFERENCES entry(seq) DEFERRABLE INITIALLY DEFERRED"
    static let keyOnEntry = "INTEGER PRIMARY KEY REFERENCES entry(seq) DEFERRABLE INITIALLY DEFERRED"

    private static let chain = """
        CREATE TABLE entry (
            seq INTEGER PRIMARY KEY CHECK (seq > 0),
            kind TEXT NOT NULL,
            recorded_at INTEGER NOT NULL,
            previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
            hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
        ) STRICT;
        CREATE TABLE text (
            entry \(onEntry),
            id INTEGER PRIMARY KEY,
            value TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE INDEX text_entry ON text (entry);
        CREATE TABLE blob (
            entry \(onEntry),
            sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
            size INTEGER NOT NULL CHECK (size >= 0),
            codec TEXT NOT NULL
        ) STRICT;
        CREATE INDEX blob_entry ON blob (entry);

        """

    private static let intake = """
        CREATE TABLE catalogue (
            entry \(keyOnEntry),
            digest TEXT NOT NULL CHECK (length(digest) = 64)
        ) STRICT;
        CREATE INDEX catalogue_digest ON catalogue (digest);
        CREATE TABLE catalogue_file (
            catalogue INTEGER NOT NULL REFERENCES catalogue(entry),
            n INTEGER NOT NULL,
            name TEXT NOT NULL,
            blob TEXT NOT NULL REFERENCES blob(sha256),
            PRIMARY KEY (catalogue, n),
            UNIQUE (catalogue, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE receipt (
            entry \(keyOnEntry),
            path TEXT NOT NULL,
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            size INTEGER NOT NULL CHECK (size >= 0),
            received_at INTEGER NOT NULL,
            blob TEXT REFERENCES blob(sha256) CHECK (blob IS NULL OR blob = sha256),
            UNIQUE (path, sha256)
        ) STRICT;

        """

    private static let readings = """
        CREATE TABLE reading (
            entry \(keyOnEntry),
            receipt INTEGER NOT NULL REFERENCES receipt(entry),
            catalogue INTEGER NOT NULL REFERENCES catalogue(entry),
            intake_digest TEXT NOT NULL,
            department TEXT,
            form TEXT,
            period_first INTEGER,
            period_last INTEGER,
            part TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            state TEXT NOT NULL,
            unlisted TEXT NOT NULL,
            refused_rows_without_place INTEGER NOT NULL,
            rows_read INTEGER NOT NULL,
            rows_counted INTEGER NOT NULL,
            CHECK ((period_first IS NULL) = (period_last IS NULL) AND period_first <= period_last)
        ) STRICT;
        CREATE INDEX reading_receipt ON reading (receipt);
        CREATE TABLE reading_measure (
            reading INTEGER NOT NULL REFERENCES reading(entry),
            n INTEGER NOT NULL,
            measure INTEGER NOT NULL REFERENCES text(id),
            PRIMARY KEY (reading, n)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE refused_place (
            reading INTEGER NOT NULL REFERENCES reading(entry),
            n INTEGER NOT NULL,
            unit_code INTEGER NOT NULL REFERENCES text(id),
            unit_from INTEGER,
            PRIMARY KEY (reading, n)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE tally (
            reading INTEGER NOT NULL REFERENCES reading(entry),
            n INTEGER NOT NULL,
            measure INTEGER NOT NULL REFERENCES text(id),
            unit_code INTEGER NOT NULL REFERENCES text(id),
            unit_from INTEGER,
            month INTEGER NOT NULL,
            codes INTEGER NOT NULL REFERENCES text(id),
            sum INTEGER NOT NULL,
            cells_number INTEGER NOT NULL CHECK (cells_number >= 0),
            cells_zero INTEGER NOT NULL CHECK (cells_zero >= 0),
            cells_uncollected INTEGER NOT NULL CHECK (cells_uncollected >= 0),
            cells_empty INTEGER NOT NULL CHECK (cells_empty >= 0),
            PRIMARY KEY (reading, n)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE finding (
            reading INTEGER NOT NULL REFERENCES reading(entry),
            n INTEGER NOT NULL,
            rule INTEGER NOT NULL REFERENCES text(id),
            level TEXT NOT NULL,
            file TEXT,
            line INTEGER NOT NULL,
            row INTEGER NOT NULL,
            column INTEGER,
            header INTEGER REFERENCES text(id),
            value TEXT,
            message_vi TEXT NOT NULL,
            message_en TEXT NOT NULL,
            expected_vi INTEGER REFERENCES text(id),
            expected_en INTEGER REFERENCES text(id),
            remedy_vi INTEGER NOT NULL REFERENCES text(id),
            remedy_en INTEGER NOT NULL REFERENCES text(id),
            answer TEXT,
            PRIMARY KEY (reading, n),
            CHECK ((expected_vi IS NULL) = (expected_en IS NULL))
        ) STRICT, WITHOUT ROWID;

        """

    private static let answers = """
        CREATE TABLE answer (
            reading INTEGER NOT NULL REFERENCES reading(entry),
            n INTEGER NOT NULL,
            line INTEGER NOT NULL,
            row INTEGER NOT NULL,
            column INTEGER NOT NULL,
            asked TEXT NOT NULL,
            file TEXT NOT NULL,
            rule INTEGER NOT NULL REFERENCES text(id),
            asked_row INTEGER NOT NULL,
            asked_column INTEGER,
            question TEXT NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (reading, n)
        ) STRICT, WITHOUT ROWID;

        """

    private static let decisions = """
        CREATE TABLE decision_list (
            entry \(keyOnEntry),
            receipt INTEGER NOT NULL REFERENCES receipt(entry)
        ) STRICT;
        CREATE TABLE decision (
            list INTEGER NOT NULL REFERENCES decision_list(entry),
            n INTEGER NOT NULL,
            at INTEGER NOT NULL,
            period_first INTEGER,
            period_last INTEGER,
            department TEXT,
            form TEXT,
            path TEXT,
            action TEXT NOT NULL,
            action_time INTEGER,
            reason TEXT NOT NULL,
            approver TEXT NOT NULL,
            PRIMARY KEY (list, n),
            CHECK ((period_first IS NULL) = (period_last IS NULL) AND period_first <= period_last)
        ) STRICT, WITHOUT ROWID;

        """

    private static let editions = """
        CREATE TABLE edition (
            entry \(keyOnEntry),
            period_first INTEGER NOT NULL,
            period_last INTEGER NOT NULL CHECK (period_first <= period_last),
            number INTEGER NOT NULL CHECK (number > 0),
            issued_at INTEGER NOT NULL,
            head TEXT NOT NULL CHECK (length(head) = 64),
            content_digest TEXT NOT NULL CHECK (length(content_digest) = 64),
            UNIQUE (period_first, period_last, number)
        ) STRICT;
        CREATE TABLE edition_file (
            edition INTEGER NOT NULL REFERENCES edition(entry),
            n INTEGER NOT NULL,
            name TEXT NOT NULL,
            blob TEXT NOT NULL REFERENCES blob(sha256),
            PRIMARY KEY (edition, n),
            UNIQUE (edition, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE release (
            entry \(keyOnEntry),
            edition INTEGER NOT NULL REFERENCES edition(entry),
            audience TEXT NOT NULL,
            mask TEXT NOT NULL
        ) STRICT;

        """
}
