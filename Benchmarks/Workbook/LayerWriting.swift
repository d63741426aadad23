import CivilCalendar
import Spreadsheet

/// The rows written by the layer over the C library.
struct LayerWriting {
    let rowCount: Int

    static let created = LocalTime(day: Day(number: 20_746), hour: 9)

    /// Writes the workbook to `path`; it is read back and compared unless `isChecked` says no.
    func write(to path: String, isChecked: Bool) throws {
        var properties = DocumentProperties(created: Self.created)
        properties.title = "Bộ số liệu"
        if isChecked {
            try Workbook.write(to: path, properties: properties, draw)
        } else {
            _ = try Workbook.draft(to: path, properties: properties, draw)
        }
    }

    private func draw(_ book: inout Book) throws {
        try book.addSheet(SheetName("Số liệu")) { sheet in
            let text = try sheet.prepare(Self.text)
            let formats = (
                whole: try sheet.prepare(Self.whole), decimal: try sheet.prepare(Self.decimal),
                mark: try sheet.prepare(Self.mark)
            )
            for (column, heading) in BenchRows.columns.enumerated() {
                try sheet.setColumns(column...column, width: heading.width)
                try sheet.write(.text(heading.heading), at: CellAddress(row: 0, column: column), Self.heading)
            }
            var rows = BenchRows()
            var cells: [BenchRows.Cell] = []
            for row in 1...max(rowCount, 1) {
                rows.next(row, into: &cells)
                for (column, cell) in cells.enumerated() {
                    let address = CellAddress(row: row, column: column)
                    switch cell {
                    case .text(let words): try sheet.write(.text(words), at: address, text)
                    case .mark(let words): try sheet.write(.text(words), at: address, formats.mark)
                    case .whole(let number): try sheet.write(.number(number), at: address, formats.whole)
                    case .decimal(let number): try sheet.write(.number(number), at: address, formats.decimal)
                    }
                }
                try sheet.setRow(row, height: 16.5)
            }
            try sheet.freeze(at: CellAddress(row: 1, column: 2))
        }
    }

    static let heading = CellFormat().with {
        $0.bold = true
        $0.wraps = true
        $0.horizontal = .centre
    }
    static let text = CellFormat().with { $0.horizontal = .left }
    static let mark = CellFormat().with { $0.horizontal = .right }
    static let whole = mark.with { $0.numberFormat = "#,##0;-#,##0;\"-\"" }
    static let decimal = mark.with { $0.numberFormat = "#,##0.0" }
}
