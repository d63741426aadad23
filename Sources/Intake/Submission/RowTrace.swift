import DelimitedText
import Domain

/// Which rows of a file its tallies come from, for the measures that are asked for.
struct RowTrace {
    let measures: Set<String>
    /// `nil`: wherever they lie.
    let units: Set<UnitKey>?
    /// Whether there are more than are kept.
    private(set) var isCut = false
    private(set) var rows: [TracedRow] = []
    private(set) var refused: [(position: Position, unit: UnitKey?, measures: Set<String>?)] = []

    /// Nobody reads more lines, and memory does not grow with them.
    private static let rowsMax = 50_000

    init(measures: Set<String>, units: Set<UnitKey>? = nil) { (self.measures, self.units) = (measures, units) }

    /// Notes a row that a measure takes: its cells and what they come to, and that some of them are not counted.
    mutating func count(
        _ row: RowInHand, _ measure: String, _ columns: [Int], unit: UnitKey, _ table: TableInHand,
        _ block: borrowing RowBlock
    ) {
        guard measures.contains(measure), isMeant(unit) else { return }
        let counted = columns.filter { row.cells[$0] != .fault }
        if counted.count < columns.count { refuse(row.position, unit: unit, of: measure) }
        guard columns.isEmpty || !counted.isEmpty, hasRoom() else { return }
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
        if measures.contains(measure) { refuse(row.position, unit: unit, of: measure) }
    }

    /// Notes a row that is not counted, or, of a measure, one of whose cells is not; once.
    mutating func refuse(_ position: Position, unit: UnitKey?, of measure: String? = nil) {
        guard unit.map(isMeant) ?? true else { return }
        guard refused.last?.position != position else {
            if let measure {
                refused[refused.count - 1].measures?.insert(measure)
            } else {
                refused[refused.count - 1].measures = nil
            }
            return
        }
        guard hasRoom() else { return }
        refused.append((position, unit, measure.map { [$0] }))
    }

    private func isMeant(_ unit: UnitKey) -> Bool { units?.contains(unit) ?? true }

    private mutating func hasRoom() -> Bool {
        isCut = isCut || rows.count + refused.count >= Self.rowsMax
        return !isCut
    }

    /// A sum too large makes the whole file uncounted, and then nothing of it is traced.
    private static func sum(_ left: Quantity, _ right: Quantity) -> Quantity { left.adding(right) ?? left }
}
