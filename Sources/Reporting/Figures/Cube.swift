import Domain

/// Every indicator by month and place, counted once, on the geography of one day.
package struct Cube: Sendable {
    package let catalogue: Catalogue
    package let index: PlaceIndex
    /// By indicator, then by month from the first of them on.
    private let columns: [String: [ColumnsOfMonth?]]
    /// By ratio likewise.
    private let sides: [String: [SidesOfMonth?]]
    /// What each ratio is divided from.
    private let ratios: [String: RatioSides]
    private let firstMonth: Int
    /// By indicator the months in which nobody counts for it.
    private let uncounted: [String: Set<Int>]
    private let rosters: Rosters
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
        self.firstMonth = firstMonth
        let monthCount = (indices.max() ?? -1) - firstMonth + 1
        let catalogue = evidence.catalogue
        let frequencies = Set(catalogue.obligations.map(\.every)).union([.month])
        rosters = Rosters(
            index,
            days: months.flatMap { month in
                frequencies.map { catalogue.organisation.calendar.days(of: $0.span(of: month)) }
            })
        let wanted = indicators ?? catalogue.indicators
        let building = MonthBuilding(
            evidence: evidence, slices: slices, index: index, exempt: Exemptions(evidence), rosters: rosters,
            indicators: wanted.filter { !$0.isRatio }, ratios: wanted.compactMap { RatioSides($0, catalogue) })
        var columns: [String: [ColumnsOfMonth?]] = [:]
        var sides: [String: [SidesOfMonth?]] = [:]
        var sourcesByMonth: [Month: SourcesOfMonth] = [:]
        for made in try building.made(of: months.sorted()) {
            sourcesByMonth[made.month] = made.sources
            let place = made.month.index - firstMonth
            for (code, column) in made.columns {
                columns[code, default: Array(repeating: nil, count: monthCount)][place] = column
            }
            for (code, ofMonth) in made.sides {
                sides[code, default: Array(repeating: nil, count: monthCount)][place] = ofMonth
            }
        }
        self.columns = columns
        self.sides = sides
        ratios = Dictionary(
            catalogue.indicators.compactMap { RatioSides($0, catalogue) }.map { ($0.code, $0) },
            uniquingKeysWith: { first, _ in first })
        sources = sourcesByMonth
        uncounted = Self.uncounted(catalogue, firstMonth..<firstMonth + monthCount)
    }

    /// Who reports what in a month; worked out anew for one that the cube does not hold.
    func sources(of month: Month, _ evidence: Evidence, _ slices: SlicesInForce) -> SourcesOfMonth {
        sources[month]
            ?? SourcesOfMonth(catalogue, slices, month: month, rosters: rosters, exempt: Exemptions(evidence))
    }

    /// The figure of an indicator at a place over a period.
    package func figure(_ indicator: Indicator, at place: Int, over period: Period) -> Figure {
        guard indicator.isRatio else {
            return sum(indicator, at: place, over: period, columns[indicator.code] ?? [])
        }
        guard let ratio = ratios[indicator.code] else { return Figure(.absent(.notApplicable)) }
        return self.ratio(
            side(ratio.numerator, of: indicator, at: place, over: period),
            side(ratio.denominator, of: indicator, at: place, over: period), factor: ratio.factor,
            completeness: reports(behind: ratio, at: place, over: period))
    }

    /// What these contributions alone come to, by month; not applicable where their sum does not fit.
    func figure(
        _ indicator: Indicator, of contributions: [Month: [Contribution]], at place: Int, over period: Period
    ) -> Figure {
        let calendar = catalogue.organisation.calendar
        var positions = TallyPositions()
        var columns: [Month: ColumnsOfMonth] = [:]
        for (month, ofMonth) in contributions {
            let roster = rosters.roster(calendar.days(of: Period(month)))
            guard let made = try? ColumnsOfMonth(indicator, ofMonth, month, roster, &positions) else {
                return Figure(.absent(.notApplicable))
            }
            columns[month] = made
        }
        let months = columns.keys.map(\.index)
        guard let first = months.min(), let last = months.max() else {
            return sum(indicator, at: place, over: period, [])
        }
        return sum(
            indicator, at: place, over: period, (first...last).map { columns[Month(index: $0)] }, from: first)
    }

    /// What a ratio is divided from at a place: its indicator's figure, but for departments whose two sides would be of
    /// different forms.
    func side(_ part: Indicator, of ratio: Indicator, at place: Int, over period: Period) -> Figure {
        let plain = columns[part.code] ?? []
        let own = sides[ratio.code] ?? []
        let isNumerator = ratios[ratio.code]?.numerator.code == part.code
        return sum(
            part, at: place, over: period, plain,
            instead: { month in
                guard own.indices.contains(month) else { return nil }
                return isNumerator ? own[month]?.numerator : own[month]?.denominator
            })
    }

    /// - Parameters:
    ///   - columns: By month.
    ///   - first: The month of the first of them; `nil`: the first of the cube.
    ///   - instead: Of a ratio, the column that stands in the place of one of them.
    private func sum(
        _ indicator: Indicator, at place: Int, over period: Period, _ columns: [ColumnsOfMonth?],
        from first: Int? = nil, instead: ((Int) -> ColumnsOfMonth?)? = nil
    ) -> Figure {
        let firstMonth = first ?? self.firstMonth
        let months = indicator.isFlow ? period.first.index...period.last.index : period.last.index...period.last.index
        let idle = uncounted.isEmpty ? [] : uncounted[indicator.code] ?? []
        func isKnown(_ month: Int) -> Bool {
            let position = month - firstMonth
            guard columns.indices.contains(position) else { return false }
            return (instead?(position) ?? columns[position])?.monthly.cells[place].isKnown == true
        }
        var sum = FigureInHand()
        for month in months {
            let position = month - firstMonth
            if !idle.isEmpty, idle.contains(month), !isKnown(month) { sum.know([Month(index: month)]) }
            guard columns.indices.contains(position) else { continue }
            if let other = instead?(position) {
                sum.add(other, at: place, Month(index: month), in: period, isKnown)
            } else if let column = columns[position] {
                sum.add(column, at: place, Month(index: month), in: period, isKnown)
            }
        }
        let figure = sum.figure(over: indicator.isFlow ? period : Period(period.last))
        guard figure.absence == .notReported, months.allSatisfy(idle.contains) else { return figure }
        return Figure(.absent(.notApplicable), completeness: figure.completeness)
    }

    /// By indicator the months in which nobody's data count for it: it was not there yet, or is there no more.
    private static func uncounted(_ catalogue: Catalogue, _ months: Range<Int>) -> [String: Set<Int>] {
        let sources = Dictionary(grouping: catalogue.sources.filter { $0.role == .count }, by: \.indicator)
        var uncounted: [String: Set<Int>] = [:]
        for indicator in catalogue.indicators where !indicator.isRatio {
            let own = sources[indicator.code] ?? []
            guard !own.contains(where: { $0.validity == .always }) else { continue }
            let idle = months.filter { month in
                let days = catalogue.organisation.calendar.days(of: Period(Month(index: month)))
                return !own.contains { $0.validity.touches(days) }
            }
            if !idle.isEmpty { uncounted[indicator.code] = Set(idle) }
        }
        return uncounted
    }

    /// Whether something that was received is missing in the figure of an indicator that is no ratio: it says less than
    /// the department wrote.
    func lacksReceived(_ indicator: Indicator, at place: Int, over period: Period) -> Bool {
        guard let columns = columns[indicator.code] else { return false }
        return (indicator.isFlow ? period.months : [period.last]).contains { month in
            guard columns.indices.contains(month.index - firstMonth), let column = columns[month.index - firstMonth]
            else { return false }
            return column.monthly.cells[place].lacksReceived
                || column.longer.contains {
                    period.first <= $0.span.first && $0.column.cells[place].lacksReceived
                }
        }
    }

    /// The submissions behind both sides of a ratio.
    private func reports(behind ratio: RatioSides, at place: Int, over period: Period) -> Completeness {
        var (received, owed) = (0, 0)
        let isFlow = ratio.numerator.isFlow || ratio.denominator.isFlow
        for month in isFlow ? period.months : [period.last] {
            let position = month.index - firstMonth
            guard let sides = sides[ratio.code], sides.indices.contains(position), let ofMonth = sides[position]
            else { continue }
            for counts in ofMonth.reports.counts where !isFlow || period.first <= counts.span.first {
                received += counts.received[place]
                owed += counts.owed[place]
            }
        }
        return Completeness(received: received, owed: owed)
    }

    private func ratio(
        _ numerator: Figure, _ denominator: Figure, factor: Int, completeness: Completeness
    ) -> Figure {
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

/// A figure while the columns of its months are added up.
private struct FigureInHand {
    private var total: Int64 = 0
    private var fits = true
    /// Those of all cells.
    private var marks = MonthColumn.Marks()
    private var owed = 0
    private var received = 0
    private var knownMonths = 0
    /// Months in which nothing is missing though nothing of their own is known: parts of a longer span, and those in which
    /// all that would be owed was let off.
    private var covered: Set<Month> = []

    /// - Parameter isKnown: Whether somebody reported on a month alone.
    mutating func add(
        _ column: ColumnsOfMonth, at place: Int, _ month: Month, in period: Period, _ isKnown: (Int) -> Bool
    ) {
        add(column.monthly.cells[place], month, in: period)
        for longer in column.longer where period.first <= longer.span.first {
            let cell = longer.column.cells[place]
            add(cell)
            if cell.isKnown { know(longer.span.months.filter { !isKnown($0.index) }) }
        }
    }

    private mutating func add(_ cell: MonthColumn.Cell, _ month: Month, in period: Period) {
        add(cell)
        if cell.isKnown { knownMonths += 1 } else if cell.isExempt, cell.owed == 0 { covered.insert(month) }
        // What is reported by the quarter alone is not known of a month of it.
        if !cell.longer.isEmpty, !cell.longer.fit(month, in: period.first...period.last) { marks.insert(.gap) }
    }

    mutating func know(_ months: [Month]) { covered.formUnion(months) }

    private mutating func add(_ cell: MonthColumn.Cell) {
        let (sum, overflow) = total.addingReportingOverflow(cell.thousandths)
        total = sum
        fits = fits && !overflow
        marks.formUnion(cell.marks)
        owed += cell.owed
        received += cell.received
    }

    func figure(over period: Period) -> Figure {
        let completeness = Completeness(received: received, owed: owed)
        if !fits { return Figure(.absent(.notApplicable)) }
        if marks.contains(.uncertain) { return Figure(.absent(.notComparable), completeness: completeness) }
        if marks.contains(.suppressed) { return Figure(.absent(.suppressed), completeness: completeness) }
        let isUncollected = marks.contains(.uncollected)
        guard marks.contains(.known) else {
            return Figure(.absent(isUncollected ? .notCollected : .notReported), completeness: completeness)
        }
        let isProvisional =
            marks.contains(.gap) || isUncollected || knownMonths + covered.count < period.monthCount
        return Figure(
            .known(.quantity(Quantity(thousandths: total)), isProvisional ? .provisional : .reported),
            completeness: completeness)
    }
}
