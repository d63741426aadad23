/// The bytes of a page as UTF-8: UTF-16 by its mark, else UTF-8, else Latin letters of one byte each.
enum PageText {
    /// So many bytes of the beginning, turned into UTF-8 as far as ASCII goes.
    static func head(of bytes: [UInt8], count: Int) -> [UInt8] {
        let head = bytes.prefix(count)
        if let isLittle = utf16(bytes) { return decoded(Array(head), isLittle) }
        return Array(head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head)
    }

    static func whole(_ bytes: [UInt8]) -> [UInt8] {
        if let isLittle = utf16(bytes) { return decoded(bytes, isLittle) }
        if (try? UTF8Span(validating: bytes.span)) != nil { return bytes }
        var latin: [UInt8] = []
        latin.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                latin.append(byte)
            } else {
                latin.append(contentsOf: [0xC0 | byte >> 6, 0x80 | byte & 0x3F])
            }
        }
        return latin
    }

    /// Whether its letters are of two bytes.
    static func isWide(_ bytes: [UInt8]) -> Bool { utf16(bytes) != nil }

    private static func utf16(_ bytes: [UInt8]) -> Bool? {
        if bytes.starts(with: [0xFF, 0xFE]) { return true }
        return bytes.starts(with: [0xFE, 0xFF]) ? false : nil
    }

    private static func decoded(_ bytes: [UInt8], _ isLittle: Bool) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for place in stride(from: 2, to: bytes.count - 1, by: 2) {
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            units.append(isLittle ? first | second << 8 : first << 8 | second)
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}

/// Letters that a page writes by their names or numbers: `&agrave;`, `&#7853;`, `&nbsp;`.
enum PageEntity {
    private static let latin: [String] = [
        "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf", "laquo", "not",
        "shy",
        "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro", "para", "middot", "cedil", "sup1", "ordm",
        "raquo", "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring",
        "AElig", "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute", "Icirc", "Iuml", "ETH", "Ntilde",
        "Ograve", "Oacute", "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml",
        "Yacute", "THORN", "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil",
        "egrave", "eacute", "ecirc", "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde", "ograve", "oacute",
        "ocirc", "otilde", "ouml", "divide", "oslash", "ugrave", "uacute", "ucirc", "uuml", "yacute", "thorn", "yuml",
    ]

    private static let named: [String: Unicode.Scalar] = {
        var named: [String: Unicode.Scalar] = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "–", "mdash": "—", "hellip": "…",
            "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "dstrok": "đ", "Dstrok": "Đ",
        ]
        for (place, name) in latin.enumerated() { named[name] = Unicode.Scalar(UInt8(0xA0 + place)) }
        return named
    }()

    /// What stands between `&` and `;`.
    static func scalar(_ name: String) -> Unicode.Scalar? {
        guard name.hasPrefix("#") else { return named[name] }
        let digits = name.dropFirst()
        let code = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return code.flatMap(Unicode.Scalar.init)
    }
}
