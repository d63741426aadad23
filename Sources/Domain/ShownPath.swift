import Legibility

/// A path as it may stand in a finding, a return, a table or the ledger: nothing in it steers a terminal or turns the
/// direction of writing, and numbers that identify a person are hidden.
package struct ShownPath: Hashable, Sendable {
    package let text: String
    package let hidesIdentifier: Bool

    package init(_ path: String) {
        if Self.isPlain(path) {
            text = path
            hidesIdentifier = false
            return
        }
        let printable = ShownText.name(path)
        let parts = printable.split(separator: "/", omittingEmptySubsequences: false)
        var name = Array((parts.last ?? "").unicodeScalars)
        hidesIdentifier = Self.hideIdentifiers(in: &name)
        guard hidesIdentifier else {
            text = printable
            return
        }
        let folder = parts.dropLast().map { $0 + "/" }.joined()
        text = folder + String(String.UnicodeScalarView(name))
    }

    /// Whether it is printable ASCII, with too few digits in its name to identify anybody.
    private static func isPlain(_ path: String) -> Bool {
        var digits = 0
        for byte in path.utf8 {
            guard (0x20..<0x7F).contains(byte) else { return false }
            if byte == UInt8(ascii: "/") { digits = 0 } else if (0x30...0x39).contains(byte) { digits += 1 }
        }
        return digits < identifierDigitsMin
    }

    private static let identifierDigitsMin = 9

    /// All but the last two digits; of a name only what cannot be a date, a period or a number of the post.
    private static func hideIdentifiers(in name: inout [Unicode.Scalar]) -> Bool {
        var found = false
        var start = 0
        while start < name.count {
            guard isDigit(name[start]) else {
                start += 1
                continue
            }
            let end = endOfNumber(name, from: start)
            let places = (start..<end).filter { isDigit(name[$0]) }
            if isIdentifier(String(String.UnicodeScalarView(places.map { name[$0] }))) {
                for place in places.dropLast(2) { name[place] = "*" }
                found = true
            }
            start = end
        }
        return found
    }

    /// Groups of three digits and more, with single blanks or points between them, are one number.
    private static func endOfNumber(_ name: [Unicode.Scalar], from start: Int) -> Int {
        var end = start
        while end < name.count, isDigit(name[end]) { end += 1 }
        while end - start >= 3, end + 3 < name.count, name[end] == " " || name[end] == ".",
            name[(end + 1)...(end + 3)].allSatisfy(isDigit)
        {
            end += 1
            while end < name.count, isDigit(name[end]) { end += 1 }
        }
        return end
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

    private static func isIdentifier(_ digits: String) -> Bool {
        switch digits.count {
        case 9: true
        case 10: digits.hasPrefix("0") && "35789".contains(digits[digits.index(after: digits.startIndex)])
        case 11: digits.hasPrefix("84")
        case 12: digits.hasPrefix("0")
        default: false
        }
    }
}
