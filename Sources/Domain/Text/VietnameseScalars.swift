/// The composed letters of Vietnamese by their numbers: in lower case, without marks, and with the tone moved.
///
/// Texts of these letters, ASCII, and the dashes and quotes of print alone are what nearly all names are made of; they
/// are already composed (NFC), and comparing them needs nothing of Unicode beyond this.
enum VietnameseScalars {
    private static let count = 0x2028
    /// From the hyphen to the point between syllables.
    private static let dashesAndQuotes = 0x2010..<0x2028
    /// In `lower`, of what has no width and stands for nothing.
    static let hidden: UInt16 = 0xFFFF
    /// The same in `key`.
    static let hiddenInKey: UInt8 = 0xFF

    /// The letter in lower case; 0 for all that is not known here.
    static let lower: [UInt16] = {
        var table = [UInt16](repeating: 0, count: count)
        for code in 1..<0x80 {
            let isUpper = (0x41...0x5A).contains(code)
            table[code] = UInt16(isUpper ? code + 0x20 : code)
        }
        for (_, family) in families {
            for (small, capital) in zip(family.small.unicodeScalars, family.capital.unicodeScalars) {
                table[Int(small.value)] = UInt16(small.value)
                table[Int(capital.value)] = UInt16(small.value)
            }
        }
        for code in dashesAndQuotes { table[code] = UInt16(code) }
        // Where they stand; see `LetterLikeness` and `HiddenMark`.
        for code in [0x60...0xFF, 0x2B9...0x2C8, 0x200B...0x2027].joined() {
            guard let scalar = Unicode.Scalar(UInt16(code)) else { continue }
            let meant = LetterLikeness.meant(by: scalar)
            if meant != scalar { table[code] = table[Int(meant.value)] }
            if HiddenMark.isOne(scalar) { table[code] = hidden }
        }
        return table
    }()

    /// The letter in lower case without its marks, for those in lower case.
    static let plain: [UInt16] = {
        var table = [UInt16](repeating: 0, count: count)
        for code in 1..<0x80 { table[code] = UInt16(code) }
        for (letter, family) in families {
            for scalar in family.small.unicodeScalars { table[Int(scalar.value)] = UInt16(letter) }
        }
        for code in dashesAndQuotes { table[code] = UInt16(code) }
        return table
    }()

    /// What words are compared by: an ASCII letter in lower case or a digit, and a blank for what parts words; 0 for all
    /// that is not known here.
    static let key: [UInt8] = {
        var table = [UInt8](repeating: 0, count: count)
        for code in 1..<count where lower[code] != 0 {
            guard lower[code] != hidden else {
                table[code] = hiddenInKey
                continue
            }
            let letter = plain[Int(lower[code])]
            let isWord = letter &- 0x30 < 10 || letter &- 0x61 < 26
            table[code] = isWord ? UInt8(truncatingIfNeeded: letter) : UInt8(ascii: " ")
        }
        table[0] = UInt8(ascii: " ")
        return table
    }()

    /// Vowels with their five tones, always in the same order.
    static let a: [UInt16] = numbers("àáảãạ")
    static let e: [UInt16] = numbers("èéẻẽẹ")
    static let o: [UInt16] = numbers("òóỏõọ")
    static let u: [UInt16] = numbers("ùúủũụ")
    static let y: [UInt16] = numbers("ỳýỷỹỵ")

    private static func numbers(_ letters: String) -> [UInt16] { letters.unicodeScalars.map { UInt16($0.value) } }

    private static let families: [(UInt8, (small: String, capital: String))] = [
        (UInt8(ascii: "a"), ("àáảãạăằắẳẵặâầấẩẫậ", "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ")), (UInt8(ascii: "d"), ("đ", "Đ")),
        (UInt8(ascii: "e"), ("èéẻẽẹêềếểễệ", "ÈÉẺẼẸÊỀẾỂỄỆ")), (UInt8(ascii: "i"), ("ìíỉĩị", "ÌÍỈĨỊ")),
        (UInt8(ascii: "o"), ("òóỏõọôồốổỗộơờớởỡợ", "ÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ")),
        (UInt8(ascii: "u"), ("ùúủũụưừứửữự", "ÙÚỦŨỤƯỪỨỬỮỰ")), (UInt8(ascii: "y"), ("ỳýỷỹỵ", "ỲÝỶỸỴ")),
    ]
}
