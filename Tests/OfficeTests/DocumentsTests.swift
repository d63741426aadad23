import Foundation
import TestSupport
import Testing

/// What the documents name is there: paths of the checkout, and types.
struct DocumentsTests {
    private static let documents = [
        "README.md", "README.vi.md", "ARCHITECTURE.md", "DECISIONS.md", "CONTRIBUTING.md", "inputs/README.md",
        "inputs/register/README.md", "Benchmarks/README.md", "HUONG-DAN.md",
    ]

    /// Documents that say how the code is now; the others also speak of what was.
    private static let ofCode = ["ARCHITECTURE.md", "CONTRIBUTING.md"]

    /// Folders whose content is tracked; what lies elsewhere is made by the program or an office.
    private static let tracked = ["Sources", "Tests", "scripts", "Benchmarks", "inputs/catalogue", "inputs/register"]

    private static func text(_ path: String) throws -> String {
        try String(contentsOfFile: "\(Repository.root)/\(path)", encoding: .utf8)
    }

    /// What stands between marks of code or is linked to, in pieces that no blank divides.
    private func pieces(_ text: String) -> [String] {
        text.matches(of: /`([^`\n]+)`|\]\(([^)#]+)/).flatMap { match in
            (match.1 ?? match.2 ?? "").split { " ,;|()".contains($0) }.map { piece in
                String(piece).trimmingCharacters(in: CharacterSet(charactersIn: ".:"))
            }
        }
    }

    /// Whether a piece stands for many: `XVerb.swift`, `rule-CODE.case`, `forms/*.yaml`.
    private func isPattern(_ piece: String) -> Bool {
        piece.contains(/[*{<…$~]|(^|\/)X[A-Z.]|(^|[\/.-])[A-Z]{3,}([\/.-]|$)/)
    }

    /// The paths that a document names, from the top folder; houses of `Sources` may go by their name alone.
    private func paths(_ text: String) throws -> [String] {
        let houses = Set(try FileManager.default.contentsOfDirectory(atPath: "\(Repository.root)/Sources"))
        return pieces(text).compactMap { piece in
            guard piece.contains("/"), !piece.hasPrefix("http"), !isPattern(piece) else { return nil }
            if Self.tracked.contains(where: { piece.hasPrefix("\($0)/") }) { return piece }
            return piece.split(separator: "/").first.map { houses.contains(String($0)) } == true
                ? "Sources/\(piece)" : nil
        }
    }

    private func missing(_ text: String) throws -> [String] {
        try paths(text).filter { !FileManager.default.fileExists(atPath: "\(Repository.root)/\($0)") }
    }

    @Test(arguments: documents) func `paths that a document names are there`(document: String) throws {
        let gone = try missing(Self.text(document))
        #expect(gone == [])
    }

    @Test func `links lead to documents and pictures`() throws {
        for document in Self.documents {
            let folder = document.contains("/") ? document.split(separator: "/").dropLast().joined(separator: "/") : "."
            for link in try Self.text(document).matches(of: /\]\(([^)#]+)/).map(\.1) where !link.hasPrefix("http") {
                let path = "\(Repository.root)/\(folder)/\(link)"
                #expect(FileManager.default.fileExists(atPath: path), "\(document): \(link)")
            }
        }
    }

    /// Every word of the code, and the names of its files.
    private func words() throws -> Set<String> {
        var words: Set<String> = []
        for folder in ["Sources", "Tests"] {
            let names = FileManager.default.enumerator(atPath: "\(Repository.root)/\(folder)")?.allObjects as? [String]
            for name in names ?? [] {
                words.formUnion(name.split { "/.".contains($0) }.map(String.init))
                guard name.hasSuffix(".swift") else { continue }
                let text = try Self.text("\(folder)/\(name)")
                words.formUnion(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
            }
        }
        return words
    }

    /// Names of types, as they are written: `RowInHand`, `CleanPlan.rulesOfCleanRows`.
    private func names(_ text: String) -> [String] {
        pieces(text).filter { !isPattern($0) }.flatMap { piece in
            piece.matches(of: /\b[A-Z][a-z]+[A-Z]\w*(\.\w+)*/).flatMap { $0.0.split(separator: ".").map(String.init) }
        }
    }

    @Test(arguments: ofCode) func `names of the code that a document has are in the code`(document: String) throws {
        let known = try words()
        // What `swift test --filter` is told may be a part of a name.
        let filters: Set = ["NameOfTheSuite", "RuleProvocation", "RuleCase"]
        let found = names(try Self.text(document)).filter { !known.contains($0) && !filters.contains($0) }
        #expect(found == [])
    }

    @Test func `the row whose life is told is there`() throws {
        let told = try Self.text("ARCHITECTURE.md").firstMatch(
            of: /`([\w-]+\.csv)` lies in `([\w\/-]+)\/`; its line (\d+) says `([^…`]+)…`/)
        let (_, file, folder, number, row) = try #require(told?.output)
        let lines = try Self.text("\(folder)/\(file)").split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let line = try #require(Int(number).flatMap { $0 <= lines.count ? lines[$0 - 1] : nil })
        #expect(line.hasPrefix(row))
    }

    /// The lines of the table of houses: its houses, and what the last column says that they import.
    private func houses(_ text: String) -> [(names: [String], imports: Set<String>)] {
        text.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 5, cells[1].hasPrefix(" `") else { return nil }
            let imports = cells[3].split { ", ".contains($0) }.map(String.init)
            return (cells[1].matches(of: /`(\w+)`/).map { String($0.1) }, Set(imports))
        }
    }

    /// What the sources of a house import, but for what comes with Swift and the system.
    private func imports(of house: String) throws -> Set<String> {
        let folder = "\(Repository.root)/Sources/\(house)"
        let names = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
        let found = try names.filter { $0.hasSuffix(".swift") }.flatMap { name in
            try Self.text("Sources/\(house)/\(name)").matches(of: /(?m)^(?:@\w+ )*import (?:\w+ )?(\w+)$/).map {
                String($0.1)
            }
        }
        return Set(found).subtracting(["Dispatch", "Foundation", "Glibc", "GRDBSQLite", "Synchronization"])
    }

    @Test func `the table of houses says what each imports`() throws {
        let table = houses(try Self.text("ARCHITECTURE.md"))
        let all = Set(try FileManager.default.contentsOfDirectory(atPath: "\(Repository.root)/Sources"))
        #expect(Set(table.flatMap(\.names)) == all)
        for (names, imports) in table {
            for name in names {
                let own = try self.imports(of: name)
                #expect(own == imports, "\(name)")
            }
        }
        // Control: a line that says too little is seen.
        let short = houses("| `Digest` | SHA-256 | |\n| other | no | house |")
        #expect(short.count == 1 && short[0].imports.isEmpty)
        #expect(try self.imports(of: "Digest") == ["CLibCrypto"])
    }

    @Test func `control: what is not there is seen, and patterns are passed over`() throws {
        let text = """
            `Sources/Intake/Nowhere.swift`, `scripts/check` and `Intake/Rules/Rows`, `Reporting/Gone.swift`, `Intake/Rules/X.swift`,
            [a](scripts/nothing), `forms/*.yaml`, `Cases/rule-CODE.case`, `reports/2026-10/lan-1/`
            """
        #expect(
            try missing(text) == ["Sources/Intake/Nowhere.swift", "Sources/Reporting/Gone.swift", "scripts/nothing"])
        #expect(
            names("`RowInHand.fieldCount` of `XVerb.swift`, `NoSuchThing`") == [
                "RowInHand", "fieldCount", "NoSuchThing",
            ])
        #expect(try !words().contains("NoSuch" + "Thing2") && words().contains("fieldCount"))
    }
}
