import Foundation

/// How likely it is that counts agree by chance.
///
/// A count is taken for events that come one by one, at the rate that was seen. Counts of persons come in rounded numbers,
/// so that a multiple of five or ten is no more evidence than a fifth or a tenth of it.
enum Chance {
    /// It explains what is more likely than one in a thousand.
    static let logOfBound = -6.907_755_279

    /// The logarithm of the chance that two independent counts are both this one, given that they have its rate.
    static func logOfCoincidence(thousandths: Int64) -> Double {
        let rate = events(thousandths)
        // exp(−2λ)·I₀(2λ), which for large λ is 1/(2·√(πλ)).
        if rate >= 4 { return -log(2 * (Double.pi * rate).squareRoot()) }
        var (term, sum) = (1.0, 1.0)
        for k in 1...40 {
            term *= (rate / Double(k)) * (rate / Double(k))
            sum += term
        }
        return log(sum) - 2 * rate
    }

    /// How many events a count stands for.
    private static func events(_ thousandths: Int64) -> Double {
        Double(max(abs(thousandths) / 1_000, 1)) / grain(thousandths, thousandths)
    }

    /// In what steps two counts are given: 10, 5 or 1.
    static func grain(_ first: Int64, _ second: Int64) -> Double {
        for grain in [Int64(10), 5]
        where [first, second].allSatisfy({ $0 > 0 && ($0 / 1_000).isMultiple(of: grain) && $0 >= 1_000 }) {
            return Double(grain)
        }
        return 1
    }

    /// The logarithm of the chance that of `n` events, each of which falls to this month with the given share, `k` or more do.
    static func logOfTail(_ n: Double, atLeast k: Double, share: Double) -> Double {
        guard k > 0 else { return 0 }
        let mean = n * share
        if n <= 400 { return min(log(binomialTail(Int(n.rounded()), Int(k.rounded(.up)), share)), 0) }
        let deviation = (n * share * (1 - share)).squareRoot()
        return log(max(0.5 * erfc((k - 0.5 - mean) / (deviation * 2.0.squareRoot())), 1e-300))
    }

    private static func binomialTail(_ n: Int, _ k: Int, _ share: Double) -> Double {
        guard k <= n else { return 1e-300 }
        var sum = 0.0
        for i in k...n {
            let ways = lgamma(Double(n + 1)) - lgamma(Double(i + 1)) - lgamma(Double(n - i + 1))
            let odds = Double(i) * log(share) + Double(n - i) * log(1 - share)
            sum += exp(ways + odds)
        }
        return max(sum, 1e-300)
    }
}
