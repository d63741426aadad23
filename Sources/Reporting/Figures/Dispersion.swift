/// How much months vary beside what chance alone makes of counts: variance over mean, estimated from the months themselves.
///
/// Pearson's statistic over its degrees of freedom, pooled over as many series as are given (P. McCullagh and J. A. Nelder,
/// “Generalized Linear Models”, 1989, section 4.5; used for outbreaks by C. P. Farrington and others, “A statistical algorithm
/// for the early detection of outbreaks of infectious disease”, Journal of the Royal Statistical Society A 159, 1996).
package struct Dispersion: Sendable {
    private var squares = 0.0
    private var freedom = 0

    package init() {}

    /// Adds the months of one series; one without any case says nothing of how its months vary.
    package mutating func take(_ counts: [Int]) { take(amounts: counts.map(Double.init)) }

    package mutating func take(amounts: [Double]) {
        let total = amounts.reduce(0, +)
        guard amounts.count > 1, total > 0 else { return }
        let mean = total / Double(amounts.count)
        squares += amounts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / mean
        freedom += amounts.count - 1
    }

    /// Whether any series said anything.
    package var isKnown: Bool { freedom > 0 }

    /// What it is at most, at a chance of four in five: the fewer the months, the farther above the estimate. 1 at least.
    ///
    /// The quantile of chi-squared is Wilson and Hilferty's (1931), by plain arithmetic: every machine gets the same.
    package var upperLimit: Double {
        guard freedom > 0 else { return 1 }
        let spread = 2 / (9 * Double(freedom))
        let root = 1 - spread - Self.fifth * spread.squareRoot()
        guard root > 0 else { return max(1, squares) }
        return max(1, squares / (Double(freedom) * root * root * root))
    }

    /// The normal quantile of four fifths.
    private static let fifth = 0.841_621_233_572_914_3
}
