import Domain
import Reporting
import Testing

@testable import Rendering

struct TableCSVTests {
    @Test func `numbers have a point and no groups, zero is 0, marks stand, texts are no formulas`() {
        func figure(_ thousandths: Int64) -> Figure {
            Figure(.known(.quantity(Quantity(thousandths: thousandths)), .provisional))
        }
        let table = Table(
            id: "x", sheetName: "x", title: "x",
            columns: [
                Table.Column(["Số lớp", "Kỳ này"], kind: .number), Table.Column("=Tên, \"loại\"", kind: .label),
            ],
            rows: [
                [.figure(figure(1_234_567_500), decimals: 0), .text("=1+1")],
                [.figure(figure(0), decimals: 1), .text("-x")],
                [.difference(figure(-2_000), decimals: 0), .text("một\nhai")],
                [.percent(1, 8, signed: true), .completeness(Completeness(received: 1, owed: 2))],
                [.percent(-1, 8), .day(Day(number: 20_742))],
                [.mark(.notCollected), .blank],
                [.count(3), .link("Phụ lục", table: "y")],
            ].map { Table.Row(.plain, $0) })
        #expect(
            String(decoding: TableCSV.bytes(table), as: UTF8.self)
                == [
                    "Số lớp: Kỳ này,\"'=Tên, \"\"loại\"\"\"", "1234567.5,'=1+1", "0,'-x", "-2,\"một\nhai\"", "12.5,1/2",
                    "-12.5,2026-10-16", "...,", "3,Phụ lục", "",
                ].joined(separator: "\r\n"))
    }
}
