import CByteMask

/// Finds the ends of fields and rows, 64 bytes at a time, in one pass; knows bytes and nothing of their letters.
///
/// It may stop after any byte and go on later: what it knows of the open row is kept, so a result never depends on
/// where the blocks end. A quote opens a quoted field only at the field's start; elsewhere it is a letter.
struct RowScanner: ~Copyable {
    /// Something found on the way, at the field in which it was found.
    struct Irregularity {
        let kind: Doubt.Kind
        let line: Int
        let row: Int
        let column: Int
        /// Where the field begins.
        let offset: Int
    }

    /// So many vectors of 64 bytes are gone over at once.
    private static let vectorsMax = 32

    private enum State { case plain, quoted, closed }

    private let delimiter: UInt8
    private let quote: UInt8
    private let limits: Limits
    private let shortestLimit: Int

    private var fieldEnds = GrowingBuffer<UInt32>(capacity: 1 << 12)
    /// The complete rows of this block and the open one, whose fields so far are the tail of `fieldEnds`.
    private var rows = GrowingBuffer<RowBlock.RowStart>(capacity: 1 << 10)
    private var irregularities: [Irregularity] = []
    private var loneQuotes = 0
    private(set) var hasHalted = false
    /// Fields whose quotes do not end where a field does, whether or not they are listed.
    private(set) var quoteFaults = 0

    /// Where this block's offsets count from.
    private var origin: Int
    private var position: Int
    private var firstRow = 1
    private var line: Int
    private var state = State.plain
    private var fieldStart: Int
    private var quoteOpenedOnLine = 0
    /// The quote that closes the field unless the next byte doubles it.
    private var closedAt = -2
    private var carriageReturnAt = -2
    private var loneQuoteNotedAt = -1

    init(_ dialect: Dialect, from start: Int, line: Int, limits: Limits) {
        delimiter = dialect.delimiter
        quote = dialect.quote
        self.limits = limits
        shortestLimit = min(limits.cellBytes, limits.rowBytes)
        self.line = line
        origin = start
        position = start
        fieldStart = start
        rows.appendReserved(RowBlock.RowStart(offset: 0, firstField: 0, line: UInt32(truncatingIfNeeded: line)))
    }

    var completeRows: Int { rows.count - 1 }
    var hasIrregularities: Bool { !irregularities.isEmpty || quoteFaults > 0 || hasHalted }
    /// Where the open row begins, and on which physical line.
    var openRow: (offset: Int, line: Int) { (rowStart, Int(rows.last.line)) }
    /// Fields with a lone quote past the cap, which are counted and not noted.
    var furtherLoneQuotes: Int { max(0, loneQuotes - limits.doubtsPerKind) }
    private var rowStart: Int { origin + Int(rows.last.offset) }
    private var openFields: Int { fieldEnds.count - Int(rows.last.firstField) }

    /// Forgets everything, to begin anew at the start of a row; offsets count from 0.
    mutating func restart(line: Int, row: Int) {
        fieldEnds.removeAll()
        rows.removeAll()
        rows.reserve(1)
        rows.appendReserved(RowBlock.RowStart(offset: 0, firstField: 0, line: UInt32(truncatingIfNeeded: line)))
        irregularities = []
        (loneQuotes, quoteFaults, hasHalted) = (0, 0, false)
        (origin, position, fieldStart) = (0, 0, 0)
        (firstRow, self.line, state) = (row, line, .plain)
        (quoteOpenedOnLine, closedAt, carriageReturnAt, loneQuoteNotedAt) = (0, -2, -2, -1)
    }

    /// Scans on, up to `end`.
    mutating func advance(in bytes: UnsafePointer<UInt8>, to end: Int) {
        while position < end, !hasHalted {
            if scanPlain(bytes, to: end) { continue }
            let start = position
            let count = min(64, end &- start)
            var mask =
                count == 64
                ? byte_mask_structure(bytes + start, delimiter, quote)
                : byte_mask_structure_tail(bytes + start, count, delimiter, quote)
            fieldEnds.reserve(64)
            rows.reserve(64)
            while mask != 0, !hasHalted {
                let at = start &+ mask.trailingZeroBitCount
                mask &= mask &- 1
                take(bytes, at)
            }
            position = start &+ count
        }
        checkOpenRow(at: position)
    }

    /// Takes the next bytes as `take` would, as long as there is nothing but plain cells in them and no limit is near;
    /// says whether there were any.
    @inline(__always)
    private mutating func scanPlain(_ bytes: UnsafePointer<UInt8>, to end: Int) -> Bool {
        guard state == .plain, carriageReturnAt != position &- 1 else { return false }
        let most = min(
            Self.vectorsMax, (end &- position) / 64, (shortestLimit &- (position &- rowStart)) / 64,
            (limits.fieldsPerRow &- openFields) / 64)
        guard most > 0 else { return false }
        fieldEnds.reserve(64 &* most &+ 8)
        rows.reserve(64 &* most)
        // A row's beginning is three numbers of 32 bits.
        let begins = UnsafeMutableRawPointer(rows.base + rows.count).assumingMemoryBound(to: UInt32.self)
        let scanned = byte_mask_scan(
            bytes + position, most, delimiter, quote, UInt32(truncatingIfNeeded: position &- origin),
            UInt32(truncatingIfNeeded: fieldEnds.count), UInt32(truncatingIfNeeded: line),
            fieldEnds.base + fieldEnds.count, begins)
        guard scanned.vectors > 0 else { return false }
        fieldEnds.takeStored(scanned.ends)
        rows.takeStored(scanned.lines)
        position &+= 64 &* scanned.vectors
        line &+= scanned.lines
        if scanned.ends > 0 { fieldStart = origin &+ Int(fieldEnds.last) &+ 1 }
        // The LF of the last row's CR is no part of a field.
        if scanned.lines > 0 { fieldStart = max(fieldStart, rowStart) }
        return true
    }

    @inline(__always)
    private mutating func take(_ bytes: UnsafePointer<UInt8>, _ at: Int) {
        let byte = bytes[at]
        if byte == delimiter, state == .plain {
            endField(at)
        } else if state == .quoted {
            takeQuoted(byte, at)
        } else if byte == quote {
            takeQuote(bytes, at)
        } else {
            takeEnd(byte, at)
        }
    }

    private mutating func takeQuoted(_ byte: UInt8, _ at: Int) {
        switch byte {
        case quote:
            state = .closed
            closedAt = at
        case UInt8(ascii: "\r"):
            line &+= 1
            carriageReturnAt = at
        case UInt8(ascii: "\n") where carriageReturnAt != at &- 1:
            line &+= 1
        default: break
        }
    }

    private mutating func takeQuote(_ bytes: UnsafePointer<UInt8>, _ at: Int) {
        if state == .closed {
            if at == closedAt &+ 1 {
                state = .quoted
            } else {
                state = .plain
                noteLoneQuote()
            }
        } else if at == fieldStart || isMark(bytes, before: at) {
            state = .quoted
            quoteOpenedOnLine = line
        } else if !isOfFormula(bytes, at) {
            noteLoneQuote()
        }
    }

    /// The quotes of `="03646"`, which spreadsheets take for a text of digits: the first, or the one that closes it.
    private func isOfFormula(_ bytes: UnsafePointer<UInt8>, _ at: Int) -> Bool {
        guard at > fieldStart, at &- fieldStart < 16, bytes[fieldStart] == UInt8(ascii: "=") else { return false }
        if at == fieldStart &+ 1 { return true }
        return bytes[fieldStart &+ 1] == quote && (fieldStart &+ 2..<at).allSatisfy { bytes[$0] &- 0x30 < 10 }
    }

    /// A byte-order mark in the middle of a file (files joined by hand) hides neither the field nor its quote.
    private func isMark(_ bytes: UnsafePointer<UInt8>, before at: Int) -> Bool {
        at == fieldStart &+ 3 && bytes[fieldStart] == 0xEF && bytes[fieldStart &+ 1] == 0xBB
            && bytes[fieldStart &+ 2] == 0xBF
    }

    private mutating func takeEnd(_ byte: UInt8, _ at: Int) {
        if state == .closed, at != closedAt &+ 1 { noteLoneQuote() }
        defer { state = .plain }
        switch byte {
        case UInt8(ascii: "\n") where carriageReturnAt == at &- 1:
            fieldStart = at &+ 1
            rows.last.offset = UInt32(truncatingIfNeeded: fieldStart &- origin)
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            if byte == UInt8(ascii: "\r") { carriageReturnAt = at }
            endRow(at)
        default:
            endField(at)
        }
    }

    @inline(__always)
    private mutating func endField(_ at: Int) {
        if at &- fieldStart > limits.cellBytes { return halt(.cellTooLong) }
        fieldEnds.appendReserved(UInt32(truncatingIfNeeded: at &- origin))
        fieldStart = at &+ 1
    }

    private mutating func endRow(_ at: Int) {
        endField(at)
        if hasHalted { return }
        if openFields > limits.fieldsPerRow || at &- rowStart > limits.rowBytes { return halt(.tooLarge) }
        line &+= 1
        rows.appendReserved(
            RowBlock.RowStart(
                offset: UInt32(truncatingIfNeeded: fieldStart &- origin),
                firstField: UInt32(truncatingIfNeeded: fieldEnds.count),
                line: UInt32(truncatingIfNeeded: line)))
    }

    /// The open row is held to the limits as well, or one without an end would be waited for.
    private mutating func checkOpenRow(at end: Int) {
        if hasHalted { return }
        if end &- fieldStart > limits.cellBytes { return halt(.cellTooLong) }
        if openFields >= limits.fieldsPerRow || end &- rowStart > limits.rowBytes { halt(.tooLarge) }
    }

    /// What is before the open row stands; the row itself and all after it is not read.
    private mutating func halt(_ kind: Doubt.Kind) {
        hasHalted = true
        if state == .quoted { quoteFaults += 1 }
        note(kind, line: state == .plain ? line : quoteOpenedOnLine)
    }

    private mutating func noteLoneQuote() {
        guard loneQuoteNotedAt != fieldStart else { return }
        loneQuoteNotedAt = fieldStart
        loneQuotes += 1
        quoteFaults += 1
        if loneQuotes <= limits.doubtsPerKind { note(.loneQuote, line: line) }
    }

    private mutating func note(_ kind: Doubt.Kind, line: Int) {
        irregularities.append(
            Irregularity(
                kind: kind, line: line, row: firstRow + completeRows, column: openFields + 1, offset: fieldStart))
    }

    /// The end of the text ends the open row, if anything is in it.
    mutating func finish(at end: Int) {
        guard !hasHalted, end > rowStart else { return }
        if state == .quoted {
            quoteFaults += 1
            note(.unclosedQuote, line: quoteOpenedOnLine)
        } else if state == .closed, end != closedAt + 1 {
            noteLoneQuote()
        }
        state = .plain
        fieldEnds.reserve(1)
        rows.reserve(1)
        endRow(end)
    }

    /// Lends the complete rows.
    ///
    /// - Parameter base: Where `bytes` begin in the text.
    func withBlock<Result>(
        of bytes: UnsafePointer<UInt8>, base: Int = 0, _ body: (borrowing RowBlock) throws -> Result
    ) rethrows -> Result {
        let block = RowBlock(
            bytes: bytes + origin, fieldEnds: fieldEnds.base, rows: rows.base, quote: quote,
            rowCount: completeRows, baseOffset: base + origin, firstRow: firstRow)
        return try body(block)
    }

    /// Takes what was noted of the complete rows; after a halt, also what was noted of the row that caused it.
    mutating func takeIrregularities() -> [Irregularity] {
        let rowEnd = firstRow + completeRows
        let count = hasHalted ? irregularities.count : irregularities.prefix { $0.row < rowEnd }.count
        defer { irregularities.removeFirst(count) }
        return Array(irregularities[..<count])
    }

    /// Forgets the complete rows; the open row begins the next block.
    mutating func beginNextBlock() {
        let open = rows.last
        firstRow += completeRows
        origin += Int(open.offset)
        fieldEnds.keep(from: Int(open.firstField)) { $0 &- open.offset }
        rows.removeAll()
        rows.appendReserved(RowBlock.RowStart(offset: 0, firstField: 0, line: open.line))
    }
}
