import CivilCalendar
import CXlsxWriter

/// What is written into a cell.
package enum CellValue: Hashable, Sendable {
    /// Nothing but the format.
    case blank
    case text(String)
    /// Pieces of a text that differ in their font; those without a format take the cell's.
    case runs([TextRun])
    /// A finite number.
    case number(Double)
    /// A day, or a day and a time; the format's number format shows it.
    case date(LocalTime)
    /// A formula in Excel's English notation, with the value that viewers show until they calculate.
    case formula(String, CellContent.Cached)
    /// A text that leads to a cell of this workbook.
    case link(String, to: SheetName, CellAddress)
}

/// A piece of a text with a font of its own.
package struct TextRun: Hashable, Sendable {
    package let text: String
    package let format: CellFormat?

    package init(_ text: String, _ format: CellFormat? = nil) {
        self.text = text
        self.format = format
    }
}

/// A sheet while it is being drawn; given to the body of `Book.addSheet` and gone with it.
///
/// Each cell is written once, in any order; writing it again is an error.
package struct Sheet: ~Copyable {
    package let name: SheetName
    /// What was written so far.
    package private(set) var totals: SheetTotals

    let raw: UnsafeMutablePointer<lxw_worksheet>
    let state: BookState
    var hasBareFirstPage = false

    init(_ raw: UnsafeMutablePointer<lxw_worksheet>, _ name: SheetName, _ state: BookState) {
        self.raw = raw
        self.name = name
        self.state = state
        totals = SheetTotals(name: name.text)
    }

    /// A format of this workbook, for cells that are drawn alike.
    package func prepare(_ format: CellFormat) throws(SpreadsheetError) -> PreparedFormat {
        try state.formats.prepare(format)
    }

    /// Writes one cell.
    package mutating func write(
        _ value: CellValue, at address: CellAddress, _ format: CellFormat
    ) throws(SpreadsheetError) {
        try write(value, at: address, prepare(format))
    }

    /// Writes one cell.
    package mutating func write(
        _ value: CellValue, at address: CellAddress, _ format: PreparedFormat
    ) throws(SpreadsheetError) {
        let name = name
        let content = try store(value, at: address, format) { "write \(name.quoted)!\(address)" }
        try take(address, content)
    }

    /// Merges a rectangle into one cell, and writes that. A single cell is just written.
    package mutating func merge(
        _ range: CellRange, _ value: CellValue, _ format: CellFormat
    ) throws(SpreadsheetError) {
        try merge(range, value, prepare(format))
    }

    /// Merges a rectangle into one cell, and writes that. A single cell is just written.
    package mutating func merge(
        _ range: CellRange, _ value: CellValue, _ format: PreparedFormat
    ) throws(SpreadsheetError) {
        if range.first != range.last {
            let name = name
            func operation() -> String { "merge \(name.quoted)!\(range)" }
            try require(range.isInSheet, operation(), "no such cells")
            let (row, column) = try place(range.first, operation())
            let (lastRow, lastColumn) = try place(range.last, operation())
            let pointer = state.formats.pointer(for: format)
            try check(worksheet_merge_range(raw, row, column, lastRow, lastColumn, "", pointer), operation())
            for row in range.rows {
                for column in range.columns where (row, column) != (range.first.row, range.first.column) {
                    try take(CellAddress(row: row, column: column), .blank)
                }
            }
        }
        try write(value, at: range.first, format)
    }

    /// Hangs a note on a cell, shown when the pointer rests on it.
    package mutating func note(
        _ text: String, at address: CellAddress, width: Int = 220, height: Int = 90
    ) throws(SpreadsheetError) {
        let operation = "note on \(name.quoted)!\(address)"
        let (row, column) = try place(address, operation)
        try require((1...2000).contains(width) && (1...2000).contains(height), operation, "\(width)×\(height) pixels")
        let arena = TextArena()
        var options = lxw_comment_options()
        options.width = UInt16(width)
        options.height = UInt16(height)
        options.font_name = arena.copy(CellFormat().fontName)
        options.font_size = 10
        options.font_family = 1
        let stored = CleanText.cell(text).stored
        let status = withExtendedLifetime(arena) {
            worksheet_write_comment_opt(raw, row, column, stored, &options)
        }
        try check(status, operation)
    }

    /// Notes that a cell now holds `content`.
    mutating func take(_ address: CellAddress, _ content: CellContent) throws(SpreadsheetError) {
        try require(
            totals.count(content, at: address), "write \(name.quoted)!\(address)", "the cell was written before")
    }

    /// A cell's row and column as the library takes them.
    borrowing func place(
        _ address: CellAddress, _ operation: @autoclosure () -> String
    ) throws(SpreadsheetError) -> (UInt32, UInt16) {
        try require(address.isInSheet, operation(), "a sheet has no cell \(address.row + 1), \(address.column + 1)")
        return (UInt32(address.row), UInt16(address.column))
    }
}
