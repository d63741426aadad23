/// The address of a cell, or of a range of them, as files write it: `C5`, `$A$1:C3`.
enum CellReference {
    /// Row and column from 1; 0 for a row or column that is not named. `nil`: it is no address within a sheet.
    static func cell(_ text: UnsafeBufferPointer<UInt8>) -> (row: Int, column: Int)? {
        var (row, column) = (0, 0)
        var place = 0
        if place < text.count, text[place] == UInt8(ascii: "$") { place += 1 }
        while place < text.count {
            let letter = (text[place] & 0xDF) &- 0x41
            guard letter < 26, text[place] >= 0x41 else { break }
            column = column * 26 + Int(letter) + 1
            guard column <= SheetLimits.columnsMax else { return nil }
            place += 1
        }
        if place < text.count, text[place] == UInt8(ascii: "$") { place += 1 }
        while place < text.count {
            let digit = text[place] &- 0x30
            guard digit < 10 else { return nil }
            row = row * 10 + Int(digit)
            guard row <= SheetLimits.rowsMax else { return nil }
            place += 1
        }
        return (row, column)
    }

    static func cell(_ text: some StringProtocol) -> (row: Int, column: Int)? {
        Array(text.utf8).withUnsafeBufferPointer(cell)
    }

    static func range(_ text: String) -> SheetMarks.Range? {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard let first = parts.first.flatMap({ cell($0) }), let last = parts.last.flatMap({ cell($0) }),
            min(first.row, last.row) > 0, min(first.column, last.column) > 0
        else { return nil }
        return SheetMarks.Range(
            rows: min(first.row, last.row)...max(first.row, last.row),
            columns: min(first.column, last.column)...max(first.column, last.column))
    }
}
