import DelimitedText
import Domain

/// Compares the total lines of a table with the rows that they add up.
struct TotalsCheck {
    /// A sum, until a cell in it could not be read.
    private struct Sum {
        var thousandths: Int64 = 0
        var isKnown = true

        mutating func add(_ amount: Int64?) {
            guard isKnown, let amount else {
                isKnown = false
                return
            }
            let (sum, overflow) = thousandths.addingReportingOverflow(amount)
            thousandths = sum
            isKnown = !overflow
        }
    }

    /// A number in a total line.
    struct Declared {
        /// Place among the columns of the form.
        let column: Int
        let amount: Quantity
        let position: Position
    }

    /// A number in a total line that its rows do not add up to.
    struct Difference {
        let declared: Declared
        let sum: Quantity
    }

    private var all: [Sum]
    /// Without rows that repeat an earlier one: a total may have been written before the copy slipped in.
    private var distinct: [Sum]
    private var group: [Sum]
    private var rows = 0
    private var groupRows = 0
    /// Rows with a number other than zero, of all and of the group that is open.
    private var filledRows = 0
    private var filledGroupRows = 0
    /// Totals above their parts: of the whole table, and of the group that is open.
    private var tableHeading: [Declared] = []
    private var groupHeading: [Declared] = []
    /// The last line that added up all rows until there, which were so many.
    private var lastTotal: (declared: [Declared], rows: Int)?

    init(columns: Int) {
        all = [Sum](repeating: Sum(), count: columns)
        group = all
        distinct = all
    }

    /// - Parameters:
    ///   - amounts: By column: what stands there, negative numbers too; `nil` where it could not be read.
    ///   - isRepeated: Whether the row repeats an earlier one.
    mutating func add(_ amounts: [Int64?], isRepeated: Bool) {
        rows += 1
        groupRows += 1
        if amounts.contains(where: { $0.map { $0 > 0 } ?? false }) {
            filledRows += 1
            filledGroupRows += 1
        }
        for column in amounts.indices {
            all[column].add(amounts[column])
            group[column].add(amounts[column])
            if !isRepeated { distinct[column].add(amounts[column]) }
        }
    }

    /// Rows that repeat no other, by what they add up to in whole numbers.
    mutating func add(whole amounts: [Int64], rows count: Int) {
        rows += count
        groupRows += count
        if amounts.contains(where: { $0 > 0 }) {
            filledRows += count
            filledGroupRows += count
        }
        for column in amounts.indices {
            let (amount, overflow) = amounts[column].multipliedReportingOverflow(by: 1_000)
            all[column].add(overflow ? nil : amount)
            group[column].add(overflow ? nil : amount)
            distinct[column].add(overflow ? nil : amount)
        }
    }

    /// Whether the table has a total with figures, and no row that it adds up.
    var isAlone: Bool { rows == 0 && tableHeading.contains { !$0.amount.isZero } }

    /// A line that adds up the whole table, above it or below.
    mutating func grandTotal(_ declared: [Declared]) -> [Difference] {
        guard rows > 0 else {
            tableHeading = declared
            return []
        }
        let found = differences(declared, against: [all, distinct])
        lastTotal = found.isEmpty ? (declared, rows) : nil
        return closeGroup() + found
    }

    /// A line that adds up the rows since the last such line.
    mutating func groupTotal(_ declared: [Declared]) -> [Difference] {
        let found = differences(declared, against: [group, all, distinct])
        return found + closeGroup()
    }

    /// A line that heads a group of rows and adds them up.
    mutating func groupHeading(_ declared: [Declared]) -> [Difference] {
        let found = closeGroup()
        groupHeading = declared
        return found
    }

    /// Which rows above a row has exactly the sum of; `nil` where that could be chance.
    ///
    /// - Parameter amounts: By column, of the cells that are not empty.
    func sum(_ amounts: [(column: Int, thousandths: Int64)]) -> RowsAbove? {
        guard amounts.count(where: { $0.thousandths > 0 }) >= Self.leastColumns else { return nil }
        func agree(_ sums: [Sum]) -> Bool {
            amounts.allSatisfy { sums[$0.column].isKnown && sums[$0.column].thousandths == $0.thousandths }
        }
        if filledRows >= Self.leastRows, agree(all) { return RowsAbove(isAll: true, count: rows) }
        if filledGroupRows >= Self.leastRows, agree(group) { return RowsAbove(isAll: false, count: groupRows) }
        return nil
    }

    /// So many rows with numbers, in so many columns, add up to the same by no accident.
    private static let leastRows = 3
    private static let leastColumns = 2

    /// The rows that a total line adds up: all of them, or those of the group that is open.
    struct RowsAbove {
        let isAll: Bool
        let count: Int
    }

    /// Rows may stand below the line that adds up all of them.
    mutating func finish() -> [Difference] {
        let last = lastTotal.flatMap { rows > $0.rows ? $0.declared : nil } ?? []
        return closeGroup() + differences(tableHeading + last, against: [all, distinct])
    }

    private mutating func closeGroup() -> [Difference] {
        let found = differences(groupHeading, against: [group])
        groupHeading = []
        group = [Sum](repeating: Sum(), count: all.count)
        groupRows = 0
        filledGroupRows = 0
        return found
    }

    private func differences(_ declared: [Declared], against sums: [[Sum]]) -> [Difference] {
        declared.compactMap { total in
            let known = sums.map { $0[total.column] }
            guard known.allSatisfy(\.isKnown), !known.contains(where: { $0.thousandths == total.amount.thousandths }),
                let first = known.first
            else { return nil }
            return Difference(declared: total, sum: Quantity(thousandths: first.thousandths))
        }
    }
}

extension TotalsCheck.Declared {
    /// The number of a total line in a column of the form; `nil` where there is none that may stand there.
    init?(_ block: borrowing RowBlock, _ row: Int, column: Int, _ table: TableInHand) {
        guard let field = table.shape.field(column), field < block.fieldCount(row) else { return nil }
        let amount: Quantity
        switch CellReading(block.text(row, field), isSettled: block.isSettled(row, field)) {
        case .zero: amount = .zero
        case .number(let number):
            guard !number.isNegative, !number.isBracketed,
                case .quantity(let quantity, _)? = number.value(in: table.context.notation)
            else { return nil }
            amount = quantity
        case .empty, .uncollected, .fault: return nil
        }
        self.init(column: column, amount: amount, position: table.position(block, row, field))
    }
}
