import Domain
import Legibility
import Reporting

/// Findings as lines, clickable in a terminal.
package struct FindingPrinter {
    package let language: Language
    package let shownPath: (String) -> String

    package init(language: Language, shownPath: @escaping (String) -> String) {
        self.language = language
        self.shownPath = shownPath
    }

    /// `inputs/submissions/2026-10/CAT-03-an.csv:14:3: lỗi: …; … [unknown-unit]`
    package func line(_ finding: Finding) -> String {
        let position = finding.position
        var place = shownPath(position.file)
        if position.line > 0 { place += ":\(position.line)" }
        if position.line > 0, let column = position.column { place += ":\(column)" }
        return ShownText.line(
            "\(place): \(finding.level.words[language]): \(finding.text(in: language)) [\(finding.rule)]")
    }
}
