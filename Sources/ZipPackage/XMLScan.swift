/// Reads a part of a package step by step: an element begins, a text, an element ends.
///
/// Expat parses it; whoever reads compares bytes, and makes a text only of what he wants.
package struct XMLScan {
    package enum Step: Sendable { case start, text, end, finish }

    /// A name, a value or a text, by its place among the bytes; good until an element outside of the row in hand begins.
    package struct Piece: Sendable {
        package let start: Int
        package let end: Int

        package var range: Range<Int> { start..<end }
    }

    /// A cell of a sheet that is plain: its attributes `r`, `s` and `t`, and its value.
    package struct Cell: Sendable {
        package private(set) var reference: Piece?
        package private(set) var format: Piece?
        package private(set) var kind: Piece?
        package internal(set) var value: Piece?

        /// Takes an attribute; `false` where it is another, or was there before.
        mutating func take(_ letter: UInt8, _ value: Piece) -> Bool {
            switch letter {
            case UInt8(ascii: "r") where reference == nil: reference = value
            case UInt8(ascii: "s") where format == nil: format = value
            case UInt8(ascii: "t") where kind == nil: kind = value
            default: return false
            }
            return true
        }
    }

    private let tape: XMLTape
    /// The event in hand is the one before.
    private var position = 0

    /// - Parameter cells: Whether a plain cell of a sheet is one step: an element begins that is a `cell`, and what ends next is
    ///   not it.
    package init(_ bytes: [UInt8], part: String, cells: Bool = false) throws(XMLError) {
        try self.init(bytes, part: part, plainly: true, cells: cells)
    }

    init(_ bytes: [UInt8], part: String, plainly: Bool, cells: Bool = false) throws(XMLError) {
        tape = try XMLTape(bytes, part: part)
        tape.note(plainly: plainly, cells: cells)
    }

    /// Goes on to the next step; behind the last it stays.
    package mutating func next() throws(XMLError) -> Step {
        while position == tape.notes.pointee.events.count {
            guard try tape.advance() else { return .finish }
            position = 0
        }
        position += 1
        return event.step
    }

    private var event: XMLTape.Event { tape.notes.pointee.events[position - 1] }

    /// The cell that the step is as a whole.
    package var cell: Cell? {
        let place = event.cell
        return place < 0 ? nil : tape.notes.pointee.cells[place]
    }

    /// The text of a step that is one.
    package var text: Piece { event.piece }

    /// Whether the element that begins or ends has this name, its prefix included.
    package func isNamed(_ wanted: StaticString) -> Bool { equals(event.piece, wanted) }

    /// The name of the element that begins or ends.
    package var nameText: String { string(of: event.piece) }

    package var attributeCount: Int { event.attributes.count }

    /// An attribute of the element that begins, by its place: its name where that is one letter, else 0, and its value.
    package func attribute(at place: Int) -> (letter: UInt8, value: Piece) {
        let (name, value) = tape.notes.pointee.attributes[event.attributes.lowerBound + place]
        return (name.end - name.start == 1 ? tape.notes.pointee.bytes[name.start] : 0, value)
    }

    /// The attributes of the element that begins.
    var attributes: [String: String] {
        let pairs = tape.notes.pointee.attributes[event.attributes].map { (string(of: $0.name), string(of: $0.value)) }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    package subscript(piece: Piece) -> ArraySlice<UInt8> { tape.notes.pointee[piece] }

    /// Digits of a whole number, few enough for every one of them to count; `nil` of all else.
    package func whole(_ piece: Piece) -> Int? {
        guard (1...15).contains(piece.end - piece.start) else { return nil }
        var whole = 0
        for place in piece.range {
            let byte = byte(at: place)
            guard byte &- 0x30 < 10 else { return nil }
            whole = whole * 10 + Int(byte &- 0x30)
        }
        return whole
    }

    /// The place that `AB12` names: its column, in which A is 1, and its row, from 1; `nil` of all else.
    package func place(_ piece: Piece) -> (column: Int, row: Int)? {
        guard (2...10).contains(piece.end - piece.start) else { return nil }
        var (column, row, letters) = (0, 0, 0)
        for place in piece.range {
            let byte = byte(at: place)
            if byte &- 0x41 < 26, row == 0, letters < 3 {
                letters += 1
                column = column * 26 + Int(byte &- 0x40)
            } else if byte &- 0x30 < 10, letters > 0 {
                row = row * 10 + Int(byte &- 0x30)
                guard row > 0 else { return nil }
            } else {
                return nil
            }
        }
        return row > 0 ? (column, row) : nil
    }

    /// The one byte of a piece that has no more; 0 of all else.
    package func letter(_ piece: Piece) -> UInt8 { piece.end - piece.start == 1 ? byte(at: piece.start) : 0 }

    private func byte(at place: Int) -> UInt8 {
        let own = tape.notes.pointee.bytes.count
        return place < own ? tape.notes.pointee.bytes[place] : tape.notes.pointee.decoded[place - own]
    }

    /// What a piece says.
    package func string(of piece: Piece) -> String { String(decoding: self[piece], as: UTF8.self) }

    private func equals(_ piece: Piece, _ wanted: StaticString) -> Bool {
        guard piece.end - piece.start == wanted.utf8CodeUnitCount else { return false }
        let bytes = tape.notes.pointee.bytes
        for offset in 0..<wanted.utf8CodeUnitCount
        where bytes[piece.start + offset] != wanted.utf8Start[offset] {
            return false
        }
        return true
    }
}
