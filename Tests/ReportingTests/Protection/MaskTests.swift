import Domain
import Testing

@testable import Reporting

struct MaskTests {
    private func key(_ indicator: String, _ place: PlaceIndex.Place, _ span: String) throws -> FigureKey {
        FigureKey(indicator: indicator, place: place, span: try #require(Period(span)))
    }

    private func mask() throws -> Mask {
        let commune = PlaceIndex.Place.commune(UnitKey(code: "00102", from: Day(year: 2025, month: 7, day: 1)))
        return Mask(
            period: try #require(Period("2026-10")), audience: .partners, protected: ["A", "B"],
            shown: [
                try key("A", commune, "2026-10"), try key("A", .placeless, "2026-01..2026-10"),
                try key("B", .district("116"), "2026-10"), try key("C", .province, "2026-10"),
            ], leftOut: ["C": .notSafe], depths: ["B": .districts])
    }

    @Test func `it hides of protected indicators whatever it does not name, and nothing of others`() throws {
        let mask = try mask()
        #expect(!mask.hides(try key("A", .placeless, "2026-01..2026-10")))
        #expect(mask.hides(try key("A", .placeless, "2026-10")))
        #expect(mask.hides(try key("C", .province, "2026-10")))
        #expect(!mask.hides(try key("D", .province, "2026-10")))
    }

    @Test func `what is left out has no figures at any place, and what stops at districts none of communes`() throws {
        let mask = try mask()
        let commune = PlaceIndex.Place.commune(UnitKey(code: "00102", from: nil))
        #expect(!mask.includes("C", at: .province))
        #expect(mask.includes("B", at: .district("116")) && !mask.includes("B", at: commune))
        #expect(mask.includes("A", at: commune) && mask.includes("D", at: commune))
        #expect(mask.withoutCommunes == ["B", "C"])
    }

    @Test func `its bytes give it again, and other bytes give none`() throws {
        let mask = try mask()
        #expect(Mask(decoding: mask.encoded) == mask)
        for (position, byte) in mask.encoded.enumerated() where byte != 0x0A {
            var bytes = mask.encoded
            bytes[position] = 0x0A
            #expect(Mask(decoding: bytes) != mask)
        }
        #expect(Mask(decoding: []) == nil)
        #expect(Mask(decoding: mask.encoded + Array("shown A province 2026-10\n".utf8)) == nil)
    }
}
