import Foundation
import Testing

/// The program on the small province, in folders of its own.
struct RunTests {
    private static let period = "2026-10"

    /// A private copy of the small province's inputs, and its reports beside them.
    private final class Office: Sendable {
        let root: URL

        init() throws {
            root = FileManager.default.temporaryDirectory.appendingPathComponent("văn phòng \(UUID().uuidString)")
            try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
            let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("Fixtures/nho/inputs")
            try FileManager.default.copyItem(at: fixture, to: root.appendingPathComponent("inputs"))
        }

        deinit { try? FileManager.default.removeItem(at: root) }

        var submissions: URL { root.appendingPathComponent("inputs/submissions") }

        /// Runs the program; its exit code.
        func run(
            now: String = "2026-10-17T09:00+07:00", zone: String = "UTC", locale: String = "C"
        ) throws -> Int32 {
            let program = try #require(BuiltProgram())
            return try Ending(
                of: program.path, ["run", RunTests.period, "--now", now, "--quiet"], in: root,
                environment: ["TZ": zone, "LC_ALL": locale, "LANG": locale, "PATH": "/usr/bin:/bin"]
            ).exit
        }

        /// Every byte of the draft, by name.
        func draft() throws -> [String: Data] {
            let folder = root.appendingPathComponent("reports/\(RunTests.period)/du-thao")
            let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
            var files: [String: Data] = [:]
            for name in names {
                files[name] = try? Data(contentsOf: folder.appendingPathComponent(name))
            }
            return files
        }
    }

    @Test func `other folders, time zones and locales give the same bytes`() throws {
        let first = try Office()
        let second = try Office()
        #expect(try first.run() == 1)
        #expect(try second.run(zone: "America/New_York", locale: "tr_TR.UTF-8") == 1)
        let draft = try first.draft()
        #expect(draft.count > 10)
        #expect(try second.draft() == draft)
    }

    @Test func `files that arrive in two runs, the later first, end as those that arrive at once`() throws {
        let whole = try Office()
        _ = try whole.run()
        let piecemeal = try Office()
        let late = piecemeal.root.appendingPathComponent("late")
        try FileManager.default.createDirectory(at: late, withIntermediateDirectories: true)
        for name in ["CA-03-an.csv", "SDT-02-tt.csv"] {
            try FileManager.default.moveItem(
                at: piecemeal.submissions.appendingPathComponent("2026-10/\(name)"),
                to: late.appendingPathComponent(name))
        }
        try FileManager.default.moveItem(
            at: piecemeal.submissions.appendingPathComponent("2026-09"), to: late.appendingPathComponent("2026-09"))
        _ = try piecemeal.run()
        #expect(try piecemeal.draft() != whole.draft())
        try FileManager.default.moveItem(
            at: late.appendingPathComponent("2026-09"), to: piecemeal.submissions.appendingPathComponent("2026-09"))
        for name in ["CA-03-an.csv", "SDT-02-tt.csv"] {
            try FileManager.default.moveItem(
                at: late.appendingPathComponent(name),
                to: piecemeal.submissions.appendingPathComponent("2026-10/\(name)"))
        }
        _ = try piecemeal.run()
        #expect(try piecemeal.draft() == whole.draft())
    }

    @Test func `taking in twice equals once, and a file gone from its folder still counts`() throws {
        let office = try Office()
        _ = try office.run()
        let draft = try office.draft()
        _ = try office.run(now: "2026-11-02T09:00+07:00")
        #expect(try office.draft() == draft)
        try FileManager.default.removeItem(at: office.submissions.appendingPathComponent("2026-10/CA-03-an.csv"))
        _ = try office.run()
        #expect(try office.draft() == draft)
    }

    @Test func `the order of rows changes no figure`() throws {
        let office = try Office()
        _ = try office.run()
        let turned = try Office()
        let file = turned.submissions.appendingPathComponent("2026-10/CA-03-an.csv")
        var lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
        let rows = lines.indices.filter { lines[$0].first?.isNumber == true }
        try #require(rows.count >= 3)
        lines.swapAt(rows[0], rows[2])
        try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        _ = try turned.run()
        let figures = "so-lieu-2026-10.csv"
        #expect(try turned.draft()[figures] == office.draft()[figures])
        #expect(try turned.draft()["manifest.json"] != office.draft()["manifest.json"])
    }

    @Test func `a damaged or foreign file never stops the other departments`() throws {
        let office = try Office()
        _ = try office.run()
        let before = try office.draft()["so-lieu-2026-10.csv"]
        let noise = Data((0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 197 &+ ($0 >> 3)) })
        for name in ["rac.csv", "anh.jpg", "STP-02-tt-hong.csv"] {
            try noise.write(to: office.submissions.appendingPathComponent("2026-10/\(name)"))
        }
        try FileManager.default.createDirectory(
            at: office.submissions.appendingPathComponent("2026-10/thumuc.csv"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: office.submissions.appendingPathComponent("2026-10/lienket.csv").path,
            withDestinationPath: "/etc/passwd")
        #expect(mkfifo(office.submissions.appendingPathComponent("2026-10/ong.csv").path, 0o600) == 0)
        #expect(try office.run() == 1)
        #expect(try office.draft()["so-lieu-2026-10.csv"] == before)
    }
}
