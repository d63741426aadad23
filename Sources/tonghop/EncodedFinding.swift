import Domain
import Office
import Rendering

extension FindingPrinter {
    func encoded(_ finding: Finding) -> EncodedFinding {
        EncodedFinding(
            rule: finding.rule.text, level: finding.level.rawValue, file: shownPath(finding.position.file),
            line: finding.position.line, row: finding.position.row, column: finding.position.column,
            header: finding.position.header, value: finding.value, message: finding.message[language],
            expected: finding.expected?[language], remedy: finding.remedy[language], answer: finding.answer)
    }

    static func json(_ value: some Encodable) throws -> String { try JSONPage.text(value) }
}

/// A finding as a program reads it; what is absent is left out.
struct EncodedFinding: Encodable {
    let rule, level, file: String
    let line, row: Int
    let column: Int?
    let header, value: String?
    let message: String
    let expected: String?
    let remedy: String
    let answer: String?
}

extension Sequence<Finding> {
    /// What the findings alone make of a command's end.
    var outcome: Outcome { contains(where: \.needsPerson) ? .needsPerson : .done }
}
