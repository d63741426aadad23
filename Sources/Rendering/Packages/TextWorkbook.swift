import Domain
import Spreadsheet

/// The texts of a package as a workbook of one sheet each, for an office that prints workbooks.
///
/// Aligned texts keep their columns in a font of one width; a text of whole paragraphs is wrapped at the page's width.
package struct TextWorkbook {
    /// A text file of the package.
    package struct Text: Sendable {
        let name: String
        let lines: [String]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            var lines = String(decoding: bytes, as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false
            ).map(String.init)
            while lines.last?.isEmpty == true { lines.removeLast() }
            self.lines = lines
        }

        /// Longer than any line of an aligned text.
        private var hasParagraphs: Bool { lines.contains { $0.count > TextWorkbook.alignedColumns } }

        /// Lines that keep columns by blanks need a font of one width.
        fileprivate func wraps(_ line: String) -> Bool { hasParagraphs && !line.contains("   ") }

        /// The letters of its widest line that keeps columns.
        fileprivate var widestAligned: Int { lines.filter { !wraps($0) }.map(DisplayWidth.of).max() ?? 0 }
    }

    private let texts: [Text]
    /// Of every such workbook: it goes to no reader as it is.
    private static let madeAt = LocalTime(day: Day(number: 10_957))

    fileprivate static let alignedColumns = 100
    /// What a page of A4 holds between its margins, upright and laid down, in the digits that Excel counts widths in.
    private static let (uprightDigits, laidDigits) = (84.0, 128.0)
    /// So many letters of one width stand on an upright page.
    private static let uprightColumns = 80

    package init(_ texts: [Text]) { self.texts = texts }

    package func write(to path: String) throws {
        var properties = DocumentProperties(created: Self.madeAt)
        // What a reader of the printed file is told first.
        let said = texts.flatMap(\.lines).lazy.map { $0.drop(while: \.isWhitespace) }.filter { !$0.isEmpty }
        properties.title = String(said.prefix(2).joined(separator: " – ").prefix(160))
        try Workbook.write(to: path, properties: properties) { book in
            for text in texts {
                try book.addSheet(SheetName(String(text.name.prefix(31)))) { sheet in try draw(text, into: &sheet) }
            }
        }
    }

    private func draw(_ text: Text, into sheet: inout Sheet) throws {
        let isWide = text.widestAligned > TextWorkbook.uprightColumns
        let digits = isWide ? TextWorkbook.laidDigits : TextWorkbook.uprightDigits
        try sheet.setColumns(0...0, width: digits)
        for (row, line) in text.lines.enumerated() {
            let wraps = text.wraps(line)
            let format = wraps ? TextWorkbook.paragraph : TextWorkbook.aligned
            let count =
                wraps
                ? TextMetrics(fontSize: format.fontSize).lineCount(line, width: (digits * 7 + 5) * 0.95) : 1
            try sheet.setRow(row, height: AnnexStyle.height(lines: count, fontSize: format.fontSize))
            if !line.isEmpty { try sheet.write(.text(line), at: CellAddress(row: row, column: 0), format) }
        }
        var page = PageSetup()
        page.orientation = isWide ? .landscape : .portrait
        page.header = PageLine(centre: [.pageNumber], fontSize: 13)
        page.pagesWide = 1
        page.pagesTall = 0
        page.printArea = CellRange(rows: 0...max(text.lines.count - 1, 0), columns: 0...0)
        try sheet.setPage(page)
    }

    private static let aligned = CellFormat().with {
        $0.fontName = "Liberation Mono"
        $0.fontSize = 9
        $0.vertical = .top
        $0.keepsText = true
    }

    private static let paragraph = CellFormat().with {
        $0.fontSize = 13
        $0.wraps = true
        $0.vertical = .top
        $0.keepsText = true
    }
}
