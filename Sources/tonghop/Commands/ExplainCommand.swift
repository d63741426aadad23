import ArgumentParser
import Domain
import Foundation

/// `tonghop explain`: the page of a rule, or the first sentence of every rule's.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Giải thích một quy tắc kiểm tra. / Prints a rule's page.")

    @OptionGroup var options: SharedOptions

    @Argument(help: "Name of the rule, as it stands in brackets behind a finding; all rules where none is named.")
    var rule: String?

    func run() throws {
        try options.perform {
            let rules = CommandRules.all
            guard let rule else {
                for rule in rules.sorted(by: { $0.name < $1.name }) {
                    options.console.result("\(rule.name): \(firstSentence(of: rule.page[options.lang]))")
                }
                return .done
            }
            // A check across submissions may have the name of the rule that holds within one.
            let found = rules.filter { $0.code == rule }
            guard !found.isEmpty else {
                let known = Set(rules.map { $0.code }).sorted().joined(separator: ", ")
                throw Failure(
                    Bilingual(
                        vi: "không có quy tắc “\(rule)”; các quy tắc: \(known)",
                        en: "there is no rule “\(rule)”; the rules are: \(known)"), .wrongUsage)
            }
            options.console.result(([rule] + found.map { $0.page[options.lang] }).joined(separator: "\n\n"))
            return .done
        }
    }

    private func firstSentence(of text: String) -> String {
        text.range(of: ". ").map { String(text[..<$0.lowerBound]) + "." } ?? text
    }
}
