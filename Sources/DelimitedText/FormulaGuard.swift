/// Keeps a spreadsheet from taking a text for a formula.
package enum FormulaGuard {
    /// The text with an apostrophe before it if a spreadsheet would work it out; numbers, negative ones too, and a
    /// lone dash stay as they are.
    package static func neutralised(_ field: String) -> String {
        switch field.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            "'" + field
        case UInt8(ascii: "+"):
            "'" + field
        case UInt8(ascii: "-"):
            isNegativeNumber(field) || field == "-" ? field : "'" + field
        default: field
        }
    }

    /// A minus, digits that points, commas or spaces may group, and a percent sign at most.
    private static func isNegativeNumber(_ field: String) -> Bool {
        var digits = field.utf8.dropFirst()
        if digits.last == UInt8(ascii: "%") { digits = digits.dropLast() }
        guard let first = digits.first, let last = digits.last, isDigit(first), isDigit(last) else { return false }
        var wasDigit = false
        for byte in digits {
            if isDigit(byte) {
                wasDigit = true
                continue
            }
            guard wasDigit, byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: " ") else {
                return false
            }
            wasDigit = false
        }
        return true
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
