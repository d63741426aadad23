import Domain
import Testing

@testable import Reporting

/// The tables that the founding text asks for.
struct FoundingTablesTests {
    @Test func `what is pending follows from what was before, arose and was settled`() throws {
        var scene = try Scene()
        try scene.send("SNNMT", "03-an", "2026-09", ["dat_ton_cuoi": ["125": 10]])
        try scene.send(
            "SNNMT", "03-an", "2026-10",
            ["dat_phat_sinh": ["125": 4], "dat_giai_quyet": ["125": 3], "dat_ton_cuoi": ["125": 13]])
        try scene.send(
            "STP", "02-tt", "2026-10", ["hoa_giai_nhan": ["125": 8], "hoa_giai_thanh": ["125": 6]])
        let table = try scene.basis("2026-10").table("ton-dong")
        #expect(try table.words("Mai Sơn (cũ)") == ["10", "4", "3", "13", "2", "8", "6", "75,0"])
        #expect(try table.words("Toàn tỉnh") == ["10", "4", "3", "13", "2", "8", "6", "75,0"])
        #expect(try table.words("Yên Châu (cũ)") == ["0", "0", "0", "0", "0", "0", "0", "x"])
        #expect(table.charts.map { $0.series.map(\.column) } == [[3, 4]])
    }

    @Test func `a half-year opens with what was pending at the end of the year before`() throws {
        var scene = try Scene()
        try scene.send("SNNMT", "03-an", "2025-12", ["dat_ton_cuoi": ["125": 7]])
        let basis = try scene.basis("2026-H1")
        #expect(basis.opening(try scene.indicator("AN09")).quantity == Quantity(whole: 7))
        #expect(try basis.table("ton-dong").words("Mai Sơn (cũ)").first == "7")
    }

    @Test func `border communes stand apart with their share of the province`() throws {
        var scene = try Scene()
        try scene.send("SNNMT", "03-an", "2026-10", ["dat_ton_cuoi": ["03985": 3, "04045": 1, "03646": 12]])
        try scene.send("SNNMT", "03-an", "2025-10", ["dat_ton_cuoi": ["03985": 5, "03646": 5]])
        let table = try scene.basis("2026-10").table("bien-gioi")
        let column = try #require(table.columns.firstIndex { $0.header.first?.hasPrefix("Đất đai còn tồn") == true })
        func cells(_ label: String) throws -> [String] { Array(try table.words(label)[(column - 1)..<(column + 2)]) }
        #expect(try cells("Cộng 13 xã biên giới") == ["4", "5", "-1"])
        #expect(try cells("Xã Chiềng Sơn") == ["3", "5", "-2"])
        #expect(try cells("Toàn tỉnh") == ["16", "10", "6"])
        #expect(try cells("Tỷ trọng các xã biên giới (%)") == ["25,0", "50,0", "-25,0"])
        #expect(!table.rows.contains { $0.cells.first == .text("Phường Tô Hiệu") })
    }

    /// A form has columns of others, too: who is asked for none of them lacks none.
    @Test func `what a department is no source of it does not lack`() throws {
        let table = try Scene().basis("2026-10").table("phoi-hop")
        func cell(_ department: String, _ heading: String) throws -> String {
            let column = try #require(table.columns.firstIndex { $0.header.joined(separator: " ").contains(heading) })
            return try table.words(department)[column - 1]
        }
        #expect(try cell("Báo và PT, TH Sơn La", "Buổi tuyên truyền") == "x")
        #expect(try cell("Sở Tư pháp", "Buổi tuyên truyền") == "CB")
    }

    /// Percentages need a base, in tables too.
    @Test func `of fewer than ten there is no share of the border communes`() throws {
        var scene = try Scene()
        try scene.send("SNNMT", "03-an", "2026-10", ["dat_ton_cuoi": ["03985": 3, "03646": 6]])
        let basis = try scene.basis("2026-10")
        let table = try basis.table("bien-gioi")
        let column = try #require(table.columns.firstIndex { $0.header.first?.hasPrefix("Đất đai còn tồn") == true })
        #expect(try table.words("Tỷ trọng các xã biên giới (%)")[column - 1] == "x")
        let land = try scene.indicator("AN09")
        #expect(BorderCommunes.share(BorderCommunes.communes(basis), land, over: basis.period, basis).amount == nil)
    }

    @Test func `a department's work and reports are counted since the start of the year`() throws {
        var scene = try Scene()
        for month in ["2026-01", "2026-02"] {
            try scene.send("SNV", "04-lop", month, ["lop": ["125": 3], "lop_phoi_hop": ["125": 2]])
        }
        let table = try scene.basis("2026-02").table("phoi-hop")
        // Received in October, so none in time.
        #expect(
            try table.words("Sở Nội vụ") == ["6", "4", "x", "x", "x", "2/2", "0", "0,0", "0", "Chậm 2"])
        #expect(try table.words("Sở Tư pháp")[0] == "CB")
        #expect(table.title.hasPrefix("Biểu tham khảo khi xem xét khen thưởng"))
        // The line below the title counts what the table does: two months of everybody.
        let owed = table.rows.reduce(0) { sum, row in
            sum + row.cells.reduce(0) { if case .completeness(let reports) = $1 { $0 + reports.owed } else { $0 } }
        }
        #expect(table.subtitle.last?.hasSuffix("đã nhận 2/\(owed) báo cáo") == true && owed > 40, "\(table.subtitle)")
        let order = table.rows.compactMap { if case .text(let name)? = $0.cells.first { name } else { nil } }
        #expect(order.firstIndex(of: "Công an tỉnh") ?? 9 < order.firstIndex(of: "Sở Nội vụ") ?? 0)
    }

    @Test(
        arguments: [
            (10, 10, 9, 0, nil), (10, 10, 8, 0, ["chậm 2"]), (10, 9, 9, 0, ["thiếu 1"]),
            (10, 10, 10, 1, ["nhận một phần 1"]), (0, 0, 0, 0, []),
        ] as [(Int, Int, Int, Int, [String]?)])
    func `the rule asks for all reports, nine in ten in time, none in part`(
        owed: Int, received: Int, onTime: Int, partial: Int, wanting: [String]?
    ) {
        let reports = DepartmentRecord.Reports(owed: owed, received: received, onTime: onTime, partial: partial)
        #expect(Coordination.Rule(onTime: 90).wanting(reports, .vi) == wanting)
    }

    @Test func `a signed programme shows what was held this year and what is due`() throws {
        let table = try Scene().basis("2026-10").table("chuong-trinh-phoi-hop")
        let words = try table.words(
            "Phối hợp bảo đảm an ninh trật tự và phòng, chống ma túy vùng đồng bào dân tộc thiểu số")
        #expect(words[1] == "Công an tỉnh" && words[2] == "Sở DT&TG, BĐBP tỉnh, MTTQ tỉnh")
        #expect(words[3...] == ["Ban hành 15/01/2026", "Chưa sơ kết (lần gần nhất 05/12/2025)", "Hạn 31/12/2029"])
        #expect(
            try table.words("Phối hợp truyền thông bằng tiếng dân tộc thiểu số")[4] == "Đã sơ kết 10/7/2026")
    }

    @Test func `national programmes add up with what names none`() throws {
        var scene = try Scene()
        try scene.send(
            "SNV", "04-lop", "2026-10", ["lop": ["125": 5], "kinh_phi": ["125": 7]], codes: "chuong_trinh=mtqg-2026")
        try scene.send("STP", "01-dt", "2026-10", ["lop": ["125": 2], "kinh_phi": ["125": 1]])
        let table = try scene.basis("2026-10").table("chuong-trinh-mtqg")
        #expect(try table.words("Cộng")[0] == "7 (sb)")
        #expect(try table.words("Không ghi chương trình")[0] == "2 (sb)")
        let merged = try #require(
            table.rows.first { row in
                if case .text(let name)? = row.cells.first { name.hasSuffix("(đến 31/12/2035)") } else { false }
            })
        #expect(merged.cells[1].figure?.quantity == Quantity(whole: 5))
        // Programmes that ended in 2025 did not run in October 2026.
        #expect(try table.words(try #require(table.rows[1].cells.first?.label))[0] == "x")
    }
}

extension Table.Cell {
    fileprivate var label: String? { if case .text(let words) = self { words } else { nil } }
}
