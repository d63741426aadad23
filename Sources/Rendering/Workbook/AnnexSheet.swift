import Domain
import Reporting
import Spreadsheet

/// A table on a sheet to be printed: annex, title and headings above, notes, marks and charts below.
struct AnnexSheet {
    let table: Table
    let language: Language
    let sheets: [String: SheetName]
    /// What every page bears.
    let notice: String?
    let grid: HeaderGrid
    let columns: SheetColumns
    /// The rows so far.
    var rows = SheetRows()
    /// The row of the table's first, once the headings are drawn.
    private(set) var bodyFirstRow = 0

    init(_ table: Table, language: Language, sheets: [String: SheetName], notice: String? = nil) {
        self.notice = notice
        self.table = table
        self.language = language
        self.sheets = sheets
        grid = HeaderGrid(table.columns)
        columns = SheetColumns(table, grid, language: language, indent: AnnexStyle.indentPixels)
    }

    var lastColumn: Int { max(table.columns.count - 1, 0) }

    var labelColumn: Int? { table.columns.firstIndex { $0.kind == .label } }

    /// Whether parts are folded away at first: where they are most of a long table, as communes are.
    var isFolded: Bool {
        let parts = table.rows.count { $0.style == .part }
        return table.rows.count > 20 && parts > 2 * (table.rows.count - parts)
    }

    mutating func draw(into sheet: inout Sheet) throws {
        sheet.hideGrid()
        for column in table.columns.indices {
            try sheet.setColumns(column...column, width: columns.digits(column))
        }
        try drawTitles(into: &sheet)
        let headings = rows.count...rows.count + grid.rowCount - 1
        try drawHeadings(into: &sheet)
        bodyFirstRow = rows.count
        try drawBody(into: &sheet)
        try drawFootnotes(into: &sheet)
        let pages = SheetPages(columns, repeated: headings)
        let chartRows = try drawCharts(into: &sheet, pages)
        sheet.putSummariesAbove()
        try sheet.freeze(at: CellAddress(row: headings.upperBound + 1, column: labelColumn.map { $0 + 1 } ?? 0))
        try sheet.setPage(
            pages.setup(
                rows, keepingTogether: chartRows + headedRows, lastColumn: lastColumn, notice: notice))
    }

    /// A group's heading with the row below it, so that no page ends in a heading.
    private var headedRows: [ClosedRange<Int>] {
        table.rows.indices.dropLast().filter { table.rows[$0].style == .group }
            .map { bodyFirstRow + $0...bodyFirstRow + $0 + 1 }
    }

    /// A row of one cell over all columns.
    mutating func drawLine(_ text: String, _ format: CellFormat, into sheet: inout Sheet) throws {
        let metrics = TextMetrics(fontSize: format.fontSize, isBold: format.bold)
        let width = columns.total - SheetColumns.padding
        let height = AnnexStyle.height(lines: metrics.lineCount(text, width: width), fontSize: format.fontSize)
        let line = CellRange(rows: rows.count...rows.count, columns: 0...lastColumn)
        try sheet.merge(line, .text(text), format.with { $0.keepsText = text.looksLikeFormula })
        try rows.add(height, to: &sheet)
    }

    private mutating func drawTitles(into sheet: inout Sheet) throws {
        if let notice { try drawLine(notice, AnnexStyle.notice, into: &sheet) }
        if let annex = table.annex { try drawLine(annex, AnnexStyle.annex, into: &sheet) }
        if !table.title.isEmpty { try drawLine(table.title.uppercased(), AnnexStyle.title, into: &sheet) }
        for line in table.subtitle where !line.isEmpty { try drawLine(line, AnnexStyle.subtitle, into: &sheet) }
        try rows.add(8, to: &sheet)
    }

    private mutating func drawHeadings(into sheet: inout Sheet) throws {
        let first = rows.count
        let metrics = TextMetrics(isBold: true)
        var lines = [Int](repeating: 1, count: grid.rowCount)
        let counts = grid.cells.map { cell in
            metrics.lineCount(cell.text, width: columns.span(cell.columns) - SheetColumns.padding)
        }
        for (cell, count) in zip(grid.cells, counts) where cell.rows.count == 1 {
            lines[cell.rows.lowerBound] = max(lines[cell.rows.lowerBound], count)
        }
        for (cell, count) in zip(grid.cells, counts) where cell.rows.count > 1 {
            lines[cell.rows.upperBound] += max(0, count - lines[cell.rows].reduce(0, +))
        }
        for cell in grid.cells {
            let range = CellRange(
                rows: first + cell.rows.lowerBound...first + cell.rows.upperBound, columns: cell.columns)
            try sheet.merge(range, cell.text.isEmpty ? .blank : .text(cell.text), AnnexStyle.header)
        }
        for count in lines { try rows.add(AnnexStyle.height(lines: count), to: &sheet) }
    }

    private mutating func drawFootnotes(into sheet: inout Sheet) throws {
        let legend = language.legend(of: table)
        guard !table.notes.isEmpty || legend != nil else { return }
        try rows.add(6, to: &sheet)
        for note in table.notes { try drawLine(note, AnnexStyle.footnote, into: &sheet) }
        if let legend { try drawLine(legend, AnnexStyle.legend, into: &sheet) }
    }
}
