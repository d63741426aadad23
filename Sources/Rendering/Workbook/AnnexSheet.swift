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
    /// Points of the table's texts and numbers.
    let fontSize: Double
    /// The first row of the table's titles.
    private let firstRow: Int
    /// The table at the head of the sheet, where this one stands below it.
    private let first: Table?
    /// Small tables below it on the same sheet.
    private var others: [Table] = []
    /// The row of the table's first, below the lines of the title, a gap and the headings.
    let bodyFirstRow: Int
    /// The rows so far.
    var rows: SheetRows
    /// The formats of the table's cells.
    var formats: [BodyFormat.Key: BodyFormat] = [:]

    init(_ table: Table, in workbook: AnnexWorkbook, followedBy others: [Table] = []) {
        self.init(
            table, in: workbook,
            columns: SheetColumns(
                [table] + others, language: workbook.report.language, indent: AnnexStyle.indentPixels,
                fontSize: AnnexStyle.fontSize(table)))
        self.others = others
    }

    /// A table on the columns of the sheet, below the rows that stand there.
    private init(
        _ table: Table, in workbook: AnnexWorkbook, columns: SheetColumns, below rows: SheetRows? = nil,
        of first: Table? = nil
    ) {
        self.table = table
        self.first = first
        self.workbook = workbook
        self.columns = columns
        language = workbook.report.language
        grid = HeaderGrid(table.columns)
        fontSize = AnnexStyle.fontSize(table)
        self.rows = rows ?? SheetRows()
        firstRow = rows?.count ?? 0
        let notice = rows == nil ? workbook.report.notice : nil
        bodyFirstRow = firstRow + AnnexSheet.bodyFirstRow(of: table, notice: notice, below: first)
    }

    /// The table's last column; titles and notes go over those of the sheet.
    var lastColumn: Int { max(table.columns.count - 1, 0) }

    var lastSheetColumn: Int { max(columns.widths.count - 1, 0) }

    var labelColumn: Int? { table.columns.firstIndex { $0.kind == .label } }

    /// - Parameter notice: What every page bears.
    static func bodyFirstRow(of table: Table, notice: String?, below first: Table? = nil) -> Int {
        titleLines(of: table, notice: notice, below: first).count + 1 + HeaderGrid(table.columns).rowCount
    }

    var isFolded: Bool { table.foldsParts }

    /// Draws the sheet; returns the charts that found no room on its last page, and the number of its pages.
    mutating func draw(into sheet: inout Sheet) throws -> (charts: [Table.Chart], pages: Int) {
        sheet.hideGrid()
        for column in columns.widths.indices {
            try sheet.setColumns(column...column, width: columns.digits(column))
        }
        try drawTable(into: &sheet)
        var blocks = blocks()
        for other in others {
            try rows.add(AnnexStyle.gapBetweenTables, to: &sheet)
            var below = AnnexSheet(other, in: workbook, columns: columns, below: rows, of: table)
            try below.drawTable(into: &sheet)
            rows = below.rows
            blocks += below.blocks()
        }
        let headings = bodyFirstRow - grid.rowCount...bodyFirstRow - 1
        let pages = SheetPages(columns, repeated: others.isEmpty ? headings : nil, fontSize: fontSize)
        let charts = ChartPlaces(self).split(room: pages.room(after: rows, keepingTogether: blocks))
        blocks += try drawCharts(charts.here, into: &sheet)
        try drawLinks(into: &sheet)
        sheet.putSummariesAbove()
        try sheet.freeze(
            at: CellAddress(
                row: others.isEmpty ? bodyFirstRow : 0, column: labelColumn.map { $0 + 1 } ?? 0))
        try sheet.setPage(
            pages.setup(rows, keepingTogether: blocks, lastColumn: lastSheetColumn, notice: workbook.report.notice))
        return (charts.elsewhere, pages.count(rows, keepingTogether: blocks))
    }

    private mutating func drawTable(into sheet: inout Sheet) throws {
        try drawTitles(into: &sheet)
        try drawHeadings(into: &sheet)
        try drawBody(into: &sheet)
        try drawHighlights(into: &sheet)
        try drawFootnotes(into: &sheet)
    }

    /// What leads to other sheets stands beside the page, where no printer takes it.
    private mutating func drawLinks(into sheet: inout Sheet) throws {
        for (row, link) in table.links.enumerated() {
            guard let target = workbook.sheets[link.table] else { continue }
            let address = CellAddress(row: row, column: lastSheetColumn + 2)
            let format = AnnexStyle.aside.with { $0.underlined = true }
            try sheet.write(.link(link.words, to: target, CellAddress(row: 0, column: 0)), at: address, format)
        }
    }

    /// Rows that no page's end parts: a heading or a whole from the row below it, the first note from the last rows.
    private func blocks() -> [ClosedRange<Int>] {
        let bodyEnd = bodyFirstRow + table.rows.count
        var blocks = [firstRow...bodyFirstRow]
        for (index, row) in table.rows.enumerated().dropLast()
        where row.style == .group || (table.rows[index + 1].style == .part && row.style != .part) {
            blocks.append(bodyFirstRow + index...bodyFirstRow + index + 1)
        }
        // The gap, and a note below it; long notes as a whole would leave half of a page white.
        if bodyEnd < rows.count { blocks.append(max(bodyFirstRow, bodyEnd - 2)...min(bodyEnd + 1, rows.count - 1)) }
        return blocks
    }

    /// A row of one cell over all columns.
    mutating func drawLine(_ text: String, _ format: CellFormat, into sheet: inout Sheet) throws {
        let metrics = TextMetrics(fontSize: format.fontSize, isBold: format.bold, isItalic: format.italic)
        let width = columns.total - SheetColumns.padding
        let height = AnnexStyle.height(lines: metrics.lineCount(text, width: width), fontSize: format.fontSize)
        let line = CellRange(rows: rows.count...rows.count, columns: 0...lastSheetColumn)
        try sheet.merge(line, .text(text), format.with { $0.keepsText = text.looksLikeFormula })
        try rows.add(height, to: &sheet)
    }

    /// What is said above a table; below another one of the same sheet nothing that is said there already.
    static func titleLines(
        of table: Table, notice: String?, below first: Table?
    ) -> [(text: String, format: CellFormat)] {
        var lines: [(text: String, format: CellFormat)] = []
        if let notice { lines.append((notice, AnnexStyle.notice)) }
        if let annex = table.annex { lines.append((annex, AnnexStyle.annex)) }
        if !table.title.isEmpty { lines.append((table.title.uppercased(), AnnexStyle.title)) }
        let said = first?.subtitle ?? []
        return lines + table.subtitle.filter { !$0.isEmpty && !said.contains($0) }.map { ($0, AnnexStyle.subtitle) }
    }

    private mutating func drawTitles(into sheet: inout Sheet) throws {
        let notice = firstRow == 0 ? workbook.report.notice : nil
        for line in AnnexSheet.titleLines(of: table, notice: notice, below: first) {
            try drawLine(line.text, line.format, into: &sheet)
        }
        try rows.add(8, to: &sheet)
    }

    private mutating func drawHeadings(into sheet: inout Sheet) throws {
        let first = rows.count
        let metrics = TextMetrics(fontSize: fontSize, isBold: true)
        let format = AnnexStyle.header(fontSize)
        let lines = grid.lines { cell in
            metrics.lineCount(cell.text, width: columns.span(cell.columns) - SheetColumns.padding)
        }
        for cell in grid.cells {
            let range = CellRange(
                rows: first + cell.rows.lowerBound...first + cell.rows.upperBound, columns: cell.columns)
            try sheet.merge(range, cell.text.isEmpty ? .blank : .text(cell.text), format)
        }
        for count in lines { try rows.add(AnnexStyle.height(lines: count, fontSize: fontSize), to: &sheet) }
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

extension AnnexSheet {
    /// Draws bands of charts below the table, each band as wide as it; returns the rows that each covers.
    mutating func drawCharts(_ bands: [ChartBand], into sheet: inout Sheet) throws -> [ClosedRange<Int>] {
        var covered: [ClosedRange<Int>] = []
        var asideColumn = lastColumn + 2
        for band in bands {
            try rows.add(ChartPlaces.gapPoints, to: &sheet)
            let first = rows.count
            let width = Int(columns.total) / (band.charts[0].size == .small ? 3 : 1)
            for (position, chart) in band.charts.enumerated() {
                guard let figures = ChartFigures(chart, of: table, on: sheet.name, in: workbook) else { continue }
                let aside = CellAddress(row: first, column: asideColumn)
                let drawn = try figures.drawn(at: aside, width: width - 6, height: band.height, into: &sheet)
                asideColumn += figures.width + 1
                try sheet.insert(
                    drawn, at: CellAddress(row: first, column: 0), right: 2 + position * width, down: 2)
            }
            for _ in 0..<ChartPlaces.rowCount(band.height) { try rows.add(ChartPlaces.rowPoints, to: &sheet) }
            covered.append(first - 1...rows.count - 1)
        }
        return covered
    }
}
