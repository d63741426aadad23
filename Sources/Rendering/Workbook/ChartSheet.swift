import Domain
import Reporting
import Spreadsheet

/// The charts of a table on pages of their own, laid down, with the annex's number above and the pages counted on.
struct ChartSheet {
    private let charts: [Table.Chart]
    private let table: Table
    private let pagesBefore: Int
    private let workbook: AnnexWorkbook
    private var heights: [Double] = []

    private static let columnCount = 8
    private static let pageWidth = SheetColumns.pageWidth(.landscape)
    private static let pageHeight = 170 / 25.4 * 72 * 0.965

    init(_ charts: [Table.Chart], of table: Table, pagesBefore: Int, in workbook: AnnexWorkbook) {
        self.charts = charts
        self.table = table
        self.pagesBefore = pagesBefore
        self.workbook = workbook
    }

    mutating func draw(into sheet: inout Sheet) throws {
        sheet.hideGrid()
        let width = (ChartSheet.pageWidth / Double(ChartSheet.columnCount) - 5) / 7
        try sheet.setColumns(0...ChartSheet.columnCount - 1, width: width)
        let continued = workbook.report.language == .vi ? "tiếp theo" : "continued"
        if let annex = table.annex { try drawLine("\(annex) (\(continued))", AnnexStyle.annex, into: &sheet) }
        try drawLine(table.title.uppercased(), AnnexStyle.title, into: &sheet)
        if let last = table.subtitle.last { try drawLine(last, AnnexStyle.subtitle, into: &sheet) }
        var asideColumn = ChartSheet.columnCount + 1
        var breaks: [Int] = []
        for (number, charts) in ChartPlaces.bands(of: charts).enumerated() {
            let begun = number == 0 ? heights.reduce(0, +) : 0
            if number > 0 { breaks.append(heights.count) }
            try addRow(ChartPlaces.gapPoints, to: &sheet)
            let first = heights.count
            let most = charts[0].size == .small ? 280 : 560
            let height = min(ChartPlaces.pixels(in: ChartSheet.pageHeight - begun), most)
            let chartWidth = Int(ChartSheet.pageWidth) / (charts[0].size == .small ? 3 : 1)
            for (position, chart) in charts.enumerated() {
                guard let figures = ChartFigures(chart, of: table, on: sheet.name, in: workbook) else { continue }
                let aside = CellAddress(row: first, column: asideColumn)
                let drawn = try figures.drawn(at: aside, width: chartWidth - 6, height: height, into: &sheet)
                asideColumn += figures.width + 1
                try sheet.insert(
                    drawn, at: CellAddress(row: first, column: 0), right: 2 + position * chartWidth, down: 2)
            }
            for _ in 0..<ChartPlaces.rowCount(height) { try addRow(ChartPlaces.rowPoints, to: &sheet) }
        }
        try sheet.setPage(page(breaks))
    }

    private func page(_ breaks: [Int]) -> PageSetup {
        var page = PageSetup()
        page.orientation = .landscape
        page.margins = PageSetup.Margins(left: 30, right: 15, top: 20, bottom: 20)
        page.header = PageLine(
            centre: [.pageNumber], right: PageLine.words(workbook.report.notice), fontSize: 13)
        page.firstPageNumber = pagesBefore + 1
        page.pagesWide = 1
        page.pagesTall = 0
        page.printArea = CellRange(rows: 0...heights.count - 1, columns: 0...ChartSheet.columnCount - 1)
        page.isCentred = true
        page.breaksBeforeRows = breaks
        return page
    }

    private mutating func drawLine(_ text: String, _ format: CellFormat, into sheet: inout Sheet) throws {
        guard !text.isEmpty else { return }
        let metrics = TextMetrics(fontSize: format.fontSize, isBold: format.bold)
        let lines = metrics.lineCount(text, width: ChartSheet.pageWidth - SheetColumns.padding)
        let row = heights.count
        try sheet.merge(
            CellRange(rows: row...row, columns: 0...ChartSheet.columnCount - 1), .text(text),
            format.with { $0.keepsText = text.looksLikeFormula })
        try addRow(AnnexStyle.height(lines: lines, fontSize: format.fontSize), to: &sheet)
    }

    private mutating func addRow(_ height: Double, to sheet: inout Sheet) throws {
        try sheet.setRow(heights.count, height: height)
        heights.append(height)
    }
}
