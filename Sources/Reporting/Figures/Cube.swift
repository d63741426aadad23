import Domain

/// Every indicator by month and place, counted once, on the geography of one day.
package struct Cube: Sendable {
    package let catalogue: Catalogue
    package let index: PlaceIndex
    /// By indicator, then by month from the first of them on.
    private let columns: [String: [MonthColumn?]]
    private let firstMonth: Int
    /// Who reports what in each of the months.
    private let sources: [Month: SourcesOfMonth]

    /// Builds the columns of indicators, of all where none are named, for `months`, on the geography of `day`.
    package init(
        _ evidence: Evidence, _ slices: SlicesInForce, months: Set<Month>, on day: Day,
        indicators: [Indicator]? = nil
    ) throws(FigureOverflow) {
        catalogue = evidence.catalogue
        let index = PlaceIndex(evidence.catalogue.geography, on: day)
        self.index = index
        let indices = months.map(\.index)
        let firstMonth = indices.min() ?? 0
        let noColumns = [MonthColumn?](repeating: nil, count: (indices.max() ?? -1) - firstMonth + 1)
        self.firstMonth = firstMonth
        let building = MonthBuilding(
            evidence: evidence, slices: slices, index: index, exempt: Exemptions(evidence),
            indicators: (indicators ?? evidence.catalogue.indicators).filter { !$0.isRatio })
        var columns: [String: [MonthColumn?]] = [:]
        var sourcesByMonth: [Month: SourcesOfMonth] = [:]
        for made in try building.made(of: months.sorted()) {
            sourcesByMonth[made.month] = made.sources
            for (code, column) in made.columns {
                columns[code, default: noColumns][made.month.index - firstMonth] = column
            }
        }
        self.columns = columns
        sources = sourcesByMonth
    }

    /// Who reports what in a month; worked out anew for one that the cube does not hold.
    func sources(of month: Month, _ evidence: Evidence, _ slices: SlicesInForce) -> SourcesOfMonth {
        sources[month]
            ?? SourcesOfMonth(catalogue, slices, month: month, index: index, exempt: Exemptions(evidence))
    }

    /// The figure of an indicator at a place over a period.
    package func figure(_ indicator: Indicator, at place: Int, over period: Period) -> Figure {
        switch indicator.kind {
        case .flow: return sum(indicator, at: place, over: period.months)
        case .stock, .yearToDate: return sum(indicator, at: place, over: [period.last])
        case .ratio(let numeratorCode, let denominatorCode, let factor):
            guard let numerator = catalogue.indicator(numeratorCode),
                let denominator = catalogue.indicator(denominatorCode)
            else { return Figure(.absent(.notApplicable)) }
            return ratio(
                figure(numerator, at: place, over: period), figure(denominator, at: place, over: period),
                factor: factor)
        }
    }

    private func sum(_ indicator: Indicator, at place: Int, over months: [Month]) -> Figure {
        var total: Int64 = 0
        var known = false
        var gap = false
        var uncollected = false
        var uncertain = false
        var owed = 0
        var received = 0
        let columns = columns[indicator.code] ?? []
        for month in months.lazy.map({ $0.index - firstMonth }) {
            guard columns.indices.contains(month), let cell = columns[month]?.cells[place] else {
                gap = true
                continue
            }
            let (sum, overflow) = total.addingReportingOverflow(cell.thousandths)
            if overflow { return Figure(.absent(.notApplicable)) }
            total = sum
            known = known || cell.isKnown
            gap = gap || cell.hasGap || !cell.isKnown
            uncollected = uncollected || cell.isUncollected
            uncertain = uncertain || cell.isUncertain
            owed += cell.owed
            received += cell.received
        }
        let completeness = Completeness(received: received, owed: owed)
        if uncertain { return Figure(.absent(.notComparable), completeness: completeness) }
        guard known else {
            return Figure(.absent(uncollected ? .notCollected : .notReported), completeness: completeness)
        }
        let standing: Figure.Standing = gap || uncollected ? .provisional : .reported
        return Figure(.known(.quantity(Quantity(thousandths: total)), standing), completeness: completeness)
    }

    private func ratio(_ numerator: Figure, _ denominator: Figure, factor: Int) -> Figure {
        let completeness = numerator.completeness
        let absences = [numerator.absence, denominator.absence].compactMap(\.self)
        let weightiest: [Absence] = [.suppressed, .notComparable, .notReported, .notCollected, .notApplicable]
        if let absence = weightiest.first(where: absences.contains) {
            return Figure(.absent(absence), completeness: completeness)
        }
        guard let above = numerator.quantity, let below = denominator.quantity, !below.isZero else {
            return Figure(.absent(.notApplicable), completeness: completeness)
        }
        let provisional = numerator.isProvisional || denominator.isProvisional
        return Figure(
            .known(
                .ratio(numerator: above, denominator: below, factor: factor), provisional ? .provisional : .reported),
            completeness: completeness)
    }
}
