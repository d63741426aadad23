import Domain
import Reporting

/// How Excel draws a number, in its own notation: the reader's machine puts in its separators.
enum NumberFormat: Hashable {
    case figure(Int)
    case difference(Int)
    case percentage(signed: Bool)

    /// The number of the cell: the sign of percent multiplies by a hundred.
    func stored(_ amount: Amount) -> Double {
        if case .percentage = self { return amount.double / 100 }
        return amount.double
    }

    /// The format's code for an amount.
    func code(_ amount: Amount, _ standing: Figure.Standing) -> NumberCode {
        let roundsToZero = abs(amount.double) < 1 && !amount.isZero && amount.rounded(decimals: decimals) == 0
        return .number(self, standing, roundsToZero: roundsToZero)
    }

    /// Zero is drawn as the mark of nothing occurred; what only rounds to zero has no sign.
    fileprivate func spelt(_ standing: Figure.Standing, roundsToZero: Bool) -> String {
        let number = body + NumberFormat.quoted(standing.suffix)
        switch self {
        case .figure:
            let zero = NumberFormat.quoted(Mark.zero.rawValue + standing.suffix)
            return "\(number);\(roundsToZero ? "" : "-")\(number);\(zero)"
        case .difference, .percentage(signed: true):
            return roundsToZero ? "\(number);\(number)" : "+\(number);-\(number);\(number)"
        case .percentage(signed: false): return roundsToZero ? "\(number);\(number)" : number
        }
    }

    private var decimals: Int {
        switch self {
        case .figure(let decimals), .difference(let decimals): decimals
        case .percentage: percentageDecimals
        }
    }

    private var body: String {
        let whole = decimals > 0 ? "#,##0." + String(repeating: "0", count: min(decimals, 6)) : "#,##0"
        if case .percentage = self { return whole + "%" }
        return whole
    }

    private static func quoted(_ text: String) -> String { text.isEmpty ? "" : "\"\(text)\"" }
}

/// What decides how the number of a cell is drawn; spelt out once for all cells that are drawn alike.
enum NumberCode: Hashable {
    case number(NumberFormat, Figure.Standing, roundsToZero: Bool)
    case count
    case day(Language)

    /// In Excel's notation.
    var text: String {
        switch self {
        case .number(let format, let standing, let roundsToZero): format.spelt(standing, roundsToZero: roundsToZero)
        case .count: "#,##0"
        case .day(let language): language == .vi ? "dd/mm/yyyy" : "[$-809]d mmmm yyyy"
        }
    }
}
