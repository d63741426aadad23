import Domain
import Reporting
import Spreadsheet

/// About how many pages tables take below one another, to choose which way the paper lies.
struct PageEstimate {
    private let widths: [Double]
    private let orientation: PageSetup.Orientation
    private let language: Language
    private let fontSize: Double

    /// Points of titles and headings, about.
    private static let above = 130.0

    init(_ widths: [Double], _ orientation: PageSetup.Orientation, language: Language, fontSize: Double) {
        self.widths = widths
        self.orientation = orientation
        self.language = language
        self.fontSize = fontSize
    }

    func pageCount(_ tables: [Table]) -> Int {
        let scale = min(1, SheetColumns.pageWidth(orientation) / widths.reduce(0, +))
        let page = SheetPages.paperHeight(orientation) / scale
        return Int((tables.reduce(0) { $0 + height($1) } / page).rounded(.up))
    }

    private func height(_ table: Table) -> Double {
        let foldsAway = table.foldsParts
        let rows = table.rows.reduce(0.0) { height, row in
            guard !(foldsAway && row.style == .part), !row.isHeading else { return height }
            return height + AnnexStyle.height(lines: lines(row, table.columns), fontSize: fontSize)
        }
        let width = widths.reduce(0, +)
        let notes = table.notes.reduce(0.0) { height, note in
            height + AnnexStyle.height(lines: TextMetrics(fontSize: 10).lineCount(note, width: width), fontSize: 10)
        }
        return PageEstimate.above + rows + notes
    }

    private func lines(_ row: Table.Row, _ columns: [Table.Column]) -> Int {
        let metrics = TextMetrics(fontSize: fontSize, isBold: row.style == .total || row.style == .group)
        return zip(row.cells, columns).enumerated().reduce(1) { most, cell in
            guard cell.element.1.kind != .number else { return most }
            let text = cell.element.0.text(in: language)
            return max(most, metrics.lineCount(text, width: widths[cell.offset] - SheetColumns.padding - 9))
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
