import Domain
import TestSupport
import Testing

@testable import Intake

/// What makes a file doubtful as a whole.
struct WholeFileTests {
    private func register(_ dates: [String], as path: String = "2026-10/CAT-04-lop.csv") -> Reading {
        let rows = dates.enumerated().map { "\($0.offset);;\($0.element);00101;Hòa An;xã;chủ trì;1;30;" }
        return SmallFile.read(SmallFile.register(rows.joined(separator: "\n")), as: path)
    }

    @Test func `a form with rows and no filled cell is held`() throws {
        let reading = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;;;;;", "2;00102;Thủy Sơn;;;;;"))
        #expect(reading.rules == ["nothing-filled-in"])
        #expect(try #require(reading.findings.first).isHolding)
        let unstated = SmallFile.read("Mã xã;Xã, phường;Số lớp;Lượt người\n00101;Hòa An;;\n")
        #expect(unstated.rules == ["nothing-filled-in"])
        let list = SmallFile.read(
            "Mã xã;Xã, phường;Chỉ tiêu;Giá trị\n00101;Hòa An;DT01;\n", as: "2026-10/CAT-06-ct.csv")
        #expect(list.rules == ["nothing-filled-in"])
    }

    @Test(arguments: ["-", "0", "...", "ba"]) func `one cell that says anything is no empty form`(_ cell: String) {
        let reading = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;\(cell);;;;", "2;00102;Thủy Sơn;;;;;"))
        #expect(!reading.rules.contains("nothing-filled-in"))
    }

    @Test func `a register of another year is one error`() {
        let lastYear = register(["16/09/2025", "20/9/2025", "14/10/2025"])
        #expect(lastYear.rules == ["dates-of-another-year"])
        #expect(lastYear.state == .refused && lastYear.tallies.isEmpty)
        let next = register(["16/09/2027", "20/9/2027"])
        #expect(next.rules == ["dates-of-another-year"])
        // The first month of a year holds days of two.
        let january = register(["20/12/2024", "10/1/2025"], as: "2026-01/CAT-04-lop.csv")
        #expect(january.rules == ["dates-of-another-year"])
    }

    @Test func `rows of late in the year before are additions`() {
        let february = register(["20/12/2025", "28/12/2025"], as: "2026-02/CAT-04-lop.csv")
        #expect(february.rules == ["before-period", "before-period"])
        #expect(february.state == .accepted)
    }

    @Test func `a register of an earlier month is one query that names it and holds the file`() throws {
        let reading = register(["16/8/2026", "25/8/2026", "14/9/2026"])
        #expect(reading.rules == ["dates-of-another-period"])
        let finding = try #require(reading.findings.first)
        #expect(finding.isHolding && finding.level == .query)
        #expect(finding.message.vi.contains("tháng 9 năm 2026"))
        #expect(reading.state == .accepted)
    }

    @Test func `some early dates, or few, stay queries of their rows`() {
        #expect(register(["16/8/2026", "25/8/2026", "16/9/2026"]).rules == ["before-period", "before-period"])
        #expect(register(["25/8/2026", "14/9/2026"]).rules == ["before-period", "before-period"])
        #expect(register(["25/6/2026", "25/7/2026", "14/9/2026"]).rules.allSatisfy { $0 == "before-period" })
    }

    @Test func `a column that no alias fits is asked about if anything stands in it`() {
        func levels(_ header: String, _ cell: String) -> [Finding.Level] {
            SmallFile.read(
                "Ô trống: không phát sinh\nMã xã;Xã, phường;Số lớp;Lượt người;\(header)\n00101;Hòa An;1;30;\(cell)\n"
                    + "00102;Thủy Sơn;1;30;\n"
            ).findings.map(\.level)
        }
        #expect(levels("TTXH", "5") == [.query])
        #expect(levels("TTXH", "") == [.note])
        #expect(levels("Ghi chú", "đã họp") == [.note])
        #expect(levels("Địa chỉ lớp học", "Nhà văn hóa") == [.note])
    }

    @Test func `a column that the department is a source of is missed, in the form that owes it`() {
        let source = Source(indicator: "DT01", department: "CAT", role: .count, validity: .always, reason: "")
        let reader = SubmissionReader(catalogue: SmallCatalogue.make(sources: [source]))
        func rules(_ text: String, _ path: String) -> [String] {
            SmallFile.read([UInt8](text.utf8), as: path, reader: reader).rules
        }
        let lacking = "Ô trống: không phát sinh\nMã xã;Xã, phường;Lượt người\n00101;Hòa An;30\n"
        #expect(rules(lacking, "2026-10/CAT-01-dt.csv") == ["missing-measure-column"])
        #expect(rules(lacking, "2026-10/STP-01-dt.csv") == [])
        #expect(rules(SmallFile.sheet("1;00101;Hòa An;1;30;;;"), "2026-10/CAT-01-dt.csv") == [])
    }

    @Test func `a number of two readings is asked about once, unless another proves one`() throws {
        let reading = SmallFile.read(
            SmallFile.sheet("1;00101;Hòa An;1;30;;1.320;", "2;00102;Thủy Sơn;1;30;;2.500;"))
        #expect(reading.rules == ["ambiguous-number"])
        let finding = try #require(reading.findings.first)
        #expect(finding.message.vi.contains("1.320 hay 1,32"))
        #expect(reading.sum("kinh_phi") == 3_820)
        let proven = SmallFile.read(SmallFile.sheet("1;00101;Hòa An;1;1.030;;1.320;", "2;00102;Thủy Sơn;1;30;;12,5;"))
        #expect(proven.findings == [])
    }

    @Test func `a commune under both its names of the month has one row`() {
        let twice = SmallFile.read(
            SmallFile.sheet("1;00110;Xã Đồi Thông;1;30;;;", "2;00110;Phường Đồi Thông;1;30;;;"),
            as: "2025-07/CAT-01-dt.csv")
        #expect(twice.rules == ["duplicate-row"])
        #expect(twice.sum("lop") == 1)
        let merged = SmallFile.read(
            SmallFile.sheet("1;00108;Thị trấn Bến Mới;1;30;;;", "2;00109;Xã Bản Cũ;1;30;;;"),
            as: "2025-07/CAT-01-dt.csv")
        #expect(merged.findings == [])
        #expect(merged.sum("lop") == 2)
    }
}
