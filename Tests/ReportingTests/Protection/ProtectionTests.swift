import Domain
import Testing

@testable import Reporting

struct ProtectionTests {
    /// Drug cases of two months in three communes of one district and one of another.
    private func scene() throws -> Scene {
        var scene = try Scene()
        let counts = [
            ("2026-09", ["03646": 4, "03664": 1, "03670": 6, "03688": 5]),
            ("2026-10", ["03646": 2, "03664": 5, "03670": 7, "03688": 9]),
        ]
        for (period, cells) in counts {
            try scene.send(
                "CAT", "03-an", period,
                ["ma_tuy_vu": cells, "ma_tuy_doi_tuong": cells, "ttxh_xay_ra": ["03646": 1, "03664": 8]])
        }
        return scene
    }

    @Test func `the same packages give the same mask, in whatever order they are told`() throws {
        let scene = try scene()
        var seen: [SeenFigures] = []
        for period in ["2026-09", "2026-Q3"] {
            let basis = try scene.basis(period)
            let mask = try Protection(basis).mask(for: .public, seen: seen).mask
            seen.append(SeenFigures(of: basis.masked(by: mask), audience: .public, edition: 1))
        }
        let protection = Protection(try scene.basis("2026-10"))
        let first = try protection.mask(for: .public, seen: seen)
        let second = try protection.mask(for: .public, seen: seen.reversed())
        #expect(first.mask == second.mask && first.explanation == second.explanation)
        #expect(first.explanation.notes.contains { $0.reason == .suppressedBefore })
    }

    @Test func `no small count and nothing that gives it away is in a figure, a table or a sentence`() throws {
        let scene = try scene()
        let whole = try scene.basis("2026-10")
        let (mask, explanation) = try Protection(whole).mask(for: .partners, seen: [])
        let basis = whole.masked(by: mask)
        let drugs = try scene.indicator("AN04")
        let commune = try #require(basis.index.index(of: .commune(try scene.key("03646", whole.period.last))))
        #expect(basis.figure(drugs, at: commune).absence == .suppressed)
        #expect(basis.cumulative(drugs, at: commune).amount == nil || basis.previous(drugs, at: commune).amount == nil)
        let small = basis.index.places.indices.filter { place in
            [basis.figure(drugs, at: place), basis.previous(drugs, at: place), basis.cumulative(drugs, at: place)]
                .contains { (1...2).contains(($0.quantity?.thousandths ?? 0) / 1_000) }
        }
        #expect(small.isEmpty)
        let hidden = basis.index.places.indices.filter { basis.figure(drugs, at: $0).absence == .suppressed }
        #expect(hidden.count > 1)
        #expect(explanation.notes.contains { $0.key.indicator == "AN04" && $0.reason == .small })
        // What has no threshold is shown as it is, and so is a zero.
        #expect(basis.figure(try scene.indicator("AN01"), at: commune).quantity == Quantity(whole: 1))
        #expect(mask.shown.contains(FigureKey(drugs, at: .placeless, over: whole.period)))
        // No mask weighs what a department led.
        let police = try #require(
            DepartmentRecord.all(basis, [.init(name: drugs.name, led: ["ma_tuy_vu"], joined: [])]).first {
                $0.department == "CAT"
            })
        #expect(police.activities.map(\.led.absence) == [.suppressed])
    }

    @Test func `who is protected for at all is protected for alike`() throws {
        let scene = try scene()
        let basis = try scene.basis("2026-10")
        let masks = try Audience.allCases.map { try Protection(basis).mask(for: $0, seen: []).mask }
        #expect(Set(masks.map(\.shown)).count == 1 && Set(masks.map(\.depths)).count == 1)
        let thresholds = try ["AN04", "AN01"].map { try scene.indicator($0).threshold }
        #expect(thresholds == [3, nil])
    }

    @Test func `of columns that add up to another in a form, none gives the protected away`() throws {
        let catalogue = try Scene("forms/03-an.yaml") {
            $0 + "  - {kind: adds_up, total: ttxh_xay_ra, parts: [ma_tuy_vu, te_nan], level: error}\n"
        }.catalogue
        func indicator(_ code: String) throws -> Indicator { try #require(catalogue.indicator(code)) }
        #expect(catalogue.indicatorsGivingAway([try indicator("AN04")]) == ["AN01": .givesAwayOthers])
        #expect(
            catalogue.indicatorsGivingAway([try indicator("AN01")])
                == ["AN04": .givesAwayOthers, "AN12": .givesAwayOthers])
        #expect(catalogue.indicatorsGivingAway([try indicator("AN14")]).isEmpty)
    }

    @Test func `what counts some of the same or follows from the protected is left out`() throws {
        let catalogue = try Scene().catalogue
        func indicator(_ code: String) throws -> Indicator { try #require(catalogue.indicator(code)) }
        #expect(catalogue.indicatorsGivingAway([try indicator("AN04"), try indicator("AN14")]).isEmpty)
        #expect(catalogue.indicatorsGivingAway([try indicator("AN07")]) == ["AN09": .givesAwayOthers])
        #expect(
            catalogue.indicatorsGivingAway([try indicator("AN09")])
                == ["AN07": .givesAwayOthers, "AN08": .givesAwayOthers])
        #expect(
            catalogue.indicatorsGivingAway([try indicator("AN09"), try indicator("AN07")]) == ["AN09": .givesAwayOthers]
        )
    }
}
