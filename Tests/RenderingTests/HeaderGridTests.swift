import Reporting
import Testing

@testable import Rendering

struct HeaderGridTests {
    private func grid(_ paths: [[String]]) -> [String] {
        HeaderGrid(paths.map { Table.Column($0, kind: .number) }).cells.map {
            "\($0.text) r\($0.rows.lowerBound)-\($0.rows.upperBound) c\($0.columns.lowerBound)-\($0.columns.upperBound)"
        }
    }

    @Test func `columns that begin with the same words share a cell, and lone ones run down`() {
        #expect(
            grid([["A"], ["B", "x"], ["B", "y", "1"], ["B", "y", "2"], ["C"]])
                == [
                    "A r0-2 c0-0", "B r0-0 c1-3", "x r1-2 c1-1", "y r1-1 c2-3", "1 r2-2 c2-2", "2 r2-2 c3-3",
                    "C r0-2 c4-4",
                ])
    }

    @Test func `the same words under different ones, or as a whole heading, are not shared`() {
        #expect(grid([["B", "x"], ["C", "x"]]) == ["B r0-0 c0-0", "x r1-1 c0-0", "C r0-0 c1-1", "x r1-1 c1-1"])
        #expect(grid([["B"], ["B"]]) == ["B r0-0 c0-0", "B r0-0 c1-1"])
    }
}
