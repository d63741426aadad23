import Domain

/// Rounds what is shown of protected indicators to fives, up or down by a draw that the figure's own counts decide.
///
/// Counts are drawn for one by one, by a key that stays in the office, and what a figure adds up decides how it is rounded: the
/// same counts are rounded the same way in every package, whatever they are called and wherever they are shown. Nothing that is
/// there becomes nothing, and zero stays zero. Sums of rounded figures need not be the rounded sum.
package struct Rounding: Sendable {
    package static let base: Int64 = 5

    private let draw: @Sendable (String) -> UInt64

    /// - Parameter draw: A number for a text, which nobody can foresee who has not the key.
    package init(draw: @escaping @Sendable (String) -> UInt64) { self.draw = draw }

    /// What stands in place of the figures that are shown, where they are not zero.
    func figures(_ shown: Set<FigureKey>, of release: SeenFigures) -> [FigureKey: Int] {
        let places = Dictionary(
            zip(release.places, release.places.indices), uniquingKeysWith: { first, _ in first })
        var rounded: [FigureKey: Int] = [:]
        for (code, keys) in Dictionary(grouping: shown, by: \.indicator) {
            guard let seen = release.indicators[code] else { continue }
            let drawn = seen.amounts.map { month, amounts in
                (
                    month,
                    amounts.map { unit, amount in (unit, amount, cell(seen, code, release.units[unit], month, amount)) }
                )
            }
            let byMonth = Dictionary(drawn, uniquingKeysWith: { first, _ in first })
            for key in keys {
                guard let place = places[key.place] else { continue }
                var (sum, cells) = (Int64(0), UInt64(0))
                for month in key.span.months {
                    for (unit, amount, number) in byMonth[month] ?? [] where release.lineage[unit].contains(place) {
                        sum += amount / 1_000
                        cells &+= number
                    }
                }
                if sum > 0 { rounded[key] = Int(Rounding.rounded(sum, by: cells)) }
            }
        }
        return rounded
    }

    /// What a count is called that is drawn for: by what is counted, not by its name.
    private func cell(
        _ seen: SeenFigures.Seen, _ code: String, _ unit: UnitKey, _ month: Month, _ amount: Int64
    ) -> UInt64 {
        let counted = seen.counts.isEmpty ? code : seen.counts.joined(separator: " ")
        return draw("\(counted)\n\(unit)\n\(month)\n\(amount)")
    }

    /// The next five below or above, the nearer the more likely.
    static func rounded(_ count: Int64, by number: UInt64) -> Int64 {
        let rest = count % base
        let below = count - rest
        if rest == 0 { return count }
        return below == 0 || Int64(mixed(number) % UInt64(base)) < rest ? below + base : below
    }

    /// Sums of draws that differ in one have nothing in common.
    private static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = number &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
