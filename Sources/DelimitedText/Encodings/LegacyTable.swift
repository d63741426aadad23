/// What the bytes of an old encoding mean: one letter each, or, where two belong together, one for both.
struct LegacyTable: Sendable {
    let encoding: Encoding
    /// By byte; 0 where there is no letter.
    private(set) var letters = [UInt16](repeating: 0, count: 256)
    /// By both bytes, the first one higher.
    private(set) var pairs: [UInt16: UInt16] = [:]

    init(
        _ encoding: Encoding, runs: [(first: UInt8, letters: String)],
        pairs: [(base: UInt8, marks: [UInt8], letters: String)] = []
    ) {
        self.encoding = encoding
        for byte in 0..<0x80 { letters[byte] = UInt16(byte) }
        for run in [Self.punctuation, (0xA0, "\u{A0}")] + runs {
            for (at, scalar) in run.letters.unicodeScalars.enumerated() where scalar != Self.gap {
                letters[Int(run.first) + at] = UInt16(truncatingIfNeeded: scalar.value)
            }
        }
        for row in pairs {
            for (mark, scalar) in zip(row.marks, row.letters.unicodeScalars) {
                self.pairs[UInt16(row.base) << 8 | UInt16(mark)] = UInt16(truncatingIfNeeded: scalar.value)
            }
        }
    }

    /// Stands in a run where a byte has no letter.
    private static let gap: Unicode.Scalar = "_"

    /// What Windows has at 0x80 whatever the code page.
    private static let punctuation: (UInt8, String) = (0x80, "€_‚ƒ„…†‡ˆ‰_‹Œ____‘’“”•–—˜™_›œ__Ÿ")

    static let all = [windows1258, tcvn3, vniWindows]
    static let fonts = [tcvn3, vniWindows]
}

extension LegacyTable {
    /// TCVN3 (ABC), the encoding of the .Vn fonts: no accented capitals, which a font of capitals shows instead.
    static let tcvn3 = LegacyTable(
        .tcvn3,
        runs: [
            (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"),
            (0xDC, "ĩíịò"), (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
        ])

    /// VNI-Windows: a base letter and, for most, a second byte for its marks.
    static let vniWindows = LegacyTable(
        .vniWindows,
        runs: [
            (0xA1, "¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"), (0xC6, "Ỉ"), (0xCC, "ÌÍỴ"), (0xD1, "ĐỊĨƠ"), (0xD6, "Ư"),
            (0xE6, "ỉ"), (0xEC, "ìíỵ"), (0xF1, "địĩơ"), (0xF6, "ư"),
        ],
        pairs: [
            (0x41, tones, "ÀÁẢÃẠ"), (0x61, smallTones, "àáảãạ"), (0x41, circumflexes, "ÂẦẤẨẪẬ"),
            (0x61, smallCircumflexes, "âầấẩẫậ"), (0x41, breves, "ĂẰẮẲẴẶ"), (0x61, smallBreves, "ăằắẳẵặ"),
            (0x45, tones, "ÈÉẺẼẸ"), (0x65, smallTones, "èéẻẽẹ"), (0x45, circumflexes, "ÊỀẾỂỄỆ"),
            (0x65, smallCircumflexes, "êềếểễệ"), (0x4F, tones, "ÒÓỎÕỌ"), (0x6F, smallTones, "òóỏõọ"),
            (0x4F, circumflexes, "ÔỒỐỔỖỘ"), (0x6F, smallCircumflexes, "ôồốổỗộ"), (0xD4, tones, "ỜỚỞỠỢ"),
            (0xF4, smallTones, "ờớởỡợ"), (0x55, tones, "ÙÚỦŨỤ"), (0x75, smallTones, "ùúủũụ"),
            (0xD6, tones, "ỪỨỬỮỰ"), (0xF6, smallTones, "ừứửữự"), (0x59, tones, "ỲÝỶỸ"), (0x79, smallTones, "ỳýỷỹ"),
        ])

    /// The five tones: falling, rising, asking, broken, heavy.
    private static let tones: [UInt8] = [0xD8, 0xD9, 0xDB, 0xD5, 0xCF]
    private static let smallTones = tones.map { $0 + 0x20 }
    /// The circumflex alone, then with the five tones.
    private static let circumflexes: [UInt8] = [0xC2, 0xC0, 0xC1, 0xC5, 0xC3, 0xC4]
    private static let smallCircumflexes = circumflexes.map { $0 + 0x20 }
    private static let breves: [UInt8] = [0xCA, 0xC8, 0xC9, 0xDA, 0xDC, 0xCB]
    private static let smallBreves = breves.map { $0 + 0x20 }

    /// The Windows code page of Vietnamese: letters, and five tones that combine with the letter before them.
    static let windows1258 = LegacyTable(
        .windows1258,
        runs: [
            (0xA1, "¡¢£¤¥¦§¨©ª«¬\u{AD}®¯"),
            (0xB0, "°±²³´µ¶·¸¹º»¼½¾¿"),
            (0xC0, "ÀÁÂĂÄÅÆÇÈÉÊË\u{300}ÍÎÏ"),
            (0xD0, "ĐÑ\u{309}ÓÔƠÖ×ØÙÚÛÜƯ\u{303}ß"),
            (0xE0, "àáâăäåæçèéêë\u{301}íîï"),
            (0xF0, "đñ\u{323}óôơö÷øùúûüư₫ÿ"),
        ])
}
