import Domain
import Testing

@testable import Intake

/// A district's own row in a sheet or a list.
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

    @Test func `more rows of districts than there could be are not compared, and it says so`() {
        let own = Array(repeating: "1;101;Sông Trong;2;60;;;", count: DistrictTotals.rowsMax)
        #expect(!read(communes + own).rules.contains("too-large"))
        let more = read(communes + own + own.prefix(1))
        #expect(more.rules.contains("too-large"))
        #expect(more.sum("lop") == 2 && more.refusedPlaces == [])
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

    // MARK: Lists

    private func list(_ rows: [String]) -> Reading {
        SmallFile.read(
            "Ô trống và xã, phường không ghi tên: không phát sinh\nMã xã;Xã, phường;Chỉ tiêu;Giá trị\n"
                + rows.joined(separator: "\n") + "\n", as: "2026-10/CAT-06-ct.csv")
    }

    @Test(arguments: [true, false])
    func `in a list it is a total of the measures that its communes have`(_ isFirst: Bool) throws {
        let communes = ["00101;Hòa An;lop;1", "00102;Thủy Sơn;lop;1"]
        let own = ["101;Sông Trong;lop;3", "101;Sông Trong;luot_nguoi;60"]
        let reading = list(isFirst ? own + communes : communes + own)
        #expect(reading.sum("lop") == 2 && reading.sum("luot_nguoi") == 60)
        #expect(reading.rules == ["district-and-communes"])
        let finding = try #require(reading.findings.first)
        #expect(finding.level == .query)
        #expect(finding.message.vi.contains("“Số lớp đã tổ chức” ghi 3, các xã cộng lại là 2"))
        #expect(list(["101;Sông Trong;lop;2"] + communes).findings.map(\.level) == [.note])
    }

    @Test func `in a list what no commune has counts beside them, and an unknown measure is told`() {
        let communes = ["00101;Hòa An;lop;1", "00102;Thủy Sơn;lop;1"]
        #expect(list(communes + ["101;Sông Trong (chưa phân bổ);lop;1"]).sum("lop") == 3)
        let unknown = list(["00101;Hòa An;Số đường;1", "101;Sông Trong;Số cầu;2"])
        #expect(unknown.rules == ["unknown-measure", "unknown-measure"])
    }

    @Test(arguments: [
        "Tổng huyện Sông Trong", "Cộng huyện Sông Trong", "Tổng cộng huyện Sông Trong", "Tổng Sông Trong",
        "TỔNG CỘNG SÔNG TRONG:",
    ])
    func `a line called the district's total leaves it whole`(_ name: String) {
        for (numbers, levels) in [("2;60", [Finding.Level.note]), ("3;60", [.query])] {
            let reading = read(communes + [";;\(name);\(numbers);;;"])
            #expect(reading.sum("lop") == 2 && reading.sum("luot_nguoi") == 60)
            #expect(reading.state == .accepted && reading.rowsRead == 2)
            #expect(reading.refusedPlaces == [] && reading.refusedRowsWithoutPlace == 0)
            #expect(reading.rules == ["district-and-communes"] && reading.findings.map(\.level) == levels)
        }
    }

    @Test func `a total of something that is no district is no district's total`() {
        #expect(read(communes + [";;Tổng Đâu Đó;2;60;;;"]).rules == ["unknown-unit"])
    }
}
