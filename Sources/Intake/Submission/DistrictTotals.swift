import DelimitedText
import Domain

/// Rows of districts in a sheet or list that has rows of their communes: they add up, and are never added. In a list,
/// whose rows have one measure each, a district's row adds up those of its measure.
struct DistrictTotals {
    /// A district's own row, with what stands in its cells.
    struct Own {
        let district: Unit
        /// What the row of a list counts.
        let measure: String?
        let position: Position
        let cells: [QuantityCell]
        let reason: String?
    }

    /// What a district's row says of a column, and what the rows of its communes come to.
    struct Difference {
        let column: Int
        let declared: Quantity
        let sum: Quantity
    }

    /// A district's own row, how many rows it adds up, and where it differs from them.
    struct Compared {
        let own: Own
        let rows: Int
        let differences: [Difference]
    }

    private struct Parts {
        var rows = 0
        var all: [Int64?]
        /// Without rows that repeat an earlier one.
        var distinct: [Int64?]
    }

    /// So many rows of districts are remembered; there are some tens of districts.
    static let rowsMax = 10_000

    /// What a district's row adds up.
    private struct Key: Hashable {
        let district: String
        let measure: String?
    }

    private let geography: Geography
    private let quantities: [Int]
    private let isList: Bool
    /// Districts of which a commune has a row with a filled cell.
    private var apart: Set<Key> = []
    private var own: [Own] = []
    private var parts: [Key: Parts] = [:]

    init(_ table: TableInHand) {
        geography = table.context.geography
        quantities = table.plan.quantities
        isList = table.plan.form.layout == .list
    }

    /// Whether a form may have such rows at all.
    static func mayOccur(in plan: FormPlan) -> Bool {
        plan.form.layout != .register && plan.levels.count > 1
    }

    /// Before any row is counted: a row of a commune in which something stands.
    mutating func noteFilled(_ row: RowInHand) {
        guard isKnown(row), let key = row.unit, let unit = geography.unit(key), let district = unit.district else {
            return
        }
        if unit.level == .commune || row.isUnallotted { apart.insert(Key(district: district, measure: row.measure)) }
    }

    /// Whether the row only adds up others.
    func isTotal(_ row: RowInHand) -> Bool {
        guard !apart.isEmpty, !row.isUnallotted, isKnown(row), let key = row.unit, let unit = geography.unit(key) else {
            return false
        }
        return unit.level == .district && apart.contains(Key(district: unit.code, measure: row.measure))
    }

    /// Whether what the row counts is known.
    private func isKnown(_ row: RowInHand) -> Bool { !isList || row.listMeasure != nil }

    /// Says whether there was room for it.
    mutating func take(_ row: RowInHand) -> Bool {
        guard let key = row.unit, let district = geography.unit(key) else { return true }
        guard own.count < Self.rowsMax else { return false }
        own.append(
            Own(
                district: district, measure: row.measure, position: row.position, cells: row.cells, reason: row.reason))
        return true
    }

    /// A row that is called the district's total; past the limit it is not compared.
    mutating func take(_ row: RowInHand, of district: Unit) {
        guard own.count < Self.rowsMax else { return }
        own.append(
            Own(
                district: district, measure: nil, position: row.position, cells: row.cells, reason: row.reason))
    }

    /// Whether rows of communes can be held against their districts' at all.
    var hasParts: Bool { !isList && !apart.isEmpty }

    mutating func add(_ row: RowInHand) {
        guard !apart.isEmpty, let key = row.unit, let unit = geography.unit(key), let district = unit.district,
            unit.level == .commune || row.isUnallotted
        else { return }
        let sum = Key(district: district, measure: row.measure)
        guard apart.contains(sum) else { return }
        let nothing = [Int64?](repeating: 0, count: row.amounts.count)
        var parts = parts[sum] ?? Parts(all: nothing, distinct: nothing)
        parts.rows += 1
        for column in quantities {
            parts.all[column] = Self.sum(parts.all[column], row.amounts[column])
            if !row.isRepeated { parts.distinct[column] = Self.sum(parts.distinct[column], row.amounts[column]) }
        }
        self.parts[sum] = parts
    }

    private static func sum(_ left: Int64?, _ right: Int64?) -> Int64? {
        guard let left, let right else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : sum
    }

    func compared() -> [Compared] {
        own.map { own in
            let parts = parts[Key(district: own.district.code, measure: own.measure)]
            let differences = quantities.compactMap { column -> Difference? in
                guard let declared = own.cells[column].amount, let parts, let sum = parts.all[column],
                    sum != declared.thousandths, parts.distinct[column] != declared.thousandths
                else { return nil }
                return Difference(column: column, declared: declared, sum: Quantity(thousandths: sum))
            }
            return Compared(own: own, rows: parts?.rows ?? 0, differences: differences)
        }
    }
}

extension RowInHand {
    fileprivate var measure: String? { listMeasure?.code }
}
