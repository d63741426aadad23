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
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFE00...0xFE0F, 0x20E3: return nil
        case 0xA0, 0x2000...0x200A, 0x202F, 0x3000, 0..<0x20: return " "
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: return "-"
        case 0xFF20: return "@"
        case 0xFF0B: return "+"
        case 0xFF21...0xFF3A, 0xFF41...0xFF5A: return Unicode.Scalar(scalar.value - 0xFEE0)
        case 0xFF0E, 0xB7, 0x2022, 0x2024, 0x30FB: return "."
        default: break
        }
        // Raised, lowered and circled digits, too.
        let isDigit = scalar.properties.numericType == .decimal || isSmallDigit(scalar)
        if isDigit, let value = scalar.properties.numericValue {
            return Unicode.Scalar(UInt8(0x30 + Int(value)))
        }
        return scalar
    }

    private static func isSmallDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xB2, 0xB3, 0xB9, 0x2070...0x2079, 0x2080...0x2089, 0x2460...0x2468, 0x24EA:
            scalar.properties.numericType == .digit
        default: false
        }
    }

    /// The same with letters read as the digits they look like, where they stand among digits: `O9OO 0l2`; `nil`: there
    /// are none.
    var withLettersAsDigits: SearchedText? {
        var scalars = scalars
        var isChanged = false
        var at = 0
        while at < scalars.count {
            // Behind the last digit, or letter that may be one.
            var (end, next) = (at, at)
            var (digits, letters) = (0, 0)
            while next < scalars.count {
                if scalars[next].isDigit {
                    digits += 1
                } else if isAlike(next) {
                    letters += 1
                } else if next == at || !" .-".unicodeScalars.contains(scalars[next]) {
                    break
                } else {
                    next += 1
                    continue
                }
                next += 1
                end = next
            }
            let isInWord = end < scalars.count && scalars[end].isWordLetter || at > 0 && scalars[at - 1].isWordLetter
            if letters > 0, digits >= Self.digitsAmongLetters, digits + letters >= PersonNumber.digitsMin, !isInWord {
                for place in at..<end { scalars[place] = Self.alike(scalars[place]) ?? scalars[place] }
                isChanged = true
            }
            at = max(end, at + 1)
        }
        return isChanged ? SearchedText(scalars: scalars, places: places) : nil
    }

    private static let digitsAmongLetters = 3
    private static let digitsBeforeLast = 9

    /// `l` and `I` stand within a number; behind one they are litres: `20l`.
    private func isAlike(_ place: Int) -> Bool {
        guard Self.alike(scalars[place]) != nil else { return false }
        if scalars[place] == "O" || scalars[place] == "o" { return true }
        let next = self[place + 1]
        if next.isDigit || Self.alike(next) != nil { return true }
        // At the end of so long a number nobody counts litres.
        return !next.isWordLetter && place >= Self.digitsBeforeLast
            && scalars[place - Self.digitsBeforeLast..<place].allSatisfy { $0.isDigit || Self.alike($0) != nil }
    }

    private static func alike(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
        switch letter {
        case "O", "o": "0"
        case "l", "I": "1"
        default: nil
        }
    }

    init(scalars: [Unicode.Scalar], places: [Int]) { (self.scalars, self.places) = (scalars, places) }

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
