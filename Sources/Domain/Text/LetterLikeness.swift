/// Letters and marks that look like others and are typed for them: `Ð` (of Icelandic) for `Đ`, the apostrophes of print,
/// of telephones and of phonetics for `'`, the hyphen that does not break for `-`. In names each is what it looks like.
package enum LetterLikeness {
    package static func meant(by scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xD0: "Đ"
        case 0xF0: "đ"
        case 0x60, 0xB4, 0x2B9, 0x2BB...0x2BD, 0x2C8, 0x2018...0x201B, 0x2032, 0x2035: "'"
        case 0x2010...0x2012: "-"
        default: scalar
        }
    }

    /// Whether the letter of Icelandic stands where only the Vietnamese one can be meant.
    package static func hasForeignD(_ text: String) -> Bool {
        text.utf8.contains(0xC3) && text.unicodeScalars.contains { $0.value == 0xD0 || $0.value == 0xF0 }
    }

    /// Each as what it looks like, and without hidden marks.
    package static func plain(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x60 }) { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !HiddenMark.isOne(scalar) { scalars.append(meant(by: scalar)) }
        return String(scalars)
    }
}
