import Domain

/// Which counts of a month are out of line with the past of their own district.
///
/// Each count is held against the twelve months before it, as far as they are complete, by `CountTest`. All of them are
/// looked at in one go, so the level is divided by their number (Bonferroni): where nothing is unusual, the chance of even
/// one false alarm in the whole month is at most one in twenty.
package struct HistoryScan: Sendable {
    package enum Outcome: Hashable, Sendable {
        case inLine, outOfLine
        /// Fewer complete months than the test asks for.
        case tooLittleHistory
        /// The month itself is not complete or cannot be compared.
        case notJudged
    }

    /// One count of one district.
    package struct Look: Sendable {
        package let indicator: Indicator
        package let place: Int
        package let outcome: Outcome
        package let now: Int
        /// Sum over the complete months before, and how many they are.
        package let past: Int
        package let months: Int
    }

    package let looks: [Look]

    /// Months of history.
    static let span = 12
    /// Complete months without which nothing is judged.
    package static let leastMonths = 6
    /// The chance of any false alarm.
    static let level = 0.05

    /// The months that the figures of a period need besides its comparisons; its opening, at least.
    static func months(before period: Period) -> [Month] {
        (1...(period.kind == .month ? span : 1)).map { period.first.adding(months: -$0) }
    }

    /// Looks at the indicators that the catalogue's checks name; only a month is held against months.
    package init(_ catalogue: Catalogue, _ cube: Cube, period: Period) {
        guard period.kind == .month else {
            looks = []
            return
        }
        let indicators = catalogue.checks.compactMap { check -> Indicator? in
            if case .outOfLine(let code) = check { catalogue.indicator(code) } else { nil }
        }
        let history = HistoryScan.months(before: period)
        var looks: [Look] = []
        for indicator in indicators where indicator.isFlow && indicator.decimals == 0 {
            for place in cube.index.districts {
                let past = history.compactMap { cube.figure(indicator, at: place, over: Period($0)).wholeCount }
                let now = cube.figure(indicator, at: place, over: period).wholeCount
                let outcome: Outcome =
                    now == nil ? .notJudged : past.count < HistoryScan.leastMonths ? .tooLittleHistory : .inLine
                looks.append(
                    Look(
                        indicator: indicator, place: place, outcome: outcome, now: now ?? 0,
                        past: past.reduce(0, +), months: past.count))
            }
        }
        let judged = looks.count { $0.outcome == .inLine }
        self.looks = looks.map { look in
            guard look.outcome == .inLine,
                CountTest.chance(of: look.now, past: look.past, months: look.months) * Double(judged)
                    <= HistoryScan.level
            else { return look }
            return Look(
                indicator: look.indicator, place: look.place, outcome: .outOfLine, now: look.now, past: look.past,
                months: look.months)
        }
    }

    package func count(_ outcome: Outcome) -> Int { looks.count { $0.outcome == outcome } }

    /// How many counts were held against their past.
    package var judged: Int { count(.inLine) + count(.outOfLine) }
}

extension Figure {
    /// A whole number that rests on all its reports.
    fileprivate var wholeCount: Int? {
        guard let quantity, !isProvisional, quantity.isWhole, quantity.thousandths >= 0 else { return nil }
        return Int(quantity.thousandths / 1_000)
    }
}
