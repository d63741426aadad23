@testable import Reporting

/// Which sums follow from others by adding and subtracting alone, whatever the counts are.
///
/// Worked out modulo a prime, so that it is exact but for a chance of one in two thousand million.
struct LinearKnowledge {
    private static let prime: Int64 = 2_147_483_647
    /// In echelon form, by the first column that is not zero, which is 1.
    private var rows: [Int: [Int: Int64]] = [:]

    init(_ known: [[Int]]) {
        for row in known {
            var rest = reduced(row)
            guard let lead = rest.keys.min(), let value = rest[lead] else { continue }
            let inverse = LinearKnowledge.power(value, LinearKnowledge.prime - 2)
            rest = rest.mapValues { $0 * inverse % LinearKnowledge.prime }
            rows[lead] = rest
        }
    }

    func determines(_ row: [Int]) -> Bool { reduced(row).isEmpty }

    private func reduced(_ row: [Int]) -> [Int: Int64] {
        var rest: [Int: Int64] = [:]
        for column in row { rest[column, default: 0] += 1 }
        var position = -1
        while let lead = rest.keys.filter({ $0 > position }).min() {
            position = lead
            guard let own = rows[lead], let factor = rest[lead] else { continue }
            for (column, value) in own {
                let left = ((rest[column] ?? 0) - factor * value) % LinearKnowledge.prime
                rest[column] = left == 0 ? nil : (left + LinearKnowledge.prime) % LinearKnowledge.prime
            }
        }
        return rest
    }

    private static func power(_ base: Int64, _ exponent: Int64) -> Int64 {
        var (result, factor, left) = (Int64(1), base % prime, exponent)
        while left > 0 {
            if left & 1 == 1 { result = result * factor % prime }
            factor = factor * factor % prime
            left >>= 1
        }
        return result
    }
}

extension SeenFigures {
    /// Whether what was suppressed in any of the releases follows from what was shown in all of them.
    static func isGivenAway(in releases: [SeenFigures]) -> Bool {
        guard let last = releases.last,
            let table = ProtectedTable(SeededReleases.indicator, candidate: last, seen: releases)
        else { return true }
        let known = LinearKnowledge(table.rows.filter { $0.state == .known }.map(\.cells))
        return table.rows.contains { $0.state == .suppressed && known.determines($0.cells) }
    }
}
