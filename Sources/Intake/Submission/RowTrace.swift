import DelimitedText
import Domain

/// Which rows of a file its tallies come from, for the measures that are asked for.
struct RowTrace {
    let measures: Set<String>
    private(set) var rows: [TracedRow] = []
    private(set) var refused: [(position: Position, unit: UnitKey?)] = []

    init(measures: Set<String>) { self.measures = measures }

    /// Notes a row that a measure takes: its cells and what they come to, and that some of them are not counted.
    mutating func count(
        _ row: RowInHand, _ measure: String, _ columns: [Int], unit: UnitKey, _ table: TableInHand,
        _ block: borrowing RowBlock
    ) {
        guard measures.contains(measure) else { return }
        let counted = columns.filter { row.cells[$0] != .fault }
        if counted.count < columns.count { refuse(row.position, unit: unit) }
        guard columns.isEmpty || !counted.isEmpty else { return }
        let quantities = counted.map { row.cells[$0].amount ?? .zero }
        let sum = columns.isEmpty ? Quantity(thousandths: 1_000) : quantities.reduce(.zero, RowTrace.sum)
        var cells: [TracedRow.Cell] = []
        for column in counted {
            guard let field = table.shape.field(column) else { continue }
            cells.append(
                TracedRow.Cell(
                    column: field + 1, header: table.header(column).shownInMessage,
                    written: table.text(block, row.index, column).shownInMessage))
        }
        rows.append(
            TracedRow(
                position: row.position, measure: measure, unit: unit, cells: cells, sum: sum, reason: row.reason))
    }

    /// Notes a row of which it is not known whether the measure takes it.
    mutating func refuse(_ row: RowInHand, _ measure: String, unit: UnitKey) {
        if measures.contains(measure) { refuse(row.position, unit: unit) }
    }

    /// Notes a row that is not counted, or of which some cell is not; once.
    mutating func refuse(_ position: Position, unit: UnitKey?) {
        if refused.last?.position != position { refused.append((position, unit)) }
    }

    /// A sum too large makes the whole file uncounted, and then nothing of it is traced.
    private static func sum(_ left: Quantity, _ right: Quantity) -> Quantity { left.adding(right) ?? left }
}

extension SubmissionReader {
    /// Reads a file again and says which of its rows stand behind the tallies of `measures`, and which are not counted,
    /// or not with every cell.
    ///
    /// Of a file that is refused as a whole there are no rows.
    package func trace(_ file: SourceFile, measures: Set<String>) -> SubmissionTrace {
        let submission = SubmissionInHand(file, reader: self, tracing: RowTrace(measures: measures))
        guard let trace = submission.rows?.counter.trace, submission.isCounted else {
            return SubmissionTrace(rows: [], refused: [])
        }
        let findings = Dictionary(grouping: submission.findings.filter { $0.level != .note }, by: \.position.row)
        return SubmissionTrace(
            rows: trace.rows,
            refused: trace.refused.sorted { $0.position < $1.position }.map {
                RefusedRow(position: $0.position, unit: $0.unit, findings: findings[$0.position.row] ?? [])
            })
    }
}
