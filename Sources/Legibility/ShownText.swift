/// A text as it may be shown: on a terminal, in a text file, a return, a workbook, a CSV or as JSON.
///
/// What steers a terminal, turns the direction of writing or breaks a line where none is seen becomes `�`, so that a reader
/// sees that something stood there. Letters stay as they are, composed or not, and so do the joiners that some scripts need.
package enum ShownText {
    /// What stands for a character that is not shown.
    package static let mark: Unicode.Scalar = "\u{FFFD}"

    /// A text of several lines: line feeds and tabs stay, every other line break is a line feed.
    package static func lines(_ text: String) -> String {
        guard needsCare(text, butFor: isLineFeedOrTab) else { return text }
        var shown = String.UnicodeScalarView()
        var followsReturn = false
        for scalar in text.unicodeScalars {
            defer { followsReturn = scalar == "\r" }
            if scalar == "\n" || scalar == "\t" {
                if scalar == "\t" || !followsReturn { shown.append(scalar) }
            } else if breaksLine(scalar) {
                shown.append("\n")
            } else {
                shown.append(steers(scalar) ? mark : scalar)
            }
        }
        return String(shown)
    }

    /// A text on one line: line breaks and tabs are blanks.
    package static func line(_ text: String) -> String {
        guard needsCare(text, butFor: { _ in false }) else { return text }
        var shown = String.UnicodeScalarView()
        var followsReturn = false
        for scalar in text.unicodeScalars {
            defer { followsReturn = scalar == "\r" }
            if scalar == "\t" || breaksLine(scalar) {
                if scalar != "\n" || !followsReturn { shown.append(" ") }
            } else {
                shown.append(steers(scalar) ? mark : scalar)
            }
        }
        return String(shown)
    }

    /// A name, of a file or a folder: line breaks and tabs are marked too, for no name has them by right.
    package static func name(_ text: String) -> String {
        guard needsCare(text, butFor: { _ in false }) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { steers($0) ? mark : $0 }))
    }

    /// JSON that means the same and shows nothing raw: what would be marked elsewhere is written `\u202E`, so that a program
    /// reads the value as it stood in the file.
    ///
    /// - Parameter json: As an encoder gives it: the characters below U+0020 within texts are escaped already.
    package static func json(_ json: String) -> String {
        let isStructure: (Unicode.Scalar) -> Bool = { $0.value < 0x20 }
        guard needsCare(json, butFor: isStructure) else { return json }
        var escaped = String.UnicodeScalarView()
        for scalar in json.unicodeScalars {
            guard steers(scalar), !isStructure(scalar) else {
                escaped.append(scalar)
                continue
            }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16, uppercase: true)
                escaped += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars
            }
        }
        return String(escaped)
    }

    /// Whether a character acts on what is around it instead of being seen: controls, marks and overrides of direction, line
    /// and paragraph separators, a byte-order mark, tags, and what Unicode keeps out of every text.
    package static func steers(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F: true
        case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F: true
        case 0xFEFF, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE007F: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x2028, 0x2029: true
        default: false
        }
    }

    private static func isLineFeedOrTab(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\t" }

    /// Nearly no text does, and most of those that are asked of have no byte with which anything begins that steers.
    private static func needsCare(_ text: String, butFor isAllowed: (Unicode.Scalar) -> Bool) -> Bool {
        guard !isPlain(text) else { return false }
        return text.unicodeScalars.contains { steers($0) && !isAllowed($0) }
    }

    /// Whether no byte of a text begins a character that steers: printable ASCII and nearly all Vietnamese letters.
    private static func isPlain(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            for byte in bytes {
                switch byte {
                case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF...0xFF: return false
                default: continue
                }
            }
            return true
        }
    }
}
