import Foundation
import TestSupport
import Testing

@testable import Intake

struct RuleListTests {
    @Test func `has one rule for each file of its folders`() throws {
        let folder = "\(Repository.root)/Sources/Intake/Rules"
        let paths = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
        let files = paths.filter { $0.hasSuffix(".swift") }.compactMap { $0.split(separator: "/").last?.dropLast(6) }
        #expect(files.sorted().map(String.init) == RuleList.rules.map { "\($0)" }.sorted())
    }

    @Test func `names every rule once, in kebab case`() {
        let names = RuleList.rules.map { $0.code }
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.allSatisfy { $0 == "-" || ("a"..."z").contains($0) } })
    }

    @Test func `explains every rule in two to five sentences of both languages`() {
        for rule in RuleList.rules {
            for text in [rule.page.vi, rule.page.en] {
                let sentences = text.split(separator: ". ").count
                #expect((2...6).contains(sentences), "\(rule.code): \(text)")
                #expect(!text.contains("  ") && !text.contains("\n"), "\(rule.code)")
                #expect(text == text.precomposedStringWithCanonicalMapping)
            }
        }
    }
}
