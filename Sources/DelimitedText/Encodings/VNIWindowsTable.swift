extension LegacyTable {
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
}
