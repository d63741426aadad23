import Domain
import Reporting

extension Table.Cell {
    /// The cell as people read it; empty where nothing belongs.
    func text(in language: Language) -> String {
        switch self {
        case .text(let text), .link(let text, _), .row(let text, _, _), .entry(let text): text
        case .figure(let figure, let decimals), .sum(let figure, let decimals, _):
            figure.text(in: language) { amount in
                amount.isZero ? Mark.zero.rawValue : language.amount(amount, decimals: decimals)
            }
        case .difference(let figure, let decimals):
            figure.text(in: language) { language.signed(language.amount($0, decimals: decimals)) }
        case .percentage(let figure, let signed):
            figure.text(in: language) { amount in
                let number = language.amount(amount, decimals: percentageDecimals) + "%"
                return signed ? language.signed(number) : number
            }
        case .completeness(let completeness):
            "\(language.count(completeness.received))/\(language.count(completeness.owed))"
        case .count(let count): language.count(count)
        case .day(let day): language.date(day)
        case .blank: ""
        }
    }
}

/// Percentages have one decimal everywhere.
let percentageDecimals = 1

extension Figure {
    /// The number with its standing, or the mark of its absence.
    fileprivate func text(in language: Language, _ number: (Amount) -> String) -> String {
        switch content {
        case .absent(let absence): absence.mark(in: language)
        case .known(let amount, let standing): number(amount) + standing.suffix(in: language)
        }
    }
}

extension Figure.Standing {
    /// What stands behind a number: ` (sb)`, ` (đc)` or nothing.
    func suffix(in language: Language) -> String {
        switch self {
        case .reported: ""
        case .provisional: " " + Mark.provisional.text(in: language)
        case .revised: " " + Mark.revised.text(in: language)
        }
    }
}

extension Language {
    /// A plus before what is more than zero as it is written; the minus is there already.
    fileprivate func signed(_ number: String) -> String {
        let isPositive = !number.hasPrefix("-") && number.contains { ("1"..."9").contains($0) }
        return isPositive ? "+" + number : number
    }

    /// The marks of a table with what they mean; `nil` where it has none.
    func legend(of table: Table) -> String? {
        let marks = table.marks
        guard !marks.isEmpty else { return nil }
        let words = marks.map { "“\($0.text(in: self))” \($0.explanation(in: self))" }
        return (self == .vi ? "Ký hiệu: " : "Marks: ") + words.joined(separator: "; ") + "."
    }
}
