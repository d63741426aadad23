import Domain
import Testing

@testable import Reporting

struct LeaderSummaryTests {
    /// A month of one sensitive indicator and one of training, with last year's, in numbers that are found in any text.
    private func basis(decisions: Bool = false) throws -> Basis {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2025-10", ["ma_tuy_vu": ["03646": 61_111]])
        try scene.send("CAT", "03-an", "2026-09", ["ma_tuy_vu": ["03646": 41_117], "te_nan": ["03646": 44_449]])
        try scene.send(
            "CAT", "03-an", "2026-10", ["ma_tuy_vu": ["03646": 71_113, "03670": 10_007], "te_nan": ["03646": 52_223]])
        return try Basis(
            scene.evidence, period: try #require(Period("2026-10")), standing: .edition(1), programVersion: "test")
    }

    private func mask(_ audience: Audience, leftOut: [String: Mask.Omission] = [:]) throws -> Mask {
        Mask(
            period: try #require(Period("2026-10")), audience: audience, protected: ["AN04"], shown: [],
            leftOut: leftOut)
    }

    private func page(_ basis: Basis, for audience: Audience) throws -> LeaderPage {
        let plan = try Scene().catalogue.plan(for: audience)
        return try #require(basis.releasePackage(edition: 1, for: plan).editions.first?.page)
    }

    @Test func `the page has the plan's figures as the tables have them`() throws {
        let basis = try basis()
        let page = LeaderSummary(basis, .vi).page
        #expect(page.items.map(\.code) == basis.plan.page && page.items.count == 10)
        let drugs = try #require(page.items.first { $0.code == "AN04" })
        let indicator = try #require(basis.catalogue.indicator("AN04"))
        #expect(drugs.figure == basis.figure(indicator) && drugs.cumulative == basis.cumulative(indicator))
        #expect(drugs.monthly.count == 10 && drugs.monthly[9] == drugs.figure && drugs.monthlyBefore.count == 10)
        #expect(drugs.monthly[8].quantity == Quantity(whole: 41_117) && drugs.monthly[0].absence == .notReported)
        let place = try basis.place("03646")
        #expect(page.spans.prefix(3) == ["Tháng 10 năm 2026", "Lũy kế từ đầu năm 2026", "Tháng 01 năm 2026"])
        #expect(page.spans.count == 11 && drugs.places.count == 11)
        #expect(drugs.places[0][place].quantity == Quantity(whole: 71_113))
        #expect(drugs.places[10][place].quantity == Quantity(whole: 41_117))
        #expect(page.places[place].name == "Phường Tô Hiệu" && !page.places[place].isBorder)
        #expect(page.places.count { $0.isBorder } == 13 && page.map?.outlines.count == 75)
        #expect(page.sentences.count == 3 && page.sentences[0].hasPrefix("Đào tạo, tập huấn, bồi dưỡng: "))
        #expect(page.sentences[2].hasPrefix("An ninh trật tự: "))
        #expect(page.decisions == ["Không có việc nào chờ quyết định."] && page.missing?.count == 1)
        #expect(drugs.change?.contains("2025") == true)
    }

    @Test func `what the mask hides is nowhere on a page that leaves`() throws {
        let basis = try basis()
        for audience in [Audience.partners, .public] {
            let page = try page(basis.masked(by: mask(audience)), for: audience)
            for number in [71_113, 10_007, 81_120, 61_111, 41_117, 71_113 - 61_111, 81_120 - 61_111] {
                let shown = [number, number * 1_000].map(String.init) + [Language.vi.count(number)]
                #expect(!shown.contains { "\(page)".contains($0) }, "\(audience): \(number)")
            }
            // Of places, packages give what was weighed: the period and the year to date.
            #expect(page.spans.count == 2 && page.items.allSatisfy { $0.places.count == 2 })
            #expect(page.decisions == nil && page.missing == nil && page.notice != nil)
        }
        // The control: all of it is there for those who are given all.
        let full = try page(basis, for: .leadership)
        for number in [71_113, 10_007, 81_120, 41_117] { #expect("\(full)".contains("\(number * 1_000)")) }
        #expect(full.decisions == nil && full.missing?.count == 1 && full.spans.count == 11)
    }

    @Test func `an indicator that an audience is not given is not on its page`() throws {
        let masked = try basis().masked(by: mask(.public, leftOut: ["AN04": .notSafe]))
        #expect(try !page(masked, for: .public).items.contains { $0.code == "AN04" })
        #expect(try page(basis(), for: .leadership).items.contains { $0.code == "AN04" })
    }

    @Test func `an audience whose plan names no page gets none`() throws {
        let package = try basis().releasePackage(edition: 1, for: .least(.public))
        #expect(package.editions.allSatisfy { $0.page == nil })
    }

    @Test func `before the communes of the map there is none, which is said`() throws {
        let scene = try Scene()
        let before = LeaderSummary(try scene.basis("2025-06"), .vi).page
        #expect(before.map == nil && before.mapNote?.contains("không khớp") == true)
        let after = LeaderSummary(try scene.basis("2025-07"), .en).page
        #expect(after.map != nil && after.mapNote == nil && after.title == "Summary of July 2025")
    }
}
