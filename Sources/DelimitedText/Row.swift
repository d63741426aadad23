/// A row of a small file, with where it stands.
package struct Row: Sendable, Hashable {
    /// The physical line on which it begins, from 1.
    package let line: Int
    /// Its number in a spreadsheet, from 1.
    package let spreadsheetRow: Int
    /// Unquoted and not trimmed; never empty, as a blank line is one empty field.
    package let fields: [String]
    /// For each field, whether it was written in quotes.
    package let quoted: [Bool]

    package init(line: Int, spreadsheetRow: Int, fields: [String], quoted: [Bool]) {
        self.line = line
        self.spreadsheetRow = spreadsheetRow
        self.fields = fields
        self.quoted = quoted
    }
}

extension DelimitedDocument {
    /// All rows at once, for small files such as the catalogue's.
    package func rows() -> [Row] { rowsWithDoubts().rows }

    /// Whether it has more rows and cells than are held at once: they take memory by their number, not by their bytes.
    package var hasRowsBeyondRoom: Bool {
        var room = RowRoom()
        forEachBlock { block in
            for row in 0..<block.rowCount where room.isLeft { room.take(block.fieldCount(row)) }
        }
        return !room.isLeft
    }

    /// The same with every doubt: of the file, then of its rows. Where there are more than are held at once, the first
    /// and a doubt that says so.
    package func rowsWithDoubts() -> (rows: [Row], doubts: [Doubt]) {
        var rows: [Row] = []
        var room = RowRoom()
        var beyond: [Doubt] = []
        let found = forEachBlock { block in
            for row in 0..<block.rowCount where room.isLeft {
                room.take(block.fieldCount(row))
                guard room.isLeft else {
                    let number = block.spreadsheetRow(of: row)
                    beyond.append(
                        Doubt(kind: .tooLarge, line: block.line(of: row), row: number, column: nil, sample: ""))
                    break
                }
                let fields = 0..<block.fieldCount(row)
                var texts: [String] = []
                var quoted: [Bool] = []
                for field in fields {
                    texts.append(block.text(row, field))
                    quoted.append(block.isQuoted(row, field))
                }
                rows.append(
                    Row(
                        line: block.line(of: row), spreadsheetRow: block.spreadsheetRow(of: row), fields: texts,
                        quoted: quoted))
            }
        }
        return (rows, doubts + found + beyond)
    }
}

/// Room for rows that are held at once: some 100 MiB.
private struct RowRoom {
    /// A row takes as much as so many cells.
    private static let cellsPerRow = 8
    private static let cellsMax = 1 << 22

    private var cells = 0

    var isLeft: Bool { cells <= Self.cellsMax }

    mutating func take(_ fields: Int) { cells += Self.cellsPerRow + fields }
}
