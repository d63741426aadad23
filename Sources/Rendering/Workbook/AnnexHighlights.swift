import Reporting
import Spreadsheet

extension AnnexSheet {
    static let missing = CellFormat().with { $0.fill = Colour(0xFFF2CC) }
    static let apart = CellFormat().with { $0.colour = Colour(0x595959) }
    private static let incomplete = CellFormat().with {
        $0.fill = Colour(0xFFF2CC)
        $0.bold = true
    }

    /// Rules that help the eye; everything that they show is in the cells' words too.
    ///
    /// What is missing has a tint, marks that ask nothing are grey, reports short of what is owed are bold, and the
    /// column that a chart declares has bars.
    mutating func drawHighlights(into sheet: inout Sheet) throws {
        guard !table.rows.isEmpty else { return }
        let body = bodyFirstRow...bodyFirstRow + table.rows.count - 1
        let numbers = table.columns.indices.filter { table.columns[$0].kind == .number }
        if let first = numbers.first, let last = numbers.last {
            let range = CellRange(rows: body, columns: first...last)
            for mark in table.marks {
                switch mark {
                case .notReported, .notCollected:
                    try sheet.highlight(range, .text(mark.text(in: language), Self.missing))
                case .notApplicable, .notComparable, .suppressed:
                    try sheet.highlight(range, .text(mark.text(in: language), Self.apart))
                case .zero, .provisional, .revised: continue
                }
            }
        }
        for column in table.columns.indices where isShort(column) {
            let cell = CellAddress(row: body.lowerBound, column: column).description
            let slash = "FIND(\"/\",\(cell))"
            let rule = "IFERROR(VALUE(LEFT(\(cell),\(slash)-1))<VALUE(MID(\(cell),\(slash)+1,9)),FALSE)"
            try sheet.highlight(CellRange(rows: body, columns: column...column), .formula(rule, Self.incomplete))
        }
        for chart in table.charts where chart.source == nil {
            guard let column = chart.barColumn, let first = chart.rows.min(), let last = chart.rows.max(),
                first < last, chart.rows.contains(where: { table.rows[$0].cells[column].figure?.amount != nil })
            else { continue }
            let rows = bodyFirstRow + first...bodyFirstRow + last
            try sheet.highlight(
                CellRange(rows: rows, columns: column...column), .dataBar(Colour(0xBDD7EE)))
        }
    }

    /// Whether the column says of some row that reports are missing.
    private func isShort(_ column: Int) -> Bool {
        table.rows.contains { row in
            if case .completeness(let completeness) = row.cells[column] {
                completeness.received < completeness.owed
            } else {
                false
            }
        }
    }
}
