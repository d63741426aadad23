import Domain
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Storage

/// Ledgers as earlier versions of the program wrote them, kept as they were in `Fixtures/ledger-N`.
struct UpgradeTests {
    private let place = Workplace()

    /// Puts the ledger of a fixture into the test's folder.
    private func lay(_ fixture: String) throws {
        let source = "\(Repository.root)/Tests/CommandTests/Fixtures/\(fixture)"
        try FileManager.default.createDirectory(atPath: place.ledger, withIntermediateDirectories: true)
        for name in ["ledger.head", "archive"] {
            try FileManager.default.copyItem(atPath: "\(source)/\(name)", toPath: "\(place.ledger)/\(name)")
        }
        let sql = String(decoding: try contents(of: "\(source)/ledger.sql"), as: UTF8.self)
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    private var path: String { "\(place.ledger)/ledger.sqlite" }

    /// The migrations of a version to come.
    private var later: DatabaseMigrator {
        var migrator = Schema.migrator
        migrator.registerMigration("later") { database in
            try database.execute(
                sql: "CREATE TABLE later (entry INTEGER PRIMARY KEY REFERENCES entry(seq), word TEXT) STRICT")
        }
        return migrator
    }

    private func tables(_ path: String) throws -> [String] {
        try tables(DatabaseQueue(path: path))
    }

    private func tables(_ queue: DatabaseQueue) throws -> [String] {
        try queue.read { try String.fetchAll($0, sql: Schema.tablesOfOurs) }
    }

    private func faults(_ queue: DatabaseQueue) throws -> [Mismatch] {
        try queue.read { try DatabaseVerification($0, migrator: later).mismatches() }
    }

    @Test(arguments: ["ledger-1"])
    func `the ledger of an earlier version is brought up to date with all that it holds`(fixture: String) throws {
        try lay(fixture)
        let (isDue, kept): (Bool, String) = try {
            let queue = try DatabaseQueue(path: path)
            let upgrade = Upgrade(folder: place.ledger)
            return (try upgrade.isDue(queue), try upgrade.keptPath(queue))
        }()
        let before = try Ledger.openIfPresent(folder: place.ledger)
        #expect(try before.verify() == [])
        let old = try before.read { reader in
            (
                try reader.head, try reader.receipts(), try reader.readings(), try reader.editions(),
                try reader.decisions()
            )
        }
        #expect(old.0.seq == 22 && old.1.count == 10 && old.2.count == 9 && old.3.count == 1)
        var generator = Generator(seed: 21)
        do {
            let ledger = try Ledger.forWriting(place.ledger)
            #expect(try ledger.verify() == [])
            let now = try ledger.read { reader in
                (
                    try reader.head, try reader.receipts(), try reader.readings(), try reader.editions(),
                    try reader.decisions()
                )
            }
            #expect(now == old)
            try ledger.take(generator.samples(2))
        }
        let leftover = "\(place.ledger)/.ledger.sqlite.upgrading-shm"
        try write([0], to: leftover)
        _ = try Ledger.forWriting(place.ledger)
        #expect(!place.names.contains(leftover))
        let ledger = try Ledger.openIfPresent(folder: place.ledger)
        #expect(try ledger.verify() == [])
        #expect(try ledger.read { try $0.readings().count } == 11)
        #expect(FileManager.default.fileExists(atPath: kept) == isDue)
    }

    @Test func `a copy is migrated, verified and switched, and the old ledger is kept beside it`() throws {
        try lay("ledger-1")
        // What stands in the log alone goes into both, too.
        var generator = Generator(seed: 22)
        let ledger = try Ledger.forWriting(place.ledger)
        try ledger.take(generator.samples(3))
        let head = try ledger.head
        let upgrade = Upgrade(folder: place.ledger, migrator: later)
        // What a killed upgrade has left.
        try write(Array("half".utf8), to: "\(place.ledger)/.ledger.sqlite.upgrading")
        let queue = try Connection.writing(path)
        #expect(try upgrade.isDue(queue))
        try upgrade.replace(queue)
        #expect(try tables(path).contains("later"))
        #expect(try DatabaseQueue(path: path).read { try Chain.head($0) } == head)
        let kept = "\(path).before-later"
        #expect(try !tables(kept).contains("later"))
        #expect(try DatabaseQueue(path: kept).read { try Chain.head($0) } == head)
        #expect(!FileManager.default.fileExists(atPath: "\(place.ledger)/.ledger.sqlite.upgrading"))
        #expect(!FileManager.default.fileExists(atPath: "\(path)-wal"))
        #expect(try !upgrade.isDue(Connection.writing(path)))
        #expect(try faults(try DatabaseQueue(path: path)) == [])
    }

    @Test func `the backup of an earlier version is restored with the tables of this one`() throws {
        try lay("ledger-1")
        let backup = try Ledger.openIfPresent(folder: place.ledger)
        try backup.copy(to: "\(place.path)/restored")
        let restored = try Ledger.forWriting("\(place.path)/restored")
        #expect(try restored.verify() == [])
        #expect(try restored.head == backup.head)
        #expect(
            try tables("\(place.path)/restored/ledger.sqlite")
                == Connection.empty().read { database in
                    try String.fetchAll(database, sql: Schema.tablesOfOurs)
                })
    }

    @Test func `an old ledger that is damaged is not replaced`() throws {
        try lay("ledger-1")
        let database = try DatabaseQueue(path: path)
        try database.write { database in
            try database.execute(sql: "DROP TRIGGER tally_keeps_update; UPDATE tally SET sum = sum + 1 WHERE n = 0")
        }
        try database.close()
        let before = try tables(path)
        let queue = try Connection.writing(path)
        #expect { try Upgrade(folder: place.ledger, migrator: later).replace(queue) } throws: {
            ($0 as? LedgerError)?.reason == .damaged
        }
        #expect(try tables(path) == before)
    }

    @Test func `an old ledger is read without being changed`() throws {
        try lay("ledger-1")
        let bytes = try contents(of: path)
        let names = place.names
        do {
            let queue = try Connection.reading(path)
            let copy = try Connection.upToDate(copyOf: queue, later)
            #expect(try tables(copy).contains("later"))
            #expect(try faults(copy) == [])
        }
        #expect(try contents(of: path) == bytes)
        #expect(place.names == names)
    }
}
