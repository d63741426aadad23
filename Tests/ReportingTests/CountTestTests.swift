import Foundation
import Testing

@testable import Reporting

struct CountTestTests {
    /// Worked out with exact fractions.
    @Test(arguments: [
        (9, 12, 12, 2.352606459638952e-05), (0, 60, 12, 0.01641737128807463), (3, 12, 12, 0.20653377699256945),
        (1, 0, 6, 0.2857142857142857), (5, 0, 11, 8.037551440329219e-06), (120, 900, 12, 6.203524238818116e-06),
    ])
    func `it gives the exact chance`(now: Int, past: Int, months: Int, chance: Double) {
        let found = CountTest.chance(of: now, past: past, months: months)
        #expect((found - chance).magnitude <= chance * 1e-12)
    }

    @Test func `a count like all others is no surprise`() {
        #expect(CountTest.chance(of: 5, past: 60, months: 12) == 1)
        #expect(CountTest.chance(of: 0, past: 0, months: 12) == 1)
        #expect(CountTest.chance(of: 3, past: 5, months: 0) == 1)
    }

    /// A thousand counts, worked out by logarithms of the gamma function (`Tests/Oracle/alerts.py --chances 1000`).
    @Test func `it agrees with another implementation`() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "count-chances.csv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
        var dispersed = 0
        for line in lines {
            let cells = line.split(separator: ",").compactMap { Double($0) }
            try #require(cells.count == 5)
            let found = CountTest.chance(
                of: Int(cells[0]), past: Int(cells[1]), months: Int(cells[2]), dispersion: cells[3])
            #expect((found - cells[4]).magnitude <= 1e-9 * max(cells[4], 1e-12) + 1e-15, "\(line): \(found)")
            if cells[3] > 1, CountTest.chance(of: Int(cells[0]), past: Int(cells[1]), months: Int(cells[2])) < found {
                dispersed += 1
            }
        }
        // The control: without its dispersion a count looks rarer than it is.
        #expect(lines.count == 1_000 && dispersed > 500)
    }

    @Test func `a slip of the pen is found in no time`() {
        #expect(CountTest.chance(of: 9_000_000_000_000, past: 60, months: 12) < 1e-9)
        #expect(CountTest.chance(of: 999_999, past: 60, months: 12) == 0)
        #expect(CountTest.chance(of: 2_000_000, past: 24_000_000, months: 12) == 1)
    }
}
