/// The rows of one sheet of an .xlsx, lent one by one as they are parsed. Rows that `PlainRow` reads the parser never sees.
final class SheetPart: PartReader {
    /// What cells name by their numbers.
    struct Book {
        var texts: TextStore?
        var readings: TextStore?
        var formats: [NumberFormat] = []
        /// By style; none where all look as cells do.
        var looks: [CellLook] = []
        /// Texts that are struck through from their first letter to their last.
        var struckTexts: Set<Int> = []
        var is1904 = false
        var isToBeCalculated = false

        /// Says how a cell looks that was added, by its style.
        func dress(_ row: inout SheetRow, _ column: Int, style: Int) {
            if looks.indices.contains(style), !looks[style].isEmpty { row.dress(column, looks[style]) }
        }
    }

    private enum Field { case none, value, formula, text }
    private enum Beside { case none, page, formula }

    private(set) var marks = SheetMarks()
    private let book: Book
    private let body: (SheetRow) throws -> Void
    private(set) var failure: (any Error)?

    private var row = SheetRow()
    private var feed: RowFeed
    private(set) var lastRow = 0
    private var column = 0
    private var type = SheetCellType.number
    private var style = 0
    private var hasFormula = false
    private var hasValue = false
    private var field = Field.none
    private var beside = Beside.none
    private var value = CellText()
    private var formula = CellText()
    /// Within the element that holds the rows.
    private(set) var isInRows = false
    /// Of the elements in hand that hold such; 0: none.
    private var (phoneticDepth, extensionDepth) = (0, 0)
    /// Of the cell's own text.
    private var run = RunLook()
    private var struck = StruckLetters()

    static let formulaShown = 100

    init(part: String, book: Book, limits: SheetLimits, _ body: @escaping (SheetRow) throws -> Void) {
        self.book = book
        self.body = body
        feed = RowFeed(PlainRow(book: book, limits: limits))
        super.init(part: part, limits: limits)
    }

    override func take(_ bytes: UnsafeRawBufferPointer, _ parse: (UnsafeRawBufferPointer) -> Bool) -> Bool {
        feed.take(bytes, self, parse)
    }

    override func takeRest(_ parse: (UnsafeRawBufferPointer) -> Bool) { feed.takeRest(parse) }

    /// Lends a row that the parser has not seen.
    func lend(plain row: SheetRow) {
        lastRow = row.number
        lend(row)
    }

    override func start(_ name: XMLWord, _ attributes: XMLAttributes) {
        if !isInRows, depth > 2 { startBesideRows(name, attributes) }
        switch depth {
        case 2: isInRows = name == "sheetData"
        case 3:
            if isInRows, name == "row" {
                beginRow(attributes)
            } else if name == "mergeCell" {
                merge(attributes)
            } else if name == "col", attributes.flag("hidden") {
                hide(attributes)
            }
        case 4 where isInRows && name == "c": beginCell(attributes)
        case 5 where isInRows:
            if name == "v" {
                field = .value
                hasValue = true
            } else if name == "f" {
                field = .formula
                hasFormula = true
            }
        default: startDeeper(name, attributes)
        }
    }

    private func startDeeper(_ name: XMLWord, _ attributes: XMLAttributes) {
        guard isInRows, depth > 5 else { return }
        if name == "rPh" {
            if phoneticDepth == 0 { phoneticDepth = depth }
        } else if name == "t", phoneticDepth == 0, type == .inline {
            field = .text
            hasValue = true
        } else if run.take(name, attributes) {
            value.part()
        }
    }

    /// Words that are no cell's: a page's header, what a list of choices says, where a link leads.
    private func startBesideRows(_ name: XMLWord, _ attributes: XMLAttributes) {
        if name == "hyperlink" || name == "dataValidation" {
            for word in [
                attributes.text("display"), attributes.text("tooltip"), attributes.text("location"),
                attributes.text("prompt"), attributes.text("promptTitle"), attributes.text("error"),
                attributes.text("errorTitle"),
            ] {
                if let word { addBeside(word) }
            }
        }
        // What rows were chosen by, and what is asked of a cell that is coloured by it.
        if name == "filter" || name == "customFilter" || name == "inputCells", let value = attributes.text("val") {
            addBeside(value)
        }
        if name == "scenario" {
            for word in [attributes.text("name"), attributes.text("comment")] { if let word { addBeside(word) } }
        }
        if name == "cfRule", let word = attributes.text("text") { addBeside(word) }
        let isPage = depth == 3 && PageCodes.isIn(name.text.lowercased())
        // What programs of others keep in a sheet.
        if name == "ext", extensionDepth == 0 { extensionDepth = depth }
        let isFormula = name == "formula1" || name == "formula2" || name == "formula"
        guard isPage || isFormula || extensionDepth > 0 else { return }
        beside = isPage ? .page : .formula
        value.clear()
    }

    override func remark(_ text: String) { addBeside(text) }

    private func endBesideRows() {
        let text = String(decoding: value.bytes, as: UTF8.self)
        for line in beside == .page ? PageCodes.lines(of: text) : [text] { addBeside(line) }
        beside = .none
    }

    private func addBeside(_ text: String) {
        guard !text.isEmpty, marks.words.count < limits.comments else { return }
        marks.words.append(text)
    }

    override func end(_ name: XMLWord) {
        field = .none
        if beside != .none { endBesideRows() }
        if depth == extensionDepth { extensionDepth = 0 }
        if depth == phoneticDepth { phoneticDepth = 0 }
        guard isInRows else { return }
        if depth == 4, name == "c" {
            endCell()
        } else if depth == 3, name == "row" {
            endRow()
        } else if depth == 2 {
            isInRows = false
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        switch field {
        case .none:
            guard beside != .none, value.bytes.count + bytes.count <= limits.cellBytes else { return }
            value.append(bytes)
        case .formula:
            if formula.bytes.count < Self.formulaShown { formula.append(bytes.prefix(Self.formulaShown)) }
        case .value, .text:
            guard value.bytes.count + bytes.count <= limits.cellBytes else { return stop(.tooLarge("a cell")) }
            value.append(bytes)
            struck.take(bytes, isStruck: run.isStruck)
        }
    }

    // MARK: Rows

    private func beginRow(_ attributes: XMLAttributes) {
        var number = lastRow + 1
        if let written = attributes.bytes("r") {
            guard let cell = CellReference.cell(written), cell.column == 0, cell.row > lastRow else {
                return damage("row “\(String(decoding: written, as: UTF8.self))” after \(lastRow)")
            }
            number = cell.row
        }
        guard number <= SheetLimits.rowsMax else { return stop(.tooLarge("\(number) rows")) }
        lastRow = number
        column = 0
        row.begin(number, isHidden: attributes.flag("hidden") || attributes.text("ht") == "0")
    }

    private func endRow() {
        guard row.settle() else { return damage("row \(row.number): a cell twice") }
        lend(row)
    }

    private func lend(_ row: SheetRow) {
        do {
            try body(row)
        } catch {
            failure = error
            finish()
        }
    }

    // MARK: Cells

    private func beginCell(_ attributes: XMLAttributes) {
        column += 1
        (type, style, hasFormula, hasValue) = (.number, 0, false, false)
        value.clear()
        run = RunLook()
        struck.clear()
        formula.clear()
        guard var pair = attributes.pairs else { return }
        while let key = pair[0], let written = pair[1] {
            // The names that a cell has are of one letter.
            if key[1] == 0 {
                switch UInt8(bitPattern: key[0]) {
                case UInt8(ascii: "r"): place(written)
                case UInt8(ascii: "s"): style = Int(String(cString: written)) ?? 0
                case UInt8(ascii: "t"): type = SheetCellType(Self.bytes(written))
                default: break
                }
            }
            pair += 2
        }
        if column > SheetLimits.columnsMax { stop(.tooLarge("\(column) columns")) }
    }

    private static func bytes(_ written: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
        var length = 0
        while written[length] != 0, length < 16 { length += 1 }
        return UnsafeBufferPointer(
            start: UnsafeRawPointer(written).assumingMemoryBound(to: UInt8.self), count: length)
    }

    private func place(_ written: UnsafePointer<CChar>) {
        let text = Self.bytes(written)
        guard let cell = CellReference.cell(text), cell.column > 0, cell.row == row.number else {
            return damage("cell “\(String(decoding: text, as: UTF8.self))” in row \(row.number)")
        }
        column = cell.column
    }

    private func endCell() {
        addCell()
        if struck.isAll { row.dress(column, .struck) }
        if !book.looks.isEmpty { book.dress(&row, column, style: style) }
    }

    private func addCell() {
        if value.isEmpty, type != .inline, type != .shared, hasFormula, !(type == .string && hasValue) {
            return addFormula()
        }
        guard hasValue else { return }
        if type == .inline || type == .string {
            value.unescape()
            value.flatten()
            row.add(column, .text, value.bytes)
        } else if type == .number, hasFormula, book.isToBeCalculated, value.bytes == [0x30] {
            // A maker that calculates nothing writes 0.
            return addFormula()
        } else {
            if type == .number, book.formats.indices.contains(style), let shown = book.formats[style].shown(value.bytes)
            {
                addBeside(shown)
            }
            let fault = value.bytes.withUnsafeBufferPointer { book.add($0, type, style: style, to: &row, column) }
            if let fault { return damage("row \(row.number): \(fault)") }
        }
        if row.byteCount > limits.rowBytes { stop(.tooLarge("row \(row.number)")) }
    }

    private func addFormula() {
        let text = formula
        row.add(column, .formula) { bytes in
            bytes.append(UInt8(ascii: "="))
            var shown = text
            shown.flatten()
            bytes.append(contentsOf: shown.bytes)
        }
    }

    // MARK: Marks

    private func merge(_ attributes: XMLAttributes) {
        guard let range = attributes.text("ref").flatMap(CellReference.range) else { return }
        guard marks.merged.count < limits.mergedRanges else { return stop(.tooLarge("merged ranges")) }
        marks.merged.append(range)
    }

    private func hide(_ attributes: XMLAttributes) {
        guard let first = attributes.number("min"), let last = attributes.number("max"), first >= 1, first <= last,
            marks.hiddenColumns.count < SheetLimits.columnsMax
        else { return }
        marks.hiddenColumns.append(first...min(last, SheetLimits.columnsMax))
    }
}
