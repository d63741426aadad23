/// The letters of Vietnamese taken apart: which letter, and which tone it bears.
///
/// Letters are ASCII where they can be and else have a byte of their own, so that a syllable fits into 64 bits.
enum VietnameseLetters {
    enum Tone {
        static let none: UInt8 = 0
        static let sharp: UInt8 = 2
        static let heavy: UInt8 = 5
    }

    static let wildcard = UInt8(ascii: "?")
    /// Đ, in syllables the only letter of its own that is no vowel.
    static let crossedD: UInt8 = 0x83

    /// A letter of Vietnamese, in either case; nil for all else.
    static func parts(of scalar: Unicode.Scalar) -> (letter: UInt8, tone: UInt8)? {
        guard scalar.value < UInt32(table.count) else { return nil }
        let entry = table[Int(scalar.value)]
        return entry == 0 ? nil : (UInt8(truncatingIfNeeded: entry), UInt8(truncatingIfNeeded: entry >> 8))
    }

    /// The tone of a combining mark.
    static func tone(of mark: Unicode.Scalar) -> UInt8? {
        switch mark {
        case "\u{300}": 1
        case "\u{301}": Tone.sharp
        case "\u{309}": 3
        case "\u{303}": 4
        case "\u{323}": Tone.heavy
        default: nil
        }
    }

    /// The letter that a combining circumflex, breve or horn makes of another.
    static func letter(_ letter: UInt8, with mark: Unicode.Scalar) -> UInt8? {
        switch (letter, mark) {
        case (UInt8(ascii: "a"), "\u{302}"): 0x82
        case (UInt8(ascii: "a"), "\u{306}"): 0x81
        case (UInt8(ascii: "e"), "\u{302}"): 0x84
        case (UInt8(ascii: "o"), "\u{302}"): 0x85
        case (UInt8(ascii: "o"), "\u{31B}"): 0x86
        case (UInt8(ascii: "u"), "\u{31B}"): 0x87
        default: nil
        }
    }

    /// The Latin letter that a letter of Cyrillic or Greek cannot be told from by eye; any other scalar as it is.
    ///
    /// As `LetterLikeness` of `Domain` has them for names; a test holds the two together.
    static func latin(alike scalar: Unicode.Scalar) -> Unicode.Scalar { alike[scalar] ?? scalar }

    private static let alike = Dictionary(
        zip(
            "АВЕКМНОРСТУХІЈЅаеорсухіјѕһӏԁΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυ".unicodeScalars,
            "ABEKMHOPCTYXIJSaeopcyxijshldABEZHIKMNOPTYXaikvopu".unicodeScalars),
        uniquingKeysWith: { first, _ in first })

    static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"):
            true
        default: letter >= 0x80 && letter != crossedD
        }
    }

    /// Each vowel without a tone, then with the tones in the order of their numbers.
    private static let vowels: [(letter: UInt8, small: String, capital: String)] = [
        (UInt8(ascii: "a"), "aàáảãạ", "AÀÁẢÃẠ"), (0x81, "ăằắẳẵặ", "ĂẰẮẲẴẶ"), (0x82, "âầấẩẫậ", "ÂẦẤẨẪẬ"),
        (UInt8(ascii: "e"), "eèéẻẽẹ", "EÈÉẺẼẸ"), (0x84, "êềếểễệ", "ÊỀẾỂỄỆ"), (UInt8(ascii: "i"), "iìíỉĩị", "IÌÍỈĨỊ"),
        (UInt8(ascii: "o"), "oòóỏõọ", "OÒÓỎÕỌ"), (0x85, "ôồốổỗộ", "ÔỒỐỔỖỘ"), (0x86, "ơờớởỡợ", "ƠỜỚỞỠỢ"),
        (UInt8(ascii: "u"), "uùúủũụ", "UÙÚỦŨỤ"), (0x87, "ưừứửữự", "ƯỪỨỬỮỰ"), (UInt8(ascii: "y"), "yỳýỷỹỵ", "YỲÝỶỸỴ"),
        (crossedD, "đ", "Đ"),
    ]

    private static let table: [UInt16] = {
        var table = [UInt16](repeating: 0, count: 0x1F00)
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
            table[Int(letter)] = UInt16(letter)
            table[Int(letter) - 0x20] = UInt16(letter)
        }
        for vowel in vowels {
            for row in [vowel.small, vowel.capital] {
                for (tone, scalar) in row.unicodeScalars.enumerated() {
                    table[Int(scalar.value)] = UInt16(vowel.letter) | UInt16(tone) << 8
                }
            }
        }
        return table
    }()
}
