/// About 1 MiB of rows: their bytes, and where each field and row begins and ends.
///
/// Lent to a closure for as long as it runs. Bytes are valid UTF-8. Rows and fields are numbered from 0 here;
/// lines and spreadsheet rows from 1, as people see them.
@frozen public struct RowBlock: ~Copyable {
    /// Where a row begins, which field is its first, and the physical line.
    @frozen @usableFromInline struct RowStart: BitwiseCopyable {
        @usableFromInline var offset: UInt32
        @usableFromInline var firstField: UInt32
        @usableFromInline var line: UInt32

        @inlinable init(offset: UInt32, firstField: UInt32, line: UInt32) {
            self.offset = offset
            self.firstField = firstField
            self.line = line
        }
    }

    @usableFromInline let bytes: UnsafePointer<UInt8>
    @usableFromInline let fieldEnds: UnsafePointer<UInt32>
    /// One more than there are rows: the last bounds the fields of the row before it.
    @usableFromInline let rows: UnsafePointer<RowStart>
    @usableFromInline let quote: UInt8
    public let rowCount: Int
    /// Where the block's first row begins in the decoded text.
    public let baseOffset: Int
    /// The spreadsheet row of the block's first row.
    public let firstRow: Int
    /// The spreadsheet rows, where the rows do not follow one another.
    @usableFromInline let numbers: UnsafePointer<UInt32>?

    init(
        bytes: UnsafePointer<UInt8>, fieldEnds: UnsafePointer<UInt32>, rows: UnsafePointer<RowStart>, quote: UInt8,
        rowCount: Int, baseOffset: Int, firstRow: Int, numbers: UnsafePointer<UInt32>? = nil
    ) {
        self.bytes = bytes
        self.fieldEnds = fieldEnds
        self.rows = rows
        self.quote = quote
        self.rowCount = rowCount
        self.baseOffset = baseOffset
        self.firstRow = firstRow
        self.numbers = numbers
    }

    /// Where the cells of one row stand, for a loop that looks at millions: valid as long as the block.
    @frozen public struct Cells {
        public let bytes: UnsafePointer<UInt8>
        /// The end of each cell, counted from `bytes`; the next begins one byte after it.
        public let ends: UnsafePointer<UInt32>
        public let start: Int
        public let count: Int

        @inlinable init(bytes: UnsafePointer<UInt8>, ends: UnsafePointer<UInt32>, start: Int, count: Int) {
            self.bytes = bytes
            self.ends = ends
            self.start = start
            self.count = count
        }
    }

    @inlinable public func cells(_ row: Int) -> Cells {
        precondition(row >= 0 && row < rowCount, "no such row in the block")
        let first = Int(rows[row].firstField)
        return Cells(
            bytes: bytes, ends: fieldEnds + first, start: Int(rows[row].offset),
            count: Int(rows[row + 1].firstField) &- first)
    }

    @inlinable public func fieldCount(_ row: Int) -> Int {
        precondition(row >= 0 && row < rowCount, "no such row in the block")
        return Int(rows[row + 1].firstField &- rows[row].firstField)
    }

    /// The physical line on which the row begins.
    @inlinable public func line(of row: Int) -> Int {
        precondition(row >= 0 && row < rowCount, "no such row in the block")
        return Int(rows[row].line)
    }

    @inlinable public func spreadsheetRow(of row: Int) -> Int {
        numbers.map { Int($0[row]) } ?? firstRow &+ row
    }

    /// The field as it stands in the file, outer quotes included; a byte-order mark at its start is not part of it.
    @inlinable public func written(_ row: Int, _ field: Int) -> UnsafeBufferPointer<UInt8> {
        precondition(field >= 0 && field < fieldCount(row), "no such field in the row")
        let index = Int(rows[row].firstField) &+ field
        var start = field == 0 ? Int(rows[row].offset) : Int(fieldEnds[index &- 1]) &+ 1
        let end = Int(fieldEnds[index])
        if end &- start >= 3, bytes[start] == 0xEF, bytes[start &+ 1] == 0xBB, bytes[start &+ 2] == 0xBF {
            start &+= 3
        }
        return UnsafeBufferPointer(start: bytes + start, count: end &- start)
    }

    @inlinable public func isQuoted(_ row: Int, _ field: Int) -> Bool {
        let whole = written(row, field)
        return !whole.isEmpty && whole[0] == quote
    }

    /// The field's bytes without its outer quotes; doubled quotes are still doubled, and a field that was quoted
    /// wrongly still has a quote in it, so it is never taken for a number.
    @inlinable public func withBytes<Result, Failure: Error>(
        _ row: Int, _ field: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let whole = written(row, field)
        guard !whole.isEmpty, whole[0] == quote else { return try body(whole) }
        let end = whole.count > 1 && whole[whole.count &- 1] == quote ? whole.count &- 1 : whole.count
        return try body(UnsafeBufferPointer(rebasing: whole[1..<end]))
    }

    /// The field as text: unquoted, doubled quotes undone, not trimmed.
    public func text(_ row: Int, _ field: Int) -> String {
        let whole = written(row, field)
        guard !whole.isEmpty, whole[0] == quote else { return String(decoding: whole, as: UTF8.self) }
        return String(unsafeUninitializedCapacity: whole.count) { Self.unquote(whole, quote: quote, into: $0) }
    }

    /// Where the block ends in the decoded text: the next row's beginning.
    var endOffset: Int { baseOffset + Int(rows[rowCount].offset) }

    /// Where the row begins in the decoded text.
    func offset(of row: Int) -> Int { baseOffset + Int(rows[row].offset) }

    /// Where the field, outer quotes included, stands in the decoded text.
    func range(_ row: Int, _ field: Int) -> Range<Int> {
        let whole = written(row, field)
        let start = whole.baseAddress.map { $0 - bytes } ?? 0
        return baseOffset + start..<baseOffset + start + whole.count
    }

    /// The row and field in which a byte of the decoded text stands; the byte must be in the block.
    func place(of offset: Int) -> (row: Int, field: Int) {
        let relative = UInt32(truncatingIfNeeded: offset - baseOffset)
        let row = Self.firstIndex(in: 1..<rowCount) { rows[$0].offset > relative } - 1
        let first = Int(rows[row].firstField)
        let field = Self.firstIndex(in: first..<first + fieldCount(row) - 1) { fieldEnds[$0] >= relative } - first
        return (row, field)
    }

    /// The first index at which the condition holds, or the range's end; from there on it holds for all.
    private static func firstIndex(in range: Range<Int>, where holds: (Int) -> Bool) -> Int {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper {
            let middle = lower + (upper - lower) / 2
            if holds(middle) { upper = middle } else { lower = middle + 1 }
        }
        return lower
    }

    /// Text after the closing quote is kept as it stands, the way spreadsheets do.
    private static func unquote(
        _ whole: UnsafeBufferPointer<UInt8>, quote: UInt8, into text: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var count = 0
        var isInside = true
        var at = 1
        while at < whole.count {
            let byte = whole[at]
            at += 1
            if isInside, byte == quote {
                guard at < whole.count, whole[at] == quote else {
                    isInside = false
                    continue
                }
                at += 1
            }
            text[count] = byte
            count += 1
        }
        return count
    }
}
