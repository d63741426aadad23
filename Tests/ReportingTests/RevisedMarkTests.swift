import Domain
import Testing

@testable import Reporting

/// `(đc)` in the tables that show more than the period, the months before it and its comparisons.
struct RevisedMarkTests {
    private func basis(_ before: Scene, _ now: Scene, _ period: String) throws -> Basis {
        let period = try #require(Period(period))
        let earlier = try EarlierEdition(number: 1, issued: before.evidence, now: now.evidence, period: period)
        return try Basis(now.evidence, period: period, standing: .draft, programVersion: "test", earlier: earlier)
    }

    /// Which figures of a row bear the mark, by column.
    private func marks(_ table: Table, _ label: String) throws -> [Bool] {
        let row = try #require(
            table.rows.first { row in
                if case .text(let words)? = row.cells.first { words.hasPrefix(label) } else { false }
            })
        return row.cells.dropFirst().map { cell in
            if case .known(_, .revised)? = cell.figure?.content { true } else { false }
        }
    }

    @Test func `a month of the year that moved is marked, one that did not is not`() throws {
        var before = try Scene()
        try before.send("CAT", "03-an", "2026-09", ["ttxh_xay_ra": ["03646": 3]])
        try before.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 4]])
        try before.send("CAT", "03-an", "2025-09", ["ttxh_xay_ra": ["116": 1]])
        var now = before
        try now.send("CAT", "03-an", "2026-09", ["ttxh_xay_ra": ["03646": 5]], sequence: 2)
        let table = try basis(before, now, "2026-10").table("tien-do")
        let column = try #require(
            table.columns.firstIndex { $0.header.first?.hasPrefix("Số vụ phạm tội về trật tự") == true })
        #expect(try marks(table, "Tháng 9")[column - 1])
        #expect(try !marks(table, "Tháng 9")[column])
        #expect(try !marks(table, "Tháng 10")[column - 1])
        #expect(try marks(try basis(before, before, "2026-10").table("tien-do"), "Tháng 9").allSatisfy { !$0 })
    }

    @Test func `the spread over the year is marked as it is printed`() throws {
        var before = try Scene()
        for month in 1...6 { try before.send("CAT", "03-an", "2026-0\(month)", ["ttxh_xay_ra": ["03646": 10]]) }
        var now = before
        try now.send("CAT", "03-an", "2026-02", ["ttxh_xay_ra": ["03646": 40]], sequence: 2)
        let moved = try basis(before, now, "2026-06")
        let season = moved.seasonality(try now.indicator("AN01"))
        func isRevised(_ figure: Figure) -> Bool {
            if case .known(_, .revised) = figure.content { true } else { false }
        }
        #expect(isRevised(season.unevenness) && isRevised(season.busiest) && !isRevised(season.even))
        #expect(season.busiestMonths == [0, 1, 2])
    }

    @Test func `work led is marked apart from work joined`() throws {
        var before = try Scene()
        try before.send("SNV", "04-lop", "2026-01", ["lop": ["125": 3], "lop_phoi_hop": ["125": 2]])
        var now = before
        try now.send("SNV", "04-lop", "2026-01", ["lop": ["125": 4], "lop_phoi_hop": ["125": 2]], sequence: 2)
        let table = try basis(before, now, "2026-01").table("phoi-hop")
        #expect(try marks(table, "Sở Nội vụ").prefix(2) == [true, false])
    }

    @Test func `a programme that moved is marked, the rest of its total is not`() throws {
        var before = try Scene()
        let departments = before.catalogue.sources.filter { source in
            source.indicator == "DT01" && source.role == .count
                && before.catalogue.departments.contains {
                    $0.code == source.department
                        && $0.validity.contains(Day(year: 2026, month: 1, day: 14) ?? Day(number: 0))
                }
        }.map(\.department)
        for department in Set(departments).sorted() where department != "SNV" {
            // In the form that each owes, or the total would be provisional.
            let owed = before.catalogue.obligations.filter { $0.department == department }.map(\.form)
            let form = owed.contains("01-dt") ? "01-dt" : "04-lop"
            try before.send(department, form, "2026-01", ["lop": ["125": 1], "kinh_phi": ["125": 1]])
        }
        var now = before
        try before.send(
            "SNV", "04-lop", "2026-01", ["lop": ["125": 5], "kinh_phi": ["125": 7]], codes: "chuong_trinh=mtqg-2026")
        try now.send(
            "SNV", "04-lop", "2026-01", ["lop": ["125": 6], "kinh_phi": ["125": 7]], codes: "chuong_trinh=mtqg-2026")
        let table = try basis(before, now, "2026-01").table("chuong-trinh-mtqg")
        #expect(try table.words("Không ghi chương trình")[0] == String(Set(departments).count - 1))
        #expect(try marks(table, "Cộng")[0])
        #expect(try !marks(table, "Không ghi chương trình")[0])
        let programme = try #require(before.catalogue.codes.first { $0.code == "mtqg-2026" }?.name.vi)
        #expect(try marks(table, programme) == [true, true, false, false, false, false])
    }

    @Test func `the sum of the border communes is marked where it moved, not where its parts even out`() throws {
        var before = try Scene()
        try before.send("SNNMT", "03-an", "2026-10", ["dat_ton_cuoi": ["03985": 3, "04045": 1, "03646": 12]])
        var even = before
        try even.send(
            "SNNMT", "03-an", "2026-10", ["dat_ton_cuoi": ["03985": 2, "04045": 2, "03646": 12]], sequence: 2)
        var more = before
        try more.send(
            "SNNMT", "03-an", "2026-10", ["dat_ton_cuoi": ["03985": 4, "04045": 1, "03646": 12]], sequence: 2)
        func cells(_ now: Scene, _ label: String) throws -> Bool {
            let table = try basis(before, now, "2026-10").table("bien-gioi")
            let column = table.columns.firstIndex { $0.header.first?.hasPrefix("Đất đai còn tồn") == true }
            return try marks(table, label)[try #require(column) - 1]
        }
        #expect(try cells(even, "Xã Chiềng Sơn") && !cells(even, "Cộng 13 xã biên giới"))
        #expect(try !cells(even, "Tỷ trọng"))
        #expect(try cells(more, "Cộng 13 xã biên giới") && cells(more, "Tỷ trọng"))
    }
}
