import Domain

/// How much the months of the districts vary, for one indicator: what a difference against last year is measured by.
///
/// Of a month its twelve months before, as for alerts; of a longer period the months of both years since January, each year
/// about its own mean. Pooled over the districts, since the few months of one say little.
struct MonthlyDispersion: Sendable {
    /// What comes together: `02-tt` counts sessions and the persons at them.
    struct Group: Sendable {
        let indicator: Indicator
        /// How many of the indicator come with one of the group.
        let size: Double
    }

    /// Variance over mean, 1 at least, and no less than the size of a group: persons who come together do not come by chance
    /// one by one.
    let ratio: Double
    let group: Group?

    /// `nil` where too few months are known.
    init?(_ indicator: Indicator, _ catalogue: Catalogue, _ cube: Cube, period: Period) {
        let groups = catalogue.groups(of: indicator)
        var (dispersion, counted, together) = (Dispersion(), 0.0, 0.0)
        for place in cube.index.districts {
            for months in Self.stretches(of: period) {
                var known: [Double] = []
                for month in months {
                    guard let amount = cube.figure(indicator, at: place, over: Period(month)).whole else { continue }
                    known.append(amount)
                    if let groups, let count = cube.figure(groups, at: place, over: Period(month)).whole {
                        counted += amount
                        together += count
                    }
                }
                if 2 * known.count >= months.count { dispersion.take(amounts: known) }
            }
        }
        guard dispersion.isKnown else { return nil }
        group = groups.flatMap { together > 0 ? Group(indicator: $0, size: counted / together) : nil }
        ratio = max(dispersion.upperLimit, group?.size ?? 1)
    }

    static func all(_ catalogue: Catalogue, _ cube: Cube, period: Period) -> [String: MonthlyDispersion] {
        let made = catalogue.indicators.filter(\.isFlow).compactMap { indicator in
            MonthlyDispersion(indicator, catalogue, cube, period: period).map { (indicator.code, $0) }
        }
        return Dictionary(made, uniquingKeysWith: { first, _ in first })
    }

    /// Months that have one mean.
    private static func stretches(of period: Period) -> [[Month]] {
        period.kind == .month
            ? [HistoryScan.months(before: period)]
            : [period.yearToDate.months, period.sameLastYear.yearToDate.months]
    }

    /// A difference of two counts over what this dispersion makes of one on average.
    func standardized(now: Double, then: Double) -> Double {
        now + then > 0 ? (now - then) / (ratio * (now + then)).squareRoot() : 0
    }
}

extension Catalogue {
    /// What the indicator comes in: without one of the first, a check says, there is none of the second.
    fileprivate func groups(of indicator: Indicator) -> Indicator? {
        for case .zeroTogether(let first, let second) in checks where second == indicator.code {
            if let groups = self.indicator(first), groups.isFlow { return groups }
        }
        return nil
    }
}

extension Figure {
    /// A number that rests on all its reports.
    fileprivate var whole: Double? {
        guard let quantity, !isProvisional, quantity >= .zero else { return nil }
        return quantity.double
    }
}
