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

    /// The same with every doubt: of the file, then of its rows.
    package func rowsWithDoubts() -> (rows: [Row], doubts: [Doubt]) {
        var rows: [Row] = []
        let found = forEachBlock { block in
            for row in 0..<block.rowCount {
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
        return (rows, doubts + found)
    }
}
