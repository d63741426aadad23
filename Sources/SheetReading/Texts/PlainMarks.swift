/// ` name="value"` in a tag, without entities and of ASCII.
struct PlainAttribute {
    let name: UnsafeBufferPointer<UInt8>
    let value: UnsafeBufferPointer<UInt8>

    /// Reads the blank, the name and the value, and moves behind them. A `<` stands behind them at some place.
    init?(_ at: inout UnsafePointer<UInt8>) {
        let start = at + 1
        var place = start
        while Self.isOfName(place[0]) { place += 1 }
        guard place > start, place[0] == UInt8(ascii: "="), place[1] == UInt8(ascii: "\"") else { return nil }
        name = UnsafeBufferPointer(start: start, count: place - start)
        let first = place + 2
        place = first
        while place[0] != UInt8(ascii: "\"") {
            guard place[0] >= 0x20, place[0] < 0x80, place[0] != Mark.open, place[0] != UInt8(ascii: "&") else {
                return nil
            }
            place += 1
        }
        value = UnsafeBufferPointer(start: first, count: place - first)
        at = place + 1
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 11
    }

    func isNamed(_ word: StaticString) -> Bool {
        name.count == word.utf8CodeUnitCount && name.indices.allSatisfy { name[$0] == word.utf8Start[$0] }
    }

    /// The names of one tag: none comes twice, and none has a prefix before a name that means something here.
    struct Names {
        private var seen: (UInt64, UInt64) = (0, 0)

        /// `false` also for a name that only may have come before.
        mutating func take(_ attribute: PlainAttribute) -> Bool {
            let name = attribute.name
            guard name[0] | 0x20 >= 0x61 else { return false }
            if let colon = name.lastIndex(of: UInt8(ascii: ":")) {
                let local = name.count - colon - 1
                // `x14ac:dyDescent`; `r`, `ht` and `hidden` would be shorter.
                guard local > 6 else { return false }
            }
            let count = name.count
            let mark = (Int(name[0]) * 7 + Int(name[count - 1]) * 3 + Int(name[count / 2]) * 5 + count) & 127
            let bit: UInt64 = 1 << UInt64(mark & 63)
            if mark < 64 {
                guard seen.0 & bit == 0 else { return false }
                seen.0 |= bit
            } else {
                guard seen.1 & bit == 0 else { return false }
                seen.1 |= bit
            }
            return true
        }
    }
}

/// The marks of XML in bytes that end with a tag, so that none of these runs past their end.
enum Mark {
    static let open = UInt8(ascii: "<")
    static let close = UInt8(ascii: ">")
    static let slash = UInt8(ascii: "/")

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    static func skipBlanks(_ at: inout UnsafePointer<UInt8>) {
        while isBlank(at[0]) { at += 1 }
    }

    /// Moves behind the word, if it stands there.
    static func pass(_ word: StaticString, _ at: inout UnsafePointer<UInt8>) -> Bool {
        let (start, count) = (word.utf8Start, word.utf8CodeUnitCount)
        for place in 0..<count where at[place] != start[place] { return false }
        at += count
        return true
    }

    /// The text up to the next tag, if nothing in it needs a parser: entities, line ends to be changed, a stray `>`, and what
    /// is no UTF-8.
    static func text(_ at: inout UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        let start = at
        var place = start
        var isPlain = true
        while place[0] != open {
            let byte = place[0]
            if byte >= 0x80 { isPlain = false }
            guard byte >= 0x20 || byte == 0x0A || byte == 0x09, byte != UInt8(ascii: "&"), byte != close else {
                return nil
            }
            place += 1
        }
        let text = UnsafeBufferPointer(start: start, count: place - start)
        guard isPlain || isValid(text) else { return nil }
        at = place
        return text
    }

    /// Whether the bytes are UTF-8 of characters that XML has.
    private static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 0
        while place < text.count {
            let byte = text[place]
            let length = byte < 0x80 ? 1 : byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0
            guard length > 0, place + length <= text.count else { return false }
            for next in 1..<max(length, 1) where text[place + next] & 0xC0 != 0x80 { return false }
            if length > 2 {
                let pair = Int(byte) << 8 | Int(text[place + 1])
                // Longer than need be, surrogates, past the last; U+FFFE and U+FFFF.
                guard !(0xE080..<0xE0A0).contains(pair), !(0xEDA0...0xEDBF).contains(pair),
                    !(0xF080..<0xF090).contains(pair), pair < 0xF490,
                    !(pair == 0xEFBF && text[place + 2] >= 0xBE)
                else { return false }
            }
            place += length
        }
        return true
    }

    /// A whole number of few digits.
    static func number(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
        guard (1...9).contains(digits.count) else { return nil }
        var number = 0
        for byte in digits {
            guard byte &- 0x30 < 10 else { return nil }
            number = number * 10 + Int(byte &- 0x30)
        }
        return number
    }
}
