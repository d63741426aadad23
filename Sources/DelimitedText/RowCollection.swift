/// Rows copied out of their blocks, with their lines and numbers, to be looked at again when the blocks are gone.
package struct RowCollection: Sendable {
    private var bytes: [UInt8] = []
    private var fieldEnds: [UInt32] = []
    private var rows: [RowBlock.RowStart] = []
    private var numbers: [UInt32] = []
    private var quote: UInt8 = 0

    package init() {}

    package var count: Int { numbers.count }
    package var byteCount: Int { bytes.count }

    /// Whether they are UTF-8 without NUL.
    package var isText: Bool { !bytes.contains(0) && (try? UTF8Span(validating: bytes.span)) != nil }

    package mutating func append(_ block: borrowing RowBlock, _ row: Int) {
        let cells = block.cells(row)
        quote = block.quote
        let end = cells.count == 0 ? cells.start : Int(cells.ends[cells.count - 1])
        let shift = bytes.count - cells.start
        rows.append(
            RowBlock.RowStart(
                offset: UInt32(truncatingIfNeeded: bytes.count),
                firstField: UInt32(truncatingIfNeeded: fieldEnds.count),
                line: UInt32(truncatingIfNeeded: block.line(of: row))))
        numbers.append(UInt32(truncatingIfNeeded: block.spreadsheetRow(of: row)))
        bytes.append(contentsOf: UnsafeBufferPointer(start: cells.bytes + cells.start, count: end - cells.start))
        for field in 0..<cells.count {
            fieldEnds.append(UInt32(truncatingIfNeeded: Int(cells.ends[field]) + shift))
        }
        // The byte that parts rows, as in a block.
        bytes.append(UInt8(ascii: "\n"))
    }

    /// The same in no more memory than it needs.
    package var trimmed: RowCollection {
        func exact<Element>(_ elements: [Element]) -> [Element] { elements.withUnsafeBufferPointer(Array.init) }
        var copy = RowCollection()
        (copy.bytes, copy.fieldEnds, copy.rows) = (exact(bytes), exact(fieldEnds), exact(rows))
        (copy.numbers, copy.quote) = (exact(numbers), quote)
        return copy
    }

    /// Where the rows stand in the block that they were copied out of.
    package func places(in block: borrowing RowBlock) -> [UInt32] {
        let first = UInt32(truncatingIfNeeded: block.firstRow)
        return numbers.map { $0 &- first }
    }

    /// Lends the rows as a block.
    package func withBlock<Result>(_ body: (borrowing RowBlock) throws -> Result) rethrows -> Result {
        let last = RowBlock.RowStart(
            offset: UInt32(truncatingIfNeeded: bytes.count), firstField: UInt32(truncatingIfNeeded: fieldEnds.count),
            line: 0)
        let bounded = rows + [last]
        return try bytes.withUnsafeBufferPointer { bytes in
            try fieldEnds.withUnsafeBufferPointer { ends in
                try bounded.withUnsafeBufferPointer { rows in
                    try numbers.withUnsafeBufferPointer { numbers in
                        guard let base = bytes.baseAddress, let ends = ends.baseAddress, let rows = rows.baseAddress
                        else { return try Self.withNothing(body) }
                        return try body(
                            RowBlock(
                                bytes: base, fieldEnds: ends, rows: rows, quote: quote, rowCount: numbers.count,
                                baseOffset: 0, firstRow: 1, numbers: numbers.baseAddress))
                    }
                }
            }
        }
    }

    private static func withNothing<Result>(_ body: (borrowing RowBlock) throws -> Result) rethrows -> Result {
        let scanner = RowScanner(Dialect(delimiter: Dialect.comma), from: 0, line: 1, limits: .standard)
        return try withUnsafePointer(to: 0 as UInt8) { try scanner.withBlock(of: $0, body) }
    }
}
