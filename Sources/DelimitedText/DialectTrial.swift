/// How well one dialect fits the beginning of a file of no form.
///
/// Two things speak for it (van den Burg, Nazábal and Sutton, 2019): rows of one width, and cells that each hold one
/// thing.
struct DialectTrial {
    /// So much of a file shows its dialect.
    private static let surveyed = 1 << 18
    private static let worthOfOneCell = 0.001

    let dialect: Dialect
    /// Cells that open with the quote and do not end as a quoted cell does.
    private(set) var brokenCells = 0
    private(set) var quotedCells = 0
    private(set) var cells = 0
    private(set) var filledCells = 0
    private(set) var rows = 0
    private var knownCells = 0
    /// The first row of several cells has none that holds several things.
    private var isHeadKnown = true
    private var hasHead = false
    private var rowsByWidth: [Int: Int] = [:]
    /// The same without empty cells.
    private var rowsByCells: [Int: Int] = [:]

    init(_ text: DecodedText, _ dialect: Dialect, start: Int, line: Int, limits: Limits) {
        self.dialect = dialect
        let scan = ContentScan(
            text: text, dialect: dialect, start: start, line: line, limits: limits, blockBytes: 1 << 16)
        scan.look(limit: Self.surveyed) { take($0) }
        // Runs of blanks stand for one, as in aligned columns, where the rows are more even so.
        if dialect.delimiter == UInt8(ascii: " "), rowsByCells.count < rowsByWidth.count { rowsByWidth = rowsByCells }
    }

    private mutating func take(_ block: borrowing RowBlock) {
        for row in 0..<block.rowCount {
            let width = block.fieldCount(row)
            if width == 1, block.written(row, 0).isEmpty { continue }
            rows += 1
            rowsByWidth[width, default: 0] += 1
            rowsByCells[max(1, (0..<width).count { !block.written(row, $0).isEmpty }), default: 0] += 1
            for field in 0..<block.fieldCount(row) {
                let cell = block.written(row, field)
                cells += 1
                if !cell.isEmpty { filledCells += 1 }
                if CellKind.isKnown(cell, quote: dialect.quote) {
                    knownCells += 1
                } else if !hasHead, width > 1 {
                    isHeadKnown = false
                }
                guard cell.first == dialect.quote else { continue }
                if cell.count > 1, cell.last == dialect.quote { quotedCells += 1 } else { brokenCells += 1 }
            }
            hasHead = hasHead || width > 1
        }
    }

    var commonestWidth: Int { rowsByWidth.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1 }

    var widths: Int { rowsByWidth.count }

    /// The share of rows that have the commonest width; lines of one cell are titles and notes as long as they are few.
    var evenness: Double {
        let lines = rowsByWidth[1] ?? 0
        let counted = commonestWidth > 1 && lines * 2 <= rows ? rows - lines : rows
        return counted == 0 ? 0 : Double(rowsByWidth[commonestWidth] ?? 0) / Double(counted)
    }

    /// The share of cells that hold one thing.
    var kinds: Double { cells == 0 ? 0 : Double(knownCells) / Double(cells) }

    /// How even the rows are, the wider the better.
    private var pattern: Double {
        rowsByWidth.reduce(0.0) { sum, entry in
            sum + Double(entry.value) * max(Double(entry.key - 1), Self.worthOfOneCell) / Double(entry.key)
        } / Double(max(1, rowsByWidth.count))
    }

    var score: Double { pattern * max(kinds, 0.001) }

    /// Whether it takes the place of the common dialect: everything in it is whole, even, and explains more.
    func excels(_ common: DialectTrial) -> Bool {
        let isWeak = dialect.delimiter == UInt8(ascii: " ") || dialect.delimiter == UInt8(ascii: ":")
        return brokenCells == 0 && commonestWidth > 1 && rows > 1 && (rows > 2 || !isWeak || commonestWidth > 2)
            && (isHeadKnown || !isWeak) && evenness >= (isWeak ? 0.9 : 0.75) && kinds >= 0.8 && kinds > common.kinds
            && score > common.score
    }
}
