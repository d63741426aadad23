import Domain

/// A form of one department for one period, ready to be filled in.
package struct Template: Hashable, Sendable {
    /// The file's name without its extension, which witnesses department, form and period: `CAT-03-an-2026-11`.
    package let name: String
    package let title: [String]
    /// The lines between the title and the table, in the order of the page: `Biểu số: 03/AN`.
    package let head: [String]
    /// What the last of these lines may say of blanks, the one that stands there first; empty in a register.
    package let blanks: [String]
    package let columns: [Column]
    /// What is filled in already, as wide as the columns.
    package let rows: [[String]]
    /// Rows below them that are to be filled in.
    package let emptyRowCount: Int
    /// How it is filled in and sent, a sentence or two each.
    package let instructions: [String]
    package let author: String
    /// The name of the sheet that is filled in.
    package let sheetName: String
    /// Columns in front that stay in sight beside the others, and are as wide as they need.
    package let fixedColumns: Int

    /// A column, and what may be typed into its cells.
    package struct Column: Hashable, Sendable {
        package enum Entry: Hashable, Sendable {
            /// Filled in by the template, or free.
            case text
            case numbering
            /// A whole number from zero to the largest plausible one.
            case whole(upTo: Int)
            case decimal(upTo: Int, decimals: Int)
            case day(ClosedRange<Day>)
            /// One of these names.
            case oneOf([String])
            /// A text of at most so many characters.
            case reason(Int)
        }

        package let header: String
        package let entry: Entry
        /// Every row needs a value.
        package let isNeeded: Bool

        package init(header: String, entry: Entry, isNeeded: Bool) {
            self.header = header
            self.entry = entry
            self.isNeeded = isNeeded
        }
    }

    package init(
        name: String, title: [String], head: [String], blanks: [String], columns: [Column], rows: [[String]],
        emptyRowCount: Int, instructions: [String], author: String, sheetName: String = "Biểu",
        fixedColumns: Int = 0
    ) {
        self.sheetName = sheetName
        self.fixedColumns = fixedColumns
        self.name = name
        self.title = title
        self.head = head
        self.blanks = blanks
        self.columns = columns
        self.rows = rows
        self.emptyRowCount = emptyRowCount
        self.instructions = instructions
        self.author = author
    }

    /// The lines above the table, each in the first cell of its row; `nil` is an empty row.
    package var linesAbove: [String?] {
        if title.isEmpty, head.isEmpty { return [] }
        return title.map { $0 } + [nil] + head.map { $0 } + (blanks.first.map { [$0] } ?? []) + [nil]
    }
}
