import Domain
import Testing

@testable import Reporting

struct SeenFiguresTests {
    @Test(arguments: 1...20) func `its bytes give it again`(seed: UInt64) throws {
        let month = try #require(Month(year: 2026, month: 5))
        var scene = try #require(SeededReleases(seed: seed))
        scene.fill(through: month)
        let seen = scene.package(Period(month), edition: 2).protected(below: scene.below, after: [])
        #expect(SeenFigures(decoding: seen.encoded) == seen)
        #expect(SeenFigures(decoding: Array(seen.encoded.dropLast(3))) == nil)
    }

    @Test func `its amounts are those of the reports, for every figure that they show`() throws {
        var scene = try Scene()
        for (period, counts) in [("2026-09", ["03646": 1, "03664": 4]), ("2026-10", ["03646": 2, "03670": 7])] {
            try scene.send("CAT", "03-an", period, ["ma_tuy_vu": counts, "ttxh_xay_ra": counts])
        }
        let basis = try scene.basis("2026-10")
        let seen = SeenFigures(of: basis, audience: .partners, edition: 1)
        #expect(SeenFigures(decoding: seen.encoded) == seen && seen.isIdentified)
        #expect(seen.indicators["AN04"]?.below == 3 && seen.indicators["AN01"]?.below == 0)
        #expect(seen.indicators["AN14"]?.counts == ["03-an:tao_hon"])
        var compared = 0
        for indicator in try [scene.indicator("AN04"), scene.indicator("AN01")] {
            for (place, name) in basis.index.places.enumerated() {
                for span in PublishedSpans(basis.period).of(indicator, at: name) {
                    let key = FigureKey(indicator, at: name, over: span)
                    let figure = basis.figure(indicator, at: place, over: span)
                    #expect((seen.view(of: key) == .shown) == (figure.amount != nil))
                    guard let quantity = figure.quantity else { continue }
                    #expect(seen.amount(of: key) == quantity)
                    compared += quantity.isZero ? 0 : 1
                }
            }
        }
        #expect(compared > 20)
    }
}
