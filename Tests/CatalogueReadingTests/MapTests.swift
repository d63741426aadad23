import Domain
import TestSupport
import Testing

struct MapTests {
    private let real: RealCatalogue
    private let path = "catalogue/map.geojson"

    init() throws { real = try RealCatalogue() }

    private func told(_ catalogue: RealCatalogue) -> [String] {
        catalogue.read().findings.map { "\($0.rule) \($0.level) \($0.position.file) \($0.value ?? "")" }
    }

    @Test func `the office's map is of the communes of its day`() throws {
        let catalogue = try #require(real.read().catalogue)
        let map = try #require(catalogue.map)
        let day = try #require(Day(year: 2026, month: 10, day: 14))
        #expect(map.outlines.count == 75 && map.isOf(catalogue.geography.units(.commune, on: day).map(\.code)))
        let before = try #require(Day(year: 2025, month: 6, day: 30))
        #expect(!map.isOf(catalogue.geography.units(.commune, on: before).map(\.code)))
        #expect(map.source.contains("MIT"))
    }

    @Test func `without a map there is a note, and a catalogue`() throws {
        #expect(told(real.without(path)) == ["missing-catalogue-file note \(path) "])
        #expect(try #require(real.without(path).read().catalogue).map == nil)
    }

    @Test(arguments: [
        ("{\"type\":\"FeatureCollection\"", "{\"type\":\"FeatureCollection"),
        ("\"code\":\"03646\"", "\"code\":3646"), ("\"code\":\"03646\"", "\"ma\":\"03646\""),
        ("[103.949,21.322]", "[21.322,103.949]"), ("[103.949,21.322]", "[103.949]"),
        ("[103.949,21.322]", "[1e999,21.322]"), ("\"Polygon\"", "\"Point\""),
        ("\"code\":\"03646\"", "\"code\":\"03664\""),
    ])
    func `a map that cannot be drawn is asked about and left out`(old: String, new: String) throws {
        let broken = real.replacing(old, with: new, in: path)
        let rules = told(broken).map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        #expect(rules == ["bad-map query"])
        #expect(try #require(broken.read().catalogue).map == nil)
        #expect(told(real) == [])
    }

    @Test func `a map of more than a megabyte is not read`() {
        let large = real.adding(String(repeating: " ", count: 1 << 20), to: path)
        #expect(told(large) == ["bad-map query \(path) "])
    }

    @Test func `a code that no commune bears is asked about`() {
        let strange = real.replacing("\"code\":\"03646\"", with: "\"code\":\"116\"", in: path)
        #expect(told(strange) == ["unknown-map-unit query \(path) 116"])
    }

    @Test func `the page's indicators are registered, and ten at most`() {
        let plan = "catalogue/reports/tong-hop.yaml"
        let page = "page: [DT01, DT02, TT01, TT02, TT12, AN01, AN04, AN09, AN10, AN14]"
        let line = (plan, real.line(of: page, in: plan))
        real.replacing(page, with: "page: [DT01, DT99]", in: plan).expect("unregistered-indicator", at: line)
        real.replacing("AN14]\n", with: "AN14, AN13]\n", in: plan).expect("bad-setting", at: line)
    }
}
