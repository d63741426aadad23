/// Letters beyond ASCII that stand in a text by their numbers or names, as programs write them for one another: `Ti&ecirc;n`,
/// `Ti\u00ean`, `Ti=C3=AAn`, `Ti%C3%AAn`, `Ti+AOo-n`.
package struct LettersByNumber: Sendable, Hashable {
    /// Who writes letters so.
    package enum Manner: String, Sendable, CaseIterable {
        /// Web pages.
        case entities
        /// JSON and the like.
        case escapes
        /// Mails.
        case quotedPrintable
        /// Addresses of web pages.
        case percent
        case utf7
    }

    package let manner: Manner
    /// One of the words.
    package let written: String

    /// So many are no accident.
    private static let least = 3
    private static let wordMost = 40

    /// `nil` where few or no letters are written so.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        let marks: Set<UInt8> = [0x26, 0x5C, 0x3D, 0x25, 0x2B]
        guard bytes.contains(where: marks.contains) else { return nil }
        for manner in Manner.allCases {
            let places = Self.places(manner, bytes)
            guard places.count >= Self.least, let first = places.first else { continue }
            self.manner = manner
            written = Self.word(around: first, bytes)
            return
        }
        return nil
    }

    /// Where such a letter begins.
    private static func places(_ manner: Manner, _ bytes: [UInt8]) -> [Int] {
        bytes.indices.filter { place in
            switch manner {
            case .entities: isEntity(bytes[place...])
            case .escapes:
                bytes[place] == 0x5C && place + 6 <= bytes.count && bytes[place + 1] == UInt8(ascii: "u")
                    && hex(bytes[(place + 2)..<(place + 6)]).map { $0 >= 0x80 } ?? false
            case .quotedPrintable: isPair(of: 0x3D, bytes, place)
            case .percent: isPair(of: 0x25, bytes, place)
            case .utf7: isShifted(bytes[place...])
            }
        }
    }

    /// The first two bytes of a letter in UTF-8, each behind a mark: `=C3=AA`.
    private static func isPair(of mark: UInt8, _ bytes: [UInt8], _ place: Int) -> Bool {
        guard bytes[place] == mark, place + 6 <= bytes.count, bytes[place + 3] == mark,
            let first = hex(bytes[(place + 1)..<(place + 3)]), let second = hex(bytes[(place + 4)..<(place + 6)])
        else { return false }
        return (0xC2...0xF4).contains(first) && (0x80...0xBF).contains(second)
    }

    /// `&#7879;`, `&#x1EC7;`, `&ecirc;`
    private static func isEntity(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.first == 0x26, let end = bytes.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return false }
        let name = bytes[(bytes.startIndex + 1)..<end]
        if name.first == UInt8(ascii: "#") {
            let digits = name.dropFirst()
            if digits.first.map({ $0 | 0x20 }) == UInt8(ascii: "x") {
                return hex(digits.dropFirst()).map { $0 >= 0x80 } ?? false
            }
            return Int(String(decoding: digits, as: UTF8.self)).map { $0 >= 0xC0 } ?? false
        }
        let word = String(decoding: name, as: UTF8.self)
        return ["acute", "grave", "circ", "tilde", "strok", "horn", "breve"].contains {
            word.hasSuffix($0) && word.count > $0.count
        }
    }

    /// `+HsU-`: letters of two bytes in Base64, of which the first is one of Vietnamese.
    private static func isShifted(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.first == 0x2B, let end = bytes.prefix(60).firstIndex(of: UInt8(ascii: "-")),
            end - bytes.startIndex >= 4
        else { return false }
        let digits = bytes[(bytes.startIndex + 1)..<end].map(sextet)
        guard !digits.contains(nil), digits.count * 6 % 16 < 6 else { return false }
        let bits = digits.prefix(3).reduce(0) { $0 << 6 | Int($1 ?? 0) }
        let letter = bits >> 2
        return (0xC0...0x1B0).contains(letter) || (0x1EA0...0x1EF9).contains(letter)
    }

    private static func sextet(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x41...0x5A: byte - 0x41
        case 0x61...0x7A: byte - 0x61 + 26
        case 0x30...0x39: byte - 0x30 + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }

    private static func hex(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.isEmpty ? nil : Int(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    /// The words around a place, as far as they show what it is.
    private static func word(around place: Int, _ bytes: [UInt8]) -> String {
        let isEnd: (UInt8) -> Bool = { $0 < 0x20 || $0 == UInt8(ascii: ",") || $0 == 0x22 }
        let start =
            bytes[max(0, place - wordMost / 2)..<place].lastIndex(where: isEnd).map { $0 + 1 }
            ?? max(0, place - wordMost / 2)
        let end = bytes[place...].prefix(wordMost).firstIndex(where: isEnd) ?? min(bytes.count, place + wordMost)
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
