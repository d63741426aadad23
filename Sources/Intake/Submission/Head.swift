import DelimitedText
import Domain

/// The first rows of a file: what stands above the table, and the table's header.
struct Head {
    /// A cell above the header, with where it stands.
    struct Cell {
        let text: String
        let position: Position
    }

    /// `Key: value` above the header.
    struct Entry {
        let key: Key
        /// As written, the words before the colon.
        let label: String
        let value: String
        let position: Position
    }

    enum Key { case form, period, department, sequence, supplement, blanks }

    /// How many rows are looked at; no form has its header further down.
    static let rowsRead = 60

    let rows: [Row]
    let header: TableHeader?
    /// Every cell above the header that is not empty; without a header, of all rows read.
    let cells: [Cell]
    let entries: [Entry]

    init(_ document: DelimitedDocument, file: String, index: HeaderIndex) {
        let rows = Self.firstRows(of: document)
        let header = HeaderFinder(rows: rows, index: index).header
        self.rows = rows
        self.header = header
        let above = rows.prefix(header?.rows.lowerBound ?? rows.count)
        let cells = above.flatMap { row in
            row.fields.enumerated().compactMap { column, text -> Cell? in
                let clean = text.trimmedCell
                guard !clean.isEmpty else { return nil }
                return Cell(
                    text: clean,
                    position: Position(file: file, line: row.line, row: row.spreadsheetRow, column: column + 1))
            }
        }
        self.cells = cells
        entries = Self.entries(in: cells)
    }

    init(rows: [Row], header: TableHeader?, cells: [Cell], entries: [Entry]) {
        self.rows = rows
        self.header = header
        self.cells = cells
        self.entries = entries
    }

    /// The same with what a package says of itself.
    func said(by entries: [Entry]) -> Head { Head(rows: rows, header: header, cells: cells, entries: entries) }

    /// Of a file that is no text.
    static let empty = Head(rows: [], header: nil, cells: [], entries: [])

    func entry(_ key: Key) -> Entry? { entries.first { $0.key == key } }

    private struct Enough: Error {}

    private static func firstRows(of document: DelimitedDocument) -> [Row] {
        var rows: [Row] = []
        _ = try? document.forEachBlock { block in
            for row in 0..<block.rowCount {
                guard rows.count < rowsRead else { throw Enough() }
                let fields = (0..<min(block.fieldCount(row), 400)).map { block.text(row, $0) }
                rows.append(
                    Row(
                        line: block.line(of: row), spreadsheetRow: block.spreadsheetRow(of: row), fields: fields,
                        quoted: []))
            }
        }
        return rows
    }

    private static func entries(in cells: [Cell]) -> [Entry] {
        var entries: [Entry] = []
        for (index, cell) in cells.enumerated() where cell.text.utf8.count < 400 {
            let parts = WitnessLine.parts(of: cell.text) { key(Folding.key(String($0))) != nil }
            for part in parts {
                let sides = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                let label = String(sides[0]).trimmedCell
                guard let key = key(Folding.key(label)) else { continue }
                var value = sides.count == 2 ? String(sides[1]).trimmedCell : ""
                if value.isEmpty, parts.count == 1, index + 1 < cells.count,
                    cells[index + 1].position.row == cell.position.row
                {
                    value = cells[index + 1].text
                }
                entries.append(Entry(key: key, label: label, value: value, position: cell.position))
            }
        }
        return entries
    }

    private static func key(_ words: String) -> Key? {
        switch words {
        case "bieu so", "bieu", "mau so", "mau bieu", "bieu mau", "bieu mau so", "mau bieu so": .form
        case "ky bao cao", "ky", "ky so lieu", "ky bc": .period
        case "don vi gui", "don vi bao cao", "don vi gui bao cao", "co quan gui", "co quan bao cao", "don vi lap bieu":
            .department
        case "lan gui", "gui lan", "lan gui so": .sequence
        case "bo sung", "gui bo sung", "ban bo sung": .supplement
        default: words.hasPrefix("o trong") ? .blanks : nil
        }
    }
}

/// The header of a table: one row, or up to three of merged cells.
struct TableHeader {
    /// Places in the rows read.
    let rows: ClosedRange<Int>
    let line: Int
    let spreadsheetRow: Int
    /// As written, the words of merged cells joined.
    let texts: [String]
    /// The columns of all forms that each cell may mean.
    let columns: [[HeaderIndex.Column]]
    /// How many columns of each form it has.
    let scores: [Int: Int]

    /// The forms of which it has most columns.
    var forms: [Int] {
        let best = scores.values.max() ?? 0
        return scores.filter { $0.value == best }.keys.sorted()
    }

    /// Up to the last cell that holds something.
    var width: Int { (texts.lastIndex { !$0.isEmpty } ?? -1) + 1 }
}
