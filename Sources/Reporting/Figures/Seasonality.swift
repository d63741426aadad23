import Domain

/// How evenly a flow is spread over the months of a year.
///
/// Only months that are known take part; fewer than six say nothing (`x`).
package struct Seasonality: Sendable {
    /// Part of the three busiest months in the total.
    package let busiest: Figure
    /// What that part would be if all months were equal.
    package let even: Figure
    /// The part that would have to move to other months for all to be equal: ½·Σ|share − 1/n|.
    package let unevenness: Figure
    /// Positions of the three busiest months, ascending; of equals the earlier.
    package let busiestMonths: [Int]

    package static let leastMonths = 6
    /// With which the shares are printed.
    package static let decimals = 1
    package static let busiestCount = 3

    init(busiest: Figure, even: Figure, unevenness: Figure, busiestMonths: [Int]) {
        self.busiest = busiest
        self.even = even
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
            (busiest, even, unevenness, busiestMonths) = (none, none, none, [])
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
        let deviation = known.reduce(Int64(0)) { $0 + ($1.amount * count - total).magnitudeAsInt }
        unevenness = percent(deviation, 2 * count * total, standing)
        busiestMonths = peak.map(\.offset).sorted()
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
            busiest: marked(\.busiest), even: marked(\.even), unevenness: marked(\.unevenness),
            busiestMonths: now.busiestMonths)
    }

    /// The indicator that stands for a domain: its first flow.
    func leadFlow(_ domain: String) -> Indicator? { catalogue.indicators(domain: domain).first(where: \.isFlow) }
}
