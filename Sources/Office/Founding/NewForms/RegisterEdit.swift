import DelimitedText
import Domain

/// A register to which lines are added: what stands there stays as it is, byte for byte.
struct RegisterEdit {
    private(set) var bytes: [UInt8]
    private let header: [String]
    private let delimiter: UInt8
    private let lineEnd: String

    /// `nil` where nothing can be added to it by its bytes: it is no UTF-8.
    init?(_ file: SourceFile) {
        let document = DelimitedDocument(file.bytes)
        guard [.utf8, .utf8WithMark].contains(document.encoding), document.decision.misreading == nil,
            let first = document.rows().first
        else { return nil }
        bytes = file.bytes
        header = first.fields.map { $0.trimmedCell.lowercased() }
        // A header of one column says nothing of what stands between two.
        delimiter = document.dialect.delimiter
        lineEnd = file.bytes.contains(0x0D) ? "\r\n" : "\n"
    }

    /// Adds lines by the names of the columns; columns that nothing is said of stay empty.
    mutating func add(_ lines: [[String: String]]) {
        guard !lines.isEmpty else { return }
        if bytes.last != 0x0A { bytes += Array(lineEnd.utf8) }
        bytes += text(lines.map { line in header.map { line[$0] ?? "" } })
    }

    /// Changes one cell of the line whose cell under `key` says `value`; false where there is none.
    mutating func change(_ column: String, where key: String, is value: String, _ made: (String) -> String) -> Bool {
        guard let at = header.firstIndex(of: key), let changed = header.firstIndex(of: column) else { return false }
        let rows = DelimitedDocument(bytes).rows()
        guard
            let index = rows.indices.dropFirst().first(where: {
                at < rows[$0].fields.count && rows[$0].fields[at].trimmedCell == value
            }), changed < rows[index].fields.count
        else { return false }
        var fields = rows[index].fields
        fields[changed] = made(fields[changed].trimmedCell)
        let start = offset(ofLine: rows[index].line)
        let end = index + 1 < rows.count ? offset(ofLine: rows[index + 1].line) : bytes.count
        bytes.replaceSubrange(start..<end, with: text([fields]))
        return true
    }

    private func text(_ rows: [[String]]) -> [UInt8] {
        var writer = RowWriter(delimiter: delimiter, lineEnd: lineEnd)
        for row in rows { writer.write(row) }
        return writer.bytes
    }

    private func offset(ofLine line: Int) -> Int {
        var (offset, rest) = (0, line - 1)
        while rest > 0, offset < bytes.count {
            if bytes[offset] == 0x0A { rest -= 1 }
            offset += 1
        }
        return offset
    }
}
