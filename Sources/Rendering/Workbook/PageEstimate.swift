import Domain
import Reporting
import Spreadsheet

/// About how many pages tables take below one another, and what is left of the last, before anything is drawn.
struct PageEstimate {
    private let widths: [Double]
    private let orientation: PageSetup.Orientation
    private let language: Language
    private let fontSize: Double

    init(_ widths: [Double], _ orientation: PageSetup.Orientation, language: Language, fontSize: Double) {
        self.widths = widths
        self.orientation = orientation
        self.language = language
        self.fontSize = fontSize
    }

    /// Points below the titles and above the notes.
    private static let gaps = 14.0

    func pageCount(_ tables: [Table]) -> Int {
        let total = height(tables)
        let isShrunk = total <= page * SheetPages.shrinkMost(scale: scale, fontSize: fontSize)
        return isShrunk ? 1 : Int((total / page).rounded(.up))
    }

    /// The points that are left on the last page; later pages begin with the headings again.
    func room(below tables: [Table]) -> Double {
        let total = height(tables)
        guard total > page else { return page - total }
        guard pageCount(tables) > 1 else { return 0 }
        let later = max(page - headings(tables[0]), 1)
        return later - (total - page).truncatingRemainder(dividingBy: later)
    }

    private var scale: Double { min(1, SheetColumns.pageWidth(orientation) / widths.reduce(0, +)) }

    /// The points of a page on which everything is drawn smaller by the scale.
    private var page: Double { SheetPages.paperHeight(orientation) / scale }

    private func height(_ tables: [Table]) -> Double {
        let gaps = Double(max(tables.count - 1, 0)) * AnnexStyle.gapBetweenTables
        return tables.enumerated().reduce(gaps) { sum, table in
            sum + height(table.element, below: table.offset > 0 ? tables[0] : nil)
        }
    }

    private func height(_ table: Table, below first: Table?) -> Double {
        let foldsAway = table.foldsParts
        let rows = table.rows.reduce(0.0) { height, row in
            guard !(foldsAway && row.style == .part) else { return height }
            let count = row.isHeading ? 1 : lines(row, table.columns)
            return height + AnnexStyle.height(lines: count, fontSize: fontSize)
        }
        let titles = AnnexSheet.titleLines(of: table, notice: nil, below: first)
        let notes = (table.notes + [language.legend(of: table)].compactMap(\.self)).map { ($0, AnnexStyle.footnote) }
        let around = (titles.map { ($0.text, $0.format) } + notes).reduce(PageEstimate.gaps) { sum, line in
            sum + height(of: line.0, line.1)
        }
        return around + headings(table) + rows
    }

    /// A line over all columns.
    private func height(of text: String, _ format: CellFormat) -> Double {
        let metrics = TextMetrics(fontSize: format.fontSize, isBold: format.bold, isItalic: format.italic)
        let width = widths.reduce(0, +) - SheetColumns.padding
        return AnnexStyle.height(lines: metrics.lineCount(text, width: width), fontSize: format.fontSize)
    }

    private func headings(_ table: Table) -> Double {
        let grid = HeaderGrid(table.columns)
        let metrics = TextMetrics(fontSize: fontSize, isBold: true)
        let lines = grid.lines { cell in
            metrics.lineCount(cell.text, width: widths[cell.columns].reduce(0, +) - SheetColumns.padding)
        }
        return lines.reduce(0) { $0 + AnnexStyle.height(lines: $1, fontSize: fontSize) }
    }

    private func lines(_ row: Table.Row, _ columns: [Table.Column]) -> Int {
        let metrics = TextMetrics(fontSize: fontSize, isBold: row.style == .total || row.style == .group)
        return zip(row.cells, columns).enumerated().reduce(1) { most, cell in
            guard cell.element.1.kind != .number else { return most }
            let kind = cell.element.1.kind
            let text = cell.element.0.text(in: language)
            let width = SheetColumns.room(in: widths[cell.offset], kind, of: row, indent: AnnexStyle.indentPixels)
            return max(most, metrics.lineCount(kind == .term ? text.replacing("-", with: "- ") : text, width: width))
        }
    }
}

extension Table {
    /// Whether parts are folded away at first: where they are most of a long table, as communes are.
    var foldsParts: Bool {
        let parts = rows.count { $0.style == .part }
        return rows.count > 20 && parts > 2 * (rows.count - parts)
    }
}
