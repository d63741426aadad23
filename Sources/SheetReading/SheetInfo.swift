/// A sheet of a workbook before it is read.
package struct SheetInfo: Hashable, Sendable {
    package let name: String
    package let isHidden: Bool
    /// Cells; else a chart or a macro.
    package let hasCells: Bool
    /// The part that holds it, or its place in the file.
    let part: String
    let place: Int

    init(name: String, isHidden: Bool, hasCells: Bool = true, part: String = "", place: Int = 0) {
        (self.name, self.isHidden, self.hasCells) = (name, isHidden, hasCells)
        (self.part, self.place) = (part, place)
    }
}

/// What is known of a sheet once its rows have been read.
package struct SheetMarks: Hashable, Sendable {
    /// Cells that are one: rows and columns from 1.
    package struct Range: Hashable, Sendable {
        package let rows: ClosedRange<Int>
        package let columns: ClosedRange<Int>

        package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) { (self.rows, self.columns) = (rows, columns) }
    }

    /// A text that is attached to a cell.
    package struct Comment: Hashable, Sendable {
        /// 0 where the cell is not known.
        package let row: Int
        package let column: Int
        package let text: String
    }

    package internal(set) var merged: [Range] = []
    package internal(set) var hiddenColumns: [ClosedRange<Int>] = []
    package internal(set) var comments: [Comment] = []
    /// What stands in the sheet's part beside its cells: its page's header and footer, what its lists and links say.
    package internal(set) var words: [String] = []

    package init() {}
}
