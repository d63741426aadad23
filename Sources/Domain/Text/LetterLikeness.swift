/// Letters and marks that look like others and are typed for them: `Ð` (of Icelandic) for `Đ`, `с` (of Cyrillic) for `c`, the
/// apostrophes of print, of telephones and of phonetics for `'`, the hyphen that does not break for `-`. In names each is
/// what it looks like.
package enum LetterLikeness {
    package static func meant(by scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xD0: "Đ"
        case 0xF0: "đ"
        case 0x60, 0xB4, 0x2B9, 0x2BB...0x2BD, 0x2C8, 0x2018...0x201B, 0x2032, 0x2035: "'"
        case 0x2010...0x2012: "-"
        case 0x370...0x52F: ofOtherScripts[scalar] ?? scalar
        default: scalar
        }
    }

    /// Letters of Cyrillic and Greek that no eye tells from Latin ones.
    private static let ofOtherScripts: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs: [(alike: String, latin: String)] = [
            ("АВЕКМНОРСТУХІЈЅ", "ABEKMHOPCTYXIJS"), ("аеорсухіјѕһӏԁ", "aeopcyxijshld"),
            ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"), ("αικνορυ", "aikvopu"),
        ]
        return Dictionary(
            pairs.flatMap { zip($0.alike.unicodeScalars, $0.latin.unicodeScalars) },
            uniquingKeysWith: { first, _ in first })
    }()

    /// A letter of another script that stands in a text for the Latin one that it looks like.
    package struct Foreign: Equatable, Sendable {
        package let letter: Unicode.Scalar
        package let meant: Unicode.Scalar
        /// Which character of the text it is, from 1.
        package let place: Int

        /// `U+0441`
        package var code: String {
            let digits = String(letter.value, radix: 16, uppercase: true)
            return "U+" + String(repeating: "0", count: 4 - digits.count) + digits
        }

        package var isGreek: Bool { letter.value < 0x400 }
    }

    /// The first such letter in a text that is of Latin letters for the rest.
    package static func foreignLetter(in text: String) -> Foreign? {
        guard
            text.unicodeScalars.contains(where: { $0.properties.isAlphabetic && !(0x370...0x52F).contains($0.value) })
        else { return nil }
        return foreignLetter(inKnown: text)
    }

    /// The first such letter in a text that was understood as a name, be it wholly of such letters.
    package static func foreignLetter(inKnown text: String) -> Foreign? {
        // Greek and Cyrillic begin with one of these bytes.
        guard text.utf8.contains(where: { (0xCD...0xD4).contains($0) }) else { return nil }
        for (place, character) in text.enumerated() {
            for scalar in character.unicodeScalars where (0x370...0x52F).contains(scalar.value) {
                guard let meant = ofOtherScripts[scalar] else { continue }
                return Foreign(letter: scalar, meant: meant, place: place + 1)
            }
        }
        return nil
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
