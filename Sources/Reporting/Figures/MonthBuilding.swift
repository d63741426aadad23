import Domain

/// Builds the columns of months, which do not depend on one another, on all cores.
struct MonthBuilding: Sendable {
    let evidence: Evidence
    let slices: SlicesInForce
    let index: PlaceIndex
    let exempt: Exemptions
    let rosters: Rosters
    let indicators: [Indicator]
    let ratios: [RatioSides]

    /// What came of a month.
    struct Made: Sendable {
        let month: Month
        let sources: SourcesOfMonth
        /// By indicator.
        var columns: [String: ColumnsOfMonth] = [:]
        /// By ratio: its sides where they are not those of their indicators.
        var sides: [String: SidesOfMonth] = [:]
    }

    /// Each thread takes every so many months.
    private static let threads = 2

    /// Of several sums that do not fit, the one of the first thread's first month is thrown.
    func made(of months: [Month]) throws(FigureOverflow) -> [Made] {
        let shares = (0..<Self.threads).map { first in
            stride(from: first, to: months.count, by: Self.threads).map { months[$0] }
        }
        return try ParallelMap.map(
            shares,
            throwing: { share throws(FigureOverflow) in
                var positions = TallyPositions()
                var alike = AlikeColumns()
                var all: [Made] = []
                for month in share {
                    all.append(try made(of: month, &positions, &alike))
                }
                return all
            }
        ).flatMap(\.self)
    }

    private func made(
        of month: Month, _ positions: inout TallyPositions, _ alike: inout AlikeColumns
    ) throws(FigureOverflow) -> Made {
        let catalogue = evidence.catalogue
        let sources = SourcesOfMonth(catalogue, slices, month: month, rosters: rosters, exempt: exempt)
        var made = Made(month: month, sources: sources)
        for indicator in indicators {
            made.columns[indicator.code] = try alike.sharing(
                columns(indicator, sources.counting(indicator), sources, month, &positions))
        }
        for ratio in ratios {
            let numerators = sources.counting(ratio.numerator, beside: ratio.denominator)
            let denominators = sources.counting(ratio.denominator, beside: ratio.numerator)
            let plain = (sources.counting(ratio.numerator), sources.counting(ratio.denominator))
            let sharesForms = ratio.numerator.forms.contains(where: ratio.denominator.forms.contains)
            var sides = SidesOfMonth(
                reports: ReportsOfMonth(numerators + denominators, index, byForm: !sharesForms))
            if !numerators.elementsEqual(plain.0, by: { $0.form == $1.form }) {
                sides.numerator = try alike.sharing(
                    columns(ratio.numerator, numerators, sources, month, &positions))
            }
            if !denominators.elementsEqual(plain.1, by: { $0.form == $1.form }) {
                sides.denominator = try alike.sharing(
                    columns(ratio.denominator, denominators, sources, month, &positions))
            }
            made.sides[ratio.code] = sides
        }
        return made
    }

    private func columns(
        _ indicator: Indicator, _ contributions: [Contribution], _ sources: SourcesOfMonth, _ month: Month,
        _ positions: inout TallyPositions
    ) throws(FigureOverflow) -> ColumnsOfMonth {
        let roster = rosters.roster(evidence.catalogue.organisation.calendar.days(of: Period(month)))
        return try ColumnsOfMonth(
            indicator, contributions, later: sources.reportingLater(indicator),
            exempted: sources.exempted(indicator), month, roster, &positions)
    }
}

/// Columns that say the same: where nothing was reported most do, and hold their cells once.
struct AlikeColumns {
    /// Those of a month without data and of the one without obligations differ; more kinds are seldom.
    private static let kindsMost = 4
    private var known: [MonthColumn] = []

    /// The same columns; cells like those of one before are that one's.
    mutating func sharing(_ columns: ColumnsOfMonth) -> ColumnsOfMonth {
        guard !columns.monthly.hasAmount else { return columns }
        if let column = known.first(where: { $0.cells == columns.monthly.cells }) {
            return ColumnsOfMonth(monthly: column, longer: columns.longer)
        }
        if known.count < Self.kindsMost { known.append(columns.monthly) }
        return columns
    }
}

/// An indicator's columns of what was reported in a month.
struct ColumnsOfMonth: Sendable {
    struct Longer: Sendable {
        let span: Period
        let column: MonthColumn
    }

    let monthly: MonthColumn
    /// Of longer spans that end with the month.
    let longer: [Longer]

    init(monthly: MonthColumn, longer: [Longer]) {
        self.monthly = monthly
        self.longer = longer
    }

    /// What is reported for a longer span is a column of its own where it adds over time; else it is the value at its end.
    ///
    /// - Parameters:
    ///   - later: Who counts in a longer span that goes on after the month.
    ///   - exempted: What those who were let off would answer for.
    ///   - roster: That of the month.
    init(
        _ indicator: Indicator, _ contributions: [Contribution],
        later: [(spans: LongerSpans, area: ReportingArea)] = [], exempted: [ReportingArea] = [], _ month: Month,
        _ roster: Roster,
        _ positions: inout TallyPositions
    ) throws(FigureOverflow) {
        func builder(_ roster: Roster) -> ColumnBuilder {
            ColumnBuilder(index: roster.index, indicator: indicator, month: month)
        }
        var monthly = builder(roster)
        var longer: [Period: ColumnBuilder] = [:]
        for contribution in contributions {
            if contribution.span.monthCount == 1 || !indicator.isFlow {
                try monthly.add(contribution, &positions)
            } else {
                monthly.note(LongerSpans(contribution.span), of: contribution.area)
                try longer[contribution.span, default: builder(contribution.roster)].add(contribution, &positions)
            }
        }
        for (spans, area) in later {
            if indicator.isFlow { monthly.note(spans, of: area) } else { monthly.leaveOpen(area) }
        }
        for area in exempted { monthly.excuse(area) }
        self.monthly = monthly.column
        self.longer = longer.sorted { $0.key < $1.key }.map { Longer(span: $0.key, column: $0.value.column) }
    }
}

/// The sides of a ratio in a month.
struct SidesOfMonth: Sendable {
    /// `nil`: that of the indicator.
    var numerator: ColumnsOfMonth?
    var denominator: ColumnsOfMonth?
    let reports: ReportsOfMonth
}

/// A ratio with the indicators that it is divided from.
struct RatioSides: Sendable {
    let code: String
    let numerator: Indicator
    let denominator: Indicator
    let factor: Int

    init?(_ indicator: Indicator, _ catalogue: Catalogue) {
        guard case .ratio(let numerator, let denominator, let factor) = indicator.kind,
            let numerator = catalogue.indicator(numerator), let denominator = catalogue.indicator(denominator)
        else { return nil }
        code = indicator.code
        self.numerator = numerator
        self.denominator = denominator
        self.factor = factor
    }
}

/// The submissions behind both sides of a ratio, each once, however many of its sides it feeds.
struct ReportsOfMonth: Sendable {
    private struct Key: Hashable {
        let department: String
        let form: String
    }

    private struct Report {
        let span: Period
        let covered: Set<Int>
        var isReceived: Bool
    }

    struct Counts: Sendable {
        let span: Period
        var owed: [Int]
        var received: [Int]
    }

    /// By span.
    private(set) var counts: [Counts] = []

    /// - Parameter byForm: Whether a department owes the sides on different forms; else it owes them in one report, whichever
    ///   of its forms has them.
    init(_ contributions: [Contribution], _ index: PlaceIndex, byForm: Bool) {
        var reports: [Key: Report] = [:]
        for contribution in contributions {
            let key = Key(
                department: contribution.department,
                form: byForm ? contribution.form ?? contribution.owedForm ?? "" : "")
            let isReceived = contribution.isReceived || reports[key]?.isReceived == true
            let covered = reports[key]?.covered ?? []
            reports[key] = Report(
                span: contribution.span, covered: covered.union(contribution.area.covered), isReceived: isReceived)
        }
        for (span, group) in Dictionary(grouping: reports.values, by: \.span).sorted(by: { $0.key < $1.key }) {
            let none = Array(repeating: 0, count: index.places.count)
            var counts = Counts(span: span, owed: none, received: none)
            for report in group {
                for place in report.covered {
                    counts.owed[place] += 1
                    if report.isReceived { counts.received[place] += 1 }
                }
            }
            self.counts.append(counts)
        }
    }
}

extension LongerSpans {
    /// The spans that a submission covers at once.
    init(_ span: Period) {
        switch span.kind {
        case .month: self = []
        case .quarter: self = .quarter
        case .half: self = .half
        case .year, .nineMonths, .range: self = .year
        }
    }
}
