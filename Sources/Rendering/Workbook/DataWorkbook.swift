import Domain
import Reporting
import Spreadsheet

/// The figures of a report as plain tables, one a sheet from A1: no merged cell, no blank row, nothing folded.
///
/// What the tables are about and a list of them stand first and the marks that they use last, where the report has no
/// such sheets itself. A table with marks has a last column that says what those of its row mean.
struct DataWorkbook {
    private let report: Report

    init(_ report: Report) {
        self.report = report
    }

    func draw(into book: inout Book) throws {
        let front = DataFrontMatter(report)
        let tables = [front.about, front.contents, report.tables.map(front.explained), front.marks].flatMap(\.self)
        var taken: Set<String> = []
        let sheets = WorkbookRenderer.sheets(of: tables, taken: &taken)
        var names: Set<String> = []
        for table in tables {
            guard let sheetName = sheets[table.id] else { continue }
            let name = WorkbookRenderer.tableName(table.id, report.language, &names)
            try book.addSheet(sheetName) { sheet in
                try draw(table, named: name, sheets, into: &sheet)
            }
        }
    }

    private func draw(
        _ table: Table, named name: String, _ sheets: [String: SheetName], into sheet: inout Sheet
    ) throws {
        let headings = headings(of: table)
        let flat = Table(
            id: table.id, sheetName: table.sheetName, title: table.title,
            columns: zip(headings, table.columns).map { Table.Column($0, kind: $1.kind) }, rows: table.rows)
        let columns = SheetColumns(flat, language: report.language, indent: 0)
        try sheet.addTable(
            DataTable(
                name: name, columns: headings.map { DataTable.Column($0, DataWorkbook.header) },
                rowCount: max(1, table.rows.count)),
            at: CellAddress(row: 0, column: 0))
        let lines = flat.columns.indices.map { column in
            TextMetrics(isBold: true).lineCount(headings[column], width: columns.widths[column] - 10)
        }
        try sheet.setRow(0, height: AnnexStyle.height(lines: lines.max() ?? 1))
        for column in flat.columns.indices {
            try sheet.setColumns(column...column, width: columns.digits(column) + 2)
        }
        try drawRows(of: table, columns, sheets, into: &sheet)
        try sheet.freeze(
            at: CellAddress(row: 1, column: table.columns.firstIndex { $0.kind == .label }.map { $0 + 1 } ?? 0))
        try sheet.setPage(page(columns, lastColumn: max(headings.count - 1, 0)))
    }

    private func drawRows(
        of table: Table, _ columns: SheetColumns, _ sheets: [String: SheetName], into sheet: inout Sheet
    ) throws {
        // No formulas: a person sorts and filters these rows, and a sum of rows would then be of others.
        let surroundings = CellDrawing.Surroundings(language: report.language, sheets: sheets, firstRow: 1) { _, _ in
            nil
        }
        let metrics = TextMetrics()
        var formats: [CellDrawing.Look: PreparedFormat] = [:]
        // Most cells of a column look as the one above.
        var latest = [(look: CellDrawing.Look, format: PreparedFormat)?](repeating: nil, count: table.columns.count)
        for (index, row) in table.rows.enumerated() {
            var lines = 1
            let isHeading = row.isHeading
            for (column, cell) in row.cells.enumerated() {
                let drawing = CellDrawing(cell, ColumnManner(kind: table.columns[column].kind), surroundings)
                let format: PreparedFormat
                if let above = latest[column], above.look == drawing.look {
                    format = above.format
                } else {
                    format = try formats[drawing.look] ?? sheet.prepare(DataWorkbook.cell(drawing.look))
                    formats[drawing.look] = format
                    latest[column] = (drawing.look, format)
                }
                try sheet.write(drawing.value, at: CellAddress(row: index + 1, column: column), format)
                guard AnnexStyle.wraps(drawing.look), isHeading || !columns.holdsLines[column] else { continue }
                lines = max(
                    lines, metrics.lineCount(cell.text(in: report.language), width: columns.widths[column]))
            }
            try sheet.setRow(index + 1, height: AnnexStyle.height(lines: lines))
        }
    }

    private func page(_ columns: SheetColumns, lastColumn: Int) -> PageSetup {
        var page = PageSetup()
        page.orientation = columns.orientation
        page.header = PageLine(centre: [.pageNumber], right: PageLine.words(report.notice), fontSize: 13)
        page.pagesWide = 1
        page.pagesTall = 0
        page.repeatedRows = 0...0
        return page
    }

    /// Whole headings in one cell, each of its own.
    private func headings(of table: Table) -> [String] {
        DataTable.headings(table.columns.map(\.joinedHeader))
    }

    private static let header = CellFormat().with {
        $0.bold = true
        $0.wraps = true
        $0.vertical = .centre
        $0.horizontal = .centre
        $0.fill = AnnexStyle.headingGrey
    }

    private static func cell(_ look: CellDrawing.Look) -> CellFormat {
        AnnexStyle.cell(.plain, look, indent: 0, fontSize: 11).with { $0.borders = Borders() }
    }
}
