/// The rows of one sheet of an .ods, lent one by one.
///
/// The file is long because it is one walk: what an element opens, another closes far from it, so that the depths at which they
/// lie belong to all its steps and to nobody else.
final class OpenDocumentRows: PartReader {
    private(set) var marks = SheetMarks()
    private(set) var failure: (any Error)?
    private let formats: FormatsOfOpenDocument
    private let body: (SheetRow) throws -> Void

    private var isBegun = false
    /// Where the sheet's element lies; 0 outside of it.
    private var tableDepth = 0
    private var row = SheetRow()
    private var nextRow = 1
    private var repeated = 1
    private var nextColumn = 1
    private var columnStyles = ColumnStyles()
    private var columnsSeen = 0
    private var cellDepth = 0
    private var cell = Cell()
    private var text = CellText()
    private var comment = CellText()
    private var paragraphs = 0
    private var commentDepth = 0
    private var paragraphDepth = 0
    /// Within a text that is no cell's: a box drawn over the sheet, what a list of choices says.
    private var wordsDepth = 0
    private var words = CellText()
    private var boxDepth = 0
    private var apartDepth = 0
    private var struckDepth = 0
    private var struck = StruckLetters()
    /// Cells and rows that stand in the file once, and in the sheet many times.
    private var copies = 0

    private static let copiesMax = 1 << 22

    private struct Cell {
        var repeated = 1
        var rows = 1
        var columns = 1
        var type = ""
        var value: String?
        var hasFormula = false
        var formula = ""
        var isError = false
        /// Whether the type stands there a second time, as LibreOffice writes it: it calculates what it saves.
        var isCalculated = false
        var style: String?
    }

    init(
        _ formats: FormatsOfOpenDocument, _ limits: SheetLimits, _ body: @escaping (SheetRow) throws -> Void
    ) {
        self.formats = formats
        self.body = body
        super.init(part: "content.xml", limits: limits)
    }

    override func start(_ name: XMLWord, _ attributes: XMLAttributes) {
        if depth == 4, name == "table" {
            // The sheets before it were passed over.
            tableDepth = isBegun ? 0 : depth
            isBegun = true
            return
        }
        if tableDepth > 0, cellDepth > 0, boxDepth == 0, wordsDepth == 0 { return startInCell(name, attributes) }
        if wordsDepth == 0, !isBegun || tableDepth > 0, Self.telling.contains(where: { name == $0 }) {
            wordsDepth = depth
            words.clear()
        }
        guard tableDepth > 0, wordsDepth == 0, boxDepth == 0 else { return }
        if name == "table-row" {
            beginRow(attributes)
        } else if name == "table-column" {
            takeColumn(attributes)
        } else if name == "table-cell" || name == "covered-table-cell" {
            beginCell(attributes)
        }
    }

    /// Elements with words, outside of cells.
    private static let telling: [StaticString] = ["p", "title", "desc"]
    private static let boxes: [StaticString] = [
        "frame", "custom-shape", "rect", "ellipse", "circle", "line", "g", "caption", "polygon", "polyline", "path",
        "connector", "control",
    ]

    private func startInCell(_ name: XMLWord, _ attributes: XMLAttributes) {
        if commentDepth == 0, Self.boxes.contains(where: { name == $0 }) {
            boxDepth = depth
        } else if paragraphDepth > 0, name == "span", apartDepth == 0,
            let style = attributes.text("style-name"), formats.apart.contains(style)
        {
            apartDepth = depth
            if formats.struck.contains(style) { struckDepth = depth }
            text.part()
        } else if name == "annotation", commentDepth == 0 {
            commentDepth = depth
        } else if name == "p", paragraphDepth == 0 {
            paragraphDepth = depth
            if commentDepth > 0 {
                if !comment.isEmpty { comment.append([0x20]) }
            } else {
                paragraphs += 1
                if paragraphs > 1 { text.append([0x20]) }
            }
        } else if paragraphDepth > 0, name == "s" || name == "tab" || name == "line-break" {
            gather(repeatElement(0x20, count: min(attributes.number("c") ?? 1, 1000)))
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if wordsDepth > 0 {
            if words.bytes.count + bytes.count <= limits.cellBytes { words.append(bytes) }
        } else if paragraphDepth > 0 {
            gather(bytes)
        }
    }

    private func gather(_ bytes: some Collection<UInt8>) {
        guard text.bytes.count + comment.bytes.count + bytes.count <= limits.cellBytes else {
            return stop(.tooLarge("a cell"))
        }
        if commentDepth > 0 { return comment.append(bytes) }
        text.append(bytes)
        struck.take(bytes, isStruck: struckDepth > 0)
    }

    override func remark(_ text: String) {
        guard !text.isEmpty, marks.words.count < limits.comments else { return }
        marks.words.append(text)
    }

    override func end(_ name: XMLWord) {
        if depth == wordsDepth {
            wordsDepth = 0
            words.flatten()
            if !words.isEmpty, marks.words.count < limits.comments {
                marks.words.append(String(decoding: words.bytes, as: UTF8.self))
            }
        }
        if depth == boxDepth { boxDepth = 0 }
        guard tableDepth > 0 else { return }
        if depth == apartDepth {
            (apartDepth, struckDepth) = (0, 0)
            text.part()
        }
        if depth == paragraphDepth { paragraphDepth = 0 }
        if depth == commentDepth {
            commentDepth = 0
            note()
        }
        if depth == cellDepth {
            cellDepth = 0
            endCell()
        } else if cellDepth == 0, name == "table-row" {
            endRow()
        } else if depth == tableDepth {
            finish()
        }
    }

    // MARK: Rows and columns

    private func takeColumn(_ attributes: XMLAttributes) {
        let count = max(1, attributes.number("number-columns-repeated") ?? 1)
        guard columnsSeen < SheetLimits.columnsMax else { return }
        let columns = columnsSeen + 1...min(columnsSeen + count, SheetLimits.columnsMax)
        columnsSeen = columns.upperBound
        if let style = attributes.text("default-cell-style-name"),
            formats.leastDigits[style] != nil || formats.struck.contains(style)
        {
            columnStyles.append(columns, style)
        }
        if ["collapse", "filter"].contains(attributes.text("visibility") ?? "") { marks.hiddenColumns.append(columns) }
    }

    private func beginRow(_ attributes: XMLAttributes) {
        repeated = max(1, attributes.number("number-rows-repeated") ?? 1)
        nextColumn = 1
        row.begin(nextRow, isHidden: ["collapse", "filter"].contains(attributes.text("visibility") ?? ""))
    }

    private func endRow() {
        let first = nextRow
        nextRow = min(nextRow + repeated, SheetLimits.rowsMax + 1)
        guard !row.cells.isEmpty else { return }
        copies += (repeated - 1) * row.cells.count
        guard first + repeated - 1 <= SheetLimits.rowsMax, copies <= Self.copiesMax else {
            return stop(.tooLarge("rows repeated"))
        }
        guard row.settle() else { return damage("row \(first): a cell twice") }
        do {
            for number in first..<first + repeated {
                row.number = number
                try body(row)
            }
        } catch {
            failure = error
            finish()
        }
    }

    // MARK: Cells

    private func beginCell(_ attributes: XMLAttributes) {
        cellDepth = depth
        cell = Cell()
        cell.repeated = max(1, attributes.number("number-columns-repeated") ?? 1)
        cell.rows = max(1, attributes.number("number-rows-spanned") ?? 1)
        cell.columns = max(1, attributes.number("number-columns-spanned") ?? 1)
        cell.type = attributes.text(written: "office:value-type") ?? attributes.text("value-type") ?? ""
        let kind = attributes.text(written: "calcext:value-type")
        (cell.isCalculated, cell.isError) = (kind != nil, kind == "error")
        cell.value =
            switch cell.type {
            case "date": attributes.text("date-value")
            case "time": attributes.text("time-value")
            case "boolean": attributes.text("boolean-value")
            default: attributes.text(written: "office:value") ?? attributes.text("value")
            }
        if let formula = attributes.text("formula") {
            cell.hasFormula = true
            cell.formula = formula
        }
        cell.style = attributes.text("style-name")
        text.clear()
        struck.clear()
        comment.clear()
        paragraphs = 0
    }

    private func note() {
        guard !comment.isEmpty else { return }
        guard marks.comments.count < limits.comments else { return stop(.tooLarge("comments")) }
        comment.flatten()
        marks.comments.append(
            SheetMarks.Comment(
                row: nextRow, column: nextColumn, text: String(decoding: comment.bytes, as: UTF8.self)))
        comment.clear()
    }

    private func endCell() {
        let first = nextColumn
        nextColumn += cell.repeated
        if cell.rows > 1 || cell.columns > 1, first <= SheetLimits.columnsMax {
            guard marks.merged.count < limits.mergedRanges else { return stop(.tooLarge("merged ranges")) }
            marks.merged.append(
                SheetMarks.Range(
                    rows: nextRow...min(nextRow + cell.rows - 1, SheetLimits.rowsMax),
                    columns: first...min(first + cell.columns - 1, SheetLimits.columnsMax)))
        }
        text.flatten()
        guard cell.value != nil || !text.isEmpty || cell.hasFormula else { return }
        copies += cell.repeated - 1
        guard first + cell.repeated - 1 <= SheetLimits.columnsMax, copies <= Self.copiesMax else {
            return stop(.tooLarge("\(first + cell.repeated - 1) columns"))
        }
        for column in first..<first + cell.repeated {
            add(column)
            if struck.isAll || !formats.struck.isEmpty && style(column).map(formats.struck.contains) ?? false {
                row.dress(column, .struck)
            }
        }
        if row.byteCount > limits.rowBytes { stop(.tooLarge("row \(row.number)")) }
    }

    private func add(_ column: Int) {
        if cell.isError { return row.add(column, .error, text.bytes) }
        if isValueless { return row.add(column, .formula, shownFormula.utf8) }
        guard let value = cell.value, !value.isEmpty else { return row.add(column, .text, text.bytes) }
        switch cell.type {
        case "date": row.add(column, .date, IsoDate.shown(value.utf8))
        case "time": row.add(column, .time, text.bytes)
        case "boolean": row.add(column, .boolean, value == "true" ? "TRUE".utf8 : "FALSE".utf8)
        case "string": row.add(column, .text, text.isEmpty ? Array(value.utf8) : text.bytes)
        default:
            if let shown = shownDigits(of: value), marks.words.count < limits.comments { marks.words.append(shown) }
            let format = NumberFormat(
                kind: cell.type == "percentage" ? .percentage : .number, leastDigits: leastDigits(column))
            Array(value.utf8).withUnsafeBufferPointer {
                CellNumber(written: $0, format: format, is1904: false).add(to: &row, column)
            }
        }
    }

    /// What a cell shows of a whole number, where its format writes digits before it: `0900 000 077` of 900000077.
    private func shownDigits(of value: String) -> String? {
        let shown = text.bytes
        guard Self.personDigits.contains(shown.count { $0 &- 0x30 < 10 }), value.utf8.allSatisfy({ $0 &- 0x30 < 10 })
        else { return nil }
        let digits = shown.filter { $0 &- 0x30 < 10 }
        guard digits.count > value.utf8.count, digits.suffix(value.utf8.count).elementsEqual(value.utf8) else {
            return nil
        }
        return String(decoding: shown, as: UTF8.self)
    }

    /// Numbers of persons have so many digits.
    private static let personDigits = 9...13

    /// A formula that nobody has calculated: without a value, or with the 0 of a maker that calculates nothing.
    private var isValueless: Bool {
        guard cell.hasFormula, text.isEmpty, !cell.isCalculated, cell.type != "string" else { return false }
        return cell.value?.isEmpty ?? true || cell.value == "0"
    }

    /// `of:=SUM([.C5:.C9])` as `=SUM([.C5:.C9])`.
    private var shownFormula: String {
        "=" + cell.formula.drop { $0 != "=" }.dropFirst().prefix(100)
    }

    private func leastDigits(_ column: Int) -> Int { style(column).flatMap { formats.leastDigits[$0] } ?? 0 }

    /// The cell's own style, or its column's, as far as one means anything.
    private func style(_ column: Int) -> String? {
        if let style = cell.style { return style }
        return columnStyles.style(of: column)
    }
}
