import Legibility

/// What becomes of every text before the C library sees it.
///
/// The library takes any bytes and returns success, and then the file does not open: control characters and U+FFFE in
/// names and properties break the XML, and a text that looks like an escape, `_x0041_`, reads as another text.
enum CleanText {
    /// The most characters of a cell, counted in UTF-16.
    static let lengthMax = 32_767

    /// A text as it is shown, and as it is handed to the library.
    struct Cell {
        let shown: String
        let stored: String
    }

    /// The text without what XML cannot carry or a person cannot see; line feeds and tabs stay.
    static func clean(_ text: String) -> String { ShownText.lines(text) }

    /// The text with each `_xHHHH_` written `_x005F_xHHHH_`, so that a reader gives back what was meant.
    static func escape(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count >= 7, bytes.contains(UInt8(ascii: "_")) else { return text }
        var escaped: [UInt8] = []
        for position in bytes.indices {
            if isEscape(bytes, at: position) { escaped.append(contentsOf: "_x005F".utf8) }
            escaped.append(bytes[position])
        }
        return escaped.count == bytes.count ? text : String(decoding: escaped, as: UTF8.self)
    }

    /// The text that a stored text stands for.
    static func unescape(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count >= 7 else { return text }
        var plain = ""
        var pending: [UInt8] = []
        var position = 0
        while position < bytes.count {
            if isEscape(bytes, at: position),
                let code = UInt32(String(decoding: bytes[position + 2..<position + 6], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(code)
            {
                plain += String(decoding: pending, as: UTF8.self)
                pending.removeAll()
                plain.unicodeScalars.append(scalar)
                position += 7
            } else {
                pending.append(bytes[position])
                position += 1
            }
        }
        return plain + String(decoding: pending, as: UTF8.self)
    }

    /// A text for a cell: cleaned, cut to what a cell holds, and escaped.
    static func cell(_ text: String) -> Cell {
        if isPlain(text) { return Cell(shown: text, stored: text) }
        var shown = cut(clean(text), to: lengthMax)
        var stored = escape(shown)
        while stored.utf16.count > lengthMax {
            shown = cut(shown, to: max(shown.utf16.count - (stored.utf16.count - lengthMax), 1))
            stored = escape(shown)
        }
        return Cell(shown: shown, stored: stored)
    }

    /// Whether a text is short enough for a cell, and has no byte with which anything begins that is left out, replaced or
    /// escaped.
    private static func isPlain(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count <= lengthMax else { return false }
            for byte in bytes {
                switch byte {
                case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF...0xFF, UInt8(ascii: "_"): return false
                default: continue
                }
            }
            return true
        }
    }

    /// A text of one line: cleaned, with line feeds and tabs as spaces.
    static func line(_ text: String) -> String { ShownText.line(text) }

    /// The text, or as much of it as fits with `…`, in at most `length` UTF-16 characters.
    static func cut(_ text: String, to length: Int) -> String {
        guard text.utf16.count > length else { return text }
        var kept = ""
        var used = 1
        for character in text {
            used += character.utf16.count
            guard used <= length else { break }
            kept.append(character)
        }
        return kept + "…"
    }

    private static func isEscape(_ bytes: [UInt8], at position: Int) -> Bool {
        guard position + 6 < bytes.count, bytes[position] == UInt8(ascii: "_"),
            bytes[position + 1] == UInt8(ascii: "x"), bytes[position + 6] == UInt8(ascii: "_")
        else { return false }
        return bytes[position + 2..<position + 6].allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
                UInt8(ascii: "A")...UInt8(ascii: "F"):
                true
            default: false
            }
        }
    }
}
