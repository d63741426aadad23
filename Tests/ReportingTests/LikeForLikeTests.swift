import Domain
import Testing

@testable import Reporting

/// Comparisons while reports are missing.
struct LikeForLikeTests {
    /// Outreach sessions by department, last October and this; `nil`: nothing was sent.
    private func basis(_ counts: [(department: String, then: Int?, now: Int?)]) throws -> Basis {
        var scene = try Scene()
        for (department, then, now) in counts {
            if let then { try scene.send(department, "02-tt", "2025-10", ["buoi": ["03646": then]]) }
            if let now { try scene.send(department, "02-tt", "2026-10", ["buoi": ["03646": now]]) }
        }
        return try scene.basis("2026-10")
    }

    private func words(_ basis: Basis) throws -> String {
        let indicator = try #require(basis.catalogue.indicator("TT01"))
        return Sentences(basis: basis, language: .vi).change(indicator, at: PlaceIndex.province)
    }

    @Test func `what both sides have is compared, and named so`() throws {
        let basis = try basis([("STP", 30, 33), ("MTTQ", 20, 20), ("CAT", 10, nil), ("PN", nil, 90)])
        let indicator = try #require(basis.catalogue.indicator("TT01"))
        let alike = try #require(basis.alike(indicator))
        #expect(alike.departments == 2)
        #expect(alike.then.quantity == Quantity(whole: 50) && alike.now.quantity == Quantity(whole: 53))
        let words = try words(basis)
        #expect(words.hasPrefix("tính trên cùng 2/"), "\(words)")
        #expect(words.hasSuffix("thì tăng 03 buổi (6,0%) so với cùng kỳ năm 2025"), "\(words)")
    }

    @Test func `one of twelve says nothing of the rest, and no text tells of a fall`() throws {
        let basis = try basis([("STP", 5, 3), ("MTTQ", 200, nil), ("CAT", 185, nil)])
        let words = try words(basis)
        #expect(words == "chưa so sánh được với cùng kỳ năm 2025 do chưa đủ số liệu")
        let set = basis.reportSet()
        let texts = "\(set.editions[0].letter)\(set.editions[0].summary)"
        #expect(!texts.contains("giảm 387") && !texts.contains("giảm 02"))
        let indicator = try #require(basis.catalogue.indicator("TT01"))
        let comparison = basis.comparison(basis.figure(indicator), with: basis.lastYear(indicator))
        #expect(comparison.difference.absence == .notComparable)
    }

    @Test func `a new office rises from nothing in no text`() throws {
        let words = try words(try basis([("STP", nil, 425), ("MTTQ", 3, nil)]))
        #expect(words == "chưa so sánh được với cùng kỳ năm 2025 do chưa đủ số liệu")
    }

    @Test func `of a year that is not held there are no columns, and one note says so`() throws {
        let alone = try basis([("STP", nil, 5)]).reportSet().editions[0].workbook
        let both = try basis([("STP", 4, 5)]).reportSet().editions[0].workbook
        func headings(_ report: Report) -> String { "\(report.tables.flatMap(\.columns))" }
        #expect(!headings(alone).contains("Năm 2025") && !headings(alone).contains("cùng kỳ năm"))
        #expect(headings(both).contains("Năm 2025") && headings(both).contains("cùng kỳ năm"))
        func notes(_ report: Report) -> Int {
            report.tables.flatMap(\.notes).count { $0.hasPrefix("Sổ tiếp nhận chưa có số liệu năm 2025") }
        }
        #expect(notes(alone) == 1 && notes(both) == 0)
        // Charts still draw the columns that they drew.
        for table in alone.tables {
            for chart in table.charts where chart.source == nil {
                #expect(chart.series.allSatisfy { table.columns[$0.column].kind == .number })
            }
        }
    }

    @Test func `who sent one of two forms is named with the other alone`() throws {
        var scene = try Scene()
        try scene.send("CAT", "02-tt", "2026-10", ["buoi": ["03646": 3]])
        let month = try scene.basis("2026-10")
        let words = try #require(month.missingReports(.vi, most: 99))
        #expect(words.hasPrefix("Còn thiếu "))
        #expect(words.contains("Công an tỉnh (") && !words.contains("Công an tỉnh (02/TT"), "\(words)")
        let wholeYear = try scene.basis("2026")
        let year = try #require(wholeYear.missingReports(.vi, most: 99))
        #expect(year.contains(" báo cáo tháng: ") && year.contains("(02/TT, tháng 1, 2, 3"), "\(year)")
    }

    @Test func `each span has a state of its own`() throws {
        let table = try basis([("STP", 4, 5)]).reportSet().editions[0].data.tables[0]
        let states = table.columns.enumerated().filter { $0.element.header.joined().hasPrefix("Tình trạng") }.map(
            \.offset)
        #expect(states.count == 5)
        for row in table.rows {
            for (state, figure) in zip(states.dropFirst(), states.dropFirst().map { $0 - 1 }) {
                #expect(row.cells[state] == .text(row.cells[figure].figure?.state.vi ?? ""))
            }
        }
    }

    /// What a department sent before it became another is the other's.
    @Test func `of departments that became one, last year's figures are that one's`() throws {
        var scene = try Scene()
        try scene.send("BDT", "02-tt", "2025-02", ["buoi": ["03646": 30]])
        try scene.send("STP", "02-tt", "2025-02", ["buoi": ["03646": 20]])
        try scene.send("SDTTG", "02-tt", "2026-02", ["buoi": ["03646": 33]])
        try scene.send("STP", "02-tt", "2026-02", ["buoi": ["03646": 20]])
        let basis = try scene.basis("2026-02")
        let indicator = try #require(basis.catalogue.indicator("TT01"))
        let alike = try #require(basis.alike(indicator))
        #expect(alike.departments == 2)
        #expect(alike.then.quantity == Quantity(whole: 50) && alike.now.quantity == Quantity(whole: 53))
    }
}
