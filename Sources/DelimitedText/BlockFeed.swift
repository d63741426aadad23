import Synchronization

/// Hands out the rows of a text block by block, in the order of the text, to one reader or to several at once.
///
/// Only finding the rows waits for the block before, which says where a row begins and on which line; what is done with
/// a block does not. A reader brings its own window, so that memory grows with the readers and not with the text.
package final class BlockFeed: Sendable {
    /// Where the next block begins.
    private struct Place {
        var offset: Int
        var line: Int
        var row = 1
        var index = 0
        var isDone = false
    }

    private let source: any ByteSource
    private let dialect: Dialect
    private let limits: Limits
    private let blockBytes: Int
    private let place: Mutex<Place>

    init(_ source: any ByteSource, _ dialect: Dialect, from start: Int, line: Int, limits: Limits, blockBytes: Int) {
        self.source = source
        self.dialect = dialect
        self.limits = limits
        self.blockBytes = max(1, blockBytes)
        place = Mutex(Place(offset: start, line: line))
    }

    package var byteCount: Int { source.count }

    package func window() -> BlockWindow { BlockWindow(dialect, limits: limits) }

    /// Takes the next block into the window; `false`: there is none.
    package func next(_ window: inout BlockWindow) -> Bool {
        place.withLock { place in
            guard !place.isDone else { return false }
            var wanted = min(blockBytes, source.count - place.offset)
            while true {
                let isLast = window.fill(source, at: place.offset, count: wanted, line: place.line, row: place.row)
                let rows = window.scanner.completeRows
                if rows > 0 || isLast || window.scanner.hasHalted {
                    window.index = place.index
                    let open = window.scanner.openRow
                    place.offset += open.offset
                    place.line = open.line
                    place.row += rows
                    place.index += 1
                    place.isDone = isLast || window.scanner.hasHalted
                    return true
                }
                wanted = min(wanted * 2, source.count - place.offset)
            }
        }
    }
}

/// Room for one block and for what is found in it.
package struct BlockWindow: ~Copyable {
    /// Readable past the last byte, so that words of eight bytes and vectors may be loaded there.
    package static let padding = 64

    var scanner: RowScanner
    /// Which block of the text it is, from 0.
    package internal(set) var index = 0
    private var bytes: UnsafeMutableRawBufferPointer
    private var base = 0

    init(_ dialect: Dialect, limits: Limits) {
        scanner = RowScanner(dialect, from: 0, line: 1, limits: limits)
        bytes = .allocate(byteCount: Self.padding, alignment: 64)
    }

    deinit {
        bytes.deallocate()
    }

    /// Whether a quote stands where none belongs, or a row passes the limits.
    package var hasIrregularities: Bool { scanner.hasIrregularities }

    package func withBlock<Result>(_ body: (borrowing RowBlock) throws -> Result) rethrows -> Result {
        guard let start = bytes.baseAddress else { preconditionFailure("a window has room") }
        return try scanner.withBlock(of: UnsafePointer(start.assumingMemoryBound(to: UInt8.self)), base: base, body)
    }

    /// Reads and finds the rows; says whether the text ends here.
    fileprivate mutating func fill(
        _ source: any ByteSource, at offset: Int, count wanted: Int, line: Int, row: Int
    ) -> Bool {
        if bytes.count < wanted + Self.padding {
            bytes.deallocate()
            bytes = .allocate(byteCount: wanted + Self.padding, alignment: 64)
        }
        let got = source.read(at: offset, into: UnsafeMutableRawBufferPointer(rebasing: bytes[..<wanted]))
        UnsafeMutableRawBufferPointer(rebasing: bytes[got...].prefix(Self.padding)).initializeMemory(
            as: UInt8.self, repeating: 0)
        base = offset
        let isLast = got < wanted || offset + got >= source.count
        // A CR and its LF stay together, for a block begins with a row.
        let end = !isLast && got > 0 && bytes[got - 1] == UInt8(ascii: "\r") ? got - 1 : got
        guard let start = bytes.baseAddress else { return true }
        scanner.restart(line: line, row: row)
        scanner.advance(in: UnsafePointer(start.assumingMemoryBound(to: UInt8.self)), to: end)
        if isLast { scanner.finish(at: end) }
        return isLast
    }
}

extension BlockWindow {
    /// Whether the rows are UTF-8 without NUL.
    var isText: Bool {
        withBlock { block in
            let length = block.endOffset - block.baseOffset
            let text = UnsafeBufferPointer(start: block.bytes, count: length)
            if ByteSearch.contains(0, in: text, 0..<length) { return false }
            return (try? UTF8Span(validating: text.span)) != nil
        }
    }

    /// What was found in the block's quotes and lengths, so many lone quotes at most, and how many more there are.
    fileprivate mutating func takeFound(atMost loneQuotes: Int) -> (listed: [RowScanner.Irregularity], further: Int) {
        let unlisted = scanner.furtherLoneQuotes
        var left = loneQuotes
        var further = unlisted
        var listed: [RowScanner.Irregularity] = []
        for irregularity in scanner.takeIrregularities() {
            if irregularity.kind == .loneQuote {
                left -= 1
                if left < 0 {
                    further += 1
                    continue
                }
            }
            listed.append(irregularity)
        }
        return (listed, further)
    }

    mutating func takeDoubts(atMost loneQuotes: Int) -> (listed: [Doubt], further: Int) {
        guard hasIrregularities else { return ([], 0) }
        let found = takeFound(atMost: loneQuotes)
        let listed = withBlock { block in
            found.listed.map { irregularity in
                let row = irregularity.row - block.firstRow
                let end = block.endOffset - block.baseOffset
                var range = irregularity.offset..<max(irregularity.offset, min(irregularity.offset + 256, end))
                if row < block.rowCount {
                    let cell = block.range(row, irregularity.column - 1)
                    range = cell.lowerBound - block.baseOffset..<cell.upperBound - block.baseOffset
                }
                let bytes = [UInt8](
                    UnsafeBufferPointer(
                        rebasing: UnsafeBufferPointer(start: block.bytes, count: max(end, range.upperBound))[range]))
                return Doubt(
                    kind: irregularity.kind, line: irregularity.line, row: irregularity.row,
                    column: irregularity.column, sample: Sample.beginning(of: bytes.indices, in: bytes))
            }
        }
        return (listed, found.further)
    }
}
