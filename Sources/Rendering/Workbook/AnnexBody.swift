import Domain
import Reporting
import Spreadsheet

extension AnnexSheet {
    mutating func drawBody(into sheet: inout Sheet) throws {
        let first = rows.count
        let sums = SumFormula(table, firstRow: first)
        let manners = table.manners
        try askForEntries(from: first, in: &sheet)
        for index in table.rows.indices {
            let row = table.rows[index]
            var lines = 1
            let merged = row.isHeading ? row.cells.lastIndex { $0 != .blank } : nil
            for column in 0...(merged ?? lastColumn) where column < row.cells.count {
                let surroundings = CellDrawing.Surroundings(language: language, sheets: workbook.sheets) {
                    sum, summands in
                    sums.formula(sum, of: summands, row: index, column: column)
                }
                let drawing = CellDrawing(row.cells[column], manners[column], surroundings)
                let format = try format(drawing.look, row.style, column, isMerged: column == merged, in: sheet)
                let address = CellAddress(row: first + index, column: column)
                let range = CellRange(
                    address, CellAddress(row: address.row, column: column == merged ? lastColumn : column))
                try sheet.merge(range, drawing.value, format.prepared)
                if let remark = row.remarks[column] { try hang(remark, at: address, into: &sheet) }
                if drawing.look.isEntry { lines = max(lines, 2) }
                if format.drawn.wraps {
                    let text = shown(row.cells[column], table.columns[column].kind)
                    lines = max(lines, lineCount(of: text, format.drawn, over: range.columns))
                }
            }
            try rows.add(
                AnnexStyle.height(lines: lines, fontSize: fontSize), outline: outline(of: index), to: &sheet)
        }
    }

    /// Says at the cells where the reader writes what is written there, and how long it may be.
    private func askForEntries(from first: Int, in sheet: inout Sheet) throws {
        for (column, described) in table.columns.enumerated() {
            guard case .entry(let most, let hint) = described.kind, !table.rows.isEmpty else { continue }
            let title = described.header.last ?? ""
            var rule = EntryRule(.textLength(most), prompt: .init(title, hint), fault: .init(title, hint))
            rule.strictness = .warn
            let rows = first...first + table.rows.count - 1
            try sheet.restrict(CellRange(rows: rows, columns: column...column), to: rule)
        }
    }

    /// The format of a cell, which is made once for all that look alike.
    private mutating func format(
        _ look: CellDrawing.Look, _ style: Table.Row.Style, _ column: Int, isMerged: Bool, in sheet: borrowing Sheet
    ) throws -> BodyFormat {
        let indent = indent(style, column)
        let key = BodyFormat.Key(look: look, style: style, indent: indent, isMerged: isMerged)
        if let known = formats[key] { return known }
        var drawn = AnnexStyle.cell(style, look, indent: indent, fontSize: fontSize)
        if isMerged { (drawn.horizontal, drawn.indent) = (.left, 1) }
        let format = BodyFormat(drawn: drawn, prepared: try sheet.prepare(drawn))
        formats[key] = format
        return format
    }

    /// A note, large enough to be read without being pulled open.
    private func hang(_ remark: String, at address: CellAddress, into sheet: inout Sheet) throws {
        let width = 300
        let lines = TextMetrics(fontSize: 10).lineCount(remark, width: Double(width) - 20)
        try sheet.note(remark, at: address, width: width, height: min(40 + lines * 18, 500))
    }

    /// A cell's text as it is parted into lines: words of a code at their hyphens too.
    private func shown(_ cell: Table.Cell, _ kind: Table.Column.Kind) -> String {
        let text = cell.text(in: language)
        return kind == .term ? text.replacing("-", with: "- ") : text
    }

    private func lineCount(of text: String, _ format: CellFormat, over columns: ClosedRange<Int>) -> Int {
        let indent = Double(format.indent) * AnnexStyle.indentPixels
        let width = (self.columns.span(columns) - SheetColumns.padding - indent) * SheetColumns.trust
        return TextMetrics(fontSize: fontSize, isBold: format.bold).lineCount(text, width: width)
    }

    private func indent(_ style: Table.Row.Style, _ column: Int) -> Int {
        style == .part && column == labelColumn ? 2 : 1
    }

    private func outline(of index: Int) -> OutlineLevel {
        let isPart = table.rows[index].style == .part
        let hasParts = !isPart && index + 1 < table.rows.count && table.rows[index + 1].style == .part
        return OutlineLevel(
            level: isPart ? 1 : 0, isHidden: isPart && isFolded, isCollapsed: hasParts && isFolded)
    }
}

/// How cells of an annex that look alike are drawn.
struct BodyFormat {
    let drawn: CellFormat
    let prepared: PreparedFormat

    /// What tells such cells from others.
    struct Key: Hashable {
        let look: CellDrawing.Look
        let style: Table.Row.Style
        let indent: Int
        let isMerged: Bool
    }
}
