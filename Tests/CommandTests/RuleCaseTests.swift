import Foundation
import Testing

/// Every rule that `tonghop explain` knows has a golden case that provokes it, a message and a page.
struct RuleCaseTests {
    private static let cases: [String: GoldenCase] = {
        let rules = GoldenCase.all.filter { $0.name.hasPrefix("rule-") }
        return Dictionary(uniqueKeysWithValues: rules.map { (String($0.name.dropFirst(5)), $0) })
    }()

    /// They take a second writer at the right moment, another user's folder, a full disk, a machine without a time
    /// service, an older program: no golden case has those, other tests do.
    private static let withoutCase: Set<String> = [
        "still-being-written", "run-as-root", "disk-nearly-full", "clock-not-synchronised", "ledger-of-older-version",
    ]

    /// The first sentence of each rule's page, by the rule's name, as the program prints them.
    private func rules(_ language: String = "vi") throws -> [String: String] {
        let text = try output("explain", "--lang", language)
        let lines = text.split(separator: "\n").map { $0.split(separator: ":", maxSplits: 1).map(String.init) }
        return Dictionary(lines.map { ($0[0], $0.count == 2 ? $0[1] : "") }) { first, _ in first }
    }

    private func output(_ arguments: String...) throws -> String {
        let program = try #require(BuiltProgram(), "the program is not built")
        let ending = try Ending(of: program.path, arguments)
        #expect(ending.exit == 0, "\(arguments)")
        return ending.output
    }

    @Test func `every rule has a case, and every such case a rule`() throws {
        let rules = Set(try rules().keys)
        #expect(rules.count > 100)
        #expect(rules.subtracting(Self.cases.keys).subtracting(Self.withoutCase).sorted() == [], "rules without a case")
        #expect(Set(Self.cases.keys).subtracting(rules).sorted() == [], "cases without a rule")
    }

    @Test func `the case of a rule ends in its Vietnamese message`() throws {
        for (rule, golden) in Self.cases.sorted(by: { $0.key < $1.key }) {
            let printed = try golden.printed()
            let said = printed.split(separator: "\n").filter { $0.hasSuffix("[\(rule)]") }
            #expect(!said.isEmpty, "\(rule) is not in what its case prints (scripts/goldens rule-\(rule)): \(printed)")
            for line in said {
                let levels = [": lỗi: ", ": cần xác nhận: ", ": lưu ý: "]
                #expect(levels.contains { line.contains($0) }, "\(line)")
                #expect(line.contains(". ") || line.contains("? "), "no remedy: \(line)")
            }
        }
    }

    @Test func `every rule has a page of its own in both languages`() throws {
        let vietnamese = try rules("vi")
        let english = try rules("en")
        #expect(vietnamese.keys.sorted() == english.keys.sorted())
        for (rule, sentence) in vietnamese {
            let other = english[rule] ?? ""
            #expect(sentence.utf8.count > 20 && other.utf8.count > 20, "\(rule)")
            #expect(sentence != other, "\(rule)")
            #expect(sentence.utf8.contains { $0 >= 0x80 }, "\(rule): \(sentence)")
        }
    }
}
