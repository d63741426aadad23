/// A cell of a sheet, by row and column from 0; prints as `B3`.
///
/// Addresses sort by row, then column.
package struct CellAddress: Hashable, Sendable, Comparable, CustomStringConvertible {
    package var row: Int
    package var column: Int

    /// The rows and columns that a sheet has.
    package static let rowCount = 1_048_576
    package static let columnCount = 16_384

    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Takes `B3`, without `$`, and `nil` for all else.
    package init?(_ text: some StringProtocol) { self.init(utf8: text.utf8) }

    init?(utf8 text: some Sequence<UInt8>) {
        var column = 0
        var row = 0
        var letters = 0
        for byte in text {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                guard row == 0, letters < 3 else { return nil }
                letters += 1
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard letters > 0, row < Self.rowCount else { return nil }
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
                guard row > 0 else { return nil }
            default:
                return nil
            }
        }
        guard row > 0 else { return nil }
        self.init(row: row - 1, column: column - 1)
        guard isInSheet else { return nil }
    }

    /// Whether a sheet has such a cell.
    package var isInSheet: Bool {
        (0..<Self.rowCount).contains(row) && (0..<Self.columnCount).contains(column)
    }

    /// The column's letters: `A`, `Z`, `AA`.
    package static func letters(ofColumn column: Int) -> String {
        var letters = ""
        var rest = column
        while rest >= 0 {
            letters.insert(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(rest % 26))), at: letters.startIndex)
            rest = rest / 26 - 1
        }
        return letters
    }

    package var description: String { "\(Self.letters(ofColumn: column))\(row + 1)" }

    /// As a formula writes it when it must not move: `$B$3`.
    package var absolute: String { "$\(Self.letters(ofColumn: column))$\(row + 1)" }

    package static func < (left: CellAddress, right: CellAddress) -> Bool {
        (left.row, left.column) < (right.row, right.column)
    }
}

/// A rectangle of cells, both corners included; prints as `A1:C5`.
package struct CellRange: Hashable, Sendable, CustomStringConvertible {
    package var first: CellAddress
    package var last: CellAddress

    /// The rectangle between two corners, the upper left one first.
    package init(_ first: CellAddress, _ last: CellAddress) {
        self.first = first
        self.last = last
    }

    /// The rectangle of these rows and columns.
    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        first = CellAddress(row: rows.lowerBound, column: columns.lowerBound)
        last = CellAddress(row: rows.upperBound, column: columns.upperBound)
    }

    /// Whether a sheet has all these cells, and the corners are the right way round.
    package var isInSheet: Bool {
        first.isInSheet && last.isInSheet && first.row <= last.row && first.column <= last.column
    }

    package var rows: ClosedRange<Int> { first.row...last.row }
    package var columns: ClosedRange<Int> { first.column...last.column }
    package var cellCount: Int { rows.count * columns.count }

    package var description: String { "\(first):\(last)" }

    /// As a formula writes it when it must not move: `$A$1:$C$5`.
    package var absolute: String { "\(first.absolute):\(last.absolute)" }
}

/// A rectangle of cells of a named sheet.
package struct SheetRange: Hashable, Sendable {
    package let sheet: SheetName
    package let range: CellRange

    package init(_ sheet: SheetName, _ range: CellRange) {
        self.sheet = sheet
        self.range = range
    }

    /// As a formula writes it: `'Phụ lục I'!$A$1:$C$5`.
    package var formula: String { "\(sheet.quoted)!\(range.absolute)" }
}
