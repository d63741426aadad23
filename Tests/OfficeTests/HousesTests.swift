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

    /// Houses in which a list and the rules in it still name one another.
    private static let untiedYet: Set<String> = ["CatalogueReading", "Intake", "Reporting"]

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
        for house in try houses() where !Self.untiedYet.contains(house) {
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

    @Test(.enabled(if: ProcessInfo.processInfo.environment["TONGHOP_COUNT"] == "1"))
    func `the numbers`() throws {
        for house in try houses() {
            let files = try files(of: house)
            guard !files.isEmpty else { continue }
            let lines = files.values.map { text in text.utf8.count { $0 == UInt8(ascii: "\n") } }
            let knot = SourceNeeds(files).knots.first?.count ?? 1
            print(
                "\(house): \(files.count) files, \(lines.reduce(0, +)) lines, largest knot \(knot), "
                    + "\(lines.count { $0 < 60 }) under 60 lines, \(lines.count { $0 > 300 }) over 300")
        }
    }
}
