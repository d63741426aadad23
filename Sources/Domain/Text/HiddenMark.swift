/// Marks without width that word processors, web pages and telephones leave in words and numbers: soft hyphens, joiners,
/// marks of direction, byte-order marks. Nobody sees them, and they never matter.
package enum HiddenMark {
    package static func isOne(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
        // Joiners and marks of other scripts, of notes between lines, of music, and tags.
        case 0x34F, 0x61C, 0x17B4, 0x17B5, 0x180B...0x180F, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
            0xE0000...0xE00FF:
            true
        default: false
        }
    }

    package static func stand(in text: String) -> Bool {
        var last: UInt8 = 0
        var mayStand = false
        for byte in text.utf8 {
            // All of them begin with one of these bytes; of those with the letters of Vietnamese, with one of two pairs.
            switch byte {
            case 0xC2, 0xCD, 0xD8, 0xE2, 0xEF, 0xF0, 0xF3: mayStand = true
            case 0x9E, 0xA0: if last == 0xE1 { mayStand = true }
            default: break
            }
            last = byte
        }
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
