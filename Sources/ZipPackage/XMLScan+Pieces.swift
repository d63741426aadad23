/// Names, values and texts, checked letter by letter.
extension XMLScan {
    /// A name: letters of ASCII, digits, `_`, `:`, `-` and `.`, the last three and digits not first.
    @inline(__always)
    mutating func readName() throws(XMLError) -> Piece {
        let begin = position
        var end = begin
        while end < bytes.count, isOfName(bytes[end]) { end += 1 }
        position = end
        guard end > begin, !(0x2D...0x39).contains(bytes[begin]) else { throw fault("no name", at: begin) }
        return Piece(start: begin, end: end, isPlain: true)
    }

    @inline(__always)
    private func isOfName(_ byte: UInt8) -> Bool {
        let folded = byte | 0x20
        return folded &- 0x61 < 26 || byte &- 0x30 < 11 || byte == 0x2D || byte == 0x2E || byte == 0x5F
    }

    /// Passes over letters of ASCII that mean nothing but themselves.
    @inline(__always)
    private mutating func skipPlain() {
        var end = position
        while end < bytes.count {
            switch bytes[end] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: "]"):
                position = end
                return
            case 0x20..<0x80: end += 1
            default:
                position = end
                return
            }
        }
        position = end
    }

    /// The value of an attribute, in quotes of either kind.
    mutating func readValue() throws(XMLError) -> Piece {
        let quote = byte(position)
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw fault("a value without quotes") }
        position += 1
        let begin = position
        var isPlain = true
        while true {
            skipPlain()
            let byte = byte(position)
            switch byte {
            case quote:
                position += 1
                return Piece(start: begin, end: position - 1, isPlain: isPlain)
            case UInt8(ascii: "<"):
                throw fault("“<” in a value")
            case UInt8(ascii: "&"):
                isPlain = false
                position = try reference(at: position).end
            case 0x09, 0x0A, 0x0D:
                isPlain = false
                position += 1
            case 0x20...0x7F:
                position += 1
            default:
                position += try lengthOfLetter()
            }
        }
    }

    /// The text up to the next tag.
    mutating func readText() throws(XMLError) -> Piece {
        let begin = position
        var isPlain = true
        while true {
            skipPlain()
            let byte = byte(position)
            switch byte {
            case UInt8(ascii: "<"):
                return Piece(start: begin, end: position, isPlain: isPlain)
            case UInt8(ascii: "&"):
                isPlain = false
                position = try reference(at: position).end
            case UInt8(ascii: "]"):
                if self.byte(position + 1) == byte, self.byte(position + 2) == UInt8(ascii: ">") {
                    throw fault("“]]>” in a text")
                }
                position += 1
            case 0x0D:
                isPlain = false
                position += 1
            case 0x09, 0x0A, 0x20...0x7F:
                position += 1
            default:
                position += try lengthOfLetter()
            }
        }
    }

    /// How many bytes the letter at the position has, which is not one of ASCII. Refuses what is no UTF-8, and what no text
    /// of XML may hold.
    private func lengthOfLetter() throws(XMLError) -> Int {
        let lead = byte(position)
        let second = byte(position + 1)
        func follows(_ count: Int, _ range: ClosedRange<UInt8>) -> Bool {
            range.contains(second) && (2..<max(count, 2)).allSatisfy { byte(position + $0) & 0xC0 == 0x80 }
        }
        switch lead {
        case 0xC2...0xDF where follows(2, 0x80...0xBF): return 2
        case 0xE0 where follows(3, 0xA0...0xBF): return 3
        case 0xED where follows(3, 0x80...0x9F): return 3
        case 0xEF where second == 0xBF && byte(position + 2) >= 0xBE: break
        case 0xE1...0xEC where follows(3, 0x80...0xBF), 0xEE...0xEF where follows(3, 0x80...0xBF): return 3
        case 0xF0 where follows(4, 0x90...0xBF): return 4
        case 0xF1...0xF3 where follows(4, 0x80...0xBF): return 4
        case 0xF4 where follows(4, 0x80...0x8F): return 4
        default: break
        }
        throw fault(position < bytes.count ? "not a letter of a text" : "it ends too early")
    }

    /// The letter that an entity or a numbered character stands for, and the place behind its semicolon.
    func reference(at begin: Int) throws(XMLError) -> (letter: Unicode.Scalar, end: Int) {
        var end = begin + 1
        while end < begin + 10, byte(end) != UInt8(ascii: ";"), byte(end) != 0 { end += 1 }
        if byte(end) == UInt8(ascii: ";"), let letter = letter(of: bytes[begin + 1..<end]) { return (letter, end + 1) }
        throw fault("an unknown entity", at: begin)
    }

    private func letter(of name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard name.first == UInt8(ascii: "#") else {
            return XMLScan.entities.first { name.elementsEqual($0.name.utf8) }?.letter
        }
        let isHexadecimal = name.dropFirst().first == UInt8(ascii: "x")
        let digits = name.dropFirst(isHexadecimal ? 2 : 1)
        guard digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-"),
            let code = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
            code >= 0x20 || [0x09, 0x0A, 0x0D].contains(code), code != 0xFFFE, code != 0xFFFF
        else { return nil }
        return Unicode.Scalar(code)
    }

    private static let entities: [(name: String, letter: Unicode.Scalar)] = [
        ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"),
    ]

    /// The declaration that a part may begin with. It names no encoding but UTF-8.
    mutating func readDeclaration() throws(XMLError) {
        guard bytes[position...].starts(with: "<?xml ".utf8) else { return }
        position += 5
        while skipSpace(), byte(position) != UInt8(ascii: "?") { try readAttribute() }
        guard byte(position) == UInt8(ascii: "?"), byte(position + 1) == UInt8(ascii: ">") else {
            throw fault("no end of the declaration")
        }
        let given = attributes.map { "\(string(of: $0.name))=\(string(of: $0.value).lowercased())" }
        let known = ["version=1.0", "encoding=utf-8", "standalone=yes", "standalone=no"]
        let order = given.compactMap { known.firstIndex(of: $0).map { min($0, 2) } }
        guard order.count == given.count, order.first == 0, zip(order, order.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw fault("a declaration of another kind of XML")
        }
        position += 2
    }
}

/// What consumers ask of a step.
extension XMLScan {
    /// Whether the element that begins or ends has this name, its prefix included.
    package func isNamed(_ wanted: StaticString) -> Bool { equals(name, wanted) }

    /// The name of the element that begins or ends.
    package var nameText: String { string(of: name) }

    /// The value of the attribute at a place among those of the element that begins, and its name's only letter; 0 stands
    /// for a longer name.
    package func attribute(at place: Int) -> (letter: UInt8, value: Piece) {
        let attribute = slots[place]
        let isLetter = attribute.name.end - attribute.name.start == 1
        return (isLetter ? bytes[attribute.name.start] : 0, attribute.value)
    }

    /// What a piece says.
    package func string(of piece: Piece) -> String {
        guard !piece.isPlain else { return String(decoding: bytes[piece.range], as: UTF8.self) }
        let isValue = piece.start > 0 && [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[piece.start - 1])
        var said: [UInt8] = []
        var position = piece.start
        while position < piece.end {
            let byte = bytes[position]
            if byte == UInt8(ascii: "&"), let reference = try? reference(at: position) {
                said.append(contentsOf: String(reference.letter).utf8)
                position = reference.end
                continue
            }
            let endsLine = byte == 0x0D && position + 1 < piece.end && bytes[position + 1] == 0x0A
            if !endsLine { said.append(isValue && isSpace(byte) ? 0x20 : byte == 0x0D ? 0x0A : byte) }
            position += 1
        }
        return String(decoding: said, as: UTF8.self)
    }

    private func equals(_ piece: Piece, _ wanted: StaticString) -> Bool {
        guard piece.end - piece.start == wanted.utf8CodeUnitCount else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            wanted.withUTF8Buffer { wanted in
                for offset in 0..<wanted.count where bytes[piece.start + offset] != wanted[offset] { return false }
                return true
            }
        }
    }
}
