import ArgumentParser
import Domain
import Foundation
import Intake
import Office

/// `tonghop explain`: the page of a rule, or the first sentence of every rule's.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Giải thích một quy tắc kiểm tra. / Prints a rule's page.")

    @OptionGroup var options: SharedOptions

    @Argument(help: "Name of the rule, as it stands in brackets behind a finding; all rules where none is named.")
    var rule: String?

    func run() throws {
        try options.perform { _ in
            let rules = CommandRules.all
            guard let rule else {
                let sorted = rules.sorted { $0.name < $1.name }
                let pages = sorted.map { Page(rule: $0.code, page: $0.page[options.lang]) }
                let lines = sorted.map { "\($0.name): \(firstSentence(of: $0.page[options.lang]))" }
                try options.result(Output(rules: pages), or: lines.joined(separator: "\n"))
                return .done
            }
            // A check across submissions may have the name of the rule that holds within one.
            let found = rules.filter { $0.code == rule }
            guard !found.isEmpty else {
                throw unknown(rule, Set(rules.map { $0.code }).sorted())
            }
            try options.result(
                Output(rules: found.map { Page(rule: $0.code, page: $0.page[options.lang]) }),
                or: ([rule] + found.map { $0.page[options.lang] }).joined(separator: "\n\n"))
            return .done
        }
    }

    private struct Page: Encodable {
        let rule, page: String
    }

    private struct Output: Encodable {
        let rules: [Page]
    }

    private func unknown(_ rule: String, _ known: [String]) -> Failure {
        let near = EditDistance.nearest(to: rule.lowercased(), among: known) { [$0] }
        guard near.isEmpty else {
            let list = near.map { "“\($0)”" }
            return Failure(
                Bilingual(
                    vi: "không có quy tắc “\(rule)”; có phải \(list.joined(separator: " hoặc "))?",
                    en: "there is no rule “\(rule)”; did you mean \(list.joined(separator: " or "))?"), .wrongUsage)
        }
        let all = known.joined(separator: ", ")
        return Failure(
            Bilingual(
                vi: "không có quy tắc “\(rule)”; các quy tắc: \(all)",
                en: "there is no rule “\(rule)”; the rules are: \(all)"), .wrongUsage)
    }

    private func firstSentence(of text: String) -> String {
        text.range(of: ". ").map { String(text[..<$0.lowerBound]) + "." } ?? text
    }
}
