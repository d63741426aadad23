import Domain
import Foundation
import Reporting

/// Findings as lines, clickable in a terminal, and as JSON.
struct FindingPrinter {
    let language: Language
    let shownPath: (String) -> String

    /// `inputs/submissions/2026-10/CAT-03-an.csv:14:3: lỗi: …; … [unknown-unit]`
    func line(_ finding: Finding) -> String {
        let position = finding.position
        var place = FindingPrinter.safe(shownPath(position.file))
        if position.line > 0 { place += ":\(position.line)" }
        if position.line > 0, let column = position.column { place += ":\(column)" }
        return FindingPrinter.safe(
            "\(place): \(finding.level.words[language]): \(finding.text(in: language)) [\(finding.rule)]")
    }

    /// Control characters become visible, so that no file name or cell can steer a terminal.
    static func safe(_ text: String) -> String {
        let isControl: (Unicode.Scalar) -> Bool = { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
    }

    func encoded(_ finding: Finding) -> EncodedFinding {
        EncodedFinding(
            rule: finding.rule.text, level: finding.level.rawValue, file: shownPath(finding.position.file),
            line: finding.position.line, row: finding.position.row, column: finding.position.column,
            header: finding.position.header, value: finding.value, message: finding.message[language],
            expected: finding.expected?[language], remedy: finding.remedy[language], answer: finding.answer)
    }

    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
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
