import TestSupport
import Testing

@testable import Reporting

/// The sums of the months before, given up as soon as they cannot be reached any more.
struct RunningSumsTests {
    private func cell(_ number: Int) -> FlowCells.Cell {
        FlowCells.Cell(measure: UInt32(number % 3), unit: UInt32(number), codes: 0)
    }

    /// Months of 40 cells, and a month that is about their sum.
    private func year(
        _ generator: inout SeededGenerator
    ) -> (own: [FlowCells.Cell: Int64], amounts: [(FlowCells.Cell, Int64)]) {
        func number(_ most: Int) -> Int { Int.random(in: 0...most, using: &generator) }
        var amounts: [(FlowCells.Cell, Int64)] = []
        for _ in 0..<1 + number(6) {
            for place in 0..<40 where number(9) > 0 { amounts.append((cell(place), Int64(number(50)) * 1_000)) }
        }
        var own: [FlowCells.Cell: Int64] = [:]
        for (cell, amount) in amounts { own[cell, default: 0] += amount }
        let oneIn = 2 + number(14)
        for cell in own.keys.sorted(by: { $0.unit < $1.unit }) where number(oneIn) == 0 {
            own[cell] = max(0, own[cell, default: 0] - Int64(number(60)) * 1_000)
        }
        return (own.filter { $0.value != 0 }, amounts)
    }

    @Test func `what is given up would not have been held, and what is not has all its sums`() {
        var generator = SeededGenerator(seed: 11)
        var (given, kept) = (0, 0)
        for _ in 0..<400 {
            let (own, amounts) = year(&generator)
            var (running, whole) = (RunningSums(own, onlyGrow: true), RunningSums(own, onlyGrow: false))
            for (cell, amount) in amounts {
                if !running.areTooLarge { running.add(amount, to: cell) }
                whole.add(amount, to: cell)
            }
            #expect(!whole.areTooLarge)
            let sums = whole.sums.filter { $0.value > 0 && own[$0.key] != nil }
            let less = sums.count { own[$0.key, default: 0] < $0.value }
            if running.areTooLarge {
                given += 1
                #expect(less * SumsSinceJanuary.oneLessIn > sums.count - less)
            } else {
                kept += 1
                #expect(running.sums == whole.sums)
            }
        }
        #expect(given > 40 && kept > 40)
    }

    @Test func `control: where a number may be less than zero nothing is given up`() {
        var running = RunningSums([cell(1): 5_000], onlyGrow: false)
        running.add(9_000, to: cell(1))
        #expect(!running.areTooLarge)
        running.add(-6_000, to: cell(1))
        #expect(running.sums[cell(1)] == 3_000)
        running = RunningSums([cell(1): 5_000], onlyGrow: true)
        running.add(9_000, to: cell(1))
        #expect(running.areTooLarge)
    }
}
