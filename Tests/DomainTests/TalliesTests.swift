import Domain
import TestSupport
import Testing

struct TalliesTests {
    private func tally(_ measure: String, _ unit: String, _ sum: Int64, codes: String = "") -> Tally {
        Tally(
            measure: measure, unit: UnitKey(code: unit, from: nil), month: Month(index: 24_310), codes: codes,
            sum: Quantity(thousandths: sum), cells: Tally.Cells(number: 1))
    }

    @Test func `any tallies come out as they went in, in their order`() {
        var generator = SeededGenerator(seed: 70)
        for _ in 0..<200 {
            let tallies = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
                Tally(
                    measure: ["a", "b", "c"].randomElement(using: &generator) ?? "",
                    unit: UnitKey(
                        code: "\(Int.random(in: 1...4, using: &generator))",
                        from: Bool.random(using: &generator)
                            ? nil : Day(number: Int.random(in: -2...2, using: &generator))),
                    month: Month(index: Int.random(in: 24_310...24_311, using: &generator)),
                    codes: ["", "x=1", "x=2"].randomElement(using: &generator) ?? "",
                    sum: Quantity(thousandths: Int64.random(in: -9...9, using: &generator)),
                    cells: Tally.Cells(zero: Int.random(in: 0...2, using: &generator)))
            }
            let kept = Tallies(tallies)
            #expect(Array(kept) == tallies)
            #expect(kept == Tallies(tallies) && kept.hashValue == Tallies(tallies).hashValue)
            #expect(kept.count == tallies.count)
        }
    }

    @Test func `the runs of a measure hold its tallies and no others`() {
        let kept = Tallies([tally("a", "1", 5), tally("a", "2", 7), tally("b", "1", 11), tally("a", "1", 13)])
        #expect(kept.runs.map(\.rows) == [0..<2, 2..<3, 3..<4])
        #expect(kept.runs(of: ["a"]).map(\.rows) == [0..<2, 3..<4])
        #expect(kept.sum(of: "a") == Quantity(thousandths: 25))
        #expect(kept.sum(of: "d") == .zero)
        #expect(kept.units.map(\.code) == ["1", "2"])
    }

    @Test func `tallies that differ anywhere are not equal`() {
        let one = Tallies([tally("a", "1", 5), tally("a", "2", 7)])
        #expect(one != Tallies([tally("a", "1", 5)]))
        #expect(one != Tallies([tally("a", "1", 5), tally("a", "2", 8)]))
        #expect(one != Tallies([tally("a", "1", 5), tally("a", "3", 7)]))
        #expect(one != Tallies([tally("a", "1", 5), tally("b", "2", 7)]))
        #expect(one != Tallies([tally("a", "1", 5), tally("a", "2", 7, codes: "x=1")]))
    }
}
