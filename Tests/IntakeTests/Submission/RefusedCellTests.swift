import Domain
import Testing

@testable import Intake

/// What is wrong takes out its cells; the row goes only where its place or its day does.
struct RefusedCellTests {
    private func cells(_ reading: Reading, _ measure: String, _ unit: String) -> Tally.Cells? {
        let found = reading.tallies.filter { $0.measure == measure && $0.unit.code == unit }.map(\.cells)
        return found.isEmpty
            ? nil
            : found.reduce(Tally.Cells()) { sum, cells in
                Tally.Cells(
                    number: sum.number + cells.number, zero: sum.zero + cells.zero,
                    uncollected: sum.uncollected + cells.uncollected, empty: sum.empty + cells.empty,
                    refused: sum.refused + cells.refused)
            }
    }

    @Test(arguments: ["khoảng 20", "#REF!", "-3", "2,5", "1E+05", "02-Thg1", "99999999999999999999"])
    func `a cell that holds no number is refused, and the others of its row count`(_ cell: String) {
        let reading = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;\(cell);30;5;1,5;", "2;00102;Thủy Sơn;1;30;;;"))
        #expect(reading.state == .partial)
        #expect(reading.rowsCounted == 2)
        #expect(reading.refusedPlaces == [])
        #expect(cells(reading, "lop", "00101") == Tally.Cells(refused: 1))
        #expect(cells(reading, "luot_nguoi", "00101") == Tally.Cells(number: 1))
        #expect(reading.sum("lop") == 1 && reading.sum("luot_nguoi") == 60)
        #expect(reading.findings.map(\.level) == [.error])
    }

    @Test func `a comparison that fails takes out the cells that it compares, and no other`() {
        let reading = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;1;30;31;2,5;", "2;00102;Thủy Sơn;1;30;5;;"))
        #expect(reading.rules == ["part-exceeds-whole"])
        #expect(reading.state == .partial)
        #expect(cells(reading, "luot_nguoi", "00101") == Tally.Cells(refused: 1))
        #expect(cells(reading, "nu", "00101") == Tally.Cells(refused: 1))
        #expect(cells(reading, "lop", "00101") == Tally.Cells(number: 1))
        #expect(reading.sum("lop") == 2 && reading.sum("luot_nguoi") == 30)
    }

    @Test func `two comparisons of one cell are both said`() {
        let reading = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;0;30;31;2,5;"))
        #expect(reading.rules == ["zero-together", "part-exceeds-whole"])
        #expect(cells(reading, "kinh_phi", "00101") == Tally.Cells(number: 1))
    }

    @Test func `a file of which no cell can be counted is refused`() {
        let reading = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;ba;khoảng 30;;;"))
        #expect(reading.state == .refused)
        #expect(reading.tallies.isEmpty)
    }

    @Test func `blanks that are stated to be zero are zero where cells are compared`() {
        let stated = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;;40;10;;", "2;00102;Thủy Sơn;1;30;;;"))
        #expect(stated.rules == ["zero-together"])
        #expect(cells(stated, "lop", "00101") == Tally.Cells(refused: 1))
        #expect(cells(stated, "luot_nguoi", "00101") == Tally.Cells(refused: 1))
        #expect(cells(stated, "nu", "00101") == Tally.Cells(number: 1))
        let open = SmallFile.read(
            "Ô trống: chưa có số liệu\nMã xã;Xã, phường;Số lớp;Lượt người\n00101;Hòa An;;40\n00102;Thủy Sơn;1;30\n")
        #expect(open.findings == [])
        let stock = SmallFile.read(
            """
            Ô trống và xã, phường không ghi tên: không phát sinh
            Mã xã;Xã, phường;Tồn đầu kỳ;Phát sinh;Đã giải quyết;Tồn cuối kỳ
            00101;Hòa An;;-;5;-
            00102;Thủy Sơn;1;;;1
            """, as: "2026-10/CAT-03-an.csv")
        #expect(stock.rules == ["stock-does-not-follow"])
        #expect(cells(stock, "ton_cuoi", "00101") == Tally.Cells(refused: 1))
        #expect(cells(stock, "ton_cuoi", "00102") == Tally.Cells(number: 1))
    }

    // MARK: Registers

    private func register(_ rows: String...) -> Reading {
        SmallFile.read(SmallFile.register(rows.joined(separator: "\n")), as: "2026-10/CAT-04-lop.csv")
    }

    private let good = "9;;20/9/2026;00102;Thủy Sơn;xã;chủ trì;1;20;"

    @Test func `a number that every row needs is refused where it is missing`() {
        let reading = register("1;;25/9/2026;00101;Hòa An;xã;chủ trì;;30;", good)
        #expect(reading.rules == ["missing-value"])
        #expect(reading.state == .partial)
        #expect(cells(reading, "lop", "00101") == Tally.Cells(refused: 1))
        #expect(reading.sum("luot_nguoi") == 50)
    }

    @Test(arguments: ["chủ chì", ""]) func `a code that is not known refuses what it selects`(_ role: String) {
        let reading = register("1;;25/9/2026;00101;Hòa An;xã;\(role);1;30;", good)
        #expect(reading.state == .partial)
        #expect(cells(reading, "lop", "00101") == Tally.Cells(refused: 1))
        #expect(cells(reading, "dong_phoi_hop", "00101") == Tally.Cells(refused: 1))
        #expect(reading.sum("lop") == 1)
        #expect(reading.refusedPlaces == [])
    }

    @Test func `a code that only keeps a measure apart leaves the others`() {
        let reading = register("1;;25/9/2026;00101;Hòa An;xã;chủ trì;1;30;lạ", good)
        #expect(reading.rules == ["unknown-code"])
        #expect(cells(reading, "lop", "00101") == Tally.Cells(refused: 1))
        #expect(cells(reading, "luot_nguoi", "00101") == Tally.Cells(number: 1))
    }

    @Test func `a row that another code excludes is not refused`() {
        let reading = register("1;;25/9/2026;00101;Hòa An;xã;phối hợp;1;30;lạ", good)
        #expect(reading.rules == ["unknown-code"])
        #expect(cells(reading, "lop", "00101") == nil)
        #expect(cells(reading, "dong_phoi_hop", "00101") == Tally.Cells(number: 1))
    }

    @Test(
        arguments: [
            "1;;31/9/2026;00101;Hòa An;xã;chủ trì;1;30;", "1;;;00101;Hòa An;xã;chủ trì;1;30;",
            "1;;20/10/2026;00101;Hòa An;xã;chủ trì;1;30;", "1;26/9/2026;25/9/2026;00101;Hòa An;xã;chủ trì;1;30;",
            "1;;25/9/2026;00101;Hòa An;xã;chủ trì;1;30", "9;;20/9/2026;00102;Thủy Sơn;xã;chủ trì;3;30;",
        ])
    func `a wrong day, length or repetition takes out the row`(_ row: String) {
        let reading = register(good, row)
        #expect(reading.rowsCounted == 1)
        #expect(reading.refusedPlaces.count == 1)
        #expect(reading.sum("lop") == 1)
    }
}
