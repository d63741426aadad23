/// Gives what was found among the bytes its line, row and column, block by block.
struct DoubtLocator {
    private let text: DecodedText
    private var doubts: [Doubt] = []
    private var nextBlemish = 0
    /// The last place whose physical line was counted.
    private var counted = (offset: -1, line: 0)

    init(text: DecodedText) {
        self.text = text
    }

    /// The doubts of one block, in the order of its cells.
    mutating func locate(_ irregularities: [RowScanner.Irregularity], in block: borrowing RowBlock) -> [Doubt] {
        var found = irregularities.map { doubt(of: $0, in: block) }
        while nextBlemish < text.blemishes.count, block.rowCount > 0,
            text.blemishes[nextBlemish].offset < block.endOffset
        {
            found.append(doubt(of: text.blemishes[nextBlemish], in: block))
            nextBlemish += 1
        }
        found.sort { ($0.row, $0.column ?? 0, $0.line) < ($1.row, $1.column ?? 0, $1.line) }
        doubts += found
        return found
    }

    /// All doubts, each kind's last with the number of those that are not listed.
    func all(furtherLoneQuotes: Int) -> [Doubt] {
        var further = text.furtherBlemishes
        further[.loneQuote] = furtherLoneQuotes
        var all = doubts
        for (kind, count) in further where count > 0 {
            guard let last = all.lastIndex(where: { $0.kind == kind }) else { continue }
            all[last].further = count
        }
        return all
    }

    private func doubt(of irregularity: RowScanner.Irregularity, in block: borrowing RowBlock) -> Doubt {
        let row = irregularity.row - block.firstRow
        var range = irregularity.offset..<text.bytes.count
        if row < block.rowCount { range = block.range(row, irregularity.column - 1) }
        return Doubt(
            kind: irregularity.kind, line: irregularity.line, row: irregularity.row, column: irregularity.column,
            sample: Sample.beginning(of: range, in: text.bytes))
    }

    private mutating func doubt(of blemish: DecodedText.Blemish, in block: borrowing RowBlock) -> Doubt {
        let (row, field) = block.place(of: blemish.offset)
        let rowOffset = block.offset(of: row)
        if counted.offset < rowOffset { counted = (rowOffset, block.line(of: row)) }
        counted.line += lineEnds(counted.offset..<blemish.offset)
        counted.offset = blemish.offset
        return Doubt(
            kind: blemish.kind, line: counted.line, row: block.spreadsheetRow(of: row), column: field + 1,
            sample: blemish.hex.isEmpty
                ? Sample.beginning(of: block.range(row, field), in: text.bytes)
                : Sample.around(blemish.offset, in: text.bytes, from: text.start, hex: blemish.hex))
    }

    /// How many lines end within the range; no blemish stands between a CR and its LF.
    private func lineEnds(_ range: Range<Int>) -> Int {
        var count = 0
        for at in range {
            switch text.bytes[at] {
            case UInt8(ascii: "\r"): count += 1
            case UInt8(ascii: "\n") where at == 0 || text.bytes[at - 1] != UInt8(ascii: "\r"): count += 1
            default: break
            }
        }
        return count
    }
}
