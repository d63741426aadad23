import Domain
import Reporting

/// How Excel draws a number, in its own notation: the reader's machine puts in its separators.
enum NumberFormat: Hashable {
    case figure(Int)
    case difference(Int)
    /// `isNamed`: the heading of its column says that it is in percent, so the number does not.
    case percentage(signed: Bool, isNamed: Bool = false)

    /// The number of the cell: the sign of percent multiplies by a hundred.
    func stored(_ amount: Amount) -> Double {
        if case .percentage(_, isNamed: false) = self { return amount.double / 100 }
        return amount.double
    }

    /// The format's code for an amount.
    ///
    /// - Parameter widest: The standing in its column with the widest mark: numbers without one leave its room free, so that
    ///   last digits stand under one another.
    func code(
        _ amount: Amount, _ standing: Figure.Standing, beside widest: Figure.Standing = .reported,
        in language: Language = .vi
    ) -> NumberCode {
        let roundsToZero = abs(amount.double) < 1 && !amount.isZero && amount.rounded(decimals: decimals) == 0
        return .number(self, standing, roundsToZero: roundsToZero, beside: widest, language)
    }

    /// Zero is drawn as the mark of nothing occurred; what only rounds to zero has no sign.
    fileprivate func spelt(
        _ standing: Figure.Standing, roundsToZero: Bool, beside widest: Figure.Standing, _ language: Language
    ) -> String {
        let room = standing == .reported ? NumberFormat.room(widest.suffix(in: language)) : ""
        let suffix = standing.suffix(in: language)
        let number = body + NumberFormat.quoted(suffix) + room
        switch self {
        case .figure:
            let zero = NumberFormat.quoted(Mark.zero.rawValue + suffix) + room
            return "\(number);\(roundsToZero ? "" : "-")\(number);\(zero)"
        case .difference, .percentage(signed: true, _):
            return roundsToZero ? "\(number);\(number)" : "+\(number);-\(number);\(number)"
        case .percentage(signed: false, _): return roundsToZero ? "\(number);\(number)" : number
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
        if case .percentage(_, isNamed: false) = self { return whole + "%" }
        return whole
    }

    /// As wide as a mark, and nothing in it.
    private static func room(_ suffix: String) -> String { suffix.map { "_\($0)" }.joined() }

    private static func quoted(_ text: String) -> String { text.isEmpty ? "" : "\"\(text)\"" }
}

/// What decides how the number of a cell is drawn; spelt out once for all cells that are drawn alike.
enum NumberCode: Hashable {
    case number(NumberFormat, Figure.Standing, roundsToZero: Bool, beside: Figure.Standing, Language)
    case count
    case day(Language)

    /// In Excel's notation.
    var text: String {
        switch self {
        case .number(let format, let standing, let roundsToZero, let widest, let language):
            format.spelt(standing, roundsToZero: roundsToZero, beside: widest, language)
        case .count: "#,##0"
        case .day(let language): language == .vi ? "dd/mm/yyyy" : "[$-809]d mmmm yyyy"
        }
    }
}
