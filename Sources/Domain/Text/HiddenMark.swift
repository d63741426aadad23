/// Marks without width that word processors, web pages and telephones leave in words and numbers: soft hyphens, joiners,
/// marks of direction, byte-order marks. Nobody sees them, and they never matter.
package enum HiddenMark {
    package static func isOne(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: true
        default: false
        }
    }

    package static func stand(in text: String) -> Bool {
        // All of them begin with one of these bytes.
        let mayStand = text.utf8.contains { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }
        return mayStand && text.unicodeScalars.contains(where: isOne)
    }

    /// The text with a blank for each, where they may stand between two words; `nil` where there is none.
    package static func parted(_ text: String) -> String? {
        guard stand(in: text) else { return nil }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(isOne(scalar) ? " " : scalar) }
        return String(scalars)
    }

    package static func removed(from text: String) -> String {
        guard stand(in: text) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isOne(scalar) { scalars.append(scalar) }
        return String(scalars)
    }
}
