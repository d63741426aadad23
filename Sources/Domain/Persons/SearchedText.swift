/// A text as it is searched for what identifies a person: digits of every script as ASCII, marks without width left out,
/// blanks and dashes of every kind as one; and where each of its scalars stands in the text as written.
struct SearchedText {
    let scalars: [Unicode.Scalar]
    /// By scalar, its place in the text as written.
    let places: [Int]

    init(_ text: some StringProtocol) { self.init(text.unicodeScalars) }

    init(_ written: some Sequence<Unicode.Scalar>) {
        var scalars: [Unicode.Scalar] = []
        var places: [Int] = []
        scalars.reserveCapacity(written.underestimatedCount)
        places.reserveCapacity(written.underestimatedCount)
        for (place, scalar) in written.enumerated() {
            guard let plain = Self.plain(scalar) else { continue }
            scalars.append(plain)
            places.append(place)
        }
        self.scalars = scalars
        self.places = places
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x20..<0x7F: return scalar
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: return nil
        case 0xA0, 0x2000...0x200A, 0x202F, 0x3000, 0..<0x20: return " "
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: return "-"
        case 0xFF20: return "@"
        case 0xFF0B: return "+"
        case 0xFF0E, 0xB7, 0x2022, 0x2024: return "."
        default: break
        }
        if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
            return Unicode.Scalar(UInt8(0x30 + Int(value)))
        }
        return scalar
    }

    func text(_ range: Range<Int>) -> String {
        String(unsafeUninitializedCapacity: range.count * 4) { bytes in
            var count = 0
            for scalar in scalars[range] {
                if scalar.isASCII {
                    bytes[count] = UInt8(truncatingIfNeeded: scalar.value)
                    count += 1
                } else {
                    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                        bytes[count] = byte
                        count += 1
                    }
                }
            }
            return count
        }
    }

    /// What stands at a place; a blank before the beginning and behind the end.
    subscript(place: Int) -> Unicode.Scalar { scalars.indices.contains(place) ? scalars[place] : " " }
}

extension Unicode.Scalar {
    var isDigit: Bool { (0x30...0x39).contains(value) }

    var isWordLetter: Bool {
        switch value {
        case 0..<0x80: (value | 0x20) &- 0x61 < 26
        // Latin letters, with two signs of arithmetic among them.
        case 0xC0...0x24F: value != 0xD7 && value != 0xF7
        case 0x1E00...0x1EFF: true
        default: properties.isAlphabetic
        }
    }

    /// As `properties.isUppercase`, at once where it is ASCII.
    var isCapital: Bool { isASCII ? value &- 0x41 < 26 : properties.isUppercase }
}
