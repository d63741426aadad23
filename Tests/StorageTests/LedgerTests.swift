import Digest
import Domain
import GRDB
import Storage
import Testing

struct LedgerTests {
    private let place = Workplace()

    @Test func `a killed run leaves nothing, and the next goes on`() throws {
        struct Stop: Error {}
        var generator = Generator(seed: 1)
        let samples = generator.samples(6)
        let ledger = try Ledger.forWriting(place.ledger)
        try ledger.take(Array(samples[..<3]))
        let head = try ledger.head
        #expect(throws: Stop.self) {
            try ledger.write(recordedAt: now) { writer in
                try writer.record(receipt: samples[3].receipt, bytes: samples[3].bytes)
                try writer.record(reading: samples[3].reading, intakeDigest: "reader 1")
                throw Stop()
            }
        }
        #expect(try ledger.head == head)
        #expect(try ledger.read { try $0.receipts().count } == 3)
        #expect(try ledger.verify() == [])
        try ledger.take(samples)
        #expect(try ledger.read { try $0.readings().count } == 6)
        #expect(try ledger.verify() == [])
    }

    @Test func `a record that fails leaves no trace, and the run goes on`() throws {
        var generator = Generator(seed: 2)
        let samples = generator.samples(2)
        let wrong = Array("other bytes".utf8)
        let receipt = Receipt(
            path: samples[0].receipt.path, sha256: samples[0].receipt.sha256, size: wrong.count, receivedAt: now)
        let ledger = try Ledger.forWriting(place.ledger)
        try ledger.write(recordedAt: now) { writer in
            try writer.record(catalogue: catalogueDigest, files: catalogueFiles)
            let head = writer.head
            #expect(throws: LedgerError.self) { try writer.record(receipt: receipt, bytes: wrong) }
            #expect(throws: LedgerError.self) { try writer.record(reading: samples[1].reading, intakeDigest: "1") }
            #expect(writer.head == head)
            try writer.record(receipt: samples[1].receipt, bytes: samples[1].bytes)
            try writer.record(reading: samples[1].reading, intakeDigest: "1")
        }
        #expect(try ledger.read { try $0.readings() } == [samples[1].reading])
        #expect(try ledger.verify() == [])
    }

    @Test func `the same again changes nothing, not even a file's bytes`() throws {
        var generator = Generator(seed: 3)
        let samples = generator.samples(5)
        let ledger = try Ledger.forWriting(place.ledger)
        try ledger.take(samples)
        let (head, names) = (try ledger.head, place.names)
        try ledger.take(samples)
        #expect(try ledger.head == head)
        #expect(place.names == names)
        #expect(
            try ledger.read { try $0.receivedAt(path: samples[0].receipt.path, sha256: samples[0].receipt.sha256) }
                == samples[0].receipt.receivedAt)
    }

    @Test func `two ledgers fed in one order have one head`() throws {
        let other = Workplace()
        var generator = Generator(seed: 4)
        let samples = generator.samples(20)
        let first = try Ledger.forWriting(place.ledger)
        let second = try Ledger.forWriting(other.ledger)
        try first.take(samples)
        for sample in samples { try second.take([sample]) }
        #expect(try first.head == second.head)
        try second.take(samples, intakeDigest: "reader 2")
        #expect(try first.head != second.head)
    }

    @Test func `opening again migrates nothing and keeps all`() throws {
        var generator = Generator(seed: 5)
        let samples = generator.samples(3)
        try Ledger.forWriting(place.ledger).take(samples)
        let before = try bytes("ledger.sqlite")
        let ledger = try Ledger.forWriting(place.ledger)
        #expect(try ledger.read { try $0.readings().count } == 3)
        #expect(try bytes("ledger.sqlite") == before)
    }

    @Test func `reading a folder without a ledger finds the empty state and makes nothing`() throws {
        let ledger = try Ledger.openIfPresent(folder: place.ledger)
        #expect(!ledger.isPresent)
        #expect(try ledger.read { try $0.receipts() } == [])
        #expect(try ledger.read { try $0.readings() } == [])
        #expect(try ledger.head == .empty)
        #expect(try ledger.verify() == [])
        #expect(place.names == [])
        #expect(throws: LedgerError.self) { try ledger.take([]) }
    }

    @Test(arguments: [[], ["-wal", "-shm"]])
    func `reading makes and changes nothing`(lost: [String]) throws {
        var generator = Generator(seed: 6)
        let samples = generator.samples(3)
        try Ledger.forWriting(place.ledger).take(samples)
        for suffix in lost { remove("\(place.ledger)/ledger.sqlite\(suffix)") }
        let names = place.names
        let before = try bytes("ledger.sqlite")
        do {
            let ledger = try Ledger.openIfPresent(folder: place.ledger)
            #expect(try ledger.read { try $0.readings().count } == 3)
            #expect(try ledger.verify() == [])
        }
        #expect(place.names == names)
        #expect(try bytes("ledger.sqlite") == before)
    }

    @Test func `a reader sees one state while a run goes on`() throws {
        var generator = Generator(seed: 7)
        let samples = generator.samples(4)
        let writing = try Ledger.forWriting(place.ledger)
        try writing.take(Array(samples[..<2]))
        let reading = try Ledger.openIfPresent(folder: place.ledger)
        try reading.read { reader in
            #expect(try reader.receipts().count == 2)
            try writing.take(samples)
            #expect(try reader.receipts().count == 2)
        }
        #expect(try reading.read { try $0.receipts().count } == 4)
    }

    @Test(arguments: [
        "entry", "text", "blob", "catalogue", "receipt", "reading", "tally", "finding", "finding_subject",
    ])
    func `no row is changed or taken away`(table: String) throws {
        var generator = Generator(seed: 8)
        try Ledger.forWriting(place.ledger).take(generator.samples(9))
        let database = try DatabaseQueue(path: "\(place.ledger)/ledger.sqlite")
        let column = try database.read { try $0.columns(in: table)[0].name }
        for sql in ["DELETE FROM \(table)", "UPDATE \(table) SET \(column) = \(column)"] {
            #expect(throws: DatabaseError.self) { try database.write { try $0.execute(sql: sql) } }
        }
    }

    @Test func `a database of a newer version is refused`() throws {
        try Ledger.forWriting(place.ledger).take([])
        try DatabaseQueue(path: "\(place.ledger)/ledger.sqlite").write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('from the future')")
        }
        let opened = { _ = try Ledger.openIfPresent(folder: place.ledger) }
        #expect { try opened() } throws: { ($0 as? LedgerError)?.reason == .newerSchema }
        #expect { _ = try Ledger.forWriting(place.ledger) } throws: { ($0 as? LedgerError)?.reason == .newerSchema }
    }

    @Test func `a database without its tables is the empty state, unless the head says otherwise`() throws {
        try Ledger.forWriting(place.ledger).take([])
        try DatabaseQueue(path: "\(place.ledger)/ledger.sqlite").write {
            try $0.execute(sql: "DELETE FROM grdb_migrations")
        }
        #expect { _ = try Ledger.openIfPresent(folder: place.ledger) } throws: {
            ($0 as? LedgerError)?.reason == .damaged
        }
        remove("\(place.ledger)/ledger.head")
        #expect(try !Ledger.openIfPresent(folder: place.ledger).isPresent)
    }

    @Test func `a copy made while a run goes on is a ledger that verifies, and the copy of it too`() throws {
        var generator = Generator(seed: 9)
        let samples = generator.samples(6)
        let ledger = try Ledger.forWriting(place.ledger)
        try ledger.take(Array(samples[..<4]))
        let head = try ledger.head
        let reading = try Ledger.openIfPresent(folder: place.ledger)
        try ledger.write(recordedAt: now) { writer in
            try writer.record(receipt: samples[4].receipt, bytes: samples[4].bytes)
            try reading.copy(to: "\(place.path)/copy")
        }
        let copy = try Ledger.openIfPresent(folder: "\(place.path)/copy")
        #expect(try copy.head == head)
        #expect(try copy.verify() == [])
        try copy.copy(to: "\(place.path)/restored")
        let restored = try Ledger.forWriting("\(place.path)/restored")
        try restored.take(samples)
        #expect(try restored.read { try $0.readings().count } == 6)
        #expect(try restored.verify() == [])
        #expect(throws: LedgerError.self) { try reading.copy(to: "\(place.path)/copy") }
    }

    @Test func `a file that is no database is damage`() throws {
        try Ledger.forWriting(place.ledger).take([])
        let path = "\(place.ledger)/ledger.sqlite"
        for suffix in ["-wal", "-shm"] { remove(path + suffix) }
        try write(Array(repeating: UInt8(ascii: "x"), count: 4_096), to: path)
        #expect { _ = try Ledger.openIfPresent(folder: place.ledger) } throws: {
            ($0 as? LedgerError)?.reason == .damaged
        }
    }

    private func bytes(_ name: String) throws -> [UInt8] { try contents(of: "\(place.ledger)/\(name)") }
}
