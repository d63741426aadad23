import ArgumentParser
import Domain
import Intake
import Reporting

/// `tonghop explain`: the page of a rule.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Giải thích một quy tắc kiểm tra. / Prints a rule's page.")

    @OptionGroup var options: SharedOptions

    @Argument(help: "Name of the rule, as it stands in brackets behind a finding.")
    var rule: String

    func run() throws {
        try options.perform {
            let pages =
                (RuleList.all + PlainTable.pages + CatalogueReader.pages + DecisionsReader.pages).map {
                    ($0.name, $0.text)
                }
                + LedgerChecks.pages.map { ($0.name, $0.page) }
            guard let page = pages.first(where: { $0.0.text == rule })?.1 else {
                let known = pages.map(\.0.text).sorted().joined(separator: ", ")
                throw Failure(
                    Bilingual(
                        vi: "không có quy tắc “\(rule)”; các quy tắc: \(known)",
                        en: "there is no rule “\(rule)”; the rules are: \(known)"), .wrongUsage)
            }
            options.console.result("\(rule)\n\n\(page[options.lang])")
            return .done
        }
    }
}
