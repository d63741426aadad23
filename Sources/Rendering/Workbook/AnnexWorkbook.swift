import Domain
import Reporting
import Spreadsheet

/// A report as annexes to be printed: a sheet for each table, and one behind it for the charts that have no room there.
struct AnnexWorkbook {
    let report: Report
    /// Sheets by the tables that are on them.
    let sheets: [String: SheetName]
    private let tables: [String: Table]
    private let taken: Set<String>

    init(_ report: Report) {
        self.report = report
        var taken: Set<String> = []
        sheets = WorkbookRenderer.sheets(of: report.tables, taken: &taken)
        self.taken = taken
        tables = Dictionary(report.tables.map { ($0.id, $0) }) { first, _ in first }
    }

    func draw(into book: inout Book) throws {
        var taken = taken
        for table in report.tables {
            guard let name = sheets[table.id] else { continue }
            var left: (charts: [Table.Chart], pages: Int) = ([], 0)
            try book.addSheet(name) { sheet in
                var annex = AnnexSheet(table, in: self)
                left = try annex.draw(into: &sheet)
            }
            guard !left.charts.isEmpty else { continue }
            try book.addSheet(chartSheetName(table, &taken)) { sheet in
                var charts = ChartSheet(left.charts, of: table, pagesBefore: left.pages, in: self)
                try charts.draw(into: &sheet)
            }
        }
    }

    /// The table whose cells a chart draws, and where on which sheet its rows begin.
    func source(of chart: Table.Chart, in own: Table) -> (table: Table, sheet: SheetName, firstRow: Int)? {
        let table = chart.source.map { tables[$0] } ?? own
        guard let table, let sheet = sheets[table.id] else { return nil }
        return (table, sheet, AnnexSheet.bodyFirstRow(of: table, notice: report.notice))
    }

    /// `PL II. Biểu đồ` behind `PL II. Đào tạo`.
    private func chartSheetName(_ table: Table, _ taken: inout Set<String>) -> SheetName {
        let words = report.language == .vi ? "Biểu đồ" : "Charts"
        let head = table.annex == nil ? nil : table.sheetName.split(separator: ".").first
        return .nearest(to: "\(String(head ?? table.sheetName[...]).prefix(18)). \(words)", taken: &taken)
    }
}
