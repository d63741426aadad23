import Domain
import Reporting
import Testing

@testable import Rendering

struct SumFormulaTests {
    private func formula(_ total: Int, of rows: [Int], over cells: [Table.Cell]) -> String? {
        let all = [Table.Cell.total(total, of: rows)] + cells
        let table = Table(
            id: "x", sheetName: "x", title: "x", columns: [Table.Column("x", kind: .number)],
            rows: all.map { Table.Row(.plain, [$0]) })
        return SumFormula(table, firstRow: 9).formula(known(total), of: rows, row: 0, column: 0)
    }

    @Test func `rows that follow each other are one range`() {
        #expect(
            formula(10, of: [4, 1, 2], over: [.number(1), .number(2), .number(4), .number(7)]) == "SUM(A11:A12,A14)")
    }

    @Test func `marks among the rows are left out, as the sum left them out`() {
        #expect(formula(3, of: [1, 2], over: [.number(3), .mark(.notReported)]) == "SUM(A11:A12)")
    }

    @Test func `there is none that gives another value, counts a ratio, itself or a row twice`() {
        #expect(formula(4, of: [1, 2], over: [.number(1), .number(2)]) == nil)
        #expect(formula(0, of: [1], over: [.percent(1, 2)]) == nil)
        #expect(formula(0, of: [0], over: [.number(0)]) == nil)
        #expect(formula(2, of: [1, 1], over: [.number(1)]) == nil)
        #expect(formula(1, of: [1, 7], over: [.number(1)]) == nil)
    }

    @Test func `more ranges than a function takes are written as a number`() {
        let cells = (0..<600).map { _ in Table.Cell.number(1) }
        let rows = stride(from: 1, through: 599, by: 2)
        #expect(formula(300, of: Array(rows), over: cells) == nil)
    }
}
