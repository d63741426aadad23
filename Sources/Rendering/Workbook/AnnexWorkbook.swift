import Domain
import Reporting
import Spreadsheet

/// A report as annexes to be printed: a sheet for each table, and one behind neighbours for the charts that have no room there.
struct AnnexWorkbook {
    let report: Report
    /// Sheets by the tables that are on them.
    let sheets: [String: SheetName]
    private let tables: [String: Table]
    private let taken: Set<String>
    /// Tables that share a sheet, in the order of the report.
    private let groups: [[Table]]

    init(_ report: Report) {
        self.report = report
        groups = AnnexWorkbook.groups(of: report.tables, report.language)
        var taken: Set<String> = []
        var sheets = WorkbookRenderer.sheets(of: groups.compactMap(\.first), taken: &taken)
        for group in groups {
            for table in group.dropFirst() where sheets[table.id] == nil { sheets[table.id] = sheets[group[0].id] }
        }
        self.sheets = sheets
        self.taken = taken
        tables = Dictionary(report.tables.map { ($0.id, $0) }) { first, _ in first }
    }

    /// A small table that goes on with the one before it stands below it, so that no page holds a few rows alone.
    private static func groups(of tables: [Table], _ language: Language) -> [[Table]] {
        tables.reduce(into: []) { groups, table in
            let together = (groups.last ?? []) + [table]
            let isPlain = together.allSatisfy { $0.charts.isEmpty && !$0.hasEntries && !$0.foldsParts }
            if table.goesOn, together.count > 1, isPlain, isOnOnePage(together, language) {
                groups[groups.count - 1].append(table)
            } else {
                groups.append([table])
            }
        }
    }

    /// Whether tables below one another need no second page.
    private static func isOnOnePage(_ tables: [Table], _ language: Language) -> Bool {
        let fontSize = AnnexStyle.fontSize(tables[0])
        let columns = SheetColumns(
            tables, language: language, indent: AnnexStyle.indentPixels, fontSize: fontSize)
        return PageEstimate(columns.widths, columns.orientation, language: language, fontSize: fontSize).pageCount(
            tables) == 1
    }

    func draw(into book: inout Book) throws {
        var taken = taken
        var left: [ChartSheet.Part] = []
        for group in groups {
            guard let table = group.first, let name = sheets[table.id] else { continue }
            if !left.isEmpty, !leavesCharts(group) {
                try drawCharts(left, &taken, into: &book)
                left = []
            }
            var elsewhere: (charts: [Table.Chart], pages: Int) = ([], 0)
            try book.addSheet(name) { sheet in
                var annex = AnnexSheet(table, in: self, followedBy: Array(group.dropFirst()))
                elsewhere = try annex.draw(into: &sheet)
            }
            for chart in elsewhere.charts {
                left.append(ChartSheet.Part(chart: chart, table: table, pagesBefore: elsewhere.pages))
            }
        }
        if !left.isEmpty { try drawCharts(left, &taken, into: &book) }
        try nameTables(in: &book)
    }

    /// Whether charts of a sheet that is not drawn yet will need the page that waits for those before it, as far as can be estimated.
    private func leavesCharts(_ group: [Table]) -> Bool {
        guard !group[0].charts.isEmpty else { return false }
        let annex = AnnexSheet(group[0], in: self, followedBy: Array(group.dropFirst()))
        let estimate = PageEstimate(
            annex.columns.widths, annex.columns.orientation, language: report.language, fontSize: annex.fontSize)
        return !ChartPlaces(annex).split(room: estimate.room(below: group)).elsewhere.isEmpty
    }

    private func drawCharts(_ parts: [ChartSheet.Part], _ taken: inout Set<String>, into book: inout Book) throws {
        try book.addSheet(chartSheetName(parts.map(\.table), &taken)) { sheet in
            var charts = ChartSheet(parts, in: self)
            try charts.draw(into: &sheet)
        }
    }

    /// Headings and rows of each table have a name, by which a reader goes there: `bang_tong_hop`.
    private func nameTables(in book: inout Book) throws {
        var names: Set<String> = []
        for table in groups.compactMap(\.first) where !table.rows.isEmpty && !table.columns.isEmpty {
            guard let sheet = sheets[table.id] else { continue }
            let body = AnnexSheet.bodyFirstRow(of: table, notice: report.notice)
            let range = CellRange(
                rows: body - HeaderGrid(table.columns).rowCount...body + table.rows.count - 1,
                columns: 0...table.columns.count - 1)
            try book.define(
                WorkbookRenderer.tableName(table.id, report.language, &names), as: SheetRange(sheet, range))
        }
    }

    /// The table whose cells a chart draws, and where on which sheet its rows begin.
    func source(of chart: Table.Chart, in own: Table) -> (table: Table, sheet: SheetName, firstRow: Int)? {
        let table = chart.source.map { tables[$0] } ?? own
        guard let table, let sheet = sheets[table.id], groups.contains(where: { $0.first?.id == table.id }) else {
            return nil
        }
        return (table, sheet, AnnexSheet.bodyFirstRow(of: table, notice: report.notice))
    }

    /// `PL II. Biểu đồ` behind `PL II. Đào tạo`; `PL II, III. Biểu đồ` behind both.
    private func chartSheetName(_ tables: [Table], _ taken: inout Set<String>) -> SheetName {
        let words = report.language == .vi ? "Biểu đồ" : "Charts"
        var heads: [String] = []
        var seen: Set<String> = []
        for table in tables where seen.insert(table.id).inserted {
            let head = table.annex == nil ? nil : table.sheetName.split(separator: ".").first.map(String.init)
            let name = head ?? String(table.sheetName.prefix(18))
            let last = heads.isEmpty ? name : name.split(separator: " ").last.map(String.init) ?? name
            if heads.last != last { heads.append(last) }
        }
        return .nearest(to: "\(heads.joined(separator: ", ").prefix(22)). \(words)", taken: &taken)
    }
}
