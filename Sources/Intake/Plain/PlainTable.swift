import DelimitedText
import Domain

/// A file read as a table of no particular form: its header is guessed, its rows are left as they stand, and whatever
/// could have moved a value into another column is a finding.
package struct PlainTable: Sendable {
    /// Without the blank lines.
    package let rows: [Row]
    package let headerRow: Int?
    /// Spreadsheet rows above the header.
    package let leftOut: [ClosedRange<Int>]
    package let findings: [Finding]

    package init(_ document: DelimitedDocument, file: String) {
        let doubts = document.allDoubts()
        var log = FindingLog()
        for doubt in doubts { log.add(FileDoubt.rule(doubt)) { FileDoubt.finding(doubt, in: file) } }
        let written = Self.rows(of: document, doubts)
        let shape = PlainShape(written)
        let header = shape.header
        if let header {
            Self.check(written, header, shape, document.dialect, file, &log)
            leftOut = header > 0 ? [written[0].spreadsheetRow...written[header].spreadsheetRow - 1] : []
        } else {
            leftOut = []
        }
        rows = written.filter { $0.fields != [""] || shape.width == 1 && header != nil }
        headerRow = header.map { written[$0].spreadsheetRow }
        findings = log.sorted(file: file)
    }

    /// A finding for each row under the header that has not as many cells, or for the header, save those already known.
    package static func lengths(_ table: [Row], file: String, except known: [Finding] = []) -> [Finding] {
        var log = FindingLog()
        addLengths(table, file, &log)
        return log.sorted(file: file).filter { finding in
            !known.contains { $0.rule == finding.rule && $0.position.row == finding.position.row }
        }
    }

    private static func addLengths(_ table: [Row], _ file: String, _ log: inout FindingLog) {
        guard let header = table.first else { return }
        let body = table.dropFirst().filter { $0.fields.contains { !$0.trimmedCell.isEmpty } || $0.fields.count > 1 }
        var expected = header.fields.count
        if let width = body.first?.fields.count, width > expected, body.allSatisfy({ $0.fields.count == width }),
            body.allSatisfy({ $0.fields[expected...].allSatisfy { $0.trimmedCell.isEmpty } })
        {
            let here = Position(file: file, line: header.line, row: header.spreadsheetRow)
            log.add(HeaderLength.self) { HeaderLength.finding(at: here, cells: header.fields.count, rows: width) }
            expected = width
        }
        for row in body where row.fields.count != expected {
            let here = Position(file: file, line: row.line, row: row.spreadsheetRow)
            log.add(RowLength.self) { RowLength.finding(at: here, cells: row.fields.count, expected: expected) }
        }
    }

    private static func rows(of document: DelimitedDocument, _ doubts: [Doubt]) -> [Row] {
        let hasOpenQuotes = doubts.contains {
            $0.kind == .loneQuote || $0.kind == .unclosedQuote || $0.kind == .cellTooLong
        }
        let rows = hasOpenQuotes ? document.recoveredRows() : document.rows()
        return rows.count > 1 && PlainShape.isSpaced(rows) ? rows.map(\.withoutLeadingBlanks) : rows
    }

    private static func check(
        _ rows: [Row], _ header: Int, _ shape: PlainShape, _ dialect: Dialect, _ file: String, _ log: inout FindingLog
    ) {
        func position(_ row: Row) -> Position { Position(file: file, line: row.line, row: row.spreadsheetRow) }
        addLengths(Array(rows[header...]), file, &log)
        if let doubtful = shape.doubtfulHeader(rows, dialect) {
            log.add(GuessedHeader.self) {
                GuessedHeader.finding(at: position(doubtful), header: rows[header].spreadsheetRow)
            }
        }
        if let second = shape.secondTable(rows) {
            log.add(OneTable.self) { OneTable.finding(at: position(second)) }
        }
        for row in rows where shape.holdsRows(row, dialect) {
            log.add(SwallowedRows.self) { SwallowedRows.finding(at: position(row)) }
        }
    }
}

extension Row {
    fileprivate var withoutLeadingBlanks: Row {
        Row(
            line: line, spreadsheetRow: spreadsheetRow,
            fields: fields.map { field in String(field.drop { $0 == " " }) }, quoted: quoted)
    }
}
