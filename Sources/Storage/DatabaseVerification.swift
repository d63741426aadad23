import GRDB

/// Compares what a database holds with the hashes in it, and its tables with those that the migrations make.
struct DatabaseVerification {
    private let database: Database
    private let migrator: DatabaseMigrator

    init(_ database: Database, migrator: DatabaseMigrator = Schema.migrator) {
        self.database = database
        self.migrator = migrator
    }

    /// What SQLite cannot read ends one look, not all of them.
    func mismatches() throws -> [Mismatch] {
        try Mismatch.gathered(from: [damagedPages, changedHeader, changedSchema, brokenEntries, wrongPacks])
    }

    /// What SQLite finds in its pages, indexes and references.
    private func damagedPages() throws -> [Mismatch] {
        let faults = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
        let orphans = PreparedStatement(database, "PRAGMA foreign_key_check")
        var found = faults.map(Mismatch.database)
        while try orphans.step() {
            found.append(.database("\(orphans.text(0)) \(orphans.integer(1)) → \(orphans.text(2))"))
        }
        return found
    }

    /// Numbers in the file's first page, by which other programs tell what it is.
    private func changedHeader() throws -> [Mismatch] {
        func numbers(_ database: Database) throws -> [Int?] {
            try Self.headerNumbers.map { try Int.fetchOne(database, sql: "PRAGMA \($0)") }
        }
        let (made, kept) = (try Connection.empty(migrator).read(numbers), try numbers(database))
        return Self.headerNumbers.indices.filter { made[$0] != kept[$0] }.map { .schema(Self.headerNumbers[$0]) }
    }

    private static let headerNumbers = ["application_id", "user_version"]

    /// Tables, indexes and triggers that are not as the migrations make them.
    private func changedSchema() throws -> [Mismatch] {
        let made = try Connection.empty(migrator).read(objects)
        let kept = try objects(database)
        return Set(made.keys).union(kept.keys).filter { made[$0] != kept[$0] }.sorted().map(Mismatch.schema)
    }

    private func objects(_ database: Database) throws -> [String: String] {
        let rows = PreparedStatement(database, "SELECT name, coalesce(sql, '') FROM sqlite_schema")
        var objects: [String: String] = [:]
        while try rows.step() { objects[rows.text(0)] = rows.text(1) }
        return objects
    }

    private func brokenEntries() throws -> [Mismatch] {
        let payload = Payload(database)
        let rows = PreparedStatement(
            database, "SELECT seq, kind, recorded_at, previous_hash, hash FROM entry ORDER BY seq")
        var found: [Mismatch] = []
        var before = Head.empty
        while try rows.step() {
            let seq = rows.integer(0)
            let (kind, previous, hash) = (rows.text(1), rows.text(3), rows.text(4))
            if seq != before.seq + 1 || previous != before.hash { found.append(.link(seq)) }
            do {
                let computed = try payload.hash(
                    seq: seq, kind: kind, recordedAt: rows.integer(2), previous: previous)
                if computed != hash { found.append(.rows(seq, about: try subject(of: seq, kind))) }
            } catch let error as DatabaseError {
                found.append(.unreadable(seq, error.message ?? ""))
            }
            before = Head(seq: seq, hash: hash)
        }
        return found
    }

    /// Readings whose pack does not say what their rows say.
    private func wrongPacks() throws -> [Mismatch] {
        guard try database.tableExists("reading_pack") else { return [] }
        let (packer, packs) = (try ReadingPacker(database), PackReader(database))
        // Without the packs, of which all would be held until the last is known.
        let rows = PreparedStatement(
            database,
            """
            SELECT entry, month_first, month_last FROM reading LEFT JOIN reading_pack ON reading = entry
            UNION SELECT reading, month_first, month_last FROM reading_pack WHERE reading NOT IN
                (SELECT entry FROM reading)
            ORDER BY 1
            """)
        var found: [Mismatch] = []
        while try rows.step() {
            let entry = rows.integer(0)
            let pack = try packer.pack(of: entry)
            let isSame = try packs.read(of: entry, isWhole: true) { $0.elementsEqual(pack.bytes) }
            let isWhole =
                isSame && rows.optionalInteger(1) == pack.months?.lowerBound
                && rows.optionalInteger(2) == pack.months?.upperBound
            if !isWhole { found.append(.pack(entry, about: try subject(of: entry, "reading"))) }
        }
        return found
    }

    /// What an entry is about, as far as it can still be read.
    private func subject(of seq: Int, _ kind: String) throws -> String {
        let path = PreparedStatement(
            database,
            """
            SELECT path FROM receipt WHERE entry = ?1 OR entry IN (SELECT receipt FROM reading WHERE entry = ?1)
            """)
        try path.bind(seq, at: 1)
        return try path.step() ? "\(kind), \(path.text(0))" : kind
    }
}

extension Mismatch {
    /// What several looks find; one that SQLite cannot go on with is itself a finding, and does not stop the others.
    static func gathered(from looks: [() throws -> [Mismatch]]) throws -> [Mismatch] {
        var found: [Mismatch] = []
        for look in looks {
            do {
                found += try look()
            } catch let error as DatabaseError {
                found.append(.database(error.message ?? "SQLite \(error.extendedResultCode.rawValue)"))
            }
        }
        return found
    }
}
