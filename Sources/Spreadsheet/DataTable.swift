import CXlsxWriter

/// A native table of Excel: a heading over each column, records below, a name for formulas.
package struct DataTable: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
        /// Unique in its table without regard to case, and not empty.
        package let heading: String
        package let format: CellFormat

        /// A heading, and how it is drawn.
        package init(_ heading: String, _ format: CellFormat) {
            self.heading = heading
            self.format = format
        }
    }

    /// Unique in its workbook; begins with a letter, and has letters, digits and `_`.
    package let name: String
    package let columns: [Column]
    /// How many records stand below the headings; one at least, and an empty table has one of blank cells.
    package let rowCount: Int
    package var hasFilter = true

    package init(name: String, columns: [Column], rowCount: Int) {
        self.name = name
        self.columns = columns
        self.rowCount = rowCount
    }

    /// Headings that a table takes, near those wanted: of one line, none empty and no two alike.
    package static func headings(_ wanted: [String]) -> [String] {
        var seen: Set<String> = []
        return wanted.enumerated().map { index, text in
            let clean = CleanText.cut(CleanText.line(text), to: 240)
            let base = clean.allSatisfy(\.isWhitespace) ? "\(index + 1)" : clean
            var heading = base
            var number = 2
            while !seen.insert(heading.lowercased()).inserted {
                heading = "\(base) (\(number))"
                number += 1
            }
            return heading
        }
    }
}

extension Sheet {
    /// Lays a table over cells and writes its headings. Its records are written like other cells.
    package mutating func addTable(_ table: DataTable, at corner: CellAddress) throws(SpreadsheetError) {
        let operation = "add the table “\(table.name)” to \(name.quoted)"
        try require(!table.columns.isEmpty && table.rowCount > 0, operation, "a table without columns or rows")
        try state.claim(table.name, operation)
        let last = CellAddress(
            row: corner.row + table.rowCount, column: corner.column + table.columns.count - 1)
        let (row, column) = try place(corner, operation)
        let (lastRow, lastColumn) = try place(last, operation)
        let arena = TextArena()
        var columns: [lxw_table_column] = []
        var seen: Set<String> = []
        for (offset, heading) in table.columns.enumerated() {
            // A heading is also an attribute of the table, where a line feed would not survive.
            let text = CleanText.cut(CleanText.line(heading.heading), to: 255)
            try require(
                !text.isEmpty && seen.insert(text.lowercased()).inserted, operation,
                "the heading “\(text)” is empty or occurs twice")
            var stored = lxw_table_column()
            stored.header = arena.copy(CleanText.escape(text))
            stored.header_format = try state.formats.pointer(for: heading.format)
            columns.append(stored)
            try take(CellAddress(row: corner.row, column: corner.column + offset), .text(text))
        }
        var options = lxw_table_options()
        options.name = arena.copy(table.name)
        options.no_autofilter = table.hasFilter ? 0 : 1
        options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
        options.style_type_number = 1
        let status = columns.withUnsafeMutableBufferPointer { buffer in
            var pointers: [UnsafeMutablePointer<lxw_table_column>?] = buffer.indices.map { index in
                buffer.baseAddress.map { $0 + index }
            }
            pointers.append(nil)
            return pointers.withUnsafeMutableBufferPointer { list in
                options.columns = list.baseAddress
                return withExtendedLifetime(arena) {
                    worksheet_add_table(raw, row, column, lastRow, lastColumn, &options)
                }
            }
        }
        try check(status, operation)
    }
}
