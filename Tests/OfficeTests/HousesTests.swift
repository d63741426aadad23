import Foundation
import TestSupport
import Testing

/// How the houses are built: what may be named from where, and how many files hang on one another.
///
/// `TONGHOP_COUNT=1 swift test --filter HousesTests` prints the numbers.
struct HousesTests {
    /// Of the floors of Reporting each names only those before it.
    private static let floors = ["Values", "Figures", "Phrases", "Checks", "Protection", "Reports"]

    /// The one file that every table asks, and that so brings the floors together: to be untied, never to be joined.
    private static let acrossFloors = "Figures/Basis.swift"

    /// Files of one knot, at most.
    private static let knotMax = 15

    /// The files below a folder of `Sources`, by their paths in it.
    private func files(of house: String) throws -> [String: String] {
        let folder = "\(Repository.root)/Sources/\(house)"
        let names = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
        return try names.filter { $0.hasSuffix(".swift") }.reduce(into: [:]) { files, name in
            files[name] = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
        }
    }

    private func houses() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(Repository.root)/Sources").sorted()
    }

    /// What names a file of a floor above its own: `Figures/A.swift → Reports/B.swift`.
    private func upward(_ files: [String: String]) -> [String] {
        func floor(_ path: String) -> Int? {
            path.split(separator: "/").first.flatMap { Self.floors.firstIndex(of: String($0)) }
        }
        return SourceNeeds(files).needs.sorted { $0.key < $1.key }.flatMap { path, needed in
            needed.sorted().filter { (floor($0) ?? .max) > (floor(path) ?? .max) }.map { "\(path) → \($0)" }
        }
    }

    @Test func `no floor of Reporting names one above it`() throws {
        let files = try files(of: "Reporting")
        #expect(Set(files.keys.compactMap { $0.split(separator: "/").first.map(String.init) }) == Set(Self.floors))
        #expect(upward(files).filter { !$0.hasPrefix(Self.acrossFloors) } == [])
        #expect(upward(files).count <= 4, "\(upward(files))")
    }

    @Test func `control: a name from above is seen, and none in words or of a member`() {
        let files = [
            "Reports/B.swift": "/// B.\npackage struct B {\n    struct Row {}\n}\nprivate struct Hidden {}\n",
            "Values/A.swift": "struct A {\n    let b: B\n}\n",
            "Values/C.swift": "// B\nlet text = \"B\"\nlet other = thing.B\nlet row: Row\nlet hidden: Hidden\n",
            "Figures/D.swift": "let text = \"so \\(B.name) is\"\n",
        ]
        #expect(upward(files) == ["Figures/D.swift → Reports/B.swift", "Values/A.swift → Reports/B.swift"])
    }

    @Test func `few files of a house hang on one another`() throws {
        for house in try houses() {
            let largest = SourceNeeds(try files(of: house)).knots.first ?? []
            #expect(largest.count < Self.knotMax, "\(house): \(largest)")
        }
    }

    @Test func `control: files that need one another round about are one knot`() {
        let ring = (0..<20).reduce(into: [String: String]()) { files, number in
            files["\(number).swift"] = "struct T\(number) {\n    let next: T\((number + 1) % 20)?\n}\n"
        }
        #expect(SourceNeeds(ring).knots.map(\.count) == [20])
        var chain = ring
        chain["19.swift"] = "struct T19 {}\n"
        #expect(SourceNeeds(chain).knots.isEmpty)
    }

    @Test func `the office knows neither console nor options`() throws {
        let strangers = ["import ArgumentParser", "import Logging", "FileHandle.standard", "readLine(", "isatty("]
        for (path, text) in try files(of: "Office") {
            for word in strangers { #expect(!text.contains(word), "\(path): \(word)") }
        }
        // Control: the command has them.
        let command = try files(of: "tonghop").values
        #expect(
            command.contains { $0.contains("import ArgumentParser") } && command.contains { $0.contains("isatty(") })
    }

    /// Calls of the system that open, change or name what is on a disk, as the C library has them.
    private static let diskCalls = [
        "open", "openat", "creat", "pread", "pwrite", "fsync", "fdatasync", "flock", "fstat", "lstat", "stat", "rename",
        "renameat2", "unlink", "rmdir", "mkdir", "opendir", "fdopendir", "readdir", "chmod", "utimensat", "tmpfile",
        "posix_fadvise", "sync_file_range",
    ]

    /// The lines in which a text calls the system, with or without a module's name before the call.
    private func diskCalls(in text: String) -> [String] {
        text.split(separator: "\n").map(String.init).filter { line in
            !line.drop { $0 == " " }.hasPrefix("//")
                && Self.diskCalls.contains { call in
                    line.ranges(of: "\(call)(").contains { isCall(after: line[..<$0.lowerBound]) }
                }
        }
    }

    /// Whether what follows is called: not declared, a part of a longer name, or somebody's own verb.
    private func isCall(after before: Substring) -> Bool {
        if before.hasSuffix("Glibc.") || before.hasSuffix("Foundation.") { return true }
        if before.hasSuffix("func ") || before.hasSuffix("case ") { return false }
        return before.last.map { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." } ?? true
    }

    @Test func `the disk is reached through Files alone`() throws {
        for house in try houses() where house != "Files" {
            for (path, text) in try files(of: house) {
                // A name of one's own for a verb is no call of the system's.
                let own = Self.diskCalls.filter { text.contains("func \($0)(") }
                let found = diskCalls(in: text).filter { line in !own.contains { line.contains("\($0)(") } }
                #expect(found == [], "\(house)/\(path)")
            }
        }
        // Control: Files calls it, and a call is seen behind a module's name.
        let inFiles = try files(of: "Files").values.map(diskCalls).joined()
        #expect(inFiles.count >= 10)
        #expect(diskCalls(in: "let a = Glibc.rename(b, c)\n// open(it)\nlet d = thing.open(e)").count == 1)
    }

    /// What Foundation makes, writes, renames and removes files with. Its `write(to:)` is told from a verb of ours by the import.
    private static let foundationWrites = [
        "createFile(", "createDirectory(", "createSymbolicLink(", "removeItem(", "moveItem(", "copyItem(", "linkItem(",
        "replaceItem", "setAttributes(", "forWriting", "forUpdating", "write(toFile", ".write(to:",
    ]

    private func foundationWrites(in text: String) -> [String] {
        guard text.contains("import Foundation\n") else { return [] }
        return text.split(separator: "\n").map(String.init).filter { line in
            !line.drop { $0 == " " }.hasPrefix("//") && Self.foundationWrites.contains(where: line.contains)
        }
    }

    @Test func `nothing is written by Foundation`() throws {
        // Of TestSupport nothing is in the program.
        for house in try houses() where house != "TestSupport" {
            for (path, text) in try files(of: house) {
                #expect(foundationWrites(in: text) == [], "\(house)/\(path)")
            }
        }
        // Control: where it is, it is seen.
        let lines = [
            "try data.write(to: url)", "// removeItem(a)", "try manager.removeItem(at: url)", "try book.write(a)",
        ]
        #expect(foundationWrites(in: (["import Foundation"] + lines).joined(separator: "\n")).count == 2)
        #expect(!(try files(of: "TestSupport")).values.allSatisfy { foundationWrites(in: $0).isEmpty })
    }

    @Test func `days are counted in one place`() throws {
        // The days of 400 years, and those from March of the year 0 to 1970.
        let marks = ["146_097", "146097", "719_468", "719468"]
        for house in try houses() {
            for (path, text) in try files(of: house) {
                #expect(marks.contains(where: text.contains) == ("\(house)/\(path)" == "CivilCalendar/Day.swift"))
            }
        }
    }

    @Test func `no folder holds more than 45 files`() throws {
        for house in try houses() {
            let folders = Dictionary(grouping: try files(of: house).keys) { $0.split(separator: "/").dropLast() }
            for (folder, files) in folders {
                #expect(files.count <= 45, "\(house)/\(folder.joined(separator: "/")): \(files.count)")
            }
        }
    }

    private func lines(of text: String) -> Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }

    /// Files that are longer than a reader takes in, and do not say why.
    private func longWithoutReason(_ files: [String: String]) -> [String] {
        files.filter { lines(of: $0.value) > 300 && !$0.value.contains("/// The file is long because ") }.keys.sorted()
    }

    @Test func `a file of more than 300 lines says why`() throws {
        for house in try houses() {
            #expect(longWithoutReason(try files(of: house)) == [], "\(house)")
        }
        // Control: a long file is found where it says nothing, and a short one need not.
        let long = String(repeating: "let a = 1\n", count: 301)
        let reason = "/// The file is long because it is a table.\n"
        #expect(longWithoutReason(["A": long, "B": reason + long, "C": "let a = 1\n"]) == ["A"])
    }

    @Test func `files are not broken into crumbs`() throws {
        let houses = try houses().map { (name: $0, files: try files(of: $0)) }
        // A rule is a file, however short.
        let others = houses.flatMap { house in
            house.files.filter { !"/\($0.key)".contains("/Rules/") }.map {
                (house.name + "/" + $0.key, lines(of: $0.value))
            }
        }
        let short = others.filter { $0.1 < 60 }.map(\.0)
        #expect(
            Double(short.count) < 0.3 * Double(others.count), "\(short.count) of \(others.count): \(short.sorted())")
        #expect(houses.reduce(0) { $0 + $1.files.count } < 1_000)
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["TONGHOP_COUNT"] == "1"))
    func `the numbers`() throws {
        for house in try houses() {
            let files = try files(of: house)
            guard !files.isEmpty else { continue }
            let lines = files.values.map(self.lines)
            let knot = SourceNeeds(files).knots.first?.count ?? 1
            print(
                "\(house): \(files.count) files, \(lines.reduce(0, +)) lines, largest knot \(knot), "
                    + "\(lines.count { $0 < 60 }) under 60 lines, \(lines.count { $0 > 300 }) over 300")
        }
    }
}
