import DelimitedText
import SheetReading

/// Writes the rows of a sheet out as rows of text, a line for each row that Excel shows, so that they go the way of all rows.
///
/// Numbers have a comma before their decimals, days are dd/MM/yyyy; neither is quoted. A text that looks like one is.
struct SheetWriting {
    /// Rows that are hidden and hold something.
    private(set) var hiddenRows: [ClosedRange<Int>] = []
    private(set) var looks = CellLooks()
    private var text = SpooledText()
    private var nextRow = 1
    /// The first rows, until it is known how wide the table is.
    private var first: [SheetRow] = []
    private var width: Int?
    private var line: [UInt8] = []

    /// The header lies among them.
    private static let rowsLookedAt = Head.rowsRead
    private static let widthMax = 256

    private var words: MergedWords

    /// - Parameter words: Merged cells of words that stand for several rows.
    init(filling words: MergedWords = MergedWords()) { self.words = words }

    /// Merged cells that stood for rows below their first.
    var filledDown: [SheetMarks.Range] { words.filled }

    /// Whether anything stands in the sheet.
    var isEmpty: Bool { nextRow == 1 && first.isEmpty }

    mutating func take(_ row: SheetRow) throws {
        guard !row.cells.isEmpty else { return }
        if row.isHidden { hide(row.number) }
        looks.note(row)
        var row = row
        if !words.isEmpty { words.fill(&row) }
        guard width == nil else { return try write(row) }
        first.append(row)
        if first.count == Self.rowsLookedAt { try settleWidth() }
    }

    /// The rows as a document.
    mutating func finish(_ witnesses: Witnesses) throws -> DelimitedDocument {
        try settleWidth()
        if let bytes = text.held { return DelimitedDocument(ofSheet: bytes, witnesses: witnesses) }
        return DelimitedDocument(ofSheet: try text.spooled())
    }

    /// As wide as the fullest of the first rows: rows that end before have empty cells up to there.
    private mutating func settleWidth() throws {
        guard width == nil else { return }
        let fullest = first.max { ($0.cells.count, $0.lastColumn) < ($1.cells.count, $1.lastColumn) }
        width = min(fullest?.lastColumn ?? 0, Self.widthMax)
        let rows = first
        first = []
        for row in rows { try write(row) }
    }

    private mutating func hide(_ number: Int) {
        if let last = hiddenRows.last, last.upperBound + 1 == number {
            hiddenRows[hiddenRows.count - 1] = last.lowerBound...number
        } else {
            hiddenRows.append(number...number)
        }
    }

    private mutating func write(_ row: SheetRow) throws {
        line.removeAll(keepingCapacity: true)
        line.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: row.number - nextRow))
        nextRow = row.number + 1
        var column = 1
        for cell in row.cells {
            line.append(contentsOf: repeatElement(Dialect.sheet.delimiter, count: cell.column - column))
            column = cell.column
            write(row.bytes(of: cell), cell.kind)
        }
        line.append(contentsOf: repeatElement(Dialect.sheet.delimiter, count: max(0, (width ?? 0) - column)))
        line.append(UInt8(ascii: "\n"))
        try text.append(line)
    }

    private mutating func write(_ bytes: ArraySlice<UInt8>, _ kind: SheetRow.Kind) {
        switch kind {
        case .text:
            guard Self.looksLikeNumber(bytes) else { return write(plain: bytes) }
            line.append(Dialect.sheet.quote)
            write(plain: bytes)
            line.append(Dialect.sheet.quote)
        case .number, .percentage:
            for byte in bytes { line.append(byte == UInt8(ascii: ".") ? UInt8(ascii: ",") : byte) }
            if kind == .percentage { line.append(UInt8(ascii: "%")) }
        case .date: write(day: bytes)
        case .digits, .time, .boolean, .error, .formula: write(plain: bytes)
        }
    }

    /// What separates cells and rows stands in no cell.
    private mutating func write(plain bytes: ArraySlice<UInt8>) {
        for byte in bytes { line.append(byte < 0x20 || byte == 0x7F ? 0x20 : byte) }
    }

    /// `2026-09-25 08:30` as 25/09/2026 08:30.
    private mutating func write(day bytes: ArraySlice<UInt8>) {
        let digits = Array(bytes)
        guard digits.count >= 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-") else {
            return write(plain: bytes)
        }
        line.append(contentsOf: digits[8...9])
        line.append(UInt8(ascii: "/"))
        line.append(contentsOf: digits[5...6])
        line.append(UInt8(ascii: "/"))
        line.append(contentsOf: digits[0...3])
        write(plain: digits[10...])
    }

    /// Digits with marks between or around them, and no letter.
    private static func looksLikeNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
        var (hasDigit, hasMark) = (false, false)
        for byte in bytes {
            if byte &- 0x30 < 10 {
                hasDigit = true
            } else if (byte | 0x20) &- 0x61 < 26 {
                return false
            } else {
                hasMark = true
            }
        }
        return hasDigit && hasMark
    }
}

extension SheetRow {
    fileprivate var lastColumn: Int { cells.last?.column ?? 0 }
}
