import Digest
import GRDB

/// What the hash of an entry covers: every row that hangs on it, in one order, each value with its type and length.
///
/// The hash is worked out from the rows as they are kept, both when they are written and when they are verified. A
/// table without a row for an entry leaves no trace in its hash, so tables may be added; columns may not.
final class Payload {
    /// Each table with its columns; the first holds the number of the entry.
    static let tables: [(name: String, columns: String, order: String)] = [
        ("text", "entry, id, value", "id"),
        ("blob", "entry, sha256, size, codec", "sha256"),
        ("catalogue", "entry, digest", "entry"),
        ("catalogue_file", "catalogue, n, name, blob", "n"),
        ("receipt", "entry, path, sha256, size, received_at, blob", "entry"),
        (
            "reading",
            """
            entry, receipt, catalogue, intake_digest, department, form, period_first, period_last, part, sequence, \
            state, unlisted, refused_rows_without_place, rows_read, rows_counted
            """, "entry"
        ),
        ("reading_measure", "reading, n, measure", "n"),
        ("refused_place", "reading, n, unit_code, unit_from", "n"),
        (
            "tally",
            """
            reading, n, measure, unit_code, unit_from, month, codes, sum, cells_number, cells_zero, \
            cells_uncollected, cells_empty
            """, "n"
        ),
        ("refused_cells", "reading, n, cells", "n"),
        (
            "finding",
            """
            reading, n, rule, level, file, line, row, column, header, value, message_vi, message_en, expected_vi, \
            expected_en, remedy_vi, remedy_en, answer
            """, "n"
        ),
        ("finding_subject", "reading, n, unit_code, unit_from, measure", "n"),
        (
            "answer",
            "reading, n, line, row, column, asked, file, rule, asked_row, asked_column, question, reason", "n"
        ),
        ("decision_list", "entry, receipt", "entry"),
        (
            "decision",
            """
            list, n, at, period_first, period_last, department, form, path, action, action_time, reason, approver
            """, "n"
        ),
        ("edition", "entry, period_first, period_last, number, issued_at, head, content_digest", "entry"),
        ("edition_file", "edition, n, name, blob", "n"),
        ("release", "entry, edition, audience, mask", "entry"),
        ("release_file", "release, n, role, name, blob", "n"),
        ("edition_draft", "edition, code", "edition"),
        ("obeyed", "entry, at, audience, edition", "entry"),
        ("wording", "entry, period_first, period_last, language, receipt", "entry"),
    ]

    private static let bufferBytes = 1 << 16

    private let statements: [(name: String, rows: PreparedStatement)]
    private var buffer: [UInt8] = []

    init(_ database: Database) {
        statements = Payload.tables.map { table in
            let entry = table.columns.prefix { $0 != "," }
            let sql = "SELECT \(table.columns) FROM \(table.name) WHERE \(entry) = ? ORDER BY \(table.order)"
            return (table.name, PreparedStatement(database, sql))
        }
    }

    /// SHA-256 of the previous hash, the entry's own values, and the rows that hang on it.
    func hash(seq: Int, kind: String, recordedAt: Int, previous: String) throws -> String {
        var hasher = SHA256()
        buffer.removeAll(keepingCapacity: true)
        add(previous)
        add(seq)
        add(kind)
        add(recordedAt)
        for (name, rows) in statements {
            try rows.bind(seq, at: 1)
            let count = rows.columnCount
            var isFirst = true
            while try rows.step() {
                if isFirst { add(name) }
                isFirst = false
                for column in 0..<count { add(rows, column) }
                if buffer.count >= Payload.bufferBytes {
                    hasher.update(buffer)
                    buffer.removeAll(keepingCapacity: true)
                }
            }
        }
        hasher.update(buffer)
        return hasher.finalize().hex
    }

    private func add(_ rows: PreparedStatement, _ column: Int32) {
        if rows.isInteger(column) {
            add(rows.integer(column))
        } else if rows.isNull(column) {
            buffer.append(UInt8(ascii: "n"))
        } else {
            addText(rows.bytes(column))
        }
    }

    private func add(_ text: String) {
        var text = text
        text.withUTF8 { addText(UnsafeRawBufferPointer($0)) }
    }

    private func addText(_ bytes: UnsafeRawBufferPointer) {
        buffer.append(UInt8(ascii: "t"))
        addFixed(UInt64(bytes.count))
        buffer.append(contentsOf: bytes)
    }

    private func add(_ value: Int) {
        buffer.append(UInt8(ascii: "i"))
        addFixed(UInt64(bitPattern: Int64(value)))
    }

    private func addFixed(_ value: UInt64) {
        withUnsafeBytes(of: value.bigEndian) { buffer.append(contentsOf: $0) }
    }
}
