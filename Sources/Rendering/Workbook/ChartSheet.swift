import Domain
import Reporting
import Spreadsheet

/// Charts of neighbouring tables on pages of their own, with the annexes' numbers above and the pages counted on.
struct ChartSheet {
    /// A chart, the table that it stands with, and how many pages that has.
    struct Part {
        let chart: Table.Chart
        let table: Table
        let pagesBefore: Int
    }

    private let parts: [Part]
    private let workbook: AnnexWorkbook
    private var heights: [Double] = []

    private static let columnCount = 8
    private static let pageWidth = SheetColumns.pageWidth(.portrait)
    private static let pageHeight = SheetPages.paperHeight(.portrait)
    /// Charts below one another on a page.
    private static let chartsOnPage = 3

    init(_ parts: [Part], in workbook: AnnexWorkbook) {
        self.parts = parts
        self.workbook = workbook
    }

    /// Titles of annexes: of one table its own, of several what they have in common.
    private var titles: (annex: String?, title: String, subtitle: String?) {
        let isVietnamese = workbook.report.language == .vi
        var annexes: [String] = []
        for annex in parts.compactMap(\.table.annex) where annexes.last != annex { annexes.append(annex) }
        let continued = isVietnamese ? "tiếp theo" : "continued"
        let tables = Set(parts.map(\.table.id))
        return (
            annexes.isEmpty ? nil : "\(annexes.joined(separator: ", ")) (\(continued))",
            tables.count == 1 ? parts[0].table.title : isVietnamese ? "Biểu đồ" : "Charts", parts[0].table.subtitle.last
        )
    }

    mutating func draw(into sheet: inout Sheet) throws {
        sheet.hideGrid()
        let width = (ChartSheet.pageWidth / Double(ChartSheet.columnCount) - 5) / 7
        try sheet.setColumns(0...ChartSheet.columnCount - 1, width: width)
        let titles = titles
        if let annex = titles.annex { try drawLine(annex, AnnexStyle.annex, into: &sheet) }
        try drawLine(titles.title.uppercased(), AnnexStyle.title, into: &sheet)
        if let last = titles.subtitle { try drawLine(last, AnnexStyle.subtitle, into: &sheet) }
        var asideColumn = ChartSheet.columnCount + 1
        var breaks: [Int] = []
        let above = heights.reduce(0, +)
        let share = (ChartSheet.pageHeight - above) / Double(min(max(parts.count, 2), ChartSheet.chartsOnPage))
        let height = min(ChartPlaces.pixels(in: share), 400)
        for (number, part) in parts.enumerated() {
            if number > 0, number % ChartSheet.chartsOnPage == 0 { breaks.append(heights.count) }
            try addRow(ChartPlaces.gapPoints, to: &sheet)
            let first = heights.count
            guard let figures = ChartFigures(part.chart, of: part.table, on: sheet.name, in: workbook) else { continue }
            let aside = CellAddress(row: first, column: asideColumn)
            let drawn = try figures.drawn(
                at: aside, width: Int(ChartSheet.pageWidth) - 6, height: height, into: &sheet)
            asideColumn += figures.width + 1
            try sheet.insert(drawn, at: CellAddress(row: first, column: 0), right: 2, down: 2)
            for _ in 0..<ChartPlaces.rowCount(height) { try addRow(ChartPlaces.rowPoints, to: &sheet) }
        }
        try sheet.setPage(page(breaks))
    }

    private func page(_ breaks: [Int]) -> PageSetup {
        var page = PageSetup()
        page.orientation = .portrait
        page.margins = PageSetup.Margins(left: 30, right: 15, top: 20, bottom: 20)
        page.header = PageLine(
            centre: [.pageNumber], right: PageLine.words(workbook.report.notice), fontSize: 13)
        page.firstPageNumber = Set(parts.map(\.table.id)).count == 1 ? parts[0].pagesBefore + 1 : 1
        page.pagesWide = 1
        page.pagesTall = 0
        page.printArea = CellRange(rows: 0...heights.count - 1, columns: 0...ChartSheet.columnCount - 1)
        page.isCentred = true
        page.breaksBeforeRows = breaks
        return page
    }

    private mutating func drawLine(_ text: String, _ format: CellFormat, into sheet: inout Sheet) throws {
        guard !text.isEmpty else { return }
        let metrics = TextMetrics(fontSize: format.fontSize, isBold: format.bold, isItalic: format.italic)
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
