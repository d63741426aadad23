import DelimitedText

/// What the rows of a table of no form look like: how wide they are, and which is the header.
struct PlainShape {
    /// The commonest number of cells in a row.
    let width: Int
    /// Index of the header among the rows; `nil` where there is nothing but blanks.
    let header: Int?

    /// A header further down is none.
    private static let headRows = 60
    private static let otherDelimiters: [Character] = [",", ";", "\t", "|", " ", ":", "^", "~"]
    /// A line of fewer letters is no title.
    private static let leastTitle = 4
    /// So many rows show what a column holds.
    private static let sampledRows = 200

    init(_ rows: [Row]) {
        var counts: [Int: Int] = [:]
        for row in rows where Self.filled(row) > 0 { counts[row.fields.count, default: 0] += 1 }
        let width = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
        let usual = rows.filter { $0.fields.count == width }.map(Self.filled).sorted()
        let usualFilled = usual.isEmpty ? 1 : usual[usual.count / 2]
        let least = width == 1 ? 1 : max(2, (usualFilled + 1) / 2)
        let head = rows.prefix(Self.headRows)
        self.width = width
        header = head.firstIndex { Self.filled($0) >= least } ?? rows.firstIndex { Self.filled($0) > 0 }
    }

    static func filled(_ row: Row) -> Int { row.fields.count { !$0.trimmedCell.isEmpty } }

    /// Every cell but a row's first follows its delimiter after a blank.
    static func isSpaced(_ rows: [Row]) -> Bool {
        var cells = 0
        for row in rows {
            for field in row.fields.dropFirst() where !field.isEmpty {
                guard field.hasPrefix(" ") else { return false }
                cells += 1
            }
        }
        return cells > 2
    }

    /// A line above the header that may be the header in another delimiter, or the header where it looks like data.
    func doubtfulHeader(_ rows: [Row], _ dialect: Dialect) -> Row? {
        guard let header, width > 1 else { return nil }
        if let above = header > 0 ? rows[header - 1] : nil, Self.filled(above) > 0,
            above.fields.joined().count < Self.leastTitle || hasNamelessColumn(rows, header)
        {
            return above
        }
        for row in rows[..<header] {
            let text = row.fields.joined(separator: "\n")
            for other in Self.otherDelimiters where other.utf8.first != dialect.delimiter {
                let count = text.count { $0 == other }
                let isFar = other == " " && (row.spreadsheetRow != rows[header].spreadsheetRow - 1 || width < 4)
                if count >= width - 1, !isFar { return row }
            }
        }
        return isUpperRow(rows, header) || looksLikeData(rows, header) || recurs(rows, header) ? rows[header] : nil
    }

    /// A cell of the header is empty over cells that are not.
    private func hasNamelessColumn(_ rows: [Row], _ header: Int) -> Bool {
        guard header + 1 < rows.count else { return false }
        return zip(rows[header].fields, rows[header + 1].fields).contains { name, cell in
            name.trimmedCell.isEmpty && !cell.trimmedCell.isEmpty
        }
    }

    /// The row below holds words alone, and fills cells that are empty in this one: it may be the header's lower row.
    private func isUpperRow(_ rows: [Row], _ header: Int) -> Bool {
        hasNamelessColumn(rows, header)
            && rows[header + 1].fields.allSatisfy { !$0.trimmedCell.isEmpty && !Self.isNumeric($0.trimmedCell) }
    }

    /// The words of the row come again below it, each in its column: names of columns do not. The whole row again
    /// over numbers is another table's header.
    private func recurs(_ rows: [Row], _ header: Int) -> Bool {
        let below = rows[(header + 1)...].prefix(Self.sampledRows)
        let others = below.filter { $0.fields != rows[header].fields && Self.filled($0) > 0 }
        let isOverNumbers = rows[header].fields.indices.contains { column in
            !Self.isNumeric(rows[header].fields[column].trimmedCell)
                && !others.isEmpty
                && others.allSatisfy { column < $0.fields.count && Self.isNumeric($0.fields[column].trimmedCell) }
        }
        let body = isOverNumbers ? others : Array(below)
        let again = rows[header].fields.indices.count { column in
            let name = rows[header].fields[column].trimmedCell
            return !name.isEmpty && body.contains { column < $0.fields.count && $0.fields[column].trimmedCell == name }
        }
        return again > 1
    }

    /// Wherever the rows below hold numbers the header holds one as well, and they are no years.
    private func looksLikeData(_ rows: [Row], _ header: Int) -> Bool {
        let body = rows[(header + 1)...].prefix(Self.sampledRows).filter { $0.fields.count == width }
        guard body.count > 1, rows[header].fields.count == width else { return false }
        let numeric = (0..<width).filter { column in
            let cells = body.map { $0.fields[column].trimmedCell }.filter { !$0.isEmpty }
            return !cells.isEmpty && cells.count(where: Self.isNumeric) * 10 >= cells.count * 9
        }
        let above = numeric.map { rows[header].fields[$0].trimmedCell }
        return !above.isEmpty && above.allSatisfy(Self.isNumeric) && !above.allSatisfy(Self.isYear)
    }

    private static func isNumeric(_ cell: String) -> Bool {
        guard let first = cell.utf8.first(where: { $0 != UInt8(ascii: "-") }) else { return false }
        return (0x30...0x39).contains(first) && !cell.contains(where: \.isLetter)
    }

    private static func isYear(_ cell: String) -> Bool { cell.count == 4 && Int(cell).map { $0 > 1800 } ?? false }

    /// The row at which another table seems to begin: the header again, or rows after a blank line.
    func secondTable(_ rows: [Row]) -> Row? {
        guard let header, width > 1 else { return nil }
        var isAfterBlank = false
        for row in rows[(header + 1)...] {
            if row.fields == rows[header].fields { return row }
            let filled = Self.filled(row)
            if isAfterBlank, filled > 1 { return row }
            isAfterBlank = filled == 0
        }
        return nil
    }

    /// A cell of several lines, one of which would be a row by itself.
    func holdsRows(_ row: Row, _ dialect: Dialect) -> Bool {
        zip(row.fields, row.quoted).contains { field, isQuoted in
            guard isQuoted, field.utf8.contains(UInt8(ascii: "\n")) || field.utf8.contains(UInt8(ascii: "\r")) else {
                return false
            }
            let lines = field.utf8.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
            return lines.contains { line in line.count { $0 == dialect.delimiter } >= max(2, width - 1) }
        }
    }
}
