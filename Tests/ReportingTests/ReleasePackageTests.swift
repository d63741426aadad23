import Domain
import Testing

@testable import Reporting

struct ReleasePackageTests {
    /// A month of one sensitive indicator, whose figures are large enough to be found in any text.
    private func basis() throws -> Basis {
        var scene = try Scene()
        try scene.send(
            "CAT", "03-an", "2025-10", ["ma_tuy_vu": ["03646": 61_111]])
        try scene.send(
            "CAT", "03-an", "2026-10", ["ma_tuy_vu": ["03646": 71_113, "03670": 10_007], "te_nan": ["03646": 52_223]])
        return try Basis(
            scene.evidence, period: try #require(Period("2026-10")), standing: .edition(1), programVersion: "test")
    }

    /// What is hidden of it: nothing of AN04 is shown.
    private func mask(
        _ audience: Audience, leftOut: [String: Mask.Omission] = [:], withoutCommunes: Set<String> = []
    ) throws -> Mask {
        Mask(
            period: try #require(Period("2026-10")), audience: audience, protected: ["AN04"], shown: [],
            leftOut: leftOut, depths: Dictionary(uniqueKeysWithValues: withoutCommunes.map { ($0, .districts) }))
    }

    /// What the sample's catalogue gives an audience, its texts all of them.
    private func plan(_ audience: Audience) throws -> AudiencePlan {
        let plan = try Scene().catalogue.plan(for: audience)
        return AudiencePlan(
            audience: audience, mark: plan.mark, tables: plan.tables, data: plan.data,
            texts: Set(AudiencePlan.Text.allCases), statements: plan.statements, files: plan.files)
    }

    private func texts(_ package: ReleasePackage) -> String { "\(package)" }

    @Test func `what the mask hides is nowhere in a package, and all of it is in full detail`() throws {
        let basis = try basis()
        let hidden = try basis.masked(by: mask(.public)).releasePackage(edition: 1, for: plan(.public))
        let full = try basis.releasePackage(edition: 1, for: plan(.leadership))
        for number in [71_113, 10_007, 81_120, 61_111, 71_113 - 61_111, 81_120 - 61_111] {
            let shown = [number, number * 1_000].map(String.init) + [Language.vi.count(number)]
            #expect(!shown.contains { texts(hidden).contains($0) }, "\(number)")
        }
        #expect(texts(hidden).contains("52223000") && texts(full).contains("81120000"))
        #expect(hidden.detail == .protected && full.detail == .full)
        #expect(hidden.suppressedCount > 3 && full.suppressedCount == 0)
        #expect(
            hidden.observations.filter { $0.indicator.code == "AN04" && $0.isOfPeriod }
                .allSatisfy { $0.figure.amount == nil })
    }

    @Test func `sentences bear the mark, and the letter explains it`() throws {
        let basis = try basis()
        let letter = try #require(
            basis.masked(by: mask(.partners)).releasePackage(edition: 1, for: plan(.partners)).editions.first
        ).letter?.blocks
        let blocks = try #require(letter)
        let paragraphs = blocks.compactMap { if case .paragraph(let text) = $0 { text } else { nil } }
        #expect(paragraphs.contains { $0.hasSuffix(": (bm) vụ.") })
        let change = LetterPlan.Sentence(text: Bilingual(vi: "{AN04 change}", en: ""), none: nil)
        #expect(
            Sentences(basis: basis.masked(by: try mask(.partners)), language: .vi).text(change)
                == "mức tăng, giảm so với cùng kỳ năm 2025 (bm)")
        #expect(paragraphs.last == "(bm): số liệu được bảo mật.")
        #expect(blocks.first == .title(["LƯU HÀNH NỘI BỘ – Bản gửi các đơn vị phối hợp"]))
        let open = try #require(basis.releasePackage(edition: 1, for: plan(.leadership)).editions.first).letter
        #expect(!"\(String(describing: open))".contains("(bm)"))
    }

    @Test func `the sheets for the office are left out, and so are rows that an audience is not given`() throws {
        let basis = try basis()
        let leadership = try basis.masked(by: mask(.leadership, withoutCommunes: ["AN04"]))
            .releasePackage(edition: 1, for: plan(.leadership))
        let edition = try #require(leadership.editions.first)
        #expect(edition.workbook.tables.count > 8 && edition.workbook.tables.allSatisfy { !$0.isForOffice })
        #expect(edition.workbook.notice == "LƯU HÀNH NỘI BỘ – Bản gửi lãnh đạo" && edition.data.notice != nil)
        let full = try basis.releasePackage(edition: 1, for: plan(.leadership)).notice
        #expect(full.vi == "LƯU HÀNH NỘI BỘ – Bản gửi lãnh đạo – bản đầy đủ, chỉ dùng nội bộ lãnh đạo")
        #expect(!"\(String(describing: edition.summary))".contains("Cần xác nhận"))
        let own = leadership.observations.filter { $0.indicator.code == "AN04" }
        #expect(own.contains { $0.level == .district } && !own.contains { $0.level == .commune })
        #expect(leadership.observations.contains { $0.indicator.code == "AN05" && $0.level == .commune })
        let rows = try #require(edition.data.tables.first).rows.filter { $0.cells[1] == .text("AN04") }
        #expect(!rows.isEmpty && !rows.contains { $0.cells[6] == .text("xã") })

        let without = try basis.masked(by: mask(.public, leftOut: ["AN04": .notSafe]))
            .releasePackage(edition: 1, for: plan(.public))
        #expect(!without.observations.contains { $0.indicator.code == "AN04" })
        let digest = "\(String(describing: try #require(without.editions.first).digest))"
        #expect(digest.contains("Không có trong gói: Vụ ma túy (không có cách nào che"))
        #expect(without.notice.vi == "Bản công khai")
    }

    @Test func `an audience is given the tables and texts that its plan names, and annexes keep their numbers`() throws
    {
        let least = try basis().releasePackage(edition: 1, for: .least(.public))
        let figures = try #require(least.editions.first)
        #expect(figures.workbook.tables.isEmpty && figures.data.tables.map(\.id) == ["so-lieu"])
        #expect(figures.digest == nil && figures.summary == nil && figures.letter == nil)
        let leadership = try #require(basis().releasePackage(edition: 1, for: plan(.leadership)).editions.first)
        let annexes = Dictionary(
            leadership.workbook.tables.map { ($0.id, $0.annex) }, uniquingKeysWith: { first, _ in first })
        for audience in [Audience.partners, .public] {
            let edition = try #require(basis().releasePackage(edition: 1, for: plan(audience)).editions.first)
            let tables = edition.workbook.tables
            #expect(tables.count > 6 && !tables.contains { ["phoi-hop", "tinh-hinh-gui"].contains($0.id) })
            for table in tables { #expect(table.annex == annexes[table.id], "\(table.id)") }
            // Nothing leads to a sheet that is not there, and no chart draws one.
            let names = Set(tables.map(\.id))
            for cell in tables.flatMap(\.rows).flatMap(\.cells) {
                if case .link(_, let target) = cell { #expect(names.contains(target)) }
            }
            for chart in tables.flatMap(\.charts) { #expect(chart.source.map(names.contains) ?? true) }
        }
        // Asked for or not, what names the late is for the leadership alone.
        let asked = AudiencePlan(
            audience: .public, mark: Audience.public.usualMark, tables: ["phoi-hop", "tong-hop", "can-xac-nhan"],
            data: [.submissions, .figures], texts: [], statements: [.lateReports], files: [])
        #expect(asked.tables == ["tong-hop"] && asked.data == [.figures] && asked.statements.isEmpty)
    }

    @Test func `the tables of the office itself are those that are marked so`() throws {
        let basis = try basis()
        let tables = basis.tables(basis.plan, .vi).filter(\.isForOffice).map(\.id)
        #expect(Set(tables).isSubset(of: AudiencePlan.officeTables))
        // The others are shown where there is something in them, or the plan asks for them.
        let sometimes: Set = ["thay-doi", "can-xac-nhan", "chenh-lech-nguon", "nguon-ky-hieu"]
        #expect(Set(tables).union(sometimes) == AudiencePlan.officeTables)
    }

    @Test func `the digest stays on one page`() throws {
        let edition = try #require(try basis().releasePackage(edition: 1, for: plan(.leadership)).editions.first)
        let digest = try #require(edition.digest)
        let items = digest.blocks.reduce(0) { count, block in
            if case .list(let items) = block { count + items.count } else { count + 1 }
        }
        #expect(items <= 24)
    }

    @Test func `each figure is observed once, under the days that it covers`() throws {
        let observations = try basis().observations()
        struct Name: Hashable { let indicator, place: String, days: ClosedRange<Day> }
        let names = observations.map {
            Name(indicator: $0.indicator.code, place: $0.placeCode, days: $0.firstDay...$0.lastDay)
        }
        #expect(Set(names).count == names.count)
        let flow = observations.filter { $0.indicator.code == "AN04" && $0.level == .province }
        #expect(
            flow.map(\.span.description) == ["2026-10", "2026-01..2026-10", "2026-09", "2025-10", "2025-01..2025-10"])
        #expect(
            flow.map { $0.figure.quantity.map { Int($0.thousandths / 1_000) } } == [
                81_120, 81_120, nil, 61_111, 61_111,
            ])
        let stock = observations.filter { $0.indicator.code == "AN06" && $0.level == .province }
        #expect(stock.allSatisfy { $0.span.monthCount == 1 })
        #expect(flow.first?.firstDay.description == "2026-09-15" && flow.first?.lastDay.description == "2026-10-14")
    }
}
