/// Writes rows as RFC 4180 has them: cells in quotes where they need them, quotes doubled.
///
/// What it writes, `DelimitedDocument` reads back as it was.
package struct RowWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    private let delimiter: UInt8
    private let lineEnd: [UInt8]
    private var isFirstCell = true

    /// - Parameter mark: Begin with a byte-order mark, without which Excel takes UTF-8 for the machine's old code page.
    package init(delimiter: UInt8 = Dialect.comma, lineEnd: String = "\r\n", mark: Bool = false) {
        self.delimiter = delimiter
        self.lineEnd = Array(lineEnd.utf8)
        if mark { bytes = [0xEF, 0xBB, 0xBF] }
    }

    package mutating func write(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(delimiter) }
            writeCell(field)
        }
        bytes += lineEnd
        isFirstCell = false
    }

    private mutating func writeCell(_ field: String) {
        defer { isFirstCell = false }
        var field = field
        field.withUTF8 { cell in
            guard needsQuotes(cell) else {
                bytes.append(contentsOf: cell)
                return
            }
            bytes.append(UInt8(ascii: "\""))
            for byte in cell {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        }
    }

    /// Readers strip a mark at a cell's start, and obey `sep=` at the head of a file.
    private func needsQuotes(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in cell {
            switch byte {
            case delimiter, UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"): return true
            default: continue
            }
        }
        if cell.first == 0xEF, cell.starts(with: "\u{FEFF}".utf8) { return true }
        return isFirstCell && cell.prefix(4).elementsEqual("sep=".utf8) { $0 | 0x20 == $1 | 0x20 }
    }
}
