import Domain
import Testing

@testable import Reporting

/// Moves that would change a row that is known are passed over by one number; nothing else may hang on it.
struct CellBundlesTests {
    private typealias Numbers = @Sendable (_ row: ProtectedTable.Row, _ position: Int) -> UInt64

    /// What was chosen, and by which tables it is shown to be safe.
    private struct Choice: Equatable {
        let states: [ProtectedTable.State]
        let witnesses: [[Int: Int64]]
        let isSafe: Bool

        init(_ table: ProtectedTable, below: Int, series: Int, _ bundles: CellBundles) {
            let limits = Array(repeating: SuppressionChoice.Limit(below: below), count: series)
            let choice = SuppressionChoice(table, limits, bundles: bundles)
            states = choice.table.rows.map(\.state)
            witnesses = choice.witnesses.map(\.changes)
            isSafe = choice.isSafe
        }
    }

    /// Of every fourth package after those before it: whether the choice with these numbers is the one in which every move is tried.
    private static func differing(
        _ codes: [String], _ known: KnownInequalities, below: Int, _ releases: [SeenFigures], _ numbers: Numbers
    ) -> (looked: Int, differing: Int) {
        var (looked, differing) = (0, 0)
        for (count, candidate) in releases.enumerated() where count % 4 == 3 {
            let seen = Array(releases.prefix(count))
            guard let table = ProtectedTable(codes, known, candidate: candidate, seen: seen),
                table.rows.contains(where: { $0.state == .known })
            else { continue }
            let all = Choice(
                table, below: below, series: codes.count, CellBundles(table, isPriced: false) { _, _ in 0 })
            let passing = Choice(table, below: below, series: codes.count, CellBundles(table, numbers))
            looked += all.witnesses.isEmpty ? 0 : 1
            differing += all == passing ? 0 : 1
        }
        return (looked, differing)
    }

    @Test func `what is passed over would have changed nothing`() throws {
        var (looked, wrong) = (0, 0)
        for seed in 1...4 as ClosedRange<UInt64> {
            let (below, releases) = try SuppressionTests.year(seed)
            func differing(_ numbers: Numbers) -> (looked: Int, differing: Int) {
                Self.differing([SeededReleases.indicator], .none, below: below, releases, numbers)
            }
            let found = differing(CellBundles.number(of:at:))
            looked += found.looked
            #expect(found.differing == 0, "\(seed)")
            // The control: rows that may still be suppressed are taken for known.
            wrong += differing { _, position in UInt64(position + 1) &* 0x9E37_79B9_7F4A_7C15 }.differing
        }
        #expect(looked > 10 && wrong > 3, "\(looked) \(wrong)")
    }

    @Test func `nor where cells are bound by others`() throws {
        let known = KnownInequalities(try AcrossIndicatorsTests.scene().catalogue)
        var (looked, wrong) = (0, 0)
        for seed in 1...3 as ClosedRange<UInt64> {
            let releases = try AcrossIndicatorsTests.packages(seed, nil)
            for codes in [["AN04", "AN05"], ["AN10", "AN11"]] {
                let found = Self.differing(codes, known, below: 3, releases, CellBundles.number(of:at:))
                looked += found.looked
                #expect(found.differing == 0, "\(seed) \(codes)")
                wrong +=
                    Self.differing(codes, known, below: 3, releases) { _, position in
                        UInt64(position + 1) &* 0x9E37_79B9_7F4A_7C15
                    }.differing
            }
        }
        #expect(looked > 3 && wrong > 1, "\(looked) \(wrong)")
    }
}
