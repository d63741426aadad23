import Domain
import Testing

@testable import Intake

/// Registers: one row for each class.
struct ClassRegisterTests {
    private let path = "2026-10/CAT-04-lop.csv"

    @Test func `rows count by role, apart by programme`() {
        let reading = SmallFile.read(
            SmallFile.register(
                "1;24/9/2026;25/9/2026;00101;Hòa An;xã;chủ trì;1;30;ct2", "2;;26/9/2026;00101;Hòa An;xã;Chu tri;2;50;",
                "3;;27/9/2026;00101;Hòa An;xã;phối hợp;4;90;", "4;;28/9/2026;;;toàn tỉnh;chủ trì;1;70;"),
            as: path)
        #expect(reading.findings == [])
        #expect(reading.unlisted == .zero)
        let classes = reading.tallies.filter { $0.measure == "lop" }
        #expect(
            classes.map { "\($0.unit.code) \($0.codes) \($0.sum.thousandths / 1_000)" } == [
                "00101 chuong_trinh= 2", "00101 chuong_trinh=ct2 1", "01 chuong_trinh= 1",
            ])
        #expect(reading.sum("luot_nguoi") == 150)
        #expect(reading.sum("dong_phoi_hop") == 1)
    }

    @Test(arguments: ["", "1;;;;Không phát sinh;;;;;", "Không phát sinh;;;;;;;;;"])
    func `a header alone, or with the words for nothing, is a nil report`(_ row: String) {
        let reading = SmallFile.read(SmallFile.register(row), as: path)
        #expect(reading.findings == [])
        #expect(reading.state == .accepted)
        #expect(reading.rowsRead == 0)
        #expect(reading.measures == ["lop", "luot_nguoi", "dong_phoi_hop"])
        #expect(reading.unlisted == .zero)
    }

    @Test func `signatures below are cut before any rule sees them`() {
        let reading = SmallFile.read(
            SmallFile.register(
                "1;;25/9/2026;00101;Hòa An;xã;chủ trì;1;30;", "Tổng cộng;;;;;;;1;30;", ";;;;;;;;;",
                ";;;;;;Sơn La, ngày 15 tháng 10 năm 2026;;;", ";Người lập biểu;;;;;GIÁM ĐỐC;;;",
                ";Nguyễn Văn A;;;;;Trần Thị B;;;"),
            as: path)
        #expect(reading.findings == [])
        #expect(reading.state == .accepted)
    }

    @Test func `a word for the whole province in a code is no total`() {
        let reading = SmallFile.read(
            SmallFile.register("1;;25/9/2026;;Toàn tỉnh;toàn tỉnh;chủ trì;1;30;"), as: path)
        #expect(reading.rowsCounted == 1)
    }

    @Test func `a date is read in the order that its column proves`() {
        let reading = SmallFile.read(
            SmallFile.register(
                "1;;10/9/2026;00101;Hòa An;xã;chủ trì;1;30;", "2;;9/25/2026;00102;Thủy Sơn;xã;chủ trì;1;30;"),
            as: path)
        #expect(reading.findings == [])
        #expect(reading.rowsCounted == 2)
    }

    @Test func `only the month first would fit, so the column is refused`() {
        let reading = SmallFile.read(
            SmallFile.register("1;;10/9/2026;00101;Hòa An;xã;chủ trì;1;30;"), as: path)
        #expect(reading.rules == ["date-order"])
    }

    @Test func `ISO dates and the numbers of spreadsheets are dates too`() {
        let reading = SmallFile.read(
            SmallFile.register(
                "1;;2026-09-25;00101;Hòa An;xã;chủ trì;1;30;", "2;;46291;00102;Thủy Sơn;xã;chủ trì;1;30;"),
            as: path)
        #expect(reading.findings == [])
        #expect(reading.rowsCounted == 2)
    }

    @Test func `the same class twice names the earlier row`() throws {
        let row = "1;;25/9/2026;00101;Hòa An;xã;chủ trì;1;30;"
        let reading = SmallFile.read(SmallFile.register(row, row), as: path)
        #expect(reading.rules == ["duplicate-row"])
        #expect(try #require(reading.findings.first).message.vi.contains("dòng 2"))
        #expect(reading.sum("lop") == 1)
    }

    @Test func `rows whose day cannot be read repeat no other row`() {
        let rows = ["31/9/2026", "30/2/2026", "", "30/9/2026"].map { "1;;\($0);00101;Hòa An;xã;chủ trì;1;30;" }
        let reading = SmallFile.read(SmallFile.register(rows.joined(separator: "\n")), as: path)
        #expect(reading.rules == ["not-a-date", "not-a-date", "missing-value"])
    }
}
