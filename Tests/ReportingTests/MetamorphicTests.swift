import Domain
import Reporting
import TestSupport
import Testing

/// What must happen to the figures when the data are changed in a known way.
struct MetamorphicTests {
    private static let measures = ["ma_tuy_vu", "ttxh_xay_ra", "te_nan"]
    private static let indicators = ["AN01", "AN04", "AN12"]

    /// Random counts by measure and commune.
    private func values(
        _ scene: Scene, _ generator: inout SeededGenerator
    ) -> [String: [String: Int]] {
        let communes = scene.catalogue.geography.units(.commune, on: Day(number: 20_700)).map(\.code)
        var values: [String: [String: Int]] = [:]
        for measure in Self.measures {
            for _ in 0..<25 {
                let code = communes[Int.random(in: communes.indices, using: &generator)]
                values[measure, default: [:]][code] = Int.random(in: 0...12, using: &generator)
            }
        }
        return values
    }

    /// Every figure of the tested indicators at every place.
    private func figures(_ basis: Basis) throws -> [[Int64?]] {
        try Self.indicators.map { code in
            let indicator = try #require(basis.catalogue.indicator(code))
            return basis.index.places.indices.map { basis.figure(indicator, at: $0).quantity?.thousandths }
        }
    }

    private func basis(_ parts: [[String: [String: Int]]], unlisted: Reading.Unlisted = .zero) throws -> Basis {
        var scene = try Scene()
        for (number, values) in parts.enumerated() {
            try scene.send(
                "CAT", "03-an", "2026-10", values, unlisted: unlisted, part: parts.count > 1 ? "p\(number)" : "")
        }
        return try scene.basis("2026-10")
    }

    @Test(arguments: 1...8)
    func `a file split into two parts gives the same figures`(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let whole = values(try Scene(), &generator)
        var first: [String: [String: Int]] = [:]
        var second: [String: [String: Int]] = [:]
        for (measure, cells) in whole {
            first[measure] = cells.filter { $0.key < "03900" }
            second[measure] = cells.filter { $0.key >= "03900" }
        }
        #expect(try figures(basis([first, second])) == figures(basis([whole])))
    }

    @Test(arguments: 1...8)
    func `a row moved within its district changes no district and not the province`(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var moved = values(try Scene(), &generator)
        let before = try basis([moved])
        // Both communes are of district 116.
        for measure in Self.measures {
            let there = moved[measure, default: [:]]["03664"] ?? 0
            let here = moved[measure, default: [:]]["03646"] ?? 0
            moved[measure, default: [:]]["03664"] = there + here
            moved[measure, default: [:]]["03646"] = 0
        }
        let after = try basis([moved])
        let above = [PlaceIndex.province, PlaceIndex.placeless] + before.index.districts
        let (old, new) = (try figures(before), try figures(after))
        for row in old.indices {
            #expect(above.map { old[row][$0] } == above.map { new[row][$0] })
        }
    }

    @Test(arguments: 1...8)
    func `a row of zeros changes nothing where blanks are zero`(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let plain = values(try Scene(), &generator)
        var longer = plain
        for measure in Self.measures where longer[measure]?["03985"] == nil { longer[measure]?["03985"] = 0 }
        #expect(try figures(basis([longer])) == figures(basis([plain])))
    }

    @Test(arguments: 1...8)
    func `three times the data are three times the figures`(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let plain = values(try Scene(), &generator)
        let tripled = plain.mapValues { $0.mapValues { $0 * 3 } }
        #expect(try figures(basis([tripled])) == figures(basis([plain])).map { $0.map { $0.map { $0 * 3 } } })
    }

    @Test(arguments: 1...8)
    func `without a file the totals fall by exactly its totals`(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var both = try Scene()
        let police = values(both, &generator)
        let guards = values(both, &generator)
        try both.send("CAT", "03-an", "2026-10", police)
        let alone = both
        try both.send("BDBP", "03-an", "2026-10", guards)
        let indicator = try both.indicator("AN04")
        let (with, without) = (try both.basis("2026-10"), try alone.basis("2026-10"))
        let given = guards["ma_tuy_vu", default: [:]].values.reduce(0, +)
        let difference =
            (with.figure(indicator).quantity?.thousandths ?? 0) - (without.figure(indicator).quantity?.thousandths ?? 0)
        #expect(difference == Int64(given) * 1_000)
        #expect(without.figure(indicator).isProvisional)
        #expect(!with.figure(indicator).isProvisional)
    }
}
