import Domain

/// Adds up the measures of a form by place.
struct TallyBook {
    private struct Key: Hashable {
        let measure: Int
        let unit: UnitKey
        let codes: String
    }

    private struct Entry {
        var sum = Quantity.zero
        var cells = Tally.Cells()
    }

    private var entries: [Key: Entry] = [:]
    /// Measures whose sum does not fit, with the place; nothing of the file can be counted then.
    private(set) var overflow: (measure: Int, unit: UnitKey)?

    /// Adds columns of one row to a measure; no columns: the row itself.
    mutating func add(_ cells: [QuantityCell], _ columns: [Int], to measure: Int, unit: UnitKey, codes: String) {
        let key = Key(measure: measure, unit: unit, codes: codes)
        var entry = entries[key] ?? Entry()
        if columns.isEmpty { add(.number(Quantity(thousandths: 1_000)), to: &entry, key) }
        for column in columns { add(cells[column], to: &entry, key) }
        entries[key] = entry
    }

    /// Notes cells that cannot be counted.
    mutating func refuse(_ cells: Int, of measure: Int, unit: UnitKey, codes: String) {
        entries[Key(measure: measure, unit: unit, codes: codes), default: Entry()].cells.refused += cells
    }

    mutating func noteOverflow(of measure: Int, unit: UnitKey) { overflow = overflow ?? (measure, unit) }

    /// Adds what many rows came to.
    mutating func add(_ sum: Quantity, _ cells: Tally.Cells, to measure: Int, unit: UnitKey, codes: String) {
        let key = Key(measure: measure, unit: unit, codes: codes)
        var entry = entries[key] ?? Entry()
        if let total = entry.sum.adding(sum) {
            entry.sum = total
        } else if overflow == nil {
            overflow = (measure, unit)
        }
        entry.cells.number += cells.number
        entry.cells.zero += cells.zero
        entry.cells.empty += cells.empty
        entries[key] = entry
    }

    private mutating func add(_ cell: QuantityCell, to entry: inout Entry, _ key: Key) {
        switch cell {
        case .number(let quantity):
            entry.cells.number += 1
            if let sum = entry.sum.adding(quantity) {
                entry.sum = sum
            } else if overflow == nil {
                overflow = (key.measure, key.unit)
            }
        case .zero: entry.cells.zero += 1
        case .uncollected: entry.cells.uncollected += 1
        case .fault: entry.cells.refused += 1
        case .empty, .absent: entry.cells.empty += 1
        }
    }

    /// In the order of the form's measures, then of places and codes.
    func tallies(codes measureCodes: [String], month: Month) -> Tallies {
        let sorted = entries.sorted { left, right in
            let (first, second) = (left.key, right.key)
            if first.measure != second.measure { return first.measure < second.measure }
            return first.unit != second.unit ? first.unit < second.unit : first.codes < second.codes
        }
        return Tallies(
            sorted.map { key, entry in
                Tally(
                    measure: measureCodes[key.measure], unit: key.unit, month: month, codes: key.codes, sum: entry.sum,
                    cells: entry.cells)
            })
    }
}

/// What was made of a cell of a quantity column.
enum QuantityCell: Equatable {
    /// The file has no such column.
    case absent
    case empty, zero, uncollected
    /// Not zero.
    case number(Quantity)
    /// A finding says why.
    case fault

    /// Zero and numbers; `nil` for all that is no amount.
    var amount: Quantity? {
        switch self {
        case .number(let quantity): quantity
        case .zero: .zero
        case .absent, .empty, .uncollected, .fault: nil
        }
    }
}
