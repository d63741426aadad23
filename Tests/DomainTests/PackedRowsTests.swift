import TestSupport
import Testing

@testable import Domain

/// Rows as bytes.
struct PackedRowsTests {
    private static func tallies(_ generator: inout SeededGenerator, count: Int) -> [Tally] {
        func number(_ most: Int) -> Int { Int.random(in: 0...most, using: &generator) }
        let edges: [Int64] = [.max, .min, 0, -1, 1, 63, 64, -64, -65, 1 << 40]
        return (0..<count).map { index in
            let isMany = number(9) == 0
            return Tally(
                measure: "m\(index / 700)", unit: UnitKey(code: "\(number(200))", from: nil),
                month: Month(index: 24_300),
                codes: "tinh_trang=\(number(6))",
                sum: Quantity(thousandths: isMany ? edges[number(edges.count - 1)] : Int64(number(90_000))),
                cells: Tally.Cells(
                    number: isMany ? number(1 << 40) : number(1), zero: number(1), uncollected: number(1),
                    empty: isMany ? number(300) : number(1), refused: number(1)))
        }
    }

    @Test(arguments: [1 as UInt64, 2, 3]) func `are the rows that were packed, run by run and all together`(
        _ seed: UInt64
    ) {
        var generator = SeededGenerator(seed: seed)
        let all = Self.tallies(&generator, count: Tallies.packedFrom + 1_000)
        let packed = Tallies(all)
        #expect(Array(packed) == all)
        #expect(packed.count == all.count)
        #expect(packed.rows == packed.runs.flatMap { packed.rows(of: $0) })
        for run in packed.runs {
            #expect(packed.rows(of: run).map(\.sum) == all[run.rows].map(\.sum))
            #expect(packed.rows(of: run).map(\.cells) == all[run.rows].map(\.cells))
        }
        #expect(packed == Tallies(all))
        #expect(packed != Tallies(all.dropLast()))
        #expect(packed != Tallies(all.dropLast() + [all[0]]))
    }

    @Test(arguments: [-1, 0, 900]) func `rows that are handed over one by one are the same`(_ more: Int) throws {
        var generator = SeededGenerator(seed: 5)
        let whole = Tallies(Self.tallies(&generator, count: Tallies.packedFrom + more))
        var rest = whole.rows.makeIterator()
        let made = try Tallies(units: whole.units, codes: whole.codes, runs: whole.runs) {
            let row = rest.next()
            return try #require(row)
        }
        let after = rest.next()
        #expect(made == whole && after == nil)
        var visited: [Tallies.Row] = []
        for run in made.runs { made.forEachRow(of: run) { visited.append($0) } }
        #expect(visited == whole.rows)
        for measure in Set(made.runs.map(\.measure)) {
            let sums = made.runs(of: [measure]).flatMap { made.rows(of: $0) }.map(\.sum.thousandths)
            let whole = made.whole(of: measure)
            let (sum, least) = (whole.sum, whole.least)
            #expect(sum == sums.reduce(0, &+) && least == sums.min())
        }
    }

    @Test func `a few rows are held, and say the same`() {
        var generator = SeededGenerator(seed: 4)
        let few = Self.tallies(&generator, count: Tallies.packedFrom - 1)
        #expect(Array(Tallies(few)) == few)
    }
}
