import Domain
import Testing

@testable import Intake

/// A district's own row in a sheet.
struct DistrictRowTests {
    private let communes = ["2;00101;Hòa An;1;30;;;", "3;00102;Thủy Sơn;1;30;;;"]

    private func read(_ rows: [String]) -> Reading { SmallFile.read(SmallFile.sheet(rows.joined(separator: "\n"))) }

    @Test(arguments: ["2;60", "2;61", "7;", "-;-", "...;60", "khoảng 2;60"], [true, false])
    func `beside rows of its communes it is a total, whatever its numbers, and never added`(
        _ numbers: String, _ isFirst: Bool
    ) {
        let own = "1;101;Sông Trong;\(numbers);;;"
        let reading = read(isFirst ? [own] + communes : communes + [own])
        #expect(reading.sum("lop") == 2 && reading.sum("luot_nguoi") == 60)
        #expect(reading.rules == ["district-and-communes"])
        #expect(reading.state == .accepted)
        #expect(reading.refusedPlaces == [])
        #expect(reading.rowsRead == 2 && reading.rowsCounted == 2)
    }

    @Test func `a difference is a query with both numbers`() throws {
        let reading = read(["1;101;Sông Trong;2;61;;;"] + communes)
        let finding = try #require(reading.findings.first)
        #expect(finding.level == .query)
        #expect(finding.message.vi.contains("“Lượt người” ghi 61, các xã cộng lại là 60"))
        #expect(!finding.message.vi.contains("Số lớp"))
        #expect(read(["1;101;Sông Trong;2;60;;;"] + communes).findings.map(\.level) == [.note])
    }

    @Test func `the province's total is held against communes alone`() {
        let reading = read(["1;101;Sông Trong;2;60;;;"] + communes + [";;Toàn tỉnh;2;60;;;"])
        #expect(reading.rules == ["district-and-communes"])
    }

    @Test(arguments: ["Chưa phân bổ", "Sông Trong (chưa phân bổ)", "Sông Trong - Chưa phân bổ", "Chua phan bo"])
    func `what no commune has counts for the district beside them`(_ name: String) {
        let reading = read(["1;101;Sông Trong;3;67;;;"] + communes + ["4;101;\(name);1;7;;;"])
        #expect(reading.findings.map(\.level) == [.note])
        #expect(reading.sum("lop") == 3 && reading.sum("luot_nguoi") == 67)
        #expect(reading.tallies.contains { $0.unit.code == "101" && $0.measure == "lop" })
        #expect(reading.rowsCounted == 3)
    }

    @Test func `named without its code, it counts as well`() {
        let reading = read(communes + ["4;;Sông Trong (chưa phân bổ);1;7;;;"])
        #expect(reading.findings == [])
        #expect(reading.sum("luot_nguoi") == 67)
    }

    @Test func `of another length it is told so, and neither compared nor counted`() {
        let reading = read(communes + ["1;101;Sông Trong;9;99;;"])
        #expect(reading.rules == ["row-length"])
        #expect(reading.sum("lop") == 2)
        #expect(reading.refusedPlaces == [] && reading.rowsRead == 2)
    }

    @Test func `alone, or beside empty rows of its communes, it counts`() {
        let alone = read(["1;101;Sông Trong;2;60;;;", "2;00103;Chiềng An;1;30;;;"])
        #expect(alone.findings == [])
        #expect(alone.sum("lop") == 3)
        let empty = read(["1;101;Sông Trong;2;60;;;", "2;00101;Hòa An;;;;;", "3;00102;Thủy Sơn;;;;;"])
        #expect(empty.findings == [])
        #expect(empty.sum("lop") == 2)
    }
}
