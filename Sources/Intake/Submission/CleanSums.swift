import Domain
import FastRows

/// What the clean rows of a file add to its tallies.
extension RowCounter {
    mutating func addGroups(of clean: CleanRows, _ table: TableInHand) {
        let lists = clean.plan.keptCodes.map { clean.plan.codes[$0.slot] }
        let entries = lists.map { table.context.codes.entries(of: $0.list) }
        let selections = table.measures.map { Selection($0.plan, clean.plan) }
        clean.forEachGroup { group in
            var codes: [Int: String] = [:]
            for (slot, code) in group.codes.enumerated() where code > 0 {
                codes[lists[slot].column] = entries[slot][code - 1].code
            }
            note(group.place, hasEmptyCell: group.columns.contains { $0.numbers + $0.zeros < group.rows })
            var added: [(measure: Int, sum: Quantity)] = []
            for (measure, selection) in zip(table.measures, selections) {
                let plan = measure.plan
                let isTaken = plan.selection.allSatisfy { wanted in
                    codes[wanted.column].map(wanted.codes.contains) ?? false
                }
                guard isTaken else { continue }
                let kept = plan.by.map { "\($0.id)=\(codes[$0.column] ?? "")" }.joined(separator: ";")
                let sum = selection.sum(of: group)
                add(sum, to: measure.place, unit: group.place, codes: kept)
                if let sum { added.append((measure.place, sum.0)) }
            }
            breakDown(added, group, codes)
        }
    }

    /// The columns of numbers that a measure adds, by slot.
    private struct Selection {
        let slots: [Int]

        init(_ measure: FormPlan.MeasurePlan, _ plan: CleanPlan) {
            slots = measure.columns.compactMap { plan.quantities.firstIndex(of: $0) }
        }

        /// `nil` where the sum does not fit.
        func sum(of group: CleanRows.Group) -> (Quantity, Tally.Cells)? {
            var cells = Tally.Cells()
            guard !slots.isEmpty else {
                cells.number = group.rows
                return (Quantity(thousandths: Int64(group.rows) * 1_000), cells)
            }
            var whole: Int64 = 0
            for slot in slots {
                let column = group.columns[slot]
                let (sum, overflow) = whole.addingReportingOverflow(column.sum)
                if overflow { return nil }
                whole = sum
                cells.number += column.numbers
                cells.zero += column.zeros
                cells.empty += group.rows - column.numbers - column.zeros
            }
            return Quantity(whole: Int(whole)).map { ($0, cells) }
        }
    }
}
