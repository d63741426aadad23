import Domain

/// Which counts of a month are out of line with their own past: of the districts, of the province, and of its domains.
///
/// Each count is held against the twelve months before it, as far as they are complete, by `CountTest`, with the dispersion
/// that its months show: of a district that of all districts together, for twelve months of one say little; of the province
/// and of a domain their own, or the districts' where that is larger. All are looked at in one go, so the level is divided by
/// their number (Bonferroni): where nothing is unusual, the chance of even one false alarm in the whole month is at most one
/// in twenty. `Tests/Oracle/alerts.py` simulates it.
package struct HistoryScan: Sendable {
    package enum Outcome: Hashable, Sendable {
        case inLine, outOfLine
        /// Fewer complete months than the test asks for.
        case tooLittleHistory
        /// The month itself is not complete or cannot be compared.
        case notJudged
    }

    /// One count of one place.
    package struct Look: Sendable {
        /// One, or those of a domain that are added up.
        package let indicators: [Indicator]
        package let place: Int
        package fileprivate(set) var outcome: Outcome
        package let now: Int
        /// The complete months before.
        package let history: [Int]
        /// Variance over mean that its months are taken to have.
        package fileprivate(set) var dispersion = 1.0
        /// The chance below which it is out of line.
        package fileprivate(set) var level = 0.0

        package var past: Int { history.reduce(0, +) }
        package var months: Int { history.count }
        package var isOfDistrict: Bool { place != PlaceIndex.province }

        fileprivate func isOutOfLine(_ count: Int) -> Bool {
            CountTest.chance(of: count, past: past, months: months, dispersion: dispersion) <= level
        }

        /// The smallest count above the mean that would be out of line; `nil`: none that is worth naming.
        package var leastAlarm: Int? {
            // The farther above its mean, the smaller the chance: by halves, for a slip of the pen may have made the mean huge.
            var low = months > 0 ? past / months : 0
            var high = 10 * low + 100
            guard isOutOfLine(high) else { return nil }
            while high - low > 1 {
                let middle = low + (high - low) / 2
                if isOutOfLine(middle) { high = middle } else { low = middle }
            }
            return high
        }

        /// Whether no case at all would be out of line.
        package var seesNone: Bool { isOutOfLine(0) }
    }

    package let looks: [Look]

    /// Months of history.
    package static let span = 12
    /// Complete months without which nothing is judged.
    package static let leastMonths = 6
    /// The chance of any false alarm among the districts, and among the province and its domains: together one in twenty.
    static let levelOfDistricts = 0.03
    static let levelOfProvince = 0.02

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
        }.filter { $0.isFlow && $0.decimals == 0 }
        var (districts, province): ([Look], [Look]) = ([], [])
        var widest: [String: Double] = [:]
        for indicator in indicators {
            var looks = cube.index.districts.map { Self.look([indicator], $0, cube, period) }
            var together = Dispersion()
            for look in looks where look.months >= Self.leastMonths { together.take(look.history) }
            for index in looks.indices { looks[index].dispersion = together.upperLimit }
            districts += looks
            widest[indicator.domain] = max(widest[indicator.domain] ?? 1, together.upperLimit)
            province.append(Self.ofProvince([indicator], cube, period, atLeast: together.upperLimit))
        }
        for members in Self.domains(indicators) {
            province.append(Self.ofProvince(members, cube, period, atLeast: widest[members[0].domain] ?? 1))
        }
        looks =
            Self.judged(districts, level: Self.levelOfDistricts) + Self.judged(province, level: Self.levelOfProvince)
    }

    /// What is added up for a domain: events of one unit (“vụ”), none of them a part of another.
    private static func domains(_ indicators: [Indicator]) -> [[Indicator]] {
        let codes = Set(indicators.map(\.code))
        var groups: [[Indicator]] = []
        for indicator in indicators where indicator.partOf.map(codes.contains) != true {
            let group = groups.firstIndex { $0[0].domain == indicator.domain && $0[0].unit == indicator.unit }
            if let group { groups[group].append(indicator) } else { groups.append([indicator]) }
        }
        return groups.filter { $0.count > 1 }
    }

    private static func look(_ indicators: [Indicator], _ place: Int, _ cube: Cube, _ period: Period) -> Look {
        func count(_ period: Period) -> Int? {
            var sum = 0
            for indicator in indicators {
                guard let count = cube.figure(indicator, at: place, over: period).wholeCount else { return nil }
                sum += count
            }
            return sum
        }
        let history = months(before: period).compactMap { count(Period($0)) }
        let now = count(period)
        let outcome: Outcome = now == nil ? .notJudged : history.count < leastMonths ? .tooLittleHistory : .inLine
        return Look(indicators: indicators, place: place, outcome: outcome, now: now ?? 0, history: history)
    }

    private static func ofProvince(
        _ indicators: [Indicator], _ cube: Cube, _ period: Period, atLeast districts: Double
    ) -> Look {
        var look = look(indicators, PlaceIndex.province, cube, period)
        var own = Dispersion()
        own.take(look.history)
        look.dispersion = max(own.upperLimit, districts)
        return look
    }

    private static func judged(_ looks: [Look], level: Double) -> [Look] {
        let judged = looks.count { $0.outcome == .inLine }
        return looks.map { look in
            guard look.outcome == .inLine else { return look }
            var look = look
            look.level = level / Double(judged)
            if look.isOutOfLine(look.now) { look.outcome = .outOfLine }
            return look
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
