import Reporting
import Spreadsheet

/// The rows of a sheet as they are drawn one below the other, with their heights.
struct SheetRows {
    /// In points; 0 for a row that is folded away.
    private(set) var heights: [Double] = []

    var count: Int { heights.count }

    mutating func add(
        _ height: Double, outline: OutlineLevel = OutlineLevel(), to sheet: inout Sheet
    ) throws(SpreadsheetError) {
        try sheet.setRow(count, height: height, outline: outline)
        heights.append(outline.isHidden ? 0 : height)
    }
}

/// How a sheet goes to paper: A4 with the margins of Decree 30/2020, the page's number above in the middle.
struct SheetPages {
    private let columns: SheetColumns
    private let repeated: ClosedRange<Int>

    init(_ columns: SheetColumns, repeated: ClosedRange<Int>) {
        self.columns = columns
        self.repeated = repeated
    }

    /// The points of a page that begins with the repeated rows.
    func roomOfNewPage(_ rows: SheetRows) -> Double { height - rows.heights[repeated].reduce(0, +) }

    /// The points that are left on the page after `rows`.
    func room(after rows: SheetRows) -> Double { height - used(rows.heights, keepingTogether: []).used }

    /// - Parameter notice: What every page bears; the first has it among its titles.
    func setup(
        _ rows: SheetRows, keepingTogether spans: [ClosedRange<Int>], lastColumn: Int, notice: String? = nil
    ) -> PageSetup {
        var page = PageSetup()
        page.orientation = columns.orientation
        page.margins = PageSetup.Margins(left: 30, right: 15, top: 20, bottom: 20)
        page.header = PageLine(centre: [.pageNumber], right: PageLine.words(notice), fontSize: 13)
        page.hasBareFirstPage = true
        page.firstPageNumber = 1
        page.pagesWide = 1
        page.pagesTall = 0
        page.repeatedRows = repeated
        page.printArea = CellRange(rows: 0...max(rows.count - 1, 0), columns: 0...lastColumn)
        page.isCentred = true
        page.breaksBeforeRows = used(rows.heights, keepingTogether: spans).breaks
        return page
    }

    /// Points from top to bottom, a little less than the paper has.
    private var height: Double {
        (columns.orientation == .portrait ? 257 : 170) / 25.4 * 72 / columns.scale * 0.985
    }

    /// Fills pages row by row: what is on the last one, and before which rows a page must begin.
    private func used(
        _ heights: [Double], keepingTogether spans: [ClosedRange<Int>]
    ) -> (used: Double, breaks: [Int]) {
        let above = heights[repeated].reduce(0, +)
        var used = 0.0
        var breaks: [Int] = []
        for row in heights.indices {
            if let span = spans.first(where: { $0.lowerBound == row }), used > above,
                used + heights[span].reduce(0, +) > height
            {
                breaks.append(row)
                used = above
            }
            used += heights[row]
            if used > height { used = above + heights[row] }
        }
        return (used, breaks)
    }
}
