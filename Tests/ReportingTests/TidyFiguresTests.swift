import Domain
import Testing

@testable import Reporting

struct TidyFiguresTests {
    /// October came in both years, of one department of two; September of nobody.
    private func table() throws -> (table: Table, basis: Basis) {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ma_tuy_vu": ["03646": 5]])
        try scene.send("BDBP", "03-an", "2026-10", ["ma_tuy_vu": ["03985": 1]])
        try scene.send("CAT", "03-an", "2025-10", ["ma_tuy_vu": ["03646": 4]])
        let basis = try scene.basis("2026-10")
        return (TidyFigures.table(basis, .vi).sheet, basis)
    }

    @Test func `every figure is followed by its state`() throws {
        let (table, basis) = try table()
        var pairs = 0
        for (column, next) in zip(table.columns.indices, table.columns.indices.dropFirst()) {
            guard case .figure = table.rows[0].cells[column] else { continue }
            pairs += 1
            #expect(table.columns[next].header.joined().hasPrefix("Tình trạng"))
            for row in table.rows {
                guard case .figure(let figure, _) = row.cells[column], case .text(let state) = row.cells[next] else {
                    Issue.record("no state beside a figure")
                    continue
                }
                #expect(state == figure.state.vi)
            }
        }
        #expect(pairs == 5)
        let drugs = try #require(table.rows.first { $0.cells[1] == .text("AN04") && $0.cells[4] == .text("14") })
        let states = table.columns.indices.filter { table.columns[$0].header.joined().hasPrefix("Tình trạng") }.map {
            drugs.cells[$0]
        }
        #expect(states == ["chính thức", "chưa báo cáo", "sơ bộ", "sơ bộ", "sơ bộ"].map { .text($0) })
        #expect(basis.period.description == "2026-10")
    }
}
