import Domain

/// What a source that is not counted says, beside the count.
struct SourceComparison: Sendable {
    let indicator: Indicator
    let department: String
    let form: String
    /// What its own other form counts; of one that is only compared, the count at the place that it answers for.
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
        /// Whether the department counts for the indicator, with its other form.
        let isCounted: Bool
    }

    /// A department's papers by month: the one that is compared, and its own that counts.
    private struct Papers {
        var compared: [Month: [Contribution]] = [:]
        var own: [Month: [Contribution]] = [:]
    }

    private static func all(of indicator: Indicator, _ basis: Basis) -> [SourceComparison] {
        let months = indicator.isFlow ? basis.period.months : [basis.period.last]
        var order: [Key] = []
        var papers: [Key: Papers] = [:]
        for month in months {
            let sources = basis.cube.sources(of: month, basis.evidence, basis.slices)
            for (contribution, own) in sources.compared(indicator) {
                let key = Key(
                    department: contribution.department, form: contribution.form ?? "",
                    area: contribution.area.place, isCounted: own != nil)
                if papers[key] == nil { order.append(key) }
                papers[key, default: Papers()].compared[month] = [contribution]
                papers[key, default: Papers()].own[month] = [own].compactMap(\.self)
            }
        }
        return order.compactMap { key in
            guard let papers = papers[key] else { return nil }
            func figure(_ contributions: [Month: [Contribution]]) -> Figure {
                basis.cube.figure(indicator, of: contributions, at: key.area, over: basis.period)
            }
            return SourceComparison(
                indicator: indicator, department: key.department, form: key.form,
                counted: key.isCounted ? figure(papers.own) : basis.figure(indicator, at: key.area),
                compared: figure(papers.compared), place: key.area)
        }
    }
}
