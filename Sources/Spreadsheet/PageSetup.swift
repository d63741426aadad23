import CXlsxWriter

/// How a sheet goes to paper, which is A4.
package struct PageSetup: Hashable, Sendable {
    package enum Orientation: Hashable, Sendable { case portrait, landscape }

    /// Millimetres from the edges of the paper.
    package struct Margins: Hashable, Sendable {
        package var left, right, top, bottom: Double
        /// From the edge to the header, and to the footer.
        package var header, footer: Double

        package init(
            left: Double, right: Double, top: Double, bottom: Double, header: Double = 10, footer: Double = 10
        ) {
            self.left = left
            self.right = right
            self.top = top
            self.bottom = bottom
            self.header = header
            self.footer = footer
        }
    }

    package var orientation = Orientation.portrait
    package var margins = Margins(left: 30, right: 15, top: 20, bottom: 20)
    package var header = PageLine()
    package var footer = PageLine()
    /// Whether the first page goes without its header.
    package var hasBareFirstPage = false
    /// The number of the sheet's first page; `nil`: it follows the sheet before.
    package var firstPageNumber: Int?
    /// How many pages the sheet is wide, and tall: 0 for as many as it takes, `nil` for no fitting.
    package var pagesWide: Int?
    package var pagesTall: Int?
    /// Rows that head every page, and columns.
    package var repeatedRows: ClosedRange<Int>?
    package var repeatedColumns: ClosedRange<Int>?
    package var printArea: CellRange?
    package var isCentred = false
    /// Rows with which a new page begins.
    package var breaksBeforeRows: [Int] = []

    package init() {}
}

/// A header or a footer, in its three places.
package struct PageLine: Hashable, Sendable {
    package enum Part: Hashable, Sendable {
        case text(String)
        case pageNumber
        case pageCount
        case sheetName
    }

    package var left: [Part] = []
    package var centre: [Part] = []
    package var right: [Part] = []
    /// In points.
    package var fontSize = 13

    package init(left: [Part] = [], centre: [Part] = [], right: [Part] = [], fontSize: Int = 13) {
        self.left = left
        self.centre = centre
        self.right = right
        self.fontSize = fontSize
    }

    /// Beside something in the centre, words at a side are no larger, in points: on an upright page they would run into it.
    private static let sideSizeMost = 10

    /// Words, where there are any.
    package static func words(_ text: String?) -> [Part] { text.map { [.text($0)] } ?? [] }

    /// In the notation of the file, where `&` begins a command. The font's name stands behind its size, for a digit
    /// right behind the size would be taken for a part of it.
    var stored: String {
        let side = centre.isEmpty ? fontSize : min(fontSize, Self.sideSizeMost)
        let places = [("&L", left, side), ("&C", centre, fontSize), ("&R", right, side)]
        return places.filter { !$0.1.isEmpty }.map { command, parts, fontSize in
            let texts = parts.map { part in
                switch part {
                case .text(let text):
                    CleanText.escape(CleanText.clean(text)).split(separator: "&", omittingEmptySubsequences: false)
                        .joined(separator: "&&")
                case .pageNumber: "&P"
                case .pageCount: "&N"
                case .sheetName: "&A"
                }
            }
            return "\(command)&\(fontSize)&\"\(CellFormat().fontName),Regular\"\(texts.joined())"
        }.joined()
    }
}

extension Sheet {
    /// Sets up the pages.
    package mutating func setPage(_ page: PageSetup) throws(SpreadsheetError) {
        let operation = "set up the pages of \(name.quoted)"
        worksheet_set_paper(raw, 9)
        switch page.orientation {
        case .portrait: worksheet_set_portrait(raw)
        case .landscape: worksheet_set_landscape(raw)
        }
        let margins = page.margins
        for margin in [margins.left, margins.right, margins.top, margins.bottom, margins.header, margins.footer] {
            try require(margin > 0 && margin < 200, operation, "a margin of \(margin) mm")
        }
        worksheet_set_margins(
            raw, margins.left / 25.4, margins.right / 25.4, margins.top / 25.4, margins.bottom / 25.4)
        var header = lxw_header_footer_options()
        header.margin = margins.header / 25.4
        try check(worksheet_set_header_opt(raw, page.header.stored, &header), operation)
        var footer = lxw_header_footer_options()
        footer.margin = margins.footer / 25.4
        try check(worksheet_set_footer_opt(raw, page.footer.stored, &footer), operation)
        hasBareFirstPage = page.hasBareFirstPage && !page.header.stored.isEmpty
        if let number = page.firstPageNumber {
            try require((1...9_999).contains(number), operation, "a first page numbered \(number)")
            worksheet_set_start_page(raw, UInt16(number))
        }
        if page.isCentred { worksheet_center_horizontally(raw) }
        if page.pagesWide != nil || page.pagesTall != nil {
            worksheet_fit_to_pages(raw, UInt16(clamping: page.pagesWide ?? 0), UInt16(clamping: page.pagesTall ?? 0))
        }
        try setRepeats(page, operation)
        try setBreaks(page.breaksBeforeRows, operation)
    }

    private func setRepeats(_ page: PageSetup, _ operation: String) throws(SpreadsheetError) {
        if let rows = page.repeatedRows {
            let (first, _) = try place(CellAddress(row: rows.lowerBound, column: 0), operation)
            let (last, _) = try place(CellAddress(row: rows.upperBound, column: 0), operation)
            try check(worksheet_repeat_rows(raw, first, last), operation)
        }
        if let columns = page.repeatedColumns {
            let (_, first) = try place(CellAddress(row: 0, column: columns.lowerBound), operation)
            let (_, last) = try place(CellAddress(row: 0, column: columns.upperBound), operation)
            try check(worksheet_repeat_columns(raw, first, last), operation)
        }
        if let area = page.printArea {
            try require(area.isInSheet, operation, "no such cells: \(area)")
            let (row, column) = try place(area.first, operation)
            let (lastRow, lastColumn) = try place(area.last, operation)
            try check(worksheet_print_area(raw, row, column, lastRow, lastColumn), operation)
        }
    }

    private func setBreaks(_ rows: [Int], _ operation: String) throws(SpreadsheetError) {
        guard !rows.isEmpty else { return }
        try require(rows.count <= 1023, operation, "\(rows.count) page breaks; at most 1023")
        var breaks: [UInt32] = []
        for row in rows.sorted() {
            let (stored, _) = try place(CellAddress(row: row, column: 0), operation)
            try require(stored > 0, operation, "a page break before the first row")
            breaks.append(stored)
        }
        breaks.append(0)
        try check(worksheet_set_h_pagebreaks(raw, &breaks), operation)
    }
}
