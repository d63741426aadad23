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

    @Test func `a few rows are held, and say the same`() {
        var generator = SeededGenerator(seed: 4)
        let few = Self.tallies(&generator, count: Tallies.packedFrom - 1)
        #expect(Array(Tallies(few)) == few)
    }
}
