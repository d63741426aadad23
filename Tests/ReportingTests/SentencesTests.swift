import Domain
import Testing

@testable import Reporting

struct SentencesTests {
    private func sentence(_ text: String, none: String? = nil) -> LetterPlan.Sentence {
        LetterPlan.Sentence(
            text: Bilingual(vi: text, en: text), none: none.map { Bilingual(vi: $0, en: $0) })
    }

    /// The words for a month and the same month of last year; `nil`: nothing was sent.
    private func words(
        _ text: String, now: Int?, lastYear: Int?, none: String? = nil, language: Language = .vi
    ) throws -> String {
        var scene = try Scene()
        if let lastYear { try scene.send("CAT", "03-an", "2025-10", ["ttxh_xay_ra": ["03646": lastYear]]) }
        if let now { try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": now]]) }
        let basis = try scene.basis("2026-10")
        return Sentences(basis: basis, language: language).text(sentence(text, none: none))
    }

    @Test(arguments: [
        (45, 40, "tăng 05 vụ (12,5%) so với cùng kỳ năm 2025"),
        (35, 40, "giảm 05 vụ (12,5%) so với cùng kỳ năm 2025"),
        (40, 40, "bằng cùng kỳ năm 2025"),
        (5, 0, "tăng 05 vụ so với cùng kỳ năm 2025"),
        (0, 12, "giảm 12 vụ (100,0%) so với cùng kỳ năm 2025"),
        (1_240, 1_000, "tăng 240 vụ (24,0%) so với cùng kỳ năm 2025"),
        (6, 3, "tăng 03 vụ so với cùng kỳ năm 2025"),
    ])
    func `a change is told by fixed rules, without a percentage of small bases`(
        _ now: Int, _ lastYear: Int, _ expected: String
    ) throws {
        #expect(try words("{AN01 change}", now: now, lastYear: lastYear) == expected)
    }

    @Test func `a clause that misses its figure tells it by its name`() throws {
        #expect(
            try words("Xảy ra {AN01}; cuối kỳ có {AN10} di cư tự do.", now: 4, lastYear: 3)
                == "Xảy ra 04 vụ; số hộ di cư tự do: chưa có số liệu.")
    }

    @Test func `a year of which nothing is held is not compared with`() throws {
        #expect(try words("Xảy ra {AN01}, {AN01 change}; hết.", now: 4, lastYear: nil) == "Xảy ra 04 vụ; hết.")
        // Control: where it is held, the comparison stands.
        #expect(
            try words("Xảy ra {AN01}, {AN01 change}; hết.", now: 4, lastYear: 4)
                == "Xảy ra 04 vụ, bằng cùng kỳ năm 2025; hết.")
    }

    @Test func `what is short of nothing is no shortcoming`() throws {
        for (count, expected) in [(0, nil), (3, "Còn 03 vụ.")] as [(Int, String?)] {
            var scene = try Scene()
            try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": count]])
            let sentences = Sentences(basis: try scene.basis("2026-10"), language: .vi)
            #expect(sentences.shortcoming(sentence("Còn {AN01}.", none: "Không còn vụ nào.")) == expected)
        }
    }

    /// That no line of a register says so is no word of the office's.
    @Test func `of a target that nobody laid down nothing is said`() throws {
        let text = "Tổ chức {TT01}; lũy kế {TT01 cumulative}, {TT01 target}."
        func said(_ targets: String?) throws -> String {
            var scene = try targets.map { text in try Scene("targets.csv") { _ in text } } ?? Scene()
            try scene.send("STP", "02-tt", "2026-10", ["buoi": ["03646": 12]])
            return Sentences(basis: try scene.basis("2026-10"), language: .vi).text(sentence(text))
        }
        #expect(try said("indicator,unit,year,target\n") == "Tổ chức 12 buổi; lũy kế 12 buổi.")
        // The control.
        #expect(try said(nil).contains("kế hoạch"))
    }

    @Test func `nothing to compare with is not nothing occurred`() throws {
        let words = try words("{AN01 change}", now: 4, lastYear: nil)
        #expect(words == "chưa có số liệu so sánh với cùng kỳ năm 2025")
    }

    @Test func `what was not reported is said, and is not zero`() throws {
        #expect(
            try words("Xảy ra {AN01}.", now: nil, lastYear: 3, none: "Không xảy ra.")
                == "Số vụ phạm tội về trật tự xã hội xảy ra: chưa có số liệu.")
        #expect(
            try words("Xảy ra {AN01}.", now: 0, lastYear: 3, none: "Không xảy ra vụ nào.") == "Không xảy ra vụ nào.")
    }

    @Test func `a sentence that misses its first figure tells each by its name`() throws {
        #expect(
            try words("Di cư tự do {AN10}; xảy ra {AN01}.", now: 4, lastYear: nil)
                == "Số hộ di cư tự do: chưa có số liệu; số vụ phạm tội về trật tự xã hội xảy ra: 04 vụ.")
    }

    @Test(arguments: [
        (["Bắc Yên", "Mai Sơn"], "Bắc Yên; Mai Sơn"),
        (["Bắc Yên", "Mai Sơn", "Sốp Cộp"], "Bắc Yên; Mai Sơn và 01 địa bàn khác"),
    ])
    func `a list has so many items at most, and says how many of what are left out`(_ items: [String], _ list: String) {
        #expect(joined(items, most: 2, of: Phrase.placeCounted, .vi) == list)
        #expect(joined(["a", "b", "c", "d"], most: 2, of: Phrase.placeCounted, .en) == "a; b and 2 other areas")
    }

    @Test func `counts below ten have two digits, large ones their points`() throws {
        #expect(try words("{AN01}", now: 3, lastYear: nil) == "03 vụ")
        #expect(try words("{AN01}", now: 1_234, lastYear: nil) == "1.234 vụ")
    }

    @Test func `English has its own separators and plurals`() throws {
        #expect(try words("{AN01}", now: 1_234, lastYear: nil, language: .en) == "1,234 cases")
        #expect(try words("{AN01}", now: 1, lastYear: nil, language: .en) == "1 case")
        #expect(
            try words("{AN01 change}", now: 45, lastYear: 40, language: .en)
                == "up 5 cases (12.5%) on the same period of 2025")
    }

    @Test func `a place that cannot be read stays as it was written`() throws {
        #expect(try words("{AN01 gì}", now: 1, lastYear: nil) == "{AN01 gì}")
    }
}

struct LetterTests {
    private func text(_ document: Document) -> String {
        document.blocks.map { block in
            switch block {
            case .paragraph(let text), .heading(_, let text): text
            case .list(let items), .lines(let items), .title(let items): items.joined(separator: "\n")
            case .letterhead(let left, let right), .signature(let left, let right):
                (left + right).joined(separator: "\n")
            case .table: ""
            }
        }.joined(separator: "\n")
    }

    @Test func `an empty month says so and gives no zero`() throws {
        let set = try Scene().basis("2026-10").reportSet()
        let letter = text(set.editions[0].letter)
        #expect(letter.contains("Chưa có đơn vị nào gửi báo cáo của kỳ"))
        #expect(letter.contains("chưa có số liệu"))
        #expect(!letter.contains("{"))
    }

    @Test func `it names the days of the decree, what is missing, and ends as such reports end`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 3]])
        let letter = text(try scene.basis("2026-10").reportSet().editions[0].letter)
        #expect(letter.contains("số liệu từ ngày 15/9/2026 đến ngày 14/10/2026"))
        #expect(letter.contains("Xảy ra 03 vụ phạm tội về trật tự xã hội"))
        #expect(letter.contains("Còn thiếu "))
        #expect(letter.contains("./."))
    }

    @Test func `a draft is headed as one, an edition by its number`() throws {
        let scene = try Scene()
        let period = try #require(Period("2026-10"))
        let edition = try Basis(scene.evidence, period: period, standing: .edition(2), programVersion: "test")
        let workbook = edition.reportSet().editions[0].workbook
        #expect(workbook.tables[0].subtitle.contains { $0.contains("Bản tổng hợp lần 2") })
        let draft = try scene.basis("2026-10").reportSet()
        #expect(draft.editions[0].workbook.tables[0].subtitle.contains { $0.contains("DỰ THẢO") })
        #expect(!text(edition.reportSet().editions[0].letter).contains("DỰ THẢO"))
    }
}

struct ReturnsTests {
    @Test func `each department that owes has one, and a clean one gets a confirmation with its totals`() throws {
        var scene = try Scene()
        try scene.send("SNNMT", "03-an", "2026-10", ["dat_phat_sinh": ["03646": 3, "03985": 4]])
        let set = try scene.basis("2026-10").reportSet()
        let owing = Set(
            scene.catalogue.obligations(due: try #require(Month("2026-10"))).map { $0.department.lowercased() })
        #expect(Set(set.returns.map(\.name)) == owing)
        let clean = try #require(set.returns.first { $0.name == "snnmt" })
        #expect(clean.report.title.hasPrefix("Phiếu xác nhận tiếp nhận số liệu"))
        let totals = try #require(clean.report.tables.first { $0.id == "tong-so" })
        #expect(totals.rows.contains { $0.cells.last?.figure?.quantity == Quantity(whole: 7) })
        let missing = try #require(set.returns.first { $0.name == "cat" })
        #expect(missing.report.title.hasPrefix("Phiếu đề nghị chỉnh sửa, bổ sung số liệu"))
    }

    @Test func `every table of every set has as many cells as columns, and a sheet name that fits`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 3]])
        for period in ["2026-10", "2026-Q3", "2026-H1", "2026-9M", "2025"] {
            let set = try scene.basis(period).reportSet()
            let reports = set.editions.flatMap { [$0.workbook, $0.data] } + set.returns.map(\.report)
            for report in reports {
                #expect(Set(report.tables.map { $0.sheetName.lowercased() }).count == report.tables.count)
                for table in report.tables {
                    #expect(table.sheetName.count <= 31)
                    #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count }, "\(table.id)")
                }
            }
        }
    }
}
