/// Decides the delimiter of a text from its rows.
///
/// Each candidate reads the text in earnest. A good one gives many rows of one width and few widths (the measure of
/// patterns), of cells that hold no other candidate where one would stand as a delimiter: `1,5` may be a number and
/// `phổ biến, tuyên truyền` a phrase, but `Bắc Yên;12` is two cells.
struct DialectSurvey {
    static let candidates = [Dialect.semicolon, Dialect.comma, Dialect.tab, Dialect.bar]
    /// A row of one cell proves almost nothing for its delimiter.
    private static let worthOfOneCell = 0.001

    /// What the best candidate makes of the text.
    struct Result {
        var dialect: Dialect
        let isSingleColumn: Bool
        let quoteFaults: Int
        let quotedCells: Int
        let cells: Int
        /// Rows that are not blank, and how many widths they have.
        let rows: Int
        let widths: Int
        let commonestWidth: Int
    }

    private let delimiter: UInt8
    private let quote: UInt8
    private var quoteFaults = 0
    private var quotedCells = 0
    private var rowsByWidth: [Int: Int] = [:]
    /// Rows of several cells in which a delimiter is not followed by a space, as it would be in a phrase.
    private var tightRows = 0
    private var cells = 0
    private var cleanCells = 0

    /// - Parameter declared: The delimiter, where the text itself names it.
    static func decide(
        _ text: DecodedText, start: Int, line: Int, declared: UInt8?, quote: UInt8, limits: Limits,
        among candidates: [UInt8]
    ) -> Result {
        let surveyed = start..<min(text.bytes.count, start + limits.surveyBytes)
        let present = (declared.map { [$0] } ?? candidates).filter { candidate in
            text.bytes.withUnsafeBufferPointer { ByteSearch.contains(candidate, in: $0, surveyed) }
        }
        var best: DialectSurvey?
        for delimiter in present {
            var survey = DialectSurvey(delimiter, quote: quote)
            survey.quoteFaults = ContentScan(
                text: text, dialect: Dialect(delimiter: delimiter, quote: quote), start: start, line: line,
                limits: limits, blockBytes: 1 << 18
            ).look(limit: limits.surveyBytes) { survey.take($0) }
            if best.map({ survey.score > $0.score }) ?? true { best = survey }
        }
        return Result(
            dialect: Dialect(
                delimiter: declared ?? best?.delimiter ?? Dialect.comma, quote: quote,
                hasSeparatorLine: declared != nil),
            isSingleColumn: best?.isSingleColumn ?? true, quoteFaults: best?.quoteFaults ?? 0,
            quotedCells: best?.quotedCells ?? 0, cells: best?.cells ?? 0,
            rows: best?.rowsByWidth.values.reduce(0, +) ?? 0,
            widths: best?.rowsByWidth.count ?? 0, commonestWidth: best?.commonestWidth ?? 1)
    }

    private init(_ delimiter: UInt8, quote: UInt8) {
        self.delimiter = delimiter
        self.quote = quote
    }

    private var commonestWidth: Int {
        rowsByWidth.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
    }

    private mutating func take(_ block: borrowing RowBlock) {
        for row in 0..<block.rowCount {
            let width = block.fieldCount(row)
            if width == 1, block.written(row, 0).isEmpty { continue }
            rowsByWidth[width, default: 0] += 1
            cells += width
            var isTight = false
            for field in 0..<width {
                let cell = block.written(row, field)
                if isClean(cell) { cleanCells += 1 }
                if cell.count > 1, cell[0] == quote, cell[cell.count - 1] == quote { quotedCells += 1 }
                if field > 0, cell.first != UInt8(ascii: " ") { isTight = true }
            }
            if isTight { tightRows += 1 }
        }
    }

    private var score: Double {
        guard cells > 0 else { return 0 }
        let pattern = rowsByWidth.reduce(0.0) { sum, entry in
            sum + Double(entry.value) * max(Double(entry.key - 1), Self.worthOfOneCell) / Double(entry.key)
        }
        return pattern / Double(rowsByWidth.count) * Double(cleanCells) / Double(cells)
    }

    /// What looks like delimiters are commas in phrases: here and there, and each before a space. A lone header
    /// under its titles is a table all the same.
    private var isSingleColumn: Bool {
        guard tightRows == 0 else { return false }
        let wide = rowsByWidth.filter { $0.key > 1 }
        let rows = rowsByWidth.values.reduce(0, +)
        return wide.allSatisfy { $0.value < 2 } && wide.values.reduce(0, +) * 2 <= rows
    }

    private func isClean(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        // A quote after blanks quotes as well, though not here.
        if cell.first(where: { $0 != UInt8(ascii: " ") }) == quote {
            return cell.last(where: { $0 != UInt8(ascii: " ") }) == quote
        }
        for (at, byte) in cell.enumerated() {
            switch byte {
            case delimiter: continue
            case quote, Dialect.tab, Dialect.bar: return false
            case Dialect.semicolon where !isFollowedBySpace(at, in: cell): return false
            case Dialect.comma where !isFollowedBySpace(at, in: cell) && !isBetweenDigits(at, in: cell): return false
            default: continue
            }
        }
        return true
    }

    private func isFollowedBySpace(_ at: Int, in cell: UnsafeBufferPointer<UInt8>) -> Bool {
        at + 1 < cell.count && cell[at + 1] == UInt8(ascii: " ")
    }

    private func isBetweenDigits(_ at: Int, in cell: UnsafeBufferPointer<UInt8>) -> Bool {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return at > 0 && at + 1 < cell.count && digits.contains(cell[at - 1]) && digits.contains(cell[at + 1])
    }
}
