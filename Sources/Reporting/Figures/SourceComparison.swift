import Domain

/// What a source that is not counted says, beside the count.
struct SourceComparison: Sendable {
    let indicator: Indicator
    let department: String
    let form: String
    /// The count at the place that the source answers for.
    let counted: Figure
    let compared: Figure
    let place: Int

    /// The comparisons of a period, by indicator and department; a flow over its months, a stock at its end.
    static func all(_ basis: Basis) -> [SourceComparison] {
        basis.catalogue.indicators.filter { !$0.isRatio }.flatMap { all(of: $0, basis) }
    }

    private struct Key: Hashable {
        let department: String
        let form: String
        let area: Int
    }

    private static func all(of indicator: Indicator, _ basis: Basis) -> [SourceComparison] {
        let months = indicator.isFlow ? basis.period.months : [basis.period.last]
        var order: [Key] = []
        var sums: [Key: (thousandths: Int64, months: [Month])] = [:]
        for month in months {
            let sources = basis.cube.sources(of: month, basis.evidence, basis.slices)
            for (form, contribution) in sources.compared(indicator) {
                let key = Key(department: contribution.department, form: form, area: contribution.area)
                if sums[key] == nil { order.append(key) }
                var entry = sums[key] ?? (0, [])
                for tallies in contribution.readings.lazy.map(\.tallies) {
                    for run in tallies.runs(of: contribution.measures) {
                        entry.thousandths = tallies.rows[run.rows].reduce(entry.thousandths) {
                            $0 &+ $1.sum.thousandths
                        }
                    }
                }
                entry.months.append(month)
                sums[key] = entry
            }
        }
        return order.compactMap { key in
            guard let sum = sums[key] else { return nil }
            let standing: Figure.Standing = sum.months.count < months.count ? .provisional : .reported
            return SourceComparison(
                indicator: indicator, department: key.department, form: key.form,
                counted: basis.figure(indicator, at: key.area),
                compared: Figure(.known(.quantity(Quantity(thousandths: sum.thousandths)), standing)), place: key.area)
        }
    }
}
