/// The rows of one sheet of an .xls.
struct BinarySheet {
    private let bytes: [UInt8]
    private let start: Int
    private let texts: TextStore
    private let formats: [NumberFormat]
    private let looks: [CellLook]
    private let is1904: Bool
    private let isCalculated: Bool
    private let limits: SheetLimits
    private let work: ReadWork
    private var row = SheetRow()
    private var hiddenRows: Set<Int> = []
    private var marks = SheetMarks()
    private var awaited: (row: Int, column: Int, style: Int)?

    /// What a formula says is not read.
    private static let formula = "=…".utf8

    init(
        _ bytes: [UInt8], at start: Int, texts: TextStore, formats: [NumberFormat], looks: [CellLook],
        is1904: Bool, isCalculated: Bool, limits: SheetLimits, _ work: ReadWork
    ) {
        (self.bytes, self.start, self.texts, self.formats) = (bytes, start, texts, formats)
        (self.looks, self.is1904, self.isCalculated) = (looks, is1904, isCalculated)
        (self.limits, self.work) = (limits, work)
    }

    mutating func read(_ body: (SheetRow) throws -> Void) throws -> SheetMarks {
        try readMarks()
        var records = BinaryRecords(bytes, at: start)
        var depth = 0
        while let record = records.next() {
            guard work.take(record.data.count + 4) else { throw SheetFault.tooLarge("all sheets together") }
            if record.kind == BinaryRecords.begin { depth += 1 }
            if record.kind == BinaryRecords.end {
                depth -= 1
                if depth <= 0 { break }
            }
            // What lies deeper is a chart.
            if depth == 1 { try take(record, &records, body) }
        }
        try lend(body)
        return marks
    }

    /// What stands before or behind the cells: which rows and columns are hidden, which cells are one.
    private mutating func readMarks() throws {
        var records = BinaryRecords(bytes, at: start)
        var depth = 0
        while let record = records.next() {
            guard work.take(record.data.count + 4) else { throw SheetFault.tooLarge("all sheets together") }
            let data = record.data
            switch record.kind {
            case BinaryRecords.begin: depth += 1
            case BinaryRecords.end:
                depth -= 1
                if depth <= 0 { return }
            case 0x208 where data.uint16(12) & 0x20 != 0: hiddenRows.insert(Int(data.uint16(0)) + 1)
            case 0x7D where data.uint16(8) & 1 != 0 && data.uint16(0) <= data.uint16(2):
                if marks.hiddenColumns.count < SheetLimits.columnsMax {
                    marks.hiddenColumns.append(Int(data.uint16(0)) + 1...Int(data.uint16(2)) + 1)
                }
            case 0xE5: try merge(data)
            case 0x1B6: try comment(Int(data.uint16(10)), records.continued())
            case 0x14, 0x15: printOnPage(data)
            default: break
            }
        }
    }

    private mutating func merge(_ data: [UInt8]) throws {
        for place in 0..<min(Int(data.uint16(0)), (data.count - 2) / 8) {
            let (top, bottom) = (Int(data.uint16(2 + place * 8)), Int(data.uint16(4 + place * 8)))
            let (left, right) = (Int(data.uint16(6 + place * 8)), Int(data.uint16(8 + place * 8)))
            guard top <= bottom, left <= right else { continue }
            guard marks.merged.count < limits.mergedRanges else { throw SheetFault.tooLarge("merged ranges") }
            marks.merged.append(SheetMarks.Range(rows: top + 1...bottom + 1, columns: left + 1...right + 1))
        }
    }

    /// The text of a box that is drawn over the sheet, as comments are.
    private mutating func comment(_ length: Int, _ parts: [[UInt8]]) throws {
        guard length > 0, let first = parts.first else { return }
        guard marks.comments.count < limits.comments else { throw SheetFault.tooLarge("comments") }
        var text = BinaryText([first], at: 0)
        marks.comments.append(SheetMarks.Comment(row: 0, column: 0, text: text.string(length: length)))
    }

    /// The header or footer of its pages.
    private mutating func printOnPage(_ data: [UInt8]) {
        guard data.count > 3, marks.words.count < limits.comments else { return }
        var text = BinaryText([data], at: 0)
        let length = Int(text.uint16())
        marks.words += PageCodes.lines(of: text.string(length: length))
    }

    private mutating func lend(_ body: (SheetRow) throws -> Void) throws {
        guard row.number > 0 else { return }
        guard row.settle() else {
            throw SheetFault.damaged(part: "Workbook", detail: "row \(row.number): a cell twice")
        }
        try body(row)
        row.number = 0
    }

    /// Goes on to the row of a cell.
    private mutating func turn(to number: Int, _ body: (SheetRow) throws -> Void) throws {
        guard number != row.number else { return }
        guard number > row.number else {
            throw SheetFault.damaged(part: "Workbook", detail: "row \(number) after \(row.number)")
        }
        try lend(body)
        row.begin(number, isHidden: hiddenRows.contains(number))
    }

    private mutating func take(
        _ record: BinaryRecords.Record, _ records: inout BinaryRecords, _ body: (SheetRow) throws -> Void
    ) throws {
        let data = record.data
        if record.kind == 0x207, let cell = awaited {
            awaited = nil
            var text = BinaryText([data] + records.continued(), at: 0)
            let length = Int(text.uint16())
            row.add(cell.column, .text, Array(text.string(length: length).utf8))
            return dress(cell.column, cell.style)
        }
        guard [0xFD, 0x203, 0x27E, 0xBD, 0x06, 0x204, 0xD6, 0x205].contains(record.kind), data.count >= 6 else {
            return
        }
        awaited = nil
        let number = Int(data.uint16(0)) + 1
        // An older row comes behind a younger where a maker has not sorted them.
        try turn(to: number, body)
        let (column, style) = (Int(data.uint16(2)) + 1, Int(data.uint16(4)))
        switch record.kind {
        case 0xFD:
            guard let text = texts[Int(data.uint32(6))] else {
                throw SheetFault.damaged(part: "Workbook", detail: "row \(number): there is no text \(data.uint32(6))")
            }
            row.add(column, .text, text)
        case 0x203: add(data.double(6), style, column)
        case 0x27E: add(Self.value(data.uint32(6)), style, column)
        case 0xBD:
            for place in 0..<max(0, (data.count - 6) / 6) {
                let style = Int(data.uint16(4 + place * 6))
                add(Self.value(data.uint32(6 + place * 6)), style, column + place)
                dress(column + place, style)
            }
        case 0x06: addResult(data, style, column)
        case 0x204, 0xD6:
            var text = BinaryText([data] + records.continued(), at: 6)
            let length = Int(text.uint16())
            row.add(column, .text, Array(text.string(length: length).utf8))
        default: addBoolean(data.count > 7 ? data[6] : 0, isError: data.count > 7 && data[7] == 1, column)
        }
        dress(column, style)
    }

    private mutating func dress(_ column: Int, _ style: Int) {
        if looks.indices.contains(style), !looks[style].isEmpty { row.dress(column, looks[style]) }
    }

    /// The value of a formula that was saved with it.
    private mutating func addResult(_ data: [UInt8], _ style: Int, _ column: Int) {
        guard data.uint16(12) == 0xFFFF, data.count > 8 else {
            let value = data.double(6)
            // To be calculated when the file is opened: what stands there until then is 0.
            if !isCalculated, value == 0, data.uint16(14) & 3 != 0 { return row.add(column, .formula, Self.formula) }
            return add(value, style, column)
        }
        switch data[6] {
        case 0: awaited = (row.number, column, style)
        case 1, 2: addBoolean(data[8], isError: data[6] == 2, column)
        // An empty text, or what a library writes that calculates nothing.
        default: if !isCalculated { row.add(column, .formula, Self.formula) }
        }
    }

    private mutating func addBoolean(_ value: UInt8, isError: Bool, _ column: Int) {
        guard isError else { return row.add(column, .boolean, (value == 0 ? "FALSE" : "TRUE").utf8) }
        let name =
            switch value {
            case 0x00: "#NULL!"
            case 0x07: "#DIV/0!"
            case 0x0F: "#VALUE!"
            case 0x17: "#REF!"
            case 0x1D: "#NAME?"
            case 0x24: "#NUM!"
            default: "#N/A"
            }
        row.add(column, .error, name.utf8)
    }

    private mutating func add(_ value: Double, _ style: Int, _ column: Int) {
        let format = formats.indices.contains(style) ? formats[style] : .general
        var digits: [UInt8] = []
        guard DecimalText.append(value, to: &digits) else { return row.add(column, .error, "#NUM!".utf8) }
        if format.writesDigits, marks.words.count < limits.comments, let shown = format.shown(digits) {
            marks.words.append(shown)
        }
        digits.withUnsafeBufferPointer {
            CellNumber(written: $0, format: format, is1904: is1904).add(to: &row, column)
        }
    }

    /// A number of 30 bits: whole or the upper part of a fraction, perhaps in hundredths.
    private static func value(_ packed: UInt32) -> Double {
        let number =
            packed & 2 != 0
            ? Double(Int32(bitPattern: packed) >> 2) : Double(bitPattern: UInt64(packed & 0xFFFF_FFFC) << 32)
        return packed & 1 != 0 ? number / 100 : number
    }
}
