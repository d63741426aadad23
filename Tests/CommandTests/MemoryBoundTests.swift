import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Office

/// A run keeps to 256 MiB, whatever lies in the folders, and goes on with the other files.
///
/// Files are sparse: they take no room on the disk.
struct MemoryBoundTests {
    private static let most = 256 << 10

    /// How a command ended, and how much memory it had at its largest, in KiB.
    private func measure(
        _ command: [String], in office: SmallOffice
    ) throws -> (exit: Int, peak: Int, said: String) {
        let python = ProcessInfo.processInfo.environment["TONGHOP_PYTHON"] ?? "python3"
        let script = """
            import resource, subprocess, sys
            resource.setrlimit(resource.RLIMIT_CPU, (600, 600))
            code = subprocess.call(sys.argv[1:], stderr=subprocess.STDOUT)
            print(f"\\n{code} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss}")
            """
        let words = (["env", python, "-c", script] + command).map { "'\($0.replacing("'", with: "'\\''"))'" }
        let ending = try office.shell(words.joined(separator: " "))
        let last = ending.output.split(separator: "\n").last?.split(separator: " ").compactMap { Int($0) } ?? []
        try #require(last.count == 2, "\(ending)")
        return (last[0], last[1], ending.output)
    }

    private func program(_ arguments: String...) throws -> [String] {
        let program = try #require(BuiltProgram(), "the program is not built")
        return [program.path] + arguments + ["--now", "2026-10-17T09:00+07:00", "--lang", "en"]
    }

    /// A table that goes on in zeros: it must be held to be read, for it is no text.
    private func lengthen(_ file: URL, to bytes: Int) throws {
        if !FileManager.default.fileExists(atPath: file.path) { try Data("a;b\n1;2\n".utf8).write(to: file) }
        try #require(truncate(file.path, off_t(bytes)) == 0)
    }

    @Test func `four odd files of 900 MB are refused, and the others are in`() throws {
        let office = try SmallOffice()
        for number in 1...4 { try lengthen(office.submission("2026-10/la-\(number).csv"), to: 900_000_000) }
        let ended = try measure(try program("run", "2026-10"), in: office)
        #expect(ended.exit == 1)
        #expect(ended.peak < Self.most, "\(ended.peak) KiB")
        #expect(ended.said.components(separatedBy: "[too-large]").count == 5)
        let status = try office.run(["status", "2026-10", "--format", "json"])
        #expect(
            status.output.contains("CA-03-an.csv") || status.output.contains("\"CA\""), "\(status.output.prefix(500))")
        // The next run says so again, and nothing was taken in for them.
        #expect(try measure(try program("run", "2026-10"), in: office).said.contains("[too-large]"))
        #expect(try office.run(["verify"]).exit == 0)
    }

    @Test func `odd files below the limit are read one after another`() throws {
        let office = try SmallOffice()
        for number in 1...4 { try lengthen(office.submission("2026-10/la-\(number).csv"), to: 31 << 20) }
        let ended = try measure(try program("run", "2026-10"), in: office)
        #expect(ended.exit == 1 && ended.said.components(separatedBy: "[wrong-format]").count >= 5)
        #expect(ended.peak < Self.most, "\(ended.peak) KiB")
    }

    /// Letters of UTF-16, of which every row repeats one before.
    @Test func `an odd table of some MiB is read within the bound`() throws {
        let office = try SmallOffice()
        let text = try String(contentsOf: office.submission("2026-10/CA-03-an.csv"), encoding: .utf8)
        let rows = String(repeating: try #require(text.split(separator: "\n").last) + "\n", count: 1)
        let many = text + String(repeating: rows, count: (9 << 20) / 2 / rows.utf16.count)
        let file = office.submission("2026-10/CA-03-an.csv")
        try (Data([0xFF, 0xFE]) + (try #require(many.data(using: .utf16LittleEndian)))).write(to: file)
        let ended = try measure(try program("check", file.path), in: office)
        #expect(ended.exit == 1 && ended.said.contains("[duplicate-row]"), "\(ended.said.prefix(500))")
        #expect(ended.peak < Self.most, "\(ended.peak) KiB")
    }

    @Test func `decisions and a catalogue that are far too large are named, and none is held`() throws {
        let office = try SmallOffice()
        #expect(try office.run(["run", "2026-10"]).exit == 1)
        try lengthen(office.url("inputs/xu-ly.csv"), to: 900_000_000)
        let decisions = try measure(try program("run", "2026-10"), in: office)
        #expect(decisions.exit == 1 && decisions.said.contains("[too-large]"))
        #expect(decisions.peak < Self.most, "\(decisions.peak) KiB")
        try lengthen(office.url("inputs/catalogue/units.csv"), to: 900_000_000)
        let catalogue = try measure(try program("run", "2026-10"), in: office)
        #expect(catalogue.exit == 2 && catalogue.said.contains("900000000"))
        #expect(catalogue.peak < Self.most, "\(catalogue.peak) KiB")
    }

    @Test func `check and inspect refuse what must be held and is too large, and inspect what has too many rows`()
        throws
    {
        let office = try SmallOffice()
        let file = office.submission("2026-10/la.csv")
        try lengthen(file, to: 900_000_000)
        for command in ["check", "inspect"] {
            let ended = try measure(try program(command, file.path), in: office)
            #expect(ended.exit == 1 && ended.said.contains("[too-large]"))
            #expect(ended.peak < Self.most, "\(command): \(ended.peak) KiB")
        }
        try Data(String(repeating: "a\n", count: 600_000).utf8).write(to: file)
        let ended = try measure(try program("inspect", "--csv", file.path), in: office)
        #expect(ended.exit == 1 && ended.said.contains("[too-large]"))
        #expect(ended.peak < Self.most, "\(ended.peak) KiB")
        // The control: one that has not is shown.
        try Data(String(repeating: "a\n", count: 2_000).utf8).write(to: file)
        #expect(try !measure(try program("inspect", "--csv", file.path), in: office).said.contains("[too-large]"))
    }

    @Test func `verify looks at the size of an edition's file before it reads it`() throws {
        let office = try SmallOffice()
        #expect(try office.run(["run", "2026-10"]).exit == 1)
        #expect(try office.run(["issue", "2026-10", "--yes"]).exit == 1)
        try lengthen(office.url("reports/2026-10/lan-1/manifest.json"), to: 900_000_000)
        let ended = try measure(try program("verify"), in: office)
        #expect(ended.exit == 1 && ended.peak < Self.most, "\(ended.peak) KiB")
    }

    /// What is measured is memory: a process that takes more is seen to.
    @Test func `control: a process of 300 MB is over the bound`() throws {
        let python = ProcessInfo.processInfo.environment["TONGHOP_PYTHON"] ?? "python3"
        let ended = try measure(["env", python, "-c", "x = b'x' * (300 << 20)"], in: try SmallOffice())
        #expect(ended.exit == 0 && ended.peak > Self.most)
    }

    @Test func `who asks for more room than is left waits, and nobody waits for ever`() {
        let room = HoldingRoom(bytes: 8)
        let held = Mutex((now: 0, most: 0, times: 0))
        DispatchQueue.concurrentPerform(iterations: 200) { index in
            // More than there is at all counts as all.
            let wanted = [1, 3, 5, 8, 20][index % 5]
            room.hold(wanted) {
                held.withLock { held in
                    held.now += min(wanted, 8)
                    held.most = max(held.most, held.now)
                    held.times += 1
                }
                sched_yield()
                held.withLock { $0.now -= min(wanted, 8) }
            }
        }
        #expect(held.withLock { $0.times } == 200)
        #expect(held.withLock { $0.most } <= 8)
    }
}
