import Domain

/// How numbers are written in a file: `1.234,5` or `1,234.5`.
package enum NumberNotation: String, Hashable, Sendable {
    case commaDecimal, pointDecimal

    var decimal: UInt8 { self == .commaDecimal ? UInt8(ascii: ",") : UInt8(ascii: ".") }
    var group: UInt8 { self == .commaDecimal ? UInt8(ascii: ".") : UInt8(ascii: ",") }

    package var example: String { self == .commaDecimal ? "1.234,5" : "1,234.5" }
}

/// The digits and separators of a cell that looks like a number.
struct NumberText: Equatable {
    let isNegative: Bool
    /// `(120)`: accountants mean less than nothing by it, others a remark.
    let isBracketed: Bool
    /// Digits, points, commas, and a space for whatever blank groups digits; begins and ends with a digit.
    private let marks: [UInt8]
    /// Whatever the notation of the file, it is read in one way.
    private let isSettled: Bool

    /// `nil` where the text is no number in any notation.
    ///
    /// - Parameter isSettled: It is a number of a workbook, whose comma stands before its decimals.
    init?(_ text: String, isSettled: Bool = false) {
        var marks: [UInt8] = []
        var isNegative = false
        var isBracketed = false
        var body = text.trimmedCell[...]
        if body.hasPrefix("("), body.hasSuffix(")") {
            body = body.dropFirst().dropLast()
            isBracketed = true
        }
        if let first = body.first, first == "-" || first == "−" || first == "–" {
            isNegative = true
            body = body.dropFirst()
        } else if body.first == "+" {
            body = body.dropFirst()
        }
        for scalar in body.unicodeScalars {
            switch scalar {
            case "0"..."9", ".", ",": marks.append(UInt8(truncatingIfNeeded: scalar.value))
            case " ", "\u{A0}", "\u{202F}", "\u{2009}": marks.append(UInt8(ascii: " "))
            case _ where HiddenMark.isOne(scalar): continue
            default: return nil
            }
        }
        guard let first = marks.first, let last = marks.last, Self.isDigit(first), Self.isDigit(last),
            marks.count <= 40
        else { return nil }
        self.isNegative = isNegative
        self.isBracketed = isBracketed
        self.isSettled = isSettled
        self.marks = marks
    }

    /// What its separators say about the notation of the file.
    enum Evidence: Equatable {
        case none
        /// Whatever the column.
        case proof(NumberNotation)
        /// One separator before three digits: in a column of whole numbers it can only group.
        case grouping(NumberNotation)
    }

    var evidence: Evidence {
        if isSettled { return .none }
        let points = marks.count { $0 == UInt8(ascii: ".") }
        let commas = marks.count { $0 == UInt8(ascii: ",") }
        guard points + commas > 0 else { return .none }
        if points > 0, commas > 0 {
            let last = marks.last { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
            let notation: NumberNotation = last == UInt8(ascii: ",") ? .commaDecimal : .pointDecimal
            return value(in: notation) == nil ? .none : .proof(notation)
        }
        let separator = points > 0 ? UInt8(ascii: ".") : UInt8(ascii: ",")
        let grouping: NumberNotation = points > 0 ? .commaDecimal : .pointDecimal
        let decimal: NumberNotation = points > 0 ? .pointDecimal : .commaDecimal
        if points + commas > 1 { return value(in: grouping) == nil ? .none : .proof(grouping) }
        let parts = marks.split(separator: separator)
        guard parts.count == 2 else { return .none }
        if parts[1].count != 3 || parts[0].count > 3 || parts[0].first == UInt8(ascii: "0") { return .proof(decimal) }
        return .grouping(grouping)
    }

    enum Value: Equatable {
        /// With the number of decimals other than zeros at the end.
        case quantity(Quantity, decimals: Int)
        case tooLarge
        case tooManyDecimals
    }

    /// Its magnitude; `nil` where it is no number in this notation.
    func value(in given: NumberNotation) -> Value? {
        let notation = isSettled ? .commaDecimal : given
        let parts = marks.split(separator: notation.decimal, omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = Self.ungrouped(parts[0], by: notation.group) else { return nil }
        var fraction = parts.count == 2 ? Array(parts[1]) : []
        guard fraction.allSatisfy(Self.isDigit), parts.count == 1 || !fraction.isEmpty else { return nil }
        while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
        guard fraction.count <= 3 else { return .tooManyDecimals }
        let digits = whole + fraction + [UInt8](repeating: UInt8(ascii: "0"), count: 3 - fraction.count)
        var thousandths: Int64 = 0
        for digit in digits {
            let (product, overflow) = thousandths.multipliedReportingOverflow(by: 10)
            let (sum, carried) = product.addingReportingOverflow(Int64(digit - UInt8(ascii: "0")))
            guard !overflow, !carried else { return .tooLarge }
            thousandths = sum
        }
        return .quantity(Quantity(thousandths: thousandths), decimals: fraction.count)
    }

    /// Groups of three after the first; a blank groups in either notation.
    private static func ungrouped(_ digits: ArraySlice<UInt8>, by group: UInt8) -> [UInt8]? {
        let groups = digits.split(omittingEmptySubsequences: false) { $0 == group || $0 == UInt8(ascii: " ") }
        guard let first = groups.first, !first.isEmpty, groups.allSatisfy({ $0.allSatisfy(isDigit) }) else {
            return nil
        }
        if groups.count > 1, first.count > 3 || groups.dropFirst().contains(where: { $0.count != 3 }) { return nil }
        return Array(groups.joined())
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
