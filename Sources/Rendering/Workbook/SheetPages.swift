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
    /// Rows with which every page begins; `nil`: none.
    private let repeated: ClosedRange<Int>?
    /// How much more than a page may be drawn on one: no more than keeps its letters large enough.
    private let shrinkMost: Double

    init(_ columns: SheetColumns, repeated: ClosedRange<Int>?, fontSize: Double) {
        self.columns = columns
        self.repeated = repeated
        shrinkMost = SheetPages.shrinkMost(scale: columns.scale, fontSize: fontSize)
    }

    /// The points of a page that begins with the repeated rows.
    func roomOfNewPage(_ rows: SheetRows) -> Double { height - repeatedHeight(rows) }

    /// How much more than a page may be drawn on one that is drawn smaller by `scale` already.
    static func shrinkMost(scale: Double, fontSize: Double) -> Double {
        max(1, scale * fontSize / SheetColumns.leastPoints)
    }

    /// The points that are left on the page after `rows`.
    func room(after rows: SheetRows, keepingTogether blocks: [ClosedRange<Int>]) -> Double {
        isShrunk(rows) ? 0 : height - filling(rows, blocks).used
    }

    /// How many pages `rows` take.
    func count(_ rows: SheetRows, keepingTogether blocks: [ClosedRange<Int>]) -> Int {
        isShrunk(rows) ? 1 : filling(rows, blocks).pageCount
    }

    /// - Parameter notice: What every page bears; the first has it among its titles.
    func setup(
        _ rows: SheetRows, keepingTogether blocks: [ClosedRange<Int>], lastColumn: Int, notice: String? = nil
    ) -> PageSetup {
        var page = PageSetup()
        page.orientation = columns.orientation
        page.margins = PageSetup.Margins(left: 30, right: 15, top: 20, bottom: 20)
        page.header = PageLine(centre: [.pageNumber], right: PageLine.words(notice), fontSize: 13)
        page.hasBareFirstPage = true
        page.firstPageNumber = 1
        page.pagesWide = 1
        page.pagesTall = isShrunk(rows) ? 1 : 0
        page.repeatedRows = repeated
        page.printArea = CellRange(rows: 0...max(rows.count - 1, 0), columns: 0...lastColumn)
        page.isCentred = true
        page.breaksBeforeRows = isShrunk(rows) ? [] : filling(rows, blocks).breaks
        return page
    }

    /// Whether the sheet is drawn somewhat smaller, so that no second page holds its last rows alone.
    private func isShrunk(_ rows: SheetRows) -> Bool {
        let total = rows.heights.reduce(0, +)
        return total > height && total <= height * shrinkMost
    }

    /// Points from top to bottom, somewhat less than the paper has: readers round heights and scales.
    private var height: Double { SheetPages.paperHeight(columns.orientation) / columns.scale }

    /// The same of paper on which nothing is drawn smaller.
    static func paperHeight(_ orientation: PageSetup.Orientation) -> Double {
        (orientation == .portrait ? 257 : 170) / 25.4 * 72 * 0.985
    }

    private func repeatedHeight(_ rows: SheetRows) -> Double {
        repeated.map { rows.heights[$0].reduce(0, +) } ?? 0
    }

    private func filling(_ rows: SheetRows, _ blocks: [ClosedRange<Int>]) -> PageFilling {
        PageFilling(
            heights: rows.heights, repeated: repeatedHeight(rows), page: height, keepingTogether: blocks)
    }
}
