import Foundation

/// A text as an eye reads it, which is what is looked at for persons and marks of secrecy, everywhere: digits and letters of
/// other scripts, widths and shapes as those that they look like, what shows nothing left out, blanks, dashes and points of
/// every kind as one.
package enum SeenText {
    /// The text so; marks without width are left, for they may have stood for a blank (`HiddenMark.parted`).
    package static func of(_ text: String) -> String {
        var bytes = text
        guard bytes.withUTF8(mayDiffer) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in Folding.composed(text).unicodeScalars {
            if HiddenMark.isOne(scalar) {
                scalars.append(scalar)
            } else if let plain = plain(scalar) {
                // Lines stay lines.
                scalars.append(scalar.value < 0x20 ? scalar : plain)
            }
        }
        return String(scalars)
    }

    /// Whether there is anything but ASCII, Latin letters, and blanks and marks of print.
    private static func mayDiffer(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.indices.contains { at in
            switch bytes[at] {
            case 0..<0xC2, 0xC3...0xC8: return false
            case 0xE1: return at + 1 < bytes.count && !(0xB8...0xBB).contains(bytes[at + 1])
            // Blanks, dashes, quotes.
            case 0xE2: return at + 1 < bytes.count && bytes[at + 1] != 0x80
            case 0xC2: return at + 1 < bytes.count && bytes[at + 1] > 0xB0
            default: return true
            }
        }
    }

    /// What a scalar is read as; `nil`: it shows nothing.
    static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let value = scalar.value
        switch value {
        case 0x20..<0x7F: return scalar
        case 0..<0x20: return " "
        // Nearly all others are letters of Vietnamese.
        case 0xC0...0x24F, 0x1EA0...0x1EFF: return scalar
        case 0xFE00...0xFE0F, 0x20E3: return nil
        // Blanks, and letters and signs that look like one.
        case 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x1680, 0x85, 0x115F, 0x1160, 0x3164,
            0xFFA0,
            0x2800:
            return " "
        case 0x2212, 0x2043, 0xFE58, 0xFE63, 0xFF0D: return "-"
        case 0xB7, 0x2022, 0x2024, 0x2027, 0x2219, 0x22C5, 0x30FB, 0x25CF, 0x25E6: return "."
        case 0x2044, 0x2215, 0x29F8: return "/"
        // What is left when letters and marks are composed stands on no letter of ours.
        case 0x300...0x36F: return nil
        case 0x370...0x52F: return ofOtherScript(scalar)
        case 0xFF01...0xFF5E: return Unicode.Scalar(value - 0xFEE0)
        default: break
        }
        if HiddenMark.isOne(scalar) { return nil }
        return ofOtherShape(scalar)
    }

    private static func ofOtherScript(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let category = scalar.properties.generalCategory
        if category == .nonspacingMark || category == .enclosingMark { return nil }
        return LetterLikeness.meant(by: scalar)
    }

    /// Raised, lowered, circled and mathematical digits and letters, small capitals, digits of every script.
    private static func ofOtherShape(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint { return nil }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return nil
        case .dashPunctuation: return "-"
        default: break
        }
        if let digit = digit(scalar, properties) { return digit }
        switch scalar.value {
        // Negative circles and squares, and the letters of flags.
        case 0x1F150...0x1F169: return Unicode.Scalar(scalar.value - 0x1F150 + 0x41)
        case 0x1F170...0x1F189: return Unicode.Scalar(scalar.value - 0x1F170 + 0x41)
        case 0x1F1E6...0x1F1FF: return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41)
        case 0x2B0...0x2B8, 0x1D2C...0x1D6A, 0x2071, 0x207F, 0x2090...0x209C, 0x2100...0x214F, 0x24B6...0x24E9,
            0x249C...0x24B5, 0x1D400...0x1D7CB, 0x1F110...0x1F149:
            return compatible(scalar)
        case 0x1D00...0x1D22, 0x262...0x280, 0x28F, 0x299, 0x29C, 0x29F, 0xA730, 0xA731:
            return smallCapitals[scalar] ?? scalar
        default: return scalar
        }
    }

    /// A mark above or below a letter that does not compose with it, or on a digit.
    private static func digit(_ scalar: Unicode.Scalar, _ properties: Unicode.Scalar.Properties) -> Unicode.Scalar? {
        guard let value = properties.numericValue, value >= 0, value < 10, value == value.rounded() else { return nil }
        switch properties.numericType {
        case .decimal, .digit: break
        // `⓿` and `🄌` are numbers to Unicode.
        default: guard scalar.value == 0x24FF || scalar.value == 0x1F10B || scalar.value == 0x1F10C else { return nil }
        }
        return Unicode.Scalar(UInt8(0x30 + Int(value)))
    }

    /// The letter of which it is a shape: `𝐓` is `T`, `Ⓐ` is `A`, `⒜` is `a`.
    private static func compatible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let letters = String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars.filter {
            $0 != "(" && $0 != ")"
        }
        guard letters.count == 1, let letter = letters.first else { return scalar }
        return LetterLikeness.meant(by: letter)
    }

    private static let smallCapitals = Dictionary(
        uniqueKeysWithValues: zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ".unicodeScalars, "ABCDEFGHIJKLMNOPRSTUVWYZ".unicodeScalars))
}
