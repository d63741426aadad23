import Domain

/// How evenly a flow is spread over the months of a year.
///
/// Only months that are known take part; fewer than six say nothing (`x`).
package struct Seasonality: Sendable {
    /// Part of the three busiest months in the total.
    package let busiest: Figure
    /// What that part would be if all months were equal.
    package let even: Figure
    /// Between what the busiest part lies in nine years of ten where every event falls into any month with the same chance, in
    /// tenths of a percent; `nil` where nothing is known. Of events alone: persons and households come in groups.
    package let byChance: ClosedRange<Int64>?
    /// The part that would have to move to other months for all to be equal: ½·Σ|share − 1/n|.
    package let unevenness: Figure
    /// Positions of the three busiest months, ascending; of equals the earlier.
    package let busiestMonths: [Int]

    package static let leastMonths = 6
    /// With which the shares are printed.
    package static let decimals = 1
    package static let busiestCount = 3

    /// Of the three largest of so many standard normal values less their mean, the sum's fifth and ninety-fifth percentile: four
    /// million draws each (`Tests/Oracle/alerts.py --busiest`).
    static let ofNormals: [Int64: (low: Double, high: Double)] = [
        6: (1.03, 3.38), 7: (1.30, 3.81), 8: (1.53, 4.15), 9: (1.73, 4.43), 10: (1.92, 4.66), 11: (2.08, 4.86),
        12: (2.22, 5.03),
    ]

    init(
        busiest: Figure, even: Figure, byChance: ClosedRange<Int64>?, unevenness: Figure, busiestMonths: [Int]
    ) {
        self.busiest = busiest
        self.even = even
        self.byChance = byChance
        self.unevenness = unevenness
        self.busiestMonths = busiestMonths
    }

    /// - Parameter months: The figure of each month, in order.
    package init(_ months: [Figure]) {
        let known = months.enumerated().compactMap { offset, figure in
            figure.quantity.map { (offset: offset, amount: $0.thousandths) }
        }
        let isProvisional = known.count < months.count || months.contains(where: \.isProvisional)
        let standing: Figure.Standing = isProvisional ? .provisional : .reported
        let total = known.reduce(Int64(0)) { $0.addingReportingOverflow($1.amount).partialValue }
        let count = Int64(known.count)
        let peak = known.sorted { $0.amount != $1.amount ? $0.amount > $1.amount : $0.offset < $1.offset }
            .prefix(Seasonality.busiestCount)
        // Twice the count times the total is what the deviations are divided by; beyond that size nothing is said.
        let isSuppressed = months.contains { $0.absence == .suppressed }
        guard known.count >= Seasonality.leastMonths, total > 0, total < Int64.max / 64, !isSuppressed else {
            let reasons: [Absence] = [.suppressed, .notComparable]
            let none = Figure(.absent(reasons.first { months.map(\.absence).contains($0) } ?? .notApplicable))
            (busiest, even, byChance, unevenness, busiestMonths) = (none, none, nil, none, [])
            return
        }
        func percent(_ part: Int64, _ whole: Int64, _ standing: Figure.Standing) -> Figure {
            Figure(
                .known(
                    .ratio(
                        numerator: Quantity(thousandths: part), denominator: Quantity(thousandths: whole), factor: 100),
                    standing))
        }
        busiest = percent(peak.reduce(0) { $0 + $1.amount }, total, standing)
        even = percent(Int64(Seasonality.busiestCount), count, .reported)
        byChance = Self.byChance(events: total / 1_000, months: count)
        let deviation = known.reduce(Int64(0)) { $0 + ($1.amount * count - total).magnitudeAsInt }
        unevenness = percent(deviation, 2 * count * total, standing)
        busiestMonths = peak.map(\.offset).sorted()
    }

    /// Months of a sum that is given vary together like normal values less their mean.
    private static func byChance(events: Int64, months: Int64) -> ClosedRange<Int64>? {
        guard events > 0, let (low, high) = ofNormals[months] else { return nil }
        let deviation = 1_000 / (Double(events) * Double(months)).squareRoot()
        let even = 1_000 * Double(busiestCount) / Double(months)
        func tenths(_ share: Double) -> Int64 { Int64(min(share, 1_000).rounded()) }
        return tenths(even + low * deviation)...tenths(even + high * deviation)
    }

    /// Whether the three busiest months have more than chance gives them.
    package var isConcentrated: Bool {
        guard let byChance, let share = busiest.amount?.rounded(decimals: 1) else { return false }
        return share > byChance.upperBound
    }
}

extension Int64 {
    fileprivate var magnitudeAsInt: Int64 { self < 0 ? -self : self }
}

extension Basis {
    /// The months of the year up to the period's last, or the same months of the year before.
    func monthsOfYear(lastYear: Bool = false) -> [Month] {
        (lastYear ? period.sameLastYear : period).yearToDate.months
    }

    /// How evenly a flow is spread over the year to date, for the whole province.
    package func seasonality(_ indicator: Indicator, lastYear: Bool = false) -> Seasonality {
        let months = monthsOfYear(lastYear: lastYear).map { Period($0) }
        let now = Seasonality(months.map { figure(indicator, over: $0) })
        guard earlier != nil else { return now }
        let before = Seasonality(months.compactMap { published(indicator, at: PlaceIndex.province, over: $0) })
        func marked(_ measure: KeyPath<Seasonality, Figure>) -> Figure {
            self.marked(now[keyPath: measure], was: before[keyPath: measure], decimals: Seasonality.decimals)
        }
        return Seasonality(
            busiest: marked(\.busiest), even: marked(\.even), byChance: now.byChance, unevenness: marked(\.unevenness),
            busiestMonths: now.busiestMonths)
    }

    /// The indicator that stands for a domain: its first flow that is counted in the period.
    func leadFlow(_ domain: String) -> Indicator? {
        catalogue.indicators(domain: domain).first { $0.isFlow && figure($0).absence != .notApplicable }
    }
}
