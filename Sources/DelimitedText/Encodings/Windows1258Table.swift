extension LegacyTable {
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
