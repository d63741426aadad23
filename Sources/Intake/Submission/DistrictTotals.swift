import DelimitedText
import Domain

/// Rows of districts in a sheet that lists their communes: they add up, and are never added.
struct DistrictTotals {
    /// A district's own row, with what stands in its cells.
    struct Own {
        let district: Unit
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

    private let geography: Geography
    private let quantities: [Int]
    /// Districts of which a commune has a row with a filled cell.
    private var apart: Set<String> = []
    private var own: [Own] = []
    private var parts: [String: Parts] = [:]

    init(_ table: TableInHand) {
        geography = table.context.geography
        quantities = table.plan.quantities
    }

    /// Whether a sheet may have such rows at all.
    static func mayOccur(in plan: FormPlan) -> Bool {
        plan.form.layout == .sheet && plan.levels.count > 1
    }

    /// Before any row is counted: a row of a commune in which something stands.
    mutating func noteFilled(_ unit: UnitKey, isUnallotted: Bool) {
        guard let unit = geography.unit(unit), let district = unit.district else { return }
        if unit.level == .commune || isUnallotted { apart.insert(district) }
    }

    /// Whether the row only adds up others.
    func isTotal(_ row: RowInHand) -> Bool {
        guard !apart.isEmpty, !row.isUnallotted, let key = row.unit, let unit = geography.unit(key) else {
            return false
        }
        return unit.level == .district && apart.contains(unit.code)
    }

    mutating func take(_ row: RowInHand) {
        guard let key = row.unit, let district = geography.unit(key) else { return }
        own.append(Own(district: district, position: row.position, cells: row.cells, reason: row.reason))
    }

    mutating func add(_ row: RowInHand) {
        guard !apart.isEmpty, let key = row.unit, let unit = geography.unit(key), let district = unit.district,
            apart.contains(district), unit.level == .commune || row.isUnallotted
        else { return }
        let nothing = [Int64?](repeating: 0, count: row.amounts.count)
        var parts = parts[district] ?? Parts(all: nothing, distinct: nothing)
        parts.rows += 1
        for column in quantities {
            parts.all[column] = Self.sum(parts.all[column], row.amounts[column])
            if !row.isRepeated { parts.distinct[column] = Self.sum(parts.distinct[column], row.amounts[column]) }
        }
        self.parts[district] = parts
    }

    private static func sum(_ left: Int64?, _ right: Int64?) -> Int64? {
        guard let left, let right else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : sum
    }

    func compared() -> [Compared] {
        own.map { own in
            let parts = parts[own.district.code]
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
