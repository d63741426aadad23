import Domain
import TestSupport
import Testing

@testable import Intake

/// A row that has what other rows add up to.
struct SumOfOthersTests {
    private let communes = ["1;00101;Hòa An;1;30;20;;", "2;00102;Thủy Sơn;1;35;10;;"]
    private let elsewhere = "3;00103;Chiềng An;4;90;40;;"

    private func read(_ rows: [String]) -> Reading { SmallFile.read(SmallFile.sheet(rows.joined(separator: "\n"))) }

    @Test(arguments: [
        "4;00108;Bến Mới;2;65;30;;", "4;;Sông Trong (chưa phân bổ);2;65;30;;", "4;00108;Bến Mới;2;65;;;",
        "4;00108;Bến Mới;...;65;30;;",
    ])
    func `a district's total under another name is asked about`(_ total: String) throws {
        for rows in [communes + [elsewhere, total], [total] + communes] {
            let reading = read(rows)
            #expect(reading.rules == ["sum-of-other-rows"])
            let finding = try #require(reading.findings.first)
            #expect(finding.level == .query && !finding.isHolding)
            #expect(finding.message.vi.contains("tổng 2 dòng khác có số của địa bàn Sông Trong (cũ) (101)"))
            #expect(finding.position.row == (rows.firstIndex(of: total) ?? 0) + 3)
        }
    }

    @Test func `a total of the whole table is asked about, with and without the districts' totals`() {
        let total = "4;00108;Bến Mới;2;65;30;;"
        let all = communes + [elsewhere]
        #expect(read(all + ["5;00104;Chiềng Ân;6;155;70;;"]).rules == ["sum-of-other-rows"])
        let both = ["sum-of-other-rows", "sum-of-other-rows"]
        #expect(read(all + [total, "5;00104;Chiềng Ân;6;155;70;;"]).rules == both)
        #expect(read(all + [total, "5;00104;Chiềng Ân;8;220;100;;"]).rules == both)
    }

    @Test(arguments: [
        "4;00108;Bến Mới;2;65;31;;", "4;00108;Bến Mới;2;66;30;;", "4;00108;Bến Mới;2;65;0;;",
        "4;00108;Bến Mới;...;65;;;",
    ])
    func `a difference in one measure, or one small measure alone, is none`(_ row: String) {
        #expect(read(communes + [elsewhere, row]).findings == [])
    }

    @Test func `few cases, one other row and equal columns prove nothing`() {
        #expect(read(["1;00101;Hòa An;1;1;;;", "2;00102;Thủy Sơn;1;2;;;", "3;00108;Bến Mới;2;3;;;"]).findings == [])
        #expect(read(["1;00101;Hòa An;2;65;30;;", "2;00108;Bến Mới;2;65;30;;"]).findings == [])
        let equal = ["1;00101;Hòa An;...;30;30;;", "2;00102;Thủy Sơn;...;35;35;;", "3;00108;Bến Mới;...;65;65;;"]
        #expect(read(equal).findings == [])
        #expect(
            read(["1;00101;Hòa An;...;60;;;", "2;00102;Thủy Sơn;...;70;;;", "3;00108;Bến Mới;...;130;;;"]).rules
                == ["sum-of-other-rows"])
    }

    @Test func `a reason answers it, and a line that says it is a total is one`() {
        let reasoned = read(communes + ["3;00108;Bến Mới;2;65;30;;số của xã"])
        #expect(reasoned.findings.map(\.answer) == ["số của xã"])
        let named = read(communes + ["3;;Cộng Sông Trong;2;65;30;;"])
        #expect(named.findings == [] && named.sum("luot_nguoi") == 65)
    }

    @Test func `the rows of a list are taken together by place`() {
        func list(_ total: Int) -> [String] {
            let rows = [("00101", "Hòa An", 1, 30), ("00102", "Thủy Sơn", 1, 35), ("00108", "Bến Mới", 2, total)]
            let lines = rows.flatMap { ["\($0);\($1);DT01;\($2)", "\($0);\($1);DT02;\($3)"] }
            return SmallFile.read(
                "Ô trống: không phát sinh\nMã xã;Xã, phường;Chỉ tiêu;Giá trị\n" + lines.joined(separator: "\n") + "\n",
                as: "2026-10/CAT-06-ct.csv"
            ).rules
        }
        #expect(list(65) == ["sum-of-other-rows"])
        #expect(list(66) == [])
    }

    @Test func `the rows of a register are not compared`() {
        let rows = [("00101", 1, 30), ("00102", 1, 35), ("00108", 2, 65)].map {
            "1;;25/9/2026;\($0);;xã;chủ trì;\($1);\($2);"
        }
        let reading = SmallFile.read(
            SmallFile.register(rows.joined(separator: "\n")), as: "2026-10/CAT-04-lop.csv")
        #expect(reading.findings == [])
    }

    @Test func `what stands at the end of a period must agree, and proves nothing`() {
        func reading(_ standing: Set<String>, _ last: String) -> Int {
            let catalogue = SmallCatalogue.catalogue
            let text = SmallFile.sheet((communes + [last]).joined(separator: "\n"))
            let path = "2026-10/CAT-01-dt.csv"
            let file = SubmissionInHand(
                SourceFile(path: path, bytes: [UInt8](text.utf8)), names: CatalogueNames(catalogue))
            return file.rows?.sums?.found(standing: standing).count ?? -1
        }
        #expect(reading([], "3;00108;Bến Mới;2;65;30;;") == 1)
        #expect(reading(["luot_nguoi"], "3;00108;Bến Mới;2;65;;;") == 0)
        #expect(reading(["lop"], "3;00108;Bến Mới;3;65;30;;") == 0)
    }
}
