import Digest
import Domain
import GRDB
import Testing

@testable import Storage

struct VerificationTests {
    private let place = Workplace()

    @Test(
        arguments: [
            "UPDATE tally SET sum = sum + 1 WHERE n = 0 AND reading = ",
            "UPDATE finding SET message_vi = message_vi || '.' WHERE reading = ",
            "UPDATE finding SET answer = '' WHERE answer IS NULL AND reading = ",
            "DELETE FROM finding WHERE n = 0 AND reading = ",
            "UPDATE reading SET rows_read = rows_read + 1 WHERE entry = ",
            "UPDATE entry SET recorded_at = recorded_at + 1 WHERE seq = ",
        ])
    func `a changed row is found, and its entry named`(sql: String) throws {
        let samples = try fill()
        let seq = try newestReading()
        try withoutTriggers { try $0.execute(sql: "\(sql) \(seq)") }
        let found = try Ledger.openIfPresent(folder: place.ledger).verify()
        let mismatch = try #require(found.first { $0.subject == .entry(seq) })
        #expect(mismatch.message.vi.contains("reading, \(samples[samples.count - 1].receipt.path)"))
        #expect(!found.contains { $0.subject == .entry(seq - 1) || $0.subject == .entry(seq + 1) })
    }

    @Test func `a changed text names the entry that brought it`() throws {
        try fill()
        let database = try DatabaseQueue(path: "\(place.ledger)/ledger.sqlite")
        try withoutTriggers { try $0.execute(sql: "UPDATE text SET value = 'another' WHERE id = 1") }
        let seq = try #require(try database.read { try Int.fetchOne($0, sql: "SELECT entry FROM text WHERE id = 1") })
        #expect(try subjects().contains(.entry(seq)))
    }

    @Test func `a trigger that is gone is named`() throws {
        try fill()
        try DatabaseQueue(path: "\(place.ledger)/ledger.sqlite").write {
            try $0.execute(sql: "DROP TRIGGER tally_keeps_update")
        }
        #expect(try subjects() == [.schema("tally_keeps_update")])
    }

    @Test func `any flipped byte of an archived file is found`() throws {
        let samples = try fill()
        let sha256 = samples[0].receipt.sha256
        let path = "\(place.ledger)/archive/\(sha256.prefix(2))/\(sha256).lz4"
        let whole = try contents(of: path)
        for index in whole.indices {
            var bytes = whole
            bytes[index] ^= 1
            try write(bytes, to: path)
            #expect(try subjects() == [.blob(sha256)], "byte \(index) of \(whole.count)")
        }
        remove(path)
        #expect(try subjects() == [.blob(sha256)])
    }

    @Test func `a tail that was cut off does not fit the head beside the database`() throws {
        try fill()
        let last = try newestReading()
        try withoutTriggers {
            for table in [
                "refused_cells", "tally", "finding_subject", "finding", "answer", "reading_measure", "refused_place",
                "reading_pack",
            ] {
                try $0.execute(sql: "DELETE FROM \(table) WHERE reading = \(last)")
            }
            try $0.execute(sql: "DELETE FROM reading WHERE entry = \(last)")
            try $0.execute(sql: "DELETE FROM text WHERE entry = \(last)")
            try $0.execute(sql: "DELETE FROM entry WHERE seq = \(last)")
        }
        #expect(try subjects() == [.head])
        #expect { try Ledger.forWriting(place.ledger).take([]) } throws: { ($0 as? LedgerError)?.reason == .damaged }
    }

    @Test func `a head or database that is gone is missed`() throws {
        try fill()
        let kept = try contents(of: "\(place.ledger)/ledger.head")
        remove("\(place.ledger)/ledger.head")
        #expect(try subjects() == [.head])
        try write(kept, to: "\(place.ledger)/ledger.head")
        for suffix in ["", "-wal", "-shm"] { remove("\(place.ledger)/ledger.sqlite\(suffix)") }
        for open in [{ try Ledger.openIfPresent(folder: place.ledger) }, { try Ledger.forWriting(place.ledger) }] {
            #expect { _ = try open() } throws: { ($0 as? LedgerError)?.reason == .damaged }
        }
    }

    @Test func `a head that names the one before a killed run still fits, and is made whole by the next run`() throws {
        try fill()
        let path = "\(place.ledger)/ledger.head"
        let settled = try contents(of: path)
        try write(Array("0 \(Head.empty.hash)\n".utf8) + settled, to: path)
        let leftover = "\(place.ledger)/.ledger.head.writing"
        try write(settled, to: leftover)
        #expect(try subjects() == [])
        _ = try Ledger.forWriting(place.ledger)
        #expect(try contents(of: path) == settled)
        #expect(!place.names.contains(leftover))
    }

    @Test func `every column of every table is covered by the hash of an entry`() throws {
        try fill()
        let database = try DatabaseQueue(path: "\(place.ledger)/ledger.sqlite")
        let tables = try database.read {
            try String.fetchAll(
                $0,
                sql: """
                    SELECT name FROM sqlite_schema
                    WHERE type = 'table' AND name NOT IN ('entry', 'grdb_migrations', 'reading_pack')
                    """)
        }
        for table in tables {
            let columns = try database.read { try $0.columns(in: table).map(\.name) }
            let covered = Payload.tables.first { $0.name == table }?.columns.split(separator: ", ").map(String.init)
            #expect(covered == columns, "\(table)")
        }
    }

    @Test(arguments: [
        "month_first = month_first - 1", "month_last = month_last + 1", "bytes = CAST(bytes || x'00' AS BLOB)",
    ])
    func `a pack that does not say what the rows of its reading say is named with its entry`(change: String) throws {
        try fill()
        let entry = try newestReading()
        try withoutTriggers { try $0.execute(sql: "UPDATE reading_pack SET \(change) WHERE reading = \(entry)") }
        #expect(try subjects() == [.entry(entry)])
    }

    @Test func `a reading without its pack is named, and is not taken for one without figures`() throws {
        try fill()
        let entry = try newestReading()
        try withoutTriggers { try $0.execute(sql: "DELETE FROM reading_pack WHERE reading = \(entry)") }
        #expect(try subjects() == [.entry(entry)])
        #expect(throws: LedgerError.self) {
            try Ledger.openIfPresent(folder: place.ledger).read { try $0.readings() }
        }
    }

    @discardableResult
    private func fill() throws -> [Sample] {
        var generator = Generator(seed: 40)
        var samples = generator.samples(12)
        func isRich(_ reading: Reading) -> Bool {
            !reading.tallies.isEmpty && reading.findings.contains { $0.answer == nil }
        }
        while samples.last.map({ !isRich($0.reading) }) ?? true { samples.append(generator.sample(samples.count)) }
        try Ledger.forWriting(place.ledger).take(samples)
        return samples
    }

    private func subjects() throws -> [Mismatch.Subject] {
        try Ledger.openIfPresent(folder: place.ledger).verify().map(\.subject)
    }

    private func newestReading() throws -> Int {
        let database = try DatabaseQueue(path: "\(place.ledger)/ledger.sqlite")
        return try #require(try database.read { try Int.fetchOne($0, sql: "SELECT max(entry) FROM reading") })
    }

    /// Changes rows as somebody would who gets at the file.
    private func withoutTriggers(_ body: (Database) throws -> Void) throws {
        try DatabaseQueue(path: "\(place.ledger)/ledger.sqlite").writeWithoutTransaction { database in
            let triggers = try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
            try body(database)
            for trigger in triggers { try database.execute(sql: trigger["sql"]) }
        }
    }
}
