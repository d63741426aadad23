import Domain
import Testing

@testable import Reporting

/// A check holds numbers together that are known, and none with a cell that could not be counted.
struct RelationChecksTests {
    private func rules(_ scene: Scene) throws -> Set<RuleName> {
        Set(try scene.basis("2026-10").ledgerFindings.map(\.rule))
    }

    @Test(arguments: [(nil, true), (Tally.Cells(refused: 1), false)])
    func `a part is not held against a whole with a refused cell`(_ cell: Tally.Cells?, _ exceeds: Bool) throws {
        var scene = try Scene()
        try scene.send(
            "STP", "02-tt", "2026-10",
            ["nguoi_nghe": ["03646": 0, "03664": 0], "nguoi_nghe_dtts": ["03646": 30, "03664": 0]],
            cells: cell.map { ["nguoi_nghe/03646": $0] } ?? [:])
        #expect(try rules(scene).contains("indicator-part-exceeds-whole") == exceeds)
    }

    @Test func `a row of unknown place may hold what the whole lacks`() throws {
        var scene = try Scene()
        try scene.send(
            "STP", "02-tt", "2026-10",
            ["nguoi_nghe": ["03646": 1, "03664": 0], "nguoi_nghe_dtts": ["03646": 30, "03664": 0]],
            state: .partial, refusedElsewhere: 1)
        #expect(try rules(scene).contains("indicator-part-exceeds-whole") == false)
    }

    @Test(arguments: [(nil, true), (Tally.Cells(refused: 1), false)])
    func `a count since January does not fall because a cell was refused`(
        _ cell: Tally.Cells?, _ falls: Bool
    ) throws {
        var scene = try Scene()
        try scene.send("STP", "02-tt", "2026-09", ["ban_tuyen_truyen": ["03646": 5, "03664": 3]])
        try scene.send(
            "STP", "02-tt", "2026-10", ["ban_tuyen_truyen": ["03646": cell == nil ? 1 : 0, "03664": 4]],
            cells: cell.map { ["03646": $0] } ?? [:])
        #expect(try rules(scene).contains("year-to-date-falls") == falls)
    }
}
