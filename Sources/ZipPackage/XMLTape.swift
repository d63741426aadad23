import CExpat
import Glibc

/// What Expat tells of a part, noted until it is read: names, values and texts as places in one store of bytes.
///
/// Only so much is noted at once: the parser is suspended between two elements of the third level (rows of a sheet), so that
/// what belongs together stays together. A part with a document type is refused: packages have none, and it is where
/// entities come from.
final class XMLTape {
    struct Event {
        let step: XMLScan.Step
        /// The element's name, or the text.
        var piece: XMLScan.Piece
        /// Their places in `attributes`.
        var attributes = 0..<0
        /// The place in `cells` of one that is noted as a whole, with all up to its end.
        var cell = -1
    }

    /// What the parser's calls touch. It lies outside of the object, for an object's properties are guarded against being
    /// touched twice at once, at a price for each of a million calls.
    struct Notes {
        var events: [Event] = []
        var attributes: [(name: XMLScan.Piece, value: XMLScan.Piece)] = []
        var cells: [XMLScan.Cell] = []
        /// How many events more there would be if cells were noted step by step.
        fileprivate var stepsLeftOut = 0
        /// What pieces are of: the part itself, where it is plain; else what Expat told of it.
        fileprivate(set) var bytes: [UInt8] = []
        /// Texts in which entities stood; their places follow those of `bytes`.
        var decoded: [UInt8] = []
        fileprivate let parser: XML_Parser
        fileprivate var hasDocumentType = false
        fileprivate var depth = 0
    }

    let notes: UnsafeMutablePointer<Notes>
    private let parser: XML_Parser
    private let part: String
    private let source: [UInt8]
    private var offset = 0
    private var isSuspended = false
    private var isFinished = false
    /// As long as the part is plain, Expat is not asked.
    private var plain: PlainXML?
    /// How many events were handed over that Expat would tell again.
    private var told = 0

    /// The parser counts bytes in 32 bits.
    private static let blockBytes = 1 << 20
    static let eventsMax = 1 << 14
    static let levelOfRows = 3

    init(_ bytes: [UInt8], part: String) throws(XMLError) {
        guard let parser = XML_ParserCreate(nil) else {
            throw XMLError(part: part, line: 1, column: 1, detail: "no memory for a parser")
        }
        self.parser = parser
        self.part = part
        source = bytes
        notes = .allocate(capacity: 1)
        notes.initialize(to: Notes(parser: parser))
        XML_SetUserData(parser, notes)
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            data?.assumingMemoryBound(to: Notes.self).pointee.refuseDocumentType()
        }
    }

    deinit {
        XML_ParserFree(parser)
        notes.deinitialize(count: 1)
        notes.deallocate()
    }

    /// Has elements and texts noted; else the part is only checked.
    ///
    /// - Parameters:
    ///   - plainly: Whether a plain part is read without Expat.
    ///   - cells: Whether a plain cell of a sheet is noted as one step.
    func note(plainly: Bool, cells: Bool) {
        if plainly {
            plain = PlainXML(notesCells: cells)
            notes.pointee.bytes = source
        }
        XML_SetElementHandler(
            parser,
            { data, name, values in
                data?.assumingMemoryBound(to: Notes.self).pointee.start(name, values)
            }, { data, name in data?.assumingMemoryBound(to: Notes.self).pointee.end(name) })
        XML_SetCharacterDataHandler(parser) { data, text, length in
            data?.assumingMemoryBound(to: Notes.self).pointee.text(text, Int(length))
        }
    }

    /// Forgets what was noted, and parses on; `false`: the part has been read to its end.
    func advance() throws(XMLError) -> Bool {
        if let isMore = advancePlainly() { return isMore }
        notes.pointee.forget()
        guard !isFinished else { return false }
        while !isFinished {
            let status = isSuspended ? XML_ResumeParser(parser) : parseBlock()
            isSuspended = status == XML_STATUS_SUSPENDED
            guard isSuspended || status == XML_STATUS_OK else { throw fault() }
            isFinished = !isSuspended && offset == source.count
            if isSuspended, skipTold() { return true }
        }
        _ = skipTold()
        return true
    }

    /// `nil`: Expat is to read on.
    private func advancePlainly() -> Bool? {
        guard plain != nil else { return nil }
        notes.pointee.forgetEvents()
        let outcome = source.withUnsafeBufferPointer { plain?.advance($0, &notes.pointee) } ?? .notPlain
        switch outcome {
        case .noted:
            told += notes.pointee.events.count + notes.pointee.stepsLeftOut
            return true
        case .finished: return false
        case .notPlain:
            plain = nil
            notes.pointee.forgetEvents()
            notes.pointee.bytes = []
            return nil
        }
    }

    /// Forgets what was handed over before; `false`: that was all.
    private func skipTold() -> Bool {
        let count = min(told, notes.pointee.events.count)
        notes.pointee.events.removeFirst(count)
        told -= count
        if notes.pointee.events.isEmpty { notes.pointee.forget() }
        return !notes.pointee.events.isEmpty
    }

    private func parseBlock() -> XML_Status {
        let length = min(Self.blockBytes, source.count - offset)
        defer { offset += length }
        return source.withUnsafeBytes { buffer in
            let block = buffer.baseAddress?.advanced(by: offset).assumingMemoryBound(to: CChar.self)
            return XML_Parse(parser, block, Int32(length), offset + length == source.count ? 1 : 0)
        }
    }

    private func fault() -> XMLError {
        let said = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? ""
        return XMLError(
            part: part, line: Int(XML_GetCurrentLineNumber(parser)),
            column: Int(XML_GetCurrentColumnNumber(parser)) + 1,
            detail: notes.pointee.hasDocumentType ? "document type not allowed" : said)
    }
}

extension XMLTape.Notes {
    fileprivate mutating func forget() {
        forgetEvents()
        bytes.removeAll(keepingCapacity: true)
    }

    fileprivate mutating func forgetEvents() {
        events.removeAll(keepingCapacity: true)
        attributes.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
        stepsLeftOut = 0
        decoded.removeAll(keepingCapacity: true)
    }

    /// Notes a cell for all its steps.
    mutating func append(_ cell: XMLScan.Cell, steps: Int) {
        events.append(XMLTape.Event(step: .start, piece: XMLScan.Piece(start: 0, end: 0), cell: cells.count))
        cells.append(cell)
        stepsLeftOut += steps - 1
    }

    /// The bytes of a piece.
    subscript(piece: XMLScan.Piece) -> ArraySlice<UInt8> {
        piece.end <= bytes.count ? bytes[piece.range] : decoded[piece.start - bytes.count..<piece.end - bytes.count]
    }

    fileprivate mutating func refuseDocumentType() {
        hasDocumentType = true
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }

    fileprivate mutating func start(
        _ name: UnsafePointer<XML_Char>?, _ values: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) {
        guard let name else { return }
        depth += 1
        let first = attributes.count
        let piece = keep(name, strlen(name))
        if var pair = values {
            while let key = pair[0], let value = pair[1] {
                attributes.append((keep(key, strlen(key)), keep(value, strlen(value))))
                pair += 2
            }
        }
        events.append(XMLTape.Event(step: .start, piece: piece, attributes: first..<attributes.count))
    }

    fileprivate mutating func end(_ name: UnsafePointer<XML_Char>?) {
        guard let name else { return }
        events.append(XMLTape.Event(step: .end, piece: keep(name, strlen(name))))
        depth -= 1
        if depth < XMLTape.levelOfRows, events.count >= XMLTape.eventsMax { XML_StopParser(parser, XML_Bool(XML_TRUE)) }
    }

    /// A text may come in several pieces, which are one.
    fileprivate mutating func text(_ text: UnsafePointer<XML_Char>?, _ count: Int) {
        guard let text, count > 0 else { return }
        let piece = keep(text, count)
        if let last = events.last, last.step == .text, last.piece.end == piece.start {
            events[events.count - 1].piece = XMLScan.Piece(start: last.piece.start, end: piece.end)
        } else {
            events.append(XMLTape.Event(step: .text, piece: piece))
        }
    }

    private mutating func keep(_ text: UnsafePointer<XML_Char>, _ count: Int) -> XMLScan.Piece {
        let start = bytes.count
        bytes.append(contentsOf: UnsafeRawBufferPointer(start: text, count: count))
        return XMLScan.Piece(start: start, end: start + count)
    }
}
