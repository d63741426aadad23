import Foundation
import Testing

/// Files that nobody means well with, or that came to harm on their way: each is refused or skipped with a finding, and
/// the others are read all the same.
struct HostileFileTests {
    fileprivate struct Said {
        let exit: Int32
        let output: String
        let errors: String
        var all: String { output + errors }
    }

    /// A private copy of the small province's inputs.
    fileprivate final class Office: Sendable {
        let root: URL

        init() throws {
            root = FileManager.default.temporaryDirectory.appendingPathComponent("tonghop \(UUID().uuidString)")
            try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
            let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("Fixtures/nho/inputs")
            try FileManager.default.copyItem(at: fixture, to: root.appendingPathComponent("inputs"))
        }

        deinit { try? FileManager.default.removeItem(at: root) }

        func path(_ name: String) -> String { root.appendingPathComponent("inputs/submissions/2026-10/\(name)").path }

        func write(_ name: String, _ bytes: Data) throws { try bytes.write(to: URL(fileURLWithPath: path(name))) }

        func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

        /// A file of so many zeros that take no place.
        func writeHoles(_ name: String, bytes: Int) throws {
            try write(name, "")
            try #require(truncate(path(name), off_t(bytes)) == 0)
        }

        /// Of the processor's own time, so that a busy machine changes nothing; far more than any file here takes.
        private static let processorSeconds = 120

        /// - Parameter memory: Of addresses, in KiB.
        func run(_ arguments: String..., memory: Int? = nil) throws -> Said {
            let program = try #require(BuiltProgram())
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            let limit = memory.map { "ulimit -v \($0); " } ?? ""
            let time = "ulimit -t \(Self.processorSeconds); "
            process.arguments = ["-c", time + limit + "exec \"$0\" \"$@\"", program.path] + arguments
            process.currentDirectoryURL = root
            process.environment = ["PATH": "/usr/bin:/bin", "TZ": "UTC", "LC_ALL": "C"]
            process.standardInput = FileHandle.nullDevice
            let names = ["said", "warned"]
            for name in names { try Data().write(to: root.appendingPathComponent(name)) }
            process.standardOutput = try FileHandle(forWritingTo: root.appendingPathComponent("said"))
            process.standardError = try FileHandle(forWritingTo: root.appendingPathComponent("warned"))
            try process.run()
            process.waitUntilExit()
            let texts = try names.map { name in
                String(decoding: try Data(contentsOf: root.appendingPathComponent(name)), as: UTF8.self)
            }
            let status = process.terminationReason == .exit ? process.terminationStatus : -1
            return Said(exit: status, output: texts[0], errors: texts[1])
        }

        func inspect(_ name: String, memory: Int? = nil) throws -> Said {
            try run("inspect", path(name), "--csv", "--lang", "en", memory: memory)
        }

        func check(_ name: String, memory: Int? = nil) throws -> Said {
            try run("check", path(name), "--lang", "en", memory: memory)
        }

        /// Every byte that a run wrote into the reports, as text and packed; and what it said.
        func month() throws -> (said: Said, names: String) {
            let said = try run("run", "2026-10", "--now", "2026-10-17T09:00+07:00", "--lang", "en")
            let walker = FileManager.default.enumerator(atPath: root.appendingPathComponent("reports").path)
            return (said, (walker?.allObjects as? [String] ?? []).joined(separator: "\n"))
        }
    }

    @Test func `what would never end is stopped by the processor's time that it takes`() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "ulimit -t 1; while :; do :; done"]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
    }

    private static let header = "Ô trống và xã, phường không ghi tên: không phát sinh\n"

    @Test(arguments: [1 << 30, (1 << 30) - 1, 3 << 30]) func `a giant of one line is refused in little memory`(
        _ bytes: Int
    ) throws {
        let office = try Office()
        try office.writeHoles("to.csv", bytes: bytes)
        for said in [try office.check("to.csv", memory: 700_000), try office.inspect("to.csv", memory: 700_000)] {
            #expect(said.exit == 1)
            #expect(said.all.contains("[too-large]"))
        }
    }

    @Test func `a long line of letters is refused where no line of a table could end`() throws {
        let office = try Office()
        try office.write("dai.csv", Data(repeating: UInt8(ascii: "a"), count: (1 << 24) + 1))
        #expect(try office.check("dai.csv").all.contains("[too-large]"))
    }

    @Test func `a million columns are refused`() throws {
        let office = try Office()
        try office.write("rong.csv", String(repeating: "a,", count: 1_000_000) + "a\n1,2\n")
        for said in [try office.check("rong.csv"), try office.inspect("rong.csv")] {
            #expect(said.exit == 1)
            #expect(said.all.contains("[too-large]"))
        }
    }

    @Test func `an unclosed quote over thousands of lines is an error, and the rows are shown all the same`() throws {
        let office = try Office()
        let rows = (1...20_000).map { "\($0),x,\($0)\n" }.joined()
        try office.write("nhay.csv", "số,chữ,mã\n1,\"x,1\n" + rows)
        let said = try office.inspect("nhay.csv")
        #expect(said.exit == 1)
        #expect(said.errors.contains("error:"))
        #expect(said.output.split(separator: "\r\n").count == 20_002)
        #expect(try office.check("nhay.csv").exit == 1)
    }

    @Test(arguments: [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]] as [[UInt8]])
    func `a workbook or archive that is called a CSV is named`(_ magic: [UInt8]) throws {
        let office = try Office()
        try office.write("bang.csv", Data(magic + (0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }))
        for said in [try office.check("bang.csv"), try office.inspect("bang.csv")] {
            #expect(said.exit == 1)
            #expect(said.all.contains("[wrong-format]"))
        }
        #expect(try office.inspect("bang.csv").output.isEmpty)
    }

    @Test func `a pipe, a link, a folder and a device are never opened`() throws {
        let office = try Office()
        #expect(mkfifo(office.path("ong.csv"), 0o600) == 0)
        try FileManager.default.createSymbolicLink(
            atPath: office.path("lienket.csv"), withDestinationPath: office.path("CA-03-an.csv"))
        try FileManager.default.createDirectory(
            atPath: office.path("thumuc.csv"), withIntermediateDirectories: true)
        for name in ["ong.csv", "lienket.csv", "thumuc.csv"] {
            #expect(try office.check(name).exit == 2)
            #expect(try office.inspect(name).exit == 2)
        }
        #expect(try office.run("inspect", "/dev/zero", "--csv").exit == 2)
        let said = try office.month().said
        #expect(said.exit == 1)
        #expect(said.all.components(separatedBy: "[not-a-regular-file]").count == 4)
    }

    @Test func `a name cannot steer a terminal, wherever it is printed`() throws {
        let office = try Office()
        let name = "\u{1B}[31mCA\u{202E}\n\u{07}-03-an.csv"
        try office.write(name, Self.header + "a,b\n1\n")
        let (said, names) = try office.month()
        for text in [said.all, try office.check(name).all, try office.inspect(name).errors, names] {
            #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{07}" || $0 == "\u{202E}" })
        }
        let files = try office.files()
        for file in files where file.isPacked {
            #expect(!file.text.contains("\u{1B}[31m") && !file.text.unicodeScalars.contains("\u{202E}"), "\(file.name)")
            #expect(!file.text.contains("\u{07}-03-an"), "\(file.name)")
        }
        for file in files.filter({ !$0.isPacked }).map(\.text) {
            #expect(!file.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{07}" || $0 == "\u{202E}" })
        }
        #expect(said.exit == 1)
    }

    @Test func `a name of bytes that are no text stops nothing`() throws {
        let office = try Office()
        let folder = office.path("").utf8.map { UInt8($0) }
        let made = (folder + [0xFF, 0xFE, 0x2E, 0x63, 0x73, 0x76, 0]).withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { name in
                name.baseAddress.map { creat($0, 0o600) } ?? -1
            }
        }
        try #require(made >= 0)
        close(made)
        #expect(try office.month().said.exit == 1)
    }

    @Test func `files being written or opened are skipped with a note`() throws {
        let office = try Office()
        _ = try office.month()
        for name in ["~$CA-03-an.csv", "CA-03-an.csv.part", "CA-03-an.CSV.TMP", "x.crdownload"] {
            try office.write(name, "x")
        }
        let said = try office.run("run", "2026-10", "--now", "2026-10-17T09:00+07:00", "--lang", "en")
        #expect(!said.all.contains("[cannot-be-read]"))
        #expect(!said.all.contains("[header-not-found]"))
    }

    @Test func `a number of a person in a file's name is masked in every output`() throws {
        let office = try Office()
        try office.write("CA-03-an 014085001234.csv", Self.header + "a,b\n1,2\n")
        try office.write("0912345678.part", "x")
        let (said, names) = try office.month()
        let number = "01408500123"
        #expect(said.all.contains("**********34"))
        #expect(!said.all.contains(number) && !names.contains(number) && !said.all.contains("091234567"))
        #expect(!(try office.check("CA-03-an 014085001234.csv").all.contains(number)))
        #expect(!(try office.inspect("CA-03-an 014085001234.csv").errors.contains(number)))
        #expect(!(try office.run("check", "khong-co 014085001234.csv").all.contains(number)))
        for text in try office.files().map(\.text) { #expect(!text.contains(number)) }
        #expect(try office.run("status", "2026-10").all.contains(number) == false)
    }
}

extension HostileFileTests.Office {
    fileprivate struct Written {
        let name: String
        let text: String
        /// The ledger and the archive hold bytes of every kind, whatever the files' names.
        var isPacked: Bool { name.contains("ledger.sqlite") || name.hasSuffix(".lz4") }
    }

    /// Every file of the reports as text, workbooks unpacked, and the ledger as it lies.
    fileprivate func files() throws -> [Written] {
        let folder = root.appendingPathComponent("reports")
        let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
        return try names.compactMap { name in
            let file = folder.appendingPathComponent(name)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
                return nil
            }
            guard name.hasSuffix(".xlsx") || name.hasSuffix(".docx") else {
                return Written(name: name, text: String(decoding: try Data(contentsOf: file), as: UTF8.self))
            }
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = [
                ProcessInfo.processInfo.environment["TONGHOP_PYTHON"] ?? "python3", "-c",
                "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\n"
                    + "sys.stdout.buffer.write(b''.join(z.read(n) for n in z.namelist()))", file.path,
            ]
            let output = Pipe()
            process.standardOutput = output
            try process.run()
            let bytes = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return Written(name: name, text: String(decoding: bytes, as: UTF8.self))
        }
    }
}
