/// An exact test of a small count against the same count in earlier months.
///
/// Given how many cases there were in all, each fell into the month at hand with a chance of 1 in `months` + 1 if nothing has
/// changed: a binomial distribution (J. Przyborowski and H. Wilenski, “Homogeneity of results in testing samples from
/// Poisson series”, Biometrika 31, 1940). Where months vary more than by pure chance, each is a negative binomial count of
/// variance `dispersion` × mean; given their sum, the month at hand is then beta-binomial (J. G. Skellam, “A probability
/// distribution derived from the binomial distribution …”, Journal of the Royal Statistical Society B 10, 1948), which at a
/// dispersion of 1 is the binomial again. It fits counts of any size, zero included.
package enum CountTest {
    /// The chance of a count at least as far out as `now`, to either side; 1 where there is nothing to compare.
    ///
    /// - Parameter dispersion: Variance over mean of a month's count; 1 (Poisson) at least.
    package static func chance(of now: Int, past: Int, months: Int, dispersion: Double = 1) -> Double {
        precondition(dispersion >= 1, "months vary no less than by chance")
        guard now >= 0, past >= 0, months > 0, max(now, past) > 0 else { return 1 }
        guard now < countMax, past < countMax else { return bound(now, past, months, dispersion) }
        let total = now + past
        // Weights relative to the mean's, by their ratios: nothing overflows, and only plain divisions and products are
        // used, so that every machine gets the same.
        let (spread, mean) = (dispersion - 1, Double(total) / Double(months + 1))
        func ratio(below count: Int) -> Double {
            let (here, elsewhere) = (Double(count - 1), Double(total - count))
            return (elsewhere + 1) / Double(count) * (here * spread + mean)
                / (elsewhere * spread + mean * Double(months))
        }
        let mode = min(total, (total + 1) / (months + 1))
        var sums = Sums(now: now)
        sums.add(1, at: mode)
        var weight = 1.0
        for count in stride(from: mode + 1, through: total, by: 1) {
            weight *= ratio(below: count)
            guard weight > 0 else { break }
            sums.add(weight, at: count)
        }
        weight = 1
        for count in stride(from: mode - 1, through: 0, by: -1) {
            weight /= ratio(below: count + 1)
            guard weight > 0 else { break }
            sums.add(weight, at: count)
        }
        return min(1, 2 * min(sums.below, sums.above) / sums.all)
    }

    /// Counts beyond it are slips of the pen, and are not worth the time of an exact sum.
    private static let countMax = 1_000_000

    private struct Sums {
        let now: Int
        var all = 0.0
        var below = 0.0
        var above = 0.0

        init(now: Int) { self.now = now }

        mutating func add(_ weight: Double, at count: Int) {
            all += weight
            if count <= now { below += weight }
            if count >= now { above += weight }
        }
    }

    /// What the chance is at most (Chebyshev's inequality).
    private static func bound(_ now: Int, _ past: Int, _ months: Int, _ dispersion: Double) -> Double {
        let (total, share) = (Double(now) + Double(past), 1 / Double(months + 1))
        let distance = Double(now) - total * share
        guard distance != 0 else { return 1 }
        return min(1, dispersion * total * share * (1 - share) / (distance * distance))
    }
}
