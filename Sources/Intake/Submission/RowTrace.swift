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
    private(set) var refused: [(position: Position, unit: UnitKey?)] = []

    /// Nobody reads more lines, and memory does not grow with them.
    private static let rowsMax = 50_000

    init(measures: Set<String>, units: Set<UnitKey>? = nil) { (self.measures, self.units) = (measures, units) }

    /// Notes a row that is counted: for each measure that takes it, its cells and what they come to.
    mutating func count(_ reader: TableReader, place: UnitKey, _ block: borrowing RowBlock, _ row: Int) {
        guard units.map({ $0.contains(place) }) ?? true else { return }
        for (measure, columns) in reader.feeds(block, row) where measures.contains(measure) {
            guard hasRoom() else { return }
            let quantities = columns.map { reader.cells[$0].amount ?? .zero }
            let sum = columns.isEmpty ? Quantity(thousandths: 1_000) : quantities.reduce(.zero, RowTrace.sum)
            let cells = columns.compactMap { column -> TracedRow.Cell? in
                guard let field = reader.shape.field(column) else { return nil }
                return TracedRow.Cell(
                    column: field + 1, header: reader.header(column).shownInMessage,
                    written: reader.text(block, row, column).shownInMessage)
            }
            rows.append(
                TracedRow(
                    position: reader.position(block, row), measure: measure, unit: place, cells: cells, sum: sum,
                    reason: reader.reason))
        }
    }

    mutating func refuse(_ position: Position, unit: UnitKey?) {
        guard unit.flatMap({ unit in units.map { $0.contains(unit) } }) ?? true, hasRoom() else { return }
        refused.append((position, unit))
    }

    private mutating func hasRoom() -> Bool {
        isCut = isCut || rows.count + refused.count >= Self.rowsMax
        return !isCut
    }

    /// A sum too large makes the whole file uncounted, and then nothing of it is traced.
    private static func sum(_ left: Quantity, _ right: Quantity) -> Quantity { left.adding(right) ?? left }
}

extension TableReader {
    /// The measures that a row feeds, with the columns that they add; no columns: the row itself.
    func feeds(_ block: borrowing RowBlock, _ row: Int) -> [(measure: String, columns: [Int])] {
        if plan.form.layout == .list {
            guard let measure = listMeasure(block, row), let column = plan.quantities.first else { return [] }
            return [(measure.code, [column])]
        }
        return measures.compactMap { _, measure in
            takes(measure) ? (measure.code, measure.columns) : nil
        }
    }
}

extension SubmissionReader {
    /// Reads a file again and says which of its rows stand behind the tallies of `measures`, and which are not counted.
    ///
    /// Of a file that is refused as a whole there are no rows; `nil` where there are more than a person could look at.
    ///
    /// - Parameter units: Only of these; `nil`: of all.
    package func trace(
        _ file: SourceFile, measures: Set<String>, units: Set<UnitKey>? = nil
    ) -> SubmissionTrace? {
        trace(of: SubmissionInHand(file, reader: self, tracing: RowTrace(measures: measures, units: units)))
    }

    /// The same of a file that is read where it lies; `.some(nil)` where there are too many rows, `nil` where it must be held.
    package func trace(
        lying source: any ByteSource, path: String, measures: Set<String>, units: Set<UnitKey>? = nil
    ) -> SubmissionTrace?? {
        guard let document = DelimitedDocument(lying: source, witnesses: words) else { return nil }
        let submission = SubmissionInHand(
            SourceFile(path: path, bytes: []), reader: self, lying: document,
            tracing: RowTrace(measures: measures, units: units))
        return document.isRefuted ? nil : .some(trace(of: submission))
    }

    private func trace(of submission: SubmissionInHand) -> SubmissionTrace? {
        guard let table = submission.table, let trace = table.trace, submission.isCounted else {
            return SubmissionTrace(rows: [], refused: [])
        }
        guard !trace.isCut else { return nil }
        let findings = Dictionary(grouping: submission.findings.filter { $0.level != .note }, by: \.position.row)
        // A district's own row that only adds up its communes was taken out after all rows had been read.
        let isOut = { (unit: UnitKey) in table.withdrawn.contains(unit) }
        var refused = trace.refused
        var seen: Set<Int> = []
        for row in trace.rows where isOut(row.unit) && seen.insert(row.position.row).inserted {
            refused.append((row.position, row.unit))
        }
        return SubmissionTrace(
            rows: trace.rows.filter { !isOut($0.unit) },
            refused: refused.sorted { $0.position < $1.position }.map {
                RefusedRow(position: $0.position, unit: $0.unit, findings: findings[$0.position.row] ?? [])
            })
    }
}
