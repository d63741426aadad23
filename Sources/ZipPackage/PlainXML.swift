/// Reads the plain part of XML, which programs write, by its bytes: elements, attributes in double quotes, text, the five
/// entities. What is more than that, or not well-formed, it leaves to Expat, which has the last word on what is wrong.
///
/// It notes what Expat would tell of the same bytes; a seeded test holds the two against each other.
struct PlainXML {
    enum Outcome {
        /// Something was noted.
        case noted
        /// The part has been read to its end.
        case finished
        /// Expat is to read the part, from its beginning.
        case notPlain
    }

    /// Whether a cell that is plain is noted as one step.
    private let notesCells: Bool
    private var at = 0
    /// The names of the elements that are open.
    private var open: [XMLScan.Piece] = []
    private var hasRoot = false

    init(notesCells: Bool) {
        self.notesCells = notesCells
    }

    private static let declaration = Array(#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.utf8)

    /// Notes what comes next; stops between two elements of the third level when there is enough.
    mutating func advance(_ source: UnsafeBufferPointer<UInt8>, _ notes: inout XMLTape.Notes) -> Outcome {
        if at == 0 {
            guard source.count > Self.declaration.count, source.starts(with: Self.declaration) else { return .notPlain }
            at = Self.declaration.count
        }
        while at < source.count {
            guard source[at] == UInt8(ascii: "<") else {
                guard text(source, &notes) else { return .notPlain }
                continue
            }
            if notesCells, cell(source, &notes) { continue }
            let isEnd = at + 1 < source.count && source[at + 1] == UInt8(ascii: "/")
            guard isEnd ? end(source, &notes) : start(source, &notes) else { return .notPlain }
            if open.count < XMLTape.levelOfRows, notes.events.count >= XMLTape.eventsMax { return .noted }
        }
        guard hasRoot, open.isEmpty else { return .notPlain }
        return notes.events.isEmpty ? .finished : .noted
    }

    private mutating func start(_ source: UnsafeBufferPointer<UInt8>, _ notes: inout XMLTape.Notes) -> Bool {
        guard !open.isEmpty || !hasRoot, let name = name(source, from: at + 1) else { return false }
        let first = notes.attributes.count
        var next = name.end
        while next < source.count {
            switch source[next] {
            case UInt8(ascii: ">"):
                notes.events.append(.init(step: .start, piece: name, attributes: first..<notes.attributes.count))
                open.append(name)
                (at, hasRoot) = (next + 1, true)
                return true
            case UInt8(ascii: "/"):
                guard next + 1 < source.count, source[next + 1] == UInt8(ascii: ">") else { return false }
                notes.events.append(.init(step: .start, piece: name, attributes: first..<notes.attributes.count))
                notes.events.append(.init(step: .end, piece: name))
                (at, hasRoot) = (next + 2, true)
                return true
            case UInt8(ascii: " "):
                next += 1
                guard next < source.count, Self.isNameStart(source[next]) else { continue }
                guard let end = attribute(source, from: next, after: first, &notes) else { return false }
                next = end
            default: return false
            }
        }
        return false
    }

    /// A cell of a sheet as programs write it: `<c r="A1" s="2" t="s"><v>3</v></c>`, without a value also `<c r="A1" s="2"/>`. What has
    /// more, or nothing, in it is read step by step.
    private mutating func cell(_ source: UnsafeBufferPointer<UInt8>, _ notes: inout XMLTape.Notes) -> Bool {
        // The shortest end that a cell has.
        let last = source.count - "</v></c>".utf8.count
        guard at + 2 < last, source[at + 1] == UInt8(ascii: "c"), source[at + 2] == UInt8(ascii: " "), !open.isEmpty
        else { return false }
        var cell = XMLScan.Cell()
        var next = at + 2
        while source[next] == UInt8(ascii: " ") {
            guard next + 4 < last, source[next + 2] == UInt8(ascii: "="), source[next + 3] == UInt8(ascii: "\"") else {
                return false
            }
            var end = next + 4
            while end < last, Self.isInWord(source[end]) { end += 1 }
            guard end < last, source[end] == UInt8(ascii: "\""),
                cell.take(source[next + 1], XMLScan.Piece(start: next + 4, end: end))
            else { return false }
            next = end + 1
        }
        if source[next] == UInt8(ascii: "/"), source[next + 1] == UInt8(ascii: ">") {
            notes.append(cell, steps: 2)
            at = next + 2
            return true
        }
        guard Self.beginsValue(source, next) else { return false }
        let start = next + 4
        var end = start
        while end < last, Self.isInNumber(source[end]) { end += 1 }
        guard end > start, Self.endsCell(source, end) else { return false }
        cell.value = XMLScan.Piece(start: start, end: end)
        notes.append(cell, steps: 5)
        at = end + 8
        return true
    }

    private mutating func end(_ source: UnsafeBufferPointer<UInt8>, _ notes: inout XMLTape.Notes) -> Bool {
        guard let name = open.last else { return false }
        let (start, count) = (at + 2, name.end - name.start)
        guard start + count < source.count, source[start + count] == UInt8(ascii: ">"),
            Self.isSame(source, start, name)
        else { return false }
        notes.events.append(.init(step: .end, piece: name))
        open.removeLast()
        at = start + count + 1
        return true
    }

    /// - Returns: Where the attribute ends; `nil` where it is not plain, or named a second time.
    private func attribute(
        _ source: UnsafeBufferPointer<UInt8>, from start: Int, after first: Int, _ notes: inout XMLTape.Notes
    ) -> Int? {
        guard let name = name(source, from: start), name.end + 1 < source.count,
            source[name.end] == UInt8(ascii: "="), source[name.end + 1] == UInt8(ascii: "\"")
        else { return nil }
        for known in notes.attributes[first...]
        where known.name.end - known.name.start == name.end - name.start && Self.isSame(source, name.start, known.name)
        {
            return nil
        }
        guard let value = content(source, from: name.end + 2, isValue: true, &notes) else { return nil }
        notes.attributes.append((name, value.piece))
        return value.end + 1
    }

    private mutating func text(_ source: UnsafeBufferPointer<UInt8>, _ notes: inout XMLTape.Notes) -> Bool {
        if open.isEmpty {
            while at < source.count, source[at] != UInt8(ascii: "<") {
                guard source[at] == 0x20 || source[at] == 0x0A else { return false }
                at += 1
            }
            return true
        }
        guard let text = content(source, from: at, isValue: false, &notes) else { return false }
        notes.events.append(.init(step: .text, piece: text.piece))
        at = text.end
        return true
    }

    /// A value up to its quote, or a text up to the next element.
    private func content(
        _ source: UnsafeBufferPointer<UInt8>, from start: Int, isValue: Bool, _ notes: inout XMLTape.Notes
    ) -> (piece: XMLScan.Piece, end: Int)? {
        let stop = isValue ? UInt8(ascii: "\"") : UInt8(ascii: "<")
        var next = start
        // With entities, what it says is kept apart: up to `copied` it is.
        var (copied, kept): (Int, Int?) = (start, nil)
        while next < source.count, source[next] != stop {
            switch source[next] {
            case UInt8(ascii: "&"):
                guard let entity = Self.entity(source, next) else { return nil }
                kept = kept ?? notes.decoded.count
                notes.decoded.append(contentsOf: source[copied..<next])
                notes.decoded.append(entity.letter)
                next += entity.count
                copied = next
            case UInt8(ascii: "<"): return nil
            case UInt8(ascii: "]"):
                // What ends a section of characters stands in no text.
                let isMark =
                    next + 2 < source.count && source[next + 1] == UInt8(ascii: "]")
                    && source[next + 2] == UInt8(ascii: ">")
                guard isValue || !isMark else { return nil }
                next += 1
            case 0x20...0x7F: next += 1
            case 0x09, 0x0A:
                guard !isValue else { return nil }
                next += 1
            case 0x80...:
                let count = Self.scalarLength(source, next)
                guard count > 0 else { return nil }
                next += count
            default: return nil
            }
        }
        guard next < source.count else { return nil }
        guard let kept else { return (XMLScan.Piece(start: start, end: next), next) }
        notes.decoded.append(contentsOf: source[copied..<next])
        return (XMLScan.Piece(start: source.count + kept, end: source.count + notes.decoded.count), next)
    }

    private func name(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> XMLScan.Piece? {
        guard start < source.count, Self.isNameStart(source[start]) else { return nil }
        var end = start + 1
        while end < source.count, Self.isName(source[end]) { end += 1 }
        return XMLScan.Piece(start: start, end: end)
    }
}

extension PlainXML {
    private static func isNameStart(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") }

    private static func isName(_ byte: UInt8) -> Bool {
        // Letters, digits and the colon; point and hyphen.
        isNameStart(byte) || byte &- 0x30 < 11 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    private static func isInWord(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

    private static func isInNumber(_ byte: UInt8) -> Bool {
        isInWord(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
    }

    /// `><v>`, and `</v></c>`: as they lie in one word, since each cell is asked for both.
    private static let valueBegins = UInt32(littleEndian: 0x3E76_3C3E)
    private static let cellEnds = UInt64(littleEndian: 0x3E63_2F3C_3E76_2F3C)

    private static func beginsValue(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        guard start + 4 <= source.count else { return false }
        return UnsafeRawBufferPointer(source).loadUnaligned(fromByteOffset: start, as: UInt32.self) == valueBegins
    }

    private static func endsCell(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        guard start + 8 <= source.count else { return false }
        return UnsafeRawBufferPointer(source).loadUnaligned(fromByteOffset: start, as: UInt64.self) == cellEnds
    }

    /// Whether the bytes from `start` on are those of a name.
    private static func isSame(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ name: XMLScan.Piece) -> Bool {
        for offset in 0..<name.end - name.start where source[start + offset] != source[name.start + offset] {
            return false
        }
        return true
    }

    private static let entities: [(written: StaticString, letter: UInt8)] = [
        ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
        ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")),
    ]

    private static func entity(_ source: UnsafeBufferPointer<UInt8>, _ at: Int) -> (letter: UInt8, count: Int)? {
        for (written, letter) in entities {
            let count = written.utf8CodeUnitCount
            guard at + count <= source.count else { continue }
            if (0..<count).allSatisfy({ source[at + $0] == written.utf8Start[$0] }) { return (letter, count) }
        }
        return nil
    }

    /// How many bytes the scalar has that begins here; 0 where it is none, or none that XML may hold.
    private static func scalarLength(_ source: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        func next(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            at + offset < source.count && range.contains(source[at + offset])
        }
        switch source[at] {
        case 0xC2...0xDF: return next(1) ? 2 : 0
        case 0xE0: return next(1, 0xA0...0xBF) && next(2) ? 3 : 0
        case 0xED: return next(1, 0x80...0x9F) && next(2) ? 3 : 0
        case 0xEF: return next(1) && next(2) && !(source[at + 1] == 0xBF && source[at + 2] > 0xBD) ? 3 : 0
        case 0xE1...0xEE: return next(1) && next(2) ? 3 : 0
        case 0xF0: return next(1, 0x90...0xBF) && next(2) && next(3) ? 4 : 0
        case 0xF1...0xF3: return next(1) && next(2) && next(3) ? 4 : 0
        case 0xF4: return next(1, 0x80...0x8F) && next(2) && next(3) ? 4 : 0
        default: return 0
        }
    }
}
