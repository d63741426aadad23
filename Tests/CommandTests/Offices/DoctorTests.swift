import Foundation
import Testing

@testable import Domain
@testable import Office

/// What `doctor` says of an office; each fault has a golden case, or is here.
struct DoctorTests {
    @Test func `an office that is well ends with 0 and says what was looked at`() throws {
        let office = try SmallOffice(isClean: true)
        #expect(try office.run(["run", "2026-10", "--quiet"]).exit == 0)
        #expect(try office.run(["backup", "ban-sao"]).exit == 0)
        let ending = try office.run(["doctor"])
        #expect(ending.exit == 0, "\(ending)")
        #expect(ending.output.split(separator: "\n").count { $0.hasPrefix("đạt: ") } >= 7)
        let quiet = try office.run(["doctor", "--quiet"])
        #expect(quiet.exit == 0 && quiet.output.isEmpty && quiet.errors.isEmpty, "\(quiet)")
    }

    @Test func `it changes nothing`() throws {
        let office = try SmallOffice()
        #expect(try office.run(["doctor"]).exit <= 1)
        #expect(!FileManager.default.fileExists(atPath: office.url("reports").path))
        _ = try office.run(["run", "2026-10", "--quiet"])
        let before = try FileTree.read(office.url("reports")).filter { !$0.key.hasSuffix("-shm") }
        _ = try office.run(["doctor"])
        #expect(try FileTree.read(office.url("reports")).filter { !$0.key.hasSuffix("-shm") } == before)
    }

    @Test func `as JSON it has findings with rule, level, file and remedy`() throws {
        let office = try SmallOffice()
        _ = try office.run(["run", "2026-10", "--quiet"])
        let ending = try office.run(["doctor", "--format", "json", "--lang", "en"])
        #expect(ending.exit == 1)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
        let findings = try #require(object["findings"] as? [[String: Any]])
        let backup = try #require(findings.first { $0["rule"] as? String == "no-backup" })
        #expect(backup["level"] as? String == "query" && backup["file"] as? String == "reports")
        #expect((backup["remedy"] as? String)?.hasPrefix("Run “tonghop backup DIR”") == true)
        #expect((object["passed"] as? [String])?.isEmpty == false)
    }

    @Test func `room for some months and twice the ledger is asked for, and too little for one run is an error`() {
        func level(_ free: UInt64, files: UInt64? = nil, ledger: UInt64 = 0) -> Finding.Level? {
            var health = Health()
            health.judge(DiskSpace(free: free << 20, filesFree: files), at: "reports", ledger: ledger << 20)
            return health.findings.first?.level
        }
        #expect(level(600) == nil)
        #expect(level(511) == .query)
        #expect(level(600, ledger: 45) == .query)
        #expect(level(63) == .error)
        #expect(level(600, files: 999) == .query)
        #expect(level(600, files: 0) == .error)
    }

    @Test(.enabled(if: geteuid() == 0))
    func `root is told to stay out of another user's ledger`() throws {
        let office = try SmallOffice(isClean: true)
        _ = try office.run(["run", "2026-10", "--quiet"])
        #expect(try !office.run(["doctor"]).output.contains("[run-as-root]"))
        #expect(chown(office.url("reports").path, 65_534, 65_534) == 0)
        let ending = try office.run(["doctor"])
        #expect(ending.exit == 1 && ending.output.contains("[run-as-root]"), "\(ending)")
    }

    @Test func `a ledger of an older version stands in nobody's way, and the next run brings it up to date`() throws {
        let office = try SmallOffice()
        let fixture = SmallOffice.tests.appendingPathComponent("Fixtures/ledger-1").path
        let laid = try office.shell(
            """
            cp -r '\(fixture)/.' . && mkdir -p reports && mv ledger.head archive reports/ && python3 -c "
            import sqlite3
            sqlite3.connect('reports/ledger.sqlite', isolation_level=None).executescript(open('ledger.sql').read())"
            """)
        #expect(laid.exit == 0, "\(laid)")
        let now = "2027-01-10T09:00+07:00"
        let before = try office.run(["doctor"], now: now)
        #expect(before.output.contains("[ledger-of-older-version]"), "\(before)")
        #expect(!before.output.contains("[ledger-damaged]"), "\(before)")
        #expect(try office.run(["run", "2026-10", "--quiet"], now: now).exit <= 1)
        let after = try office.run(["doctor"], now: now)
        #expect(
            !after.output.contains("[ledger-of-older-version]") && !after.output.contains("[ledger-damaged]"),
            "\(after)")
        let kept = try FileManager.default.contentsOfDirectory(atPath: office.url("reports").path)
        #expect(kept.contains { $0.hasPrefix("ledger.sqlite.before-") }, "\(kept)")
    }

    @Test func `a backup that cannot be read back is none`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sổ \(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(LastBackup(in: folder.path) == nil)
        let backup = LastBackup(at: Instant(seconds: 1_790_000_000), folder: "/một/nơi khác", entries: 21)
        backup.note(in: folder.path)
        #expect(LastBackup(in: folder.path) == backup)
        try Data("hôm qua\n".utf8).write(to: folder.appendingPathComponent(LastBackup.fileName))
        #expect(LastBackup(in: folder.path) == nil)
    }
}
