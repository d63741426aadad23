/// Reads rows of an .xlsx by their bytes, where they are written as spreadsheets write nearly all of them:
/// `<row r="2"><c r="A2" t="s"><v>5</v></c></row>`.
///
/// What is written in any other way it leaves alone, and the parser reads that row: this is no parser of XML. What both read
/// they read alike.
struct PlainRow {
    private(set) var row = SheetRow()
    private let book: SheetPart.Book
    private let limits: SheetLimits
    private var text = CellText()

    init(book: SheetPart.Book, limits: SheetLimits) { (self.book, self.limits) = (book, limits) }

    /// Reads the row that begins with `<row` at `start`, behind which the bytes of a `</row>` come at some place; returns
    /// where it ends. `nil`: it is written otherwise.
    mutating func read(_ start: UnsafePointer<UInt8>, after lastRow: Int) -> UnsafePointer<UInt8>? {
        var at = start + 4
        guard beginRow(&at, after: lastRow) else { return nil }
        if at[0] == Mark.slash, at[1] == Mark.close { return at + 2 }
        guard at[0] == Mark.close else { return nil }
        at += 1
        var column = 0
        while true {
            Mark.skipBlanks(&at)
            guard at[0] == Mark.open else { return nil }
            if at[1] == Mark.slash {
                guard Mark.pass("</row>", &at), row.settle() else { return nil }
                return at
            }
            guard at[1] == UInt8(ascii: "c"), at[2] == 0x20 || at[2] == Mark.close else { return nil }
            at += 2
            guard readCell(&at, &column) else { return nil }
        }
    }

    private mutating func beginRow(_ at: inout UnsafePointer<UInt8>, after lastRow: Int) -> Bool {
        var number = lastRow + 1
        var isHidden = false
        var names = PlainAttribute.Names()
        while at[0] == 0x20 {
            guard let attribute = PlainAttribute(&at), names.take(attribute) else { return false }
            switch attribute.name.count {
            case 1 where attribute.name[0] == UInt8(ascii: "r"):
                guard let cell = CellReference.cell(attribute.value), cell.column == 0, cell.row > lastRow else {
                    return false
                }
                number = cell.row
            case 2 where attribute.isNamed("ht"):
                if attribute.value.count == 1, attribute.value[0] == 0x30 { isHidden = true }
            case 6 where attribute.isNamed("hidden"):
                if XMLAttributes.isSet(attribute.value) { isHidden = true }
            default: break
            }
        }
        guard number <= SheetLimits.rowsMax else { return false }
        row.begin(number, isHidden: isHidden)
        return true
    }

    // MARK: Cells

    /// What the tag of a cell says, and what stands in it.
    private struct Cell {
        var type = SheetCellType.number
        var style = 0
        var hasFormula = false
        var formula = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        var hasValue = false
        var value = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    }

    private mutating func readCell(_ at: inout UnsafePointer<UInt8>, _ column: inout Int) -> Bool {
        var cell = Cell()
        column += 1
        guard readTag(&at, &cell, &column), column <= SheetLimits.columnsMax else { return false }
        // Without anything in it.
        if at[0] == Mark.slash, at[1] == Mark.close {
            at += 2
            return true
        }
        guard at[0] == Mark.close else { return false }
        at += 1
        while true {
            Mark.skipBlanks(&at)
            guard at[0] == Mark.open else { return false }
            switch at[1] {
            case Mark.slash:
                guard Mark.pass("</c>", &at) else { return false }
                return add(cell, column)
            case UInt8(ascii: "v"):
                guard !cell.hasValue, Mark.pass("<v>", &at), let value = Mark.text(&at), Mark.pass("</v>", &at) else {
                    return false
                }
                (cell.value, cell.hasValue) = (value, true)
            case UInt8(ascii: "f"):
                guard !cell.hasFormula, readFormula(&at, &cell) else { return false }
            case UInt8(ascii: "i"):
                guard !cell.hasValue, cell.type == .inline, readInline(&at, &cell) else { return false }
            default: return false
            }
        }
    }

    private func readTag(_ at: inout UnsafePointer<UInt8>, _ cell: inout Cell, _ column: inout Int) -> Bool {
        var names = PlainAttribute.Names()
        while at[0] == 0x20 {
            guard let attribute = PlainAttribute(&at), attribute.name.count == 1, names.take(attribute) else {
                return false
            }
            switch attribute.name[0] {
            case UInt8(ascii: "r"):
                guard let place = CellReference.cell(attribute.value), place.column > 0, place.row == row.number else {
                    return false
                }
                column = place.column
            case UInt8(ascii: "s"):
                guard let style = Mark.number(attribute.value) else { return false }
                cell.style = style
            case UInt8(ascii: "t"): cell.type = SheetCellType(attribute.value)
            default: return false
            }
        }
        return true
    }

    private func readFormula(_ at: inout UnsafePointer<UInt8>, _ cell: inout Cell) -> Bool {
        at += 2
        var names = PlainAttribute.Names()
        while at[0] == 0x20 {
            guard let attribute = PlainAttribute(&at), names.take(attribute) else { return false }
        }
        cell.hasFormula = true
        if at[0] == Mark.slash, at[1] == Mark.close {
            at += 2
            return true
        }
        guard at[0] == Mark.close else { return false }
        at += 1
        guard let formula = Mark.text(&at), Mark.pass("</f>", &at) else { return false }
        cell.formula = formula
        return true
    }

    /// `<is><t xml:space="preserve">chữ</t></is>`
    private func readInline(_ at: inout UnsafePointer<UInt8>, _ cell: inout Cell) -> Bool {
        guard Mark.pass("<is><t", &at) else { return false }
        if at[0] == 0x20 { guard PlainAttribute(&at) != nil else { return false } }
        guard Mark.pass(">", &at), let text = Mark.text(&at), Mark.pass("</t></is>", &at) else { return false }
        (cell.value, cell.hasValue) = (text, true)
        return true
    }

    private mutating func add(_ cell: Cell, _ column: Int) -> Bool {
        guard addValue(of: cell, column) else { return false }
        if !book.looks.isEmpty { book.dress(&row, column, style: cell.style) }
        return true
    }

    /// Whether it is in order; what is not, the parser is to say.
    private mutating func addValue(of cell: Cell, _ column: Int) -> Bool {
        let (type, value) = (cell.type, cell.value)
        guard value.count <= limits.cellBytes else { return false }
        if value.isEmpty, cell.hasFormula, type != .inline, type != .shared, !(type == .string && cell.hasValue) {
            return addFormula(cell.formula, column)
        }
        guard cell.hasValue else { return true }
        if type == .inline || type == .string {
            text.clear()
            text.append(value)
            text.unescape()
            text.flatten()
            row.add(column, .text, text.bytes)
        } else if type == .number, cell.hasFormula, book.isToBeCalculated, value.count == 1, value[0] == 0x30 {
            return addFormula(cell.formula, column)
        } else if type == .number, book.formats.indices.contains(cell.style), book.formats[cell.style].writesDigits {
            // What it shows is looked at, too.
            return false
        } else if book.add(value, type, style: cell.style, to: &row, column) != nil {
            return false
        }
        return row.byteCount <= limits.rowBytes
    }

    private mutating func addFormula(_ formula: UnsafeBufferPointer<UInt8>, _ column: Int) -> Bool {
        // A long one is shown as far as the parser hands it over at once.
        guard formula.count <= SheetPart.formulaShown else { return false }
        text.clear()
        text.append(formula)
        text.flatten()
        let shown = text.bytes
        row.add(column, .formula) { bytes in
            bytes.append(UInt8(ascii: "="))
            bytes.append(contentsOf: shown)
        }
        return row.byteCount <= limits.rowBytes
    }
}
