/// Reads a text again where quotes swallowed rows: a cell that opens a quote and does not end as a quoted cell does
/// ends with its line, and its quote is a letter.
///
/// For a look at a file that is not counted as it stands; the doubts of the file remain.
struct LineRecovery {
    private let bytes: [UInt8]
    private let dialect: Dialect
    /// The commonest number of cells of a line: what tells how a doubtful line is meant.
    private var width = 0

    init(_ bytes: [UInt8], dialect: Dialect) {
        self.bytes = bytes
        self.dialect = dialect
    }

    mutating func rows(from start: Int, line firstLine: Int) -> [Row] {
        width = commonestWidth(from: start)
        var rows: [Row] = []
        var at = start
        var line = firstLine
        while at < bytes.count {
            let written = whole(from: at)
            let row =
                written.flatMap { $0.cells.count == width ? $0 : nil } ?? lenient(from: at) ?? written
                ?? ofLine(from: at)
            rows.append(
                Row(
                    line: line, spreadsheetRow: rows.count + 1, fields: row.cells.map(\.text),
                    quoted: row.cells.map(\.isQuoted)))
            line += lineEnds(at..<row.end)
            at = row.end
        }
        return rows
    }

    private struct Cell {
        let text: String
        let isQuoted: Bool
    }

    private struct Found {
        var cells: [Cell] = []
        /// Where the next row begins.
        var end = 0
    }

    /// The row as it is meant to be written; `nil` where a quote in it closes nowhere, or before the cell ends.
    private func whole(from start: Int) -> Found? {
        var found = Found()
        var at = start
        while true {
            guard let (cell, end) = quoted(from: at, to: bytes.count) ?? plain(from: at, to: bytes.count) else {
                return nil
            }
            found.cells.append(cell)
            if end < bytes.count, bytes[end] == dialect.delimiter {
                at = end + 1
            } else {
                found.end = afterLineEnd(end)
                return found
            }
        }
    }

    /// One line whose quotes close only before a delimiter; `nil` where that does not give as many cells as other lines have.
    private func lenient(from start: Int) -> Found? {
        let end = bytes[start...].firstIndex(where: isLineEnd) ?? bytes.count
        let found = cells(start..<end, literal: nil, isLenient: true).cells
        return found.count == width ? Found(cells: found, end: afterLineEnd(end)) : nil
    }

    /// One line alone: of the ways to read its quotes, the first that gives as many cells as other lines have.
    private func ofLine(from start: Int) -> Found {
        let end = bytes[start...].firstIndex(where: isLineEnd) ?? bytes.count
        let usual = cells(start..<end, literal: nil)
        var chosen = usual.cells
        if chosen.count != width {
            let other = (0..<usual.quotes).lazy.map { cells(start..<end, literal: $0).cells }
            chosen = other.first { $0.count == width } ?? chosen
        }
        return Found(cells: chosen, end: afterLineEnd(end))
    }

    /// - Parameter literal: Which of the opening quotes is a letter.
    /// - Parameter isLenient: A quote that does not stand before a delimiter closes nothing.
    private func cells(
        _ range: Range<Int>, literal: Int?, isLenient: Bool = false
    ) -> (cells: [Cell], quotes: Int) {
        var cells: [Cell] = []
        var quotes = 0
        var at = range.lowerBound
        while true {
            let opens = at < range.upperBound && bytes[at] == dialect.quote
            let isLetter = opens && quotes == literal
            if opens { quotes += 1 }
            let (cell, end) =
                (isLetter ? nil : quoted(from: at, to: range.upperBound, isLenient: isLenient))
                ?? letters(from: at, to: range.upperBound)
            cells.append(cell)
            guard end < range.upperBound else { return (cells, quotes) }
            at = end + 1
        }
    }

    /// A cell in quotes that end where the cell does, and where.
    private func quoted(from start: Int, to limit: Int, isLenient: Bool = false) -> (Cell, Int)? {
        guard start < limit, bytes[start] == dialect.quote else { return nil }
        var text: [UInt8] = []
        var at = start + 1
        while at < limit {
            if bytes[at] != dialect.quote {
                text.append(bytes[at])
                at += 1
            } else if at + 1 < limit, bytes[at + 1] == dialect.quote, !(isLenient && endsCell(at + 2, limit)) {
                text.append(dialect.quote)
                at += 2
            } else if isLenient, !endsCell(at + 1, limit) {
                text.append(dialect.quote)
                at += 1
            } else {
                let end = at + 1
                guard endsCell(end, limit) else { return nil }
                return (Cell(text: String(decoding: text, as: UTF8.self), isQuoted: true), end)
            }
        }
        return nil
    }

    private func endsCell(_ at: Int, _ limit: Int) -> Bool {
        at >= limit || bytes[at] == dialect.delimiter || isLineEnd(bytes[at])
    }

    /// A cell that does not begin with a quote.
    private func plain(from start: Int, to limit: Int) -> (Cell, Int)? {
        start < limit && bytes[start] == dialect.quote ? nil : letters(from: start, to: limit)
    }

    /// Everything up to the next delimiter or line end, quotes and all.
    private func letters(from start: Int, to limit: Int) -> (Cell, Int) {
        var end = start
        while end < limit, bytes[end] != dialect.delimiter, !isLineEnd(bytes[end]) { end += 1 }
        return (Cell(text: String(decoding: bytes[start..<end], as: UTF8.self), isQuoted: false), end)
    }

    private func commonestWidth(from start: Int) -> Int {
        var counts: [Int: Int] = [:]
        var at = start
        while at < bytes.count {
            let end = bytes[at...].firstIndex(where: isLineEnd) ?? bytes.count
            counts[cells(at..<end, literal: nil).cells.count, default: 0] += 1
            at = afterLineEnd(end)
        }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    private func afterLineEnd(_ at: Int) -> Int {
        guard at < bytes.count else { return at }
        let isPair = bytes[at] == UInt8(ascii: "\r") && at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "\n")
        return at + (isPair ? 2 : 1)
    }

    private func lineEnds(_ range: Range<Int>) -> Int {
        var count = 0
        var at = range.lowerBound
        while at < range.upperBound {
            let next = isLineEnd(bytes[at]) ? afterLineEnd(at) : at + 1
            if next > at + 1 || isLineEnd(bytes[at]) { count += 1 }
            at = next
        }
        return count
    }
}

extension DelimitedDocument {
    /// All rows, of a file whose doubts say that quotes swallowed some of them: read line by line where they did.
    package func recoveredRows() -> [Row] {
        guard case .held(let scan) = content else { return rows() }
        var recovery = LineRecovery(Array(scan.text.bytes), dialect: dialect)
        return recovery.rows(from: scan.start, line: scan.line)
    }
}
