/// Reads a part of a package step by step: an element begins, a text, an element ends.
///
/// What it takes is well-formed XML, and no more of XML than packages hold: names of ASCII, UTF-8, the five entities and
/// numbered characters. A document type, a comment, a CDATA section or an instruction is refused, so that a text is always
/// one piece. No step makes a copy: names and texts are places in the bytes.
package struct XMLScan {
    package enum Step { case start, text, end, finish }

    /// A text or the value of an attribute, as it stands in the bytes.
    package struct Piece: Sendable {
        package let start: Int
        package let end: Int
        /// Whether it stands for itself: no entity in it, and nothing that XML reads as another white space.
        package let isPlain: Bool

        package var range: Range<Int> { start..<end }
    }

    /// A name and its value.
    struct Attribute {
        let name: Piece
        let value: Piece
    }

    let bytes: [UInt8]
    let part: String
    var position = 0
    /// The element that begins or ends.
    private(set) var name = Piece(start: 0, end: 0, isPlain: true)
    /// The text of a step that is one.
    package private(set) var text = Piece(start: 0, end: 0, isPlain: true)
    /// Of the element that begins, and behind them what is left of one that had more.
    private(set) var slots: [Attribute] = []
    package private(set) var attributeCount = 0
    private var open: [Piece] = []
    private var endsAtOnce = false
    private var hasRoot = false

    package init(_ bytes: [UInt8], part: String) throws(XMLError) {
        self.bytes = bytes
        self.part = part
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        try readDeclaration()
    }

    /// Goes on to the next step; behind the last it stays.
    package mutating func next() throws(XMLError) -> Step {
        if endsAtOnce {
            endsAtOnce = false
            open.removeLast()
            return .end
        }
        while open.isEmpty {
            if position == bytes.count {
                guard hasRoot else { throw fault("no element") }
                return .finish
            }
            guard isSpace(byte(position)) else { break }
            position += 1
        }
        guard byte(position) == UInt8(ascii: "<") else {
            if open.isEmpty { throw fault("a text outside of the first element") }
            text = try readText()
            return .text
        }
        if byte(position + 1) == UInt8(ascii: "/") { return try readEnd() }
        if open.isEmpty, hasRoot { throw fault("a second element beside the first") }
        hasRoot = true
        return try readStart()
    }

    /// A byte, or 0, which no part may hold, behind the last.
    @inline(__always)
    func byte(_ position: Int) -> UInt8 { position < bytes.count ? bytes[position] : 0 }

    @inline(__always)
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

    func fault(_ detail: String, at position: Int? = nil) -> XMLError {
        let before = bytes.prefix(min(position ?? self.position, bytes.count))
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return XMLError(
            part: part, line: before.count { $0 == 0x0A } + 1, column: before.count - start + 1, detail: detail)
    }

    /// The attributes of the element that begins.
    var attributes: ArraySlice<Attribute> { slots[..<attributeCount] }

    private mutating func readStart() throws(XMLError) -> Step {
        position += 1
        name = try readName()
        attributeCount = 0
        while true {
            let isApart = skipSpace()
            switch byte(position) {
            case UInt8(ascii: ">"):
                position += 1
            case UInt8(ascii: "/") where byte(position + 1) == UInt8(ascii: ">"):
                position += 2
                endsAtOnce = true
            case _ where isApart:
                try readAttribute()
                continue
            default:
                throw fault("neither an attribute nor the end of a tag")
            }
            open.append(name)
            return .start
        }
    }

    private mutating func readEnd() throws(XMLError) -> Step {
        position += 2
        let begin = position
        guard let begun = open.popLast() else { throw fault("mismatched tag", at: begin) }
        name = Piece(start: begin, end: begin + begun.end - begun.start, isPlain: true)
        guard name.end < bytes.count, isEqual(begun, name) else { throw fault("mismatched tag", at: begin) }
        position = name.end
        if byte(position) != UInt8(ascii: ">") { skipSpace() }
        guard byte(position) == UInt8(ascii: ">") else { throw fault("mismatched tag", at: begin) }
        position += 1
        return .end
    }

    mutating func readAttribute() throws(XMLError) {
        let begin = position
        let key = try readName()
        for known in 0..<attributeCount where isEqual(slots[known].name, key) {
            throw fault("an attribute twice", at: begin)
        }
        if byte(position) != UInt8(ascii: "=") { skipSpace() }
        guard byte(position) == UInt8(ascii: "=") else { throw fault("an attribute without a value") }
        position += 1
        if isSpace(byte(position)) { skipSpace() }
        let attribute = Attribute(name: key, value: try readValue())
        if attributeCount < slots.count { slots[attributeCount] = attribute } else { slots.append(attribute) }
        attributeCount += 1
    }

    @discardableResult @inline(__always)
    mutating func skipSpace() -> Bool {
        let begin = position
        while isSpace(byte(position)) { position += 1 }
        return position > begin
    }

    /// Whether two pieces are the same bytes.
    @inline(__always)
    private func isEqual(_ first: Piece, _ second: Piece) -> Bool {
        guard first.end - first.start == second.end - second.start, bytes[first.start] == bytes[second.start] else {
            return false
        }
        for offset in 0..<first.end - first.start where bytes[first.start + offset] != bytes[second.start + offset] {
            return false
        }
        return true
    }
}
