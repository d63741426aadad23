/// One pass over a decoded text in one dialect, block by block, with the doubts of each block.
struct ContentScan {
    let text: DecodedText
    let dialect: Dialect
    /// Where the rows begin, and on which physical line.
    let start: Int
    let line: Int
    let limits: Limits
    let blockBytes: Int

    /// Every row of the text, and every doubt found on the way.
    func run(_ body: (borrowing RowBlock, [Doubt]) throws -> Void) rethrows -> [Doubt] {
        try text.bytes.withUnsafeBufferPointer { buffer in
            guard let bytes = buffer.baseAddress else { return [] }
            var scanner = RowScanner(dialect, from: start, line: line, limits: limits)
            var locator = DoubtLocator(text: text)
            var end = start
            while end < buffer.count, !scanner.hasHalted {
                end = min(end + max(1, blockBytes), buffer.count)
                scanner.advance(in: bytes, to: end)
                if end == buffer.count { scanner.finish(at: end) }
                guard scanner.completeRows > 0 || scanner.hasHalted else { continue }
                let irregularities = scanner.takeIrregularities()
                try scanner.withBlock(of: bytes) { block in
                    let doubts = locator.locate(irregularities, in: block)
                    if block.rowCount > 0 { try body(block, doubts) }
                }
                scanner.beginNextBlock()
            }
            return locator.all(furtherLoneQuotes: scanner.furtherLoneQuotes)
        }
    }

    /// The rows for several readers at once; `nil` where places in the text are in doubt.
    func feed() -> BlockFeed? {
        guard text.blemishes.isEmpty, text.furtherBlemishes.isEmpty else { return nil }
        return BlockFeed(
            HeldBytes(bytes: text.bytes), dialect, from: start, line: line, limits: limits, blockBytes: blockBytes)
    }

    /// The rows that end within the first `limit` bytes, for a look at the text; returns how many fields have quotes
    /// that do not end where the field does.
    @discardableResult
    func look(limit: Int, _ body: (borrowing RowBlock) -> Void) -> Int {
        text.bytes.withUnsafeBufferPointer { buffer in
            guard let bytes = buffer.baseAddress else { return 0 }
            var scanner = RowScanner(dialect, from: start, line: line, limits: limits)
            let last = min(buffer.count, start + limit)
            var end = start
            while end < last, !scanner.hasHalted {
                end = min(end + max(1, blockBytes), last)
                scanner.advance(in: bytes, to: end)
                if end == buffer.count { scanner.finish(at: end) }
                guard scanner.completeRows > 0 else { continue }
                scanner.withBlock(of: bytes) { body($0) }
                scanner.beginNextBlock()
            }
            return scanner.quoteFaults
        }
    }
}
