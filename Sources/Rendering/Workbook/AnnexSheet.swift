import Domain
import Reporting
import Spreadsheet

/// A table on a sheet to be printed: annex, title and headings above, notes, marks and charts below.
struct AnnexSheet {
    let table: Table
    let language: Language
    let workbook: AnnexWorkbook
    let grid: HeaderGrid
    let columns: SheetColumns
    /// The row of the table's first, below the lines of the title, a gap and the headings.
    let bodyFirstRow: Int
    /// The rows so far.
    var rows = SheetRows()
    /// The formats of the table's cells.
    var formats: [BodyFormat.Key: BodyFormat] = [:]

    init(_ table: Table, in workbook: AnnexWorkbook) {
        self.table = table
        self.workbook = workbook
        language = workbook.report.language
        grid = HeaderGrid(table.columns)
        columns = SheetColumns(table, grid, language: language, indent: AnnexStyle.indentPixels)
        bodyFirstRow = AnnexSheet.bodyFirstRow(of: table, notice: workbook.report.notice)
    }

    var lastColumn: Int { max(table.columns.count - 1, 0) }

    var labelColumn: Int? { table.columns.firstIndex { $0.kind == .label } }

    /// - Parameter notice: What every page bears.
    static func bodyFirstRow(of table: Table, notice: String?) -> Int {
        titleLines(of: table, notice: notice).count + 1 + HeaderGrid(table.columns).rowCount
    }

    /// Whether parts are folded away at first: where they are most of a long table, as communes are.
    var isFolded: Bool {
        let parts = table.rows.count { $0.style == .part }
        return table.rows.count > 20 && parts > 2 * (table.rows.count - parts)
    }

    /// Draws the sheet; returns the charts that found no room on its last page, and the number of its pages.
    mutating func draw(into sheet: inout Sheet) throws -> (charts: [Table.Chart], pages: Int) {
        sheet.hideGrid()
        for column in table.columns.indices {
            try sheet.setColumns(column...column, width: columns.digits(column))
        }
        try drawTitles(into: &sheet)
        let headings = rows.count...rows.count + grid.rowCount - 1
        try drawHeadings(into: &sheet)
        try drawBody(into: &sheet)
        try drawHighlights(into: &sheet)
        try drawFootnotes(into: &sheet)
        let pages = SheetPages(columns, repeated: headings)
        var blocks = blocks()
        let charts = ChartPlaces(self).split(room: pages.room(after: rows, keepingTogether: blocks))
        blocks += try drawCharts(charts.here, into: &sheet)
        sheet.putSummariesAbove()
        try sheet.freeze(at: CellAddress(row: headings.upperBound + 1, column: labelColumn.map { $0 + 1 } ?? 0))
        try sheet.setPage(
            pages.setup(rows, keepingTogether: blocks, lastColumn: lastColumn, notice: workbook.report.notice))
        return (charts.elsewhere, pages.count(rows, keepingTogether: blocks))
    }

    /// Rows that no page's end parts: a heading or a whole from the row below it, the notes from the last rows.
    private func blocks() -> [ClosedRange<Int>] {
        let bodyEnd = bodyFirstRow + table.rows.count
        var blocks = [0...bodyFirstRow]
        for (index, row) in table.rows.enumerated().dropLast()
        where row.style == .group || (table.rows[index + 1].style == .part && row.style != .part) {
            blocks.append(bodyFirstRow + index...bodyFirstRow + index + 1)
        }
        if bodyEnd < rows.count { blocks.append(max(bodyFirstRow, bodyEnd - 2)...rows.count - 1) }
        return blocks
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

    private static func titleLines(of table: Table, notice: String?) -> [(text: String, format: CellFormat)] {
        var lines: [(text: String, format: CellFormat)] = []
        if let notice { lines.append((notice, AnnexStyle.notice)) }
        if let annex = table.annex { lines.append((annex, AnnexStyle.annex)) }
        if !table.title.isEmpty { lines.append((table.title.uppercased(), AnnexStyle.title)) }
        return lines + table.subtitle.filter { !$0.isEmpty }.map { ($0, AnnexStyle.subtitle) }
    }

    private mutating func drawTitles(into sheet: inout Sheet) throws {
        for line in AnnexSheet.titleLines(of: table, notice: workbook.report.notice) {
            try drawLine(line.text, line.format, into: &sheet)
        }
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
        // What a reader is to do with the sheet is no small print.
        let size = table.hasEntries ? 11 : AnnexStyle.footnote.fontSize
        for note in table.notes { try drawLine(note, AnnexStyle.footnote.with { $0.fontSize = size }, into: &sheet) }
        if let legend { try drawLine(legend, AnnexStyle.legend.with { $0.fontSize = size }, into: &sheet) }
    }
}
