import DelimitedText
import Domain
import FastRows

/// Counts what the rules have left of the rows of a table.
struct RowCounter {
    private let table: TableInHand
    private(set) var tallies = TallyBook()
    private(set) var rowsRead = 0
    private(set) var rowsCounted = 0
    /// Places with a row that does not count.
    private(set) var refusedPlaces: Set<UnitKey> = []
    private(set) var refusedRowsWithoutPlace = 0
    /// Codes of the units that have a row.
    private(set) var listed: Set<String> = []
    private(set) var hasEmptyCell = false
    /// Whether any cell of figures holds something, and whether anything was taken out.
    private(set) var hasFilledCell = false
    private(set) var hasRefusedCell = false
    /// `nil` unless the form asks for totals.
    private(set) var breakdown: Breakdown?
    /// `nil` unless the rows behind the tallies are asked for.
    private(set) var trace: RowTrace?

    /// What became of the cells of the row in hand.
    private struct Outcome {
        var counted = 0
        var refused = 0
    }

    init(_ table: TableInHand, trace: RowTrace?) {
        self.table = table
        self.trace = trace
        breakdown = table.plan.totals.isAsked ? Breakdown(table.plan, table.context.geography) : nil
    }

    mutating func count(_ row: RowInHand, _ block: borrowing RowBlock) {
        rowsRead += 1
        if row.mayHaveMoved { hasFilledCell = true } else { look(at: row) }
        if let unit = row.unit { listed.insert(unit.code) }
        guard !row.isRefused, let unit = row.unit else {
            if let unit = row.unit { refusedPlaces.insert(unit) } else { refusedRowsWithoutPlace += 1 }
            trace?.refuse(row.position, unit: row.unit)
            return
        }
        var outcome = Outcome()
        if table.plan.form.layout == .list {
            if let measure = row.listMeasure, let column = table.plan.quantities.first {
                let codes = table.kept(table.plan.measures[measure.place], row)
                add(row, [column], to: measure.place, unit: unit, codes: codes, &outcome)
                trace?.count(row, measure.code, [column], unit: unit, table, block)
            }
        } else {
            for (place, measure) in table.measures { count(row, measure, place, unit, block, &outcome) }
        }
        if outcome.refused > 0 { hasRefusedCell = true }
        if outcome.refused == 0 || outcome.counted > 0 { rowsCounted += 1 }
    }

    private mutating func look(at row: RowInHand) {
        for column in table.plan.quantities {
            switch row.cells[column] {
            case .absent: break
            case .empty: hasEmptyCell = true
            case .zero, .uncollected, .number, .fault: hasFilledCell = true
            }
        }
    }

    private mutating func count(
        _ row: RowInHand, _ measure: FormPlan.MeasurePlan, _ place: Int, _ unit: UnitKey, _ block: borrowing RowBlock,
        _ outcome: inout Outcome
    ) {
        switch table.selects(measure, row) {
        case .no: return
        case .yes:
            add(row, measure.columns, to: place, unit: unit, codes: table.kept(measure, row), &outcome)
            breakDown(row, measure, place, unit)
            trace?.count(row, measure.code, measure.columns, unit: unit, table, block)
        case .unknown:
            let cells = max(1, measure.columns.count)
            outcome.refused += cells
            tallies.refuse(cells, of: place, unit: unit, codes: table.kept(measure, row))
            trace?.refuse(row, measure.code, unit: unit)
        }
    }

    private mutating func add(
        _ row: RowInHand, _ columns: [Int], to measure: Int, unit: UnitKey, codes: String, _ outcome: inout Outcome
    ) {
        if columns.isEmpty { outcome.counted += 1 }
        for column in columns {
            switch row.cells[column] {
            case .zero, .uncollected, .number: outcome.counted += 1
            case .fault: outcome.refused += 1
            case .absent, .empty: break
            }
        }
        tallies.add(row.cells, columns, to: measure, unit: unit, codes: codes)
    }

    private mutating func breakDown(
        _ row: RowInHand, _ measure: FormPlan.MeasurePlan, _ place: Int, _ unit: UnitKey
    ) {
        guard breakdown != nil else { return }
        let amounts = measure.columns.compactMap { row.cells[$0].amount?.thousandths }
        let sum = measure.columns.isEmpty ? 1_000 : amounts.reduce(0, &+)
        var named: [Int: String] = [:]
        for column in table.plan.totals.codes {
            if case .code(let code) = row.codes[column] { named[column] = code }
        }
        breakdown?.add(
            [(place, Quantity(thousandths: sum))], place: unit,
            month: table.context.calendar.month(containing: table.day(of: row)), codes: named)
    }

    // MARK: Clean rows

    mutating func addRows(_ count: Int) {
        rowsRead += count
        rowsCounted += count
    }

    /// What clean rows of one place came to.
    mutating func note(_ place: UnitKey, hasEmptyCell: Bool) {
        listed.insert(place.code)
        hasFilledCell = true
        if hasEmptyCell { self.hasEmptyCell = true }
    }

    /// - Parameter sum: `nil` where it does not fit.
    mutating func add(
        _ sum: (Quantity, Tally.Cells)?, to measure: Int, unit: UnitKey, codes: String
    ) {
        if let (sum, cells) = sum {
            tallies.add(sum, cells, to: measure, unit: unit, codes: codes)
        } else {
            tallies.noteOverflow(of: measure, unit: unit)
        }
    }

    mutating func breakDown(_ added: [(measure: Int, sum: Quantity)], _ group: CleanRows.Group, _ codes: [Int: String])
    {
        breakdown?.add(added, place: group.place, month: group.month, codes: codes)
    }
}

/// Which measures a row feeds.
extension TableInHand {
    enum Selected { case yes, no, unknown }

    /// Whether the row's codes are among those that the measure selects, as far as they are known; one that is not known
    /// matters less than one that excludes the row.
    func selects(_ measure: FormPlan.MeasurePlan, _ row: RowInHand) -> Selected {
        var isKnown = true
        for selection in measure.selection {
            switch row.codes[selection.column] {
            case .code(let code): if !selection.codes.contains(code) { return .no }
            case .other: isKnown = false
            case .blank: if needs(selection.column) { isKnown = false } else { return .no }
            case .absent: return .no
            }
        }
        for kept in measure.by {
            switch row.codes[kept.column] {
            case .other: isKnown = false
            case .blank: if needs(kept.column) { isKnown = false }
            case .code, .absent: break
            }
        }
        return isKnown ? .yes : .unknown
    }

    private func needs(_ column: Int) -> Bool { plan.form.columns[column].filled }

    /// The codes by which the measure is kept apart; one that is not known is empty.
    func kept(_ measure: FormPlan.MeasurePlan, _ row: RowInHand) -> String {
        guard !measure.by.isEmpty else { return "" }
        return measure.by.map { kept in
            if case .code(let code) = row.codes[kept.column] { "\(kept.id)=\(code)" } else { "\(kept.id)=" }
        }.joined(separator: ";")
    }
}
