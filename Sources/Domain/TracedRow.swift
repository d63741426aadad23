/// A row of a submission, and what it adds to one measure at one place.
package struct TracedRow: Hashable, Sendable {
    /// A cell that the measure adds, as it stands in the file.
    package struct Cell: Hashable, Sendable {
        /// From 1.
        package let column: Int
        package let header: String
        package let written: String

        package init(column: Int, header: String, written: String) {
            self.column = column
            self.header = header
            self.written = written
        }
    }

    /// Line and spreadsheet row; no column.
    package let position: Position
    package let measure: String
    package let unit: UnitKey
    /// None where the row itself is what is counted.
    package let cells: [Cell]
    package let sum: Quantity
    /// What the department says of the row (Thuyết minh).
    package let reason: String?

    package init(
        position: Position, measure: String, unit: UnitKey, cells: [Cell], sum: Quantity, reason: String?
    ) {
        self.position = position
        self.measure = measure
        self.unit = unit
        self.cells = cells
        self.sum = sum
        self.reason = reason
    }
}

/// A row of a submission that is not counted.
package struct RefusedRow: Hashable, Sendable {
    package let position: Position
    /// `nil` where its place is not known.
    package let unit: UnitKey?
    /// Those of which a cell is not counted; `nil` where the row is not.
    package let measures: Set<String>?
    /// What is wrong with it, in the order of its columns.
    package let findings: [Finding]

    package init(position: Position, unit: UnitKey?, measures: Set<String>? = nil, findings: [Finding]) {
        self.position = position
        self.unit = unit
        self.measures = measures
        self.findings = findings
    }
}

/// The rows of one submission that stand behind the tallies of some measures.
package struct SubmissionTrace: Hashable, Sendable {
    package let rows: [TracedRow]
    package let refused: [RefusedRow]

    package init(rows: [TracedRow], refused: [RefusedRow]) {
        self.rows = rows
        self.refused = refused
    }
}
