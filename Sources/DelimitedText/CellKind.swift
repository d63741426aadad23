/// Whether a cell looks like something that people write into one cell: a number, a day, a time, an address, words.
///
/// What tells dialects of a file of no form apart: read in the wrong one, cells hold the pieces of others.
struct CellKind {
    /// Bytes of longer cells are not looked at.
    private static let most = 400

    /// - Parameter cell: As written, quotes included.
    static func isKnown(_ cell: UnsafeBufferPointer<UInt8>, quote: UInt8) -> Bool {
        let text = trimmed(cell[...])
        guard let first = text.first, let last = text.last else { return true }
        if first == quote { return isQuoted(text, quote) }
        if text.count > most { return isWords(text.prefix(most)) }
        return isNumber(text) || isMoment(text) || isAddress(text) || isDotted(text) || isEnclosed(first, last)
            || isWords(text) && !isRunOfNumbers(text)
    }

    /// One pair of quotes around it, and those inside doubled or escaped.
    private static func isQuoted(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ quote: UInt8) -> Bool {
        guard text.count > 1, text.last == quote else { return false }
        let inner = text.dropFirst().dropLast()
        var at = inner.startIndex
        while at < inner.endIndex {
            let isPair = at + 1 < inner.endIndex && inner[at + 1] == quote
            if inner[at] == UInt8(ascii: "\\"), isPair {
                at += 2
            } else if inner[at] == quote {
                guard isPair else { return false }
                at += 2
            } else {
                at += 1
            }
        }
        return true
    }

    /// `192.168.0.1`, `2.0.14`
    private static func isDotted(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count > 2 && parts.allSatisfy { !$0.isEmpty && $0.count < 6 && $0.allSatisfy(isDigit) }
    }

    /// Several numbers with nothing but blanks between them are several cells.
    private static func isRunOfNumbers(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: " "))
        return parts.count > 1 && parts.allSatisfy(isNumber)
    }

    private static func trimmed(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
        var text = cell
        while let first = text.first, first <= 0x20 { text = text.dropFirst() }
        while let last = text.last, last <= 0x20 { text = text.dropLast() }
        return text
    }

    /// A sign or the sign of a currency, digits with marks of thousands and decimals, an exponent, a percent sign.
    private static func isNumber(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var rest = text
        while let first = rest.first, "+-($<>=~".utf8.contains(first) || first >= 0x80 { rest = rest.dropFirst() }
        while let last = rest.last, "%)".utf8.contains(last) || last >= 0x80 { rest = rest.dropLast() }
        guard let first = rest.first, let last = rest.last, isDigit(first) || first == UInt8(ascii: "."), isDigit(last)
        else { return false }
        var separators: [UInt8] = []
        var run = 0
        var isExponent = false
        var previous: UInt8 = 0
        for byte in rest {
            switch byte {
            case _ where isDigit(byte): run += 1
            case UInt8(ascii: "."), UInt8(ascii: ","):
                // Between thousands stand three digits.
                if !separators.isEmpty, run != 3 || isExponent { return false }
                separators.append(byte)
                run = 0
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard !isExponent, isDigit(previous) else { return false }
                isExponent = true
            case UInt8(ascii: "-"), UInt8(ascii: "+"):
                guard previous | 0x20 == UInt8(ascii: "e") else { return false }
            default: return false
            }
            previous = byte
        }
        // `1,2,3` are three numbers, `1,234.5` is one.
        let marks = Set(separators)
        if separators.count > 2, marks.count > 1, separators.dropLast().contains(where: { $0 != separators[0] }) {
            return false
        }
        return separators.count < 2 || marks.count == 2 || run == 3
    }

    /// A day, a time of day, or both.
    private static func isMoment(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var parts = text.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "T") }
        if let last = parts.last, last.elementsEqual("AM".utf8) || last.elementsEqual("PM".utf8) { parts.removeLast() }
        guard (1...2).contains(parts.count) else { return false }
        return parts.allSatisfy { isDay($0) || isTime($0) }
    }

    private static func isDay(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        for mark in "-/.".utf8 {
            let numbers = text.split(separator: mark, omittingEmptySubsequences: false)
            guard numbers.count == 3 else { continue }
            return numbers.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy(isDigit) }
        }
        return false
    }

    private static func isTime(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let clock = text.prefix { isDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
        let zone = text[clock.endIndex...]
        guard zone.isEmpty || zone.elementsEqual("Z".utf8) || zone.count <= 6 && zone.first == UInt8(ascii: "+") else {
            return false
        }
        let numbers = clock.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        return (2...3).contains(numbers.count)
            && numbers.enumerated().allSatisfy { at, number in (at == 2 ? 1...12 : 1...2).contains(number.count) }
    }

    /// `https://…`, `name@place`, `/a/path`.
    private static func isAddress(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard !text.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "\"") }) else {
            return false
        }
        let scheme = text.prefix { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
        if scheme.count > 2, text[scheme.endIndex...].starts(with: "://".utf8) {
            return !text.contains(UInt8(ascii: ";")) && !text.contains(UInt8(ascii: ","))
        }
        if text.first == UInt8(ascii: "/") { return text.allSatisfy { isWord($0) || "/._-".utf8.contains($0) } }
        return text.count(where: { $0 == UInt8(ascii: "@") }) == 1
            && text.allSatisfy { isWord($0) || "@._-+".utf8.contains($0) }
    }

    private static func isEnclosed(_ first: UInt8, _ last: UInt8) -> Bool {
        first == UInt8(ascii: "{") && last == UInt8(ascii: "}")
            || first == UInt8(ascii: "[") && last == UInt8(ascii: "]")
    }

    /// Words with the marks of a sentence, each before a blank.
    private static func isWords(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        // Half of a pair of single quotes is half of a cell.
        guard (text.first == UInt8(ascii: "'")) == (text.last == UInt8(ascii: "'")) else { return false }
        var hasMeaning = false
        for at in text.indices {
            let byte = text[at]
            if isWord(byte) {
                hasMeaning = hasMeaning || !isDigit(byte)
            } else if ",;:!?".utf8.contains(byte) {
                let next = text.index(after: at)
                guard next == text.endIndex || text[next] == 0x20 else { return false }
                hasMeaning = hasMeaning || next < text.endIndex
            } else if byte == UInt8(ascii: "&") {
                let isAlone = at > text.startIndex && text[at - 1] == 0x20
                guard isAlone || at > text.startIndex && isCapital(text[at - 1]) else { return false }
            } else if !" .'()-/%+$".utf8.contains(byte) {
                return false
            }
        }
        return hasMeaning
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || isDigit(byte) || byte == UInt8(ascii: "_")
            || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
    }

    private static func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
