import Domain
import Reporting

/// The shades of a map: zero, then up to four steps with about as many communes each, and what has no number.
///
/// A scale for the eye; the numbers themselves stand in the table.
struct MapShades {
    /// The largest of each step, in units of 10^-decimals.
    let bounds: [Int64]
    /// What each step holds: `1–3`, `4–9`.
    let labels: [String]
    private let decimals: Int

    init(_ figures: [Figure], decimals: Int, language: Language) {
        self.decimals = decimals
        let amounts = figures.compactMap { $0.amount?.rounded(decimals: decimals) }.filter { $0 > 0 }.sorted()
        var bounds: [Int64] = []
        for step in 1...4 where !amounts.isEmpty {
            let bound = amounts[(amounts.count * step + 3) / 4 - 1]
            if bounds.last != bound { bounds.append(bound) }
        }
        self.bounds = bounds
        labels = bounds.enumerated().map { place, bound in
            let least = place == 0 ? amounts[0] : amounts.first { $0 > bounds[place - 1] } ?? bound
            let words = [least, bound].map { language.number($0, decimals: decimals) }
            return least == bound ? words[0] : "\(words[0])–\(words[1])"
        }
    }

    /// The class of a commune's outline: `k0` for zero, `k1` … `k4`, `kb` for what is suppressed, `km` for all else.
    func style(_ figure: Figure) -> String {
        guard let amount = figure.amount?.rounded(decimals: decimals) else {
            return figure.absence == .suppressed ? "kb" : "km"
        }
        guard amount > 0 else { return "k0" }
        return "k\(1 + (bounds.firstIndex { amount <= $0 } ?? bounds.count - 1))"
    }
}
