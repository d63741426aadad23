/// A text as it is searched for what identifies a person (`SeenText`), and where each of its scalars stands in the text as
/// written.
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
        var place = 0
        for scalar in written {
            if let plain = SeenText.plain(scalar) {
                scalars.append(plain)
                places.append(place)
            }
            place += 1
        }
        self.scalars = scalars
        self.places = places
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

    /// The same with numbers in scientific form written out, `1.4085001234E+10`, where it keeps every digit; `nil`: there are
    /// none.
    var withExponentsWrittenOut: SearchedText? {
        for at in scalars.indices where scalars[at] == "E" || scalars[at] == "e" {
            guard self[at - 1].isDigit else { continue }
            var behind = self[at + 1] == "+" ? at + 2 : at + 1
            var exponent = 0
            while self[behind].isDigit, exponent < 20 {
                exponent = exponent * 10 + Int(self[behind].value - 0x30)
                behind += 1
            }
            var start = at
            while start > 0, scalars[start - 1].isDigit { start -= 1 }
            let fraction = Array(start..<at)
            // The digit and the point before the fraction.
            start -= 2
            guard start >= 0, scalars[start].isDigit, !self[start - 1].isDigit, !self[start - 1].isWordLetter,
                scalars[start + 1] == "." || scalars[start + 1] == ",", !self[behind].isWordLetter,
                !self[behind].isDigit,
                (PersonNumber.digitsMin...16).contains(exponent), fraction.count >= exponent - 1,
                fraction.dropFirst(exponent).allSatisfy({ scalars[$0] == "0" })
            else { continue }
            var digits = [start] + fraction.prefix(exponent)
            var written = digits.map { scalars[$0] }
            if written.count <= exponent {
                written.append("0")
                digits.append(at - 1)
            }
            return SearchedText(
                scalars: scalars[..<start] + written + scalars[behind...],
                places: places[..<start] + digits.map { places[$0] } + places[behind...])
        }
        return nil
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

    init(scalars: some Sequence<Unicode.Scalar>, places: some Sequence<Int>) {
        (self.scalars, self.places) = (Array(scalars), Array(places))
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
