import Foundation
import TestSupport
import Testing

@testable import Intake

struct RuleListTests {
    @Test func `has one rule for each file of its folder`() throws {
        let folder = "\(Repository.root)/Sources/Intake/Rules"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
        #expect(Set(files.map { String($0.dropLast(6)) }) == Set(RuleList.rules.map { "\($0)" }))
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
