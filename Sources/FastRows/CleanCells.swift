import DelimitedText

/// The cells of one row, without their outer quotes.
struct CleanCells {
    private let bytes: UnsafePointer<UInt8>
    private let ends: UnsafePointer<UInt32>
    private let start: Int
    private let quote: UInt8

    @inline(__always)
    init(_ cells: RowBlock.Cells, quote: UInt8) {
        bytes = cells.bytes
        ends = cells.ends
        start = cells.start
        self.quote = quote
    }

    @inline(__always)
    subscript(field: Int) -> (UnsafePointer<UInt8>, Int) {
        let begin = field == 0 ? start : Int(ends[field &- 1]) &+ 1
        let count = Int(ends[field]) &- begin
        let cell = bytes + begin
        guard count > 0, cell[0] == quote else { return (cell, count) }
        return (cell + 1, count > 1 && cell[count &- 1] == quote ? count &- 2 : count &- 1)
    }
}
