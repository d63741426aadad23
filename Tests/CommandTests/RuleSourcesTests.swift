import Domain
import Foundation
import Testing

@testable import Office

/// What is a rule stands in the list of all rules, and only a rule finds anything.
struct RuleSourcesTests {
    private static let sources = SmallOffice.repository.appendingPathComponent("Sources")

    private func texts(below folder: URL) throws -> [(path: String, text: String)] {
        try FileTree.read(folder).filter { $0.key.hasSuffix(".swift") }.sorted { $0.key < $1.key }.map {
            ($0.key, String(decoding: $0.value, as: UTF8.self))
        }
    }

    /// Types that conform to `Rule` or to a protocol that refines it, as `Module.Type`.
    private func rules(below folder: URL) throws -> Set<String> {
        let conformance = /(?m)^\h*(?:\w+ )*(protocol|enum|struct|class|actor|extension) (\w+)\s*:\s*([^{]+)\{/
        var found: [(module: String, isProtocol: Bool, name: String, parents: Set<String>)] = []
        for (path, text) in try texts(below: folder) {
            let module = path.split(separator: "/").first.map(String.init) ?? ""
            for match in text.matches(of: conformance) {
                let parents = match.3.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
                found.append((module, match.1 == "protocol", String(match.2), Set(parents)))
            }
        }
        var protocols: Set<String> = ["Rule"]
        while let more = found.first(where: {
            $0.isProtocol && !protocols.contains($0.name) && !protocols.isDisjoint(with: $0.parents)
        }) {
            protocols.insert(more.name)
        }
        let rules = found.filter { !$0.isProtocol && !protocols.isDisjoint(with: $0.parents) }
        return Set(rules.map { "\($0.module).\($0.name)" })
    }

    /// Files that give a finding a name which no rule stands behind.
    private func namingByHand(below folder: URL) throws -> [String] {
        let isAllowed = { (path: String) in
            ["Domain/", "Storage/", "TestSupport/", "Intake/Answers/"].contains { path.hasPrefix($0) }
        }
        return try texts(below: folder).filter { path, text in
            !isAllowed(path) && (text.contains("RuleName(stored") || text.contains(/Finding\(\s*stored:/))
        }.map(\.path)
    }

    /// A folder of sources that tests make up.
    private func withSources(_ files: [String: String], _ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tonghop-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, text) in files {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        try body(folder)
    }

    @Test func `every rule of the sources stands in the list, and nothing else does`() throws {
        let listed = CommandRules.all.map { String(reflecting: $0) }
        let written = try rules(below: Self.sources)
        #expect(written.count > 100)
        #expect(written.subtracting(listed).sorted() == [], "rules that no list has")
        #expect(Set(listed).subtracting(written).sorted() == [])
        #expect(Set(listed).count == listed.count, "listed twice")
    }

    @Test func `a rule that no list has would be found, however it conforms`() throws {
        let sources = [
            "Intake/Rules/Stray.swift": "/// Strays.\nenum Stray: Rule {\n}\n",
            "Intake/Rows.swift": "package protocol RowRule: Rule {}\nprotocol CellRule: Sendable, RowRule {}\n",
            "Reporting/Deep.swift": "package struct Deep: CellRule, Sendable {\n}\nstruct NoRule: Sendable {\n}\n",
            "Office/Late.swift": "enum Late {}\nextension Late:\n    Rule\n{\n}\n",
        ]
        try withSources(sources) { folder in
            let found = try rules(below: folder)
            #expect(found == ["Intake.Stray", "Reporting.Deep", "Office.Late"])
        }
    }

    @Test func `no finding has a name but from a rule, except where it is read back`() throws {
        #expect(try namingByHand(below: Self.sources) == [])
        let sources = [
            "Intake/Answers/A.swift": "RuleName(stored: cell)", "Storage/B.swift": "Finding(stored: name)",
            "Intake/C.swift": "RuleName(stored: \"x\")", "Office/D.swift": "Finding(\n    stored: name)",
        ]
        try withSources(sources) { folder in
            let found = try namingByHand(below: folder)
            #expect(found == ["Intake/C.swift", "Office/D.swift"])
        }
    }

    @Test func `codes are in kebab case, and only a check across submissions may share one`() {
        let codes = CommandRules.all.map { $0.code }
        #expect(codes.allSatisfy { $0.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x61...0x7A).contains($0) } })
        let shared = Dictionary(grouping: CommandRules.all) { $0.code }.filter { $0.value.count > 1 }
        for (code, rules) in shared {
            #expect(rules.count { String(reflecting: $0).hasPrefix("Reporting.") } == rules.count - 1, "\(code)")
        }
    }
}
