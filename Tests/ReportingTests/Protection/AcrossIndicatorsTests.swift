import CatalogueReading
import Domain
import Foundation
import TestSupport
import Testing

@testable import Reporting

/// Indicators of which one says something of another: households and persons, cases and persons, a protected part of a whole
/// that nobody protects.
struct AcrossIndicatorsTests {
    private static let communes = [
        "03646", "03664", "03670", "03688", "03703", "03712", "03721", "04000", "04048", "04075", "04105",
    ]
    private static let months = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"]

    /// Of cells that are filled so many of ten, and parts that are at most so large.
    private static func random(_ seed: UInt64) -> (SeededGenerator, filled: Int, largest: Int) {
        var random = SeededGenerator(seed: seed)
        return (random, Int.random(in: 3...9, using: &random), Int.random(in: 1...5, using: &random))
    }

    /// An office whose border crossings (protected) are part of its social vices (not protected).
    static func scene() throws -> Scene {
        try Scene("checks.yaml") { $0 + "  - {kind: at_most, part: AN13, whole: AN12}\n" }
    }

    /// Of each month the packages for partners, each protected after those before it.
    static func packages(_ seed: UInt64, _ known: KnownInequalities?) throws -> [SeenFigures] {
        var (random, filled, largest) = Self.random(seed)
        var scene = try scene()
        var seen: [SeenFigures] = []
        for period in months {
            var cells: [String: [String: Int]] = [:]
            for (part, whole) in [
                ("di_cu_ho", "di_cu_nhan_khau"), ("ma_tuy_vu", "ma_tuy_doi_tuong"), ("xnc", "te_nan"),
            ] {
                for code in communes where Int.random(in: 0..<10, using: &random) < filled {
                    let count = Int.random(in: 1...largest, using: &random)
                    cells[part, default: [:]][code] = count
                    // Often the part is the whole.
                    cells[whole, default: [:]][code] = count + max(0, Int.random(in: -3...5, using: &random))
                }
            }
            try scene.send("CAT", "03-an", period, cells.filter { $0.key.hasPrefix("ma_tuy") || $0.key == "te_nan" })
            try scene.send("BDBP", "03-an", period, cells.filter { $0.key == "xnc" })
            try scene.send("SNNMT", "03-an", period, cells.filter { $0.key.hasPrefix("di_cu") })
            let basis = try scene.basis(period)
            let mask = try Protection(basis, known: known).mask(for: .partners, seen: seen).mask
            seen.append(SeenFigures(of: basis.masked(by: mask), audience: .partners, edition: 1))
        }
        return seen
    }

    @Test func `what indicators say of one another is read from checks, forms, wholes and selections`() throws {
        let known = KnownInequalities(try Self.scene().catalogue)
        func pair(_ part: String, _ whole: String) -> KnownInequalities.Pair { .init(part: part, whole: whole) }
        #expect(known.atMost.isSuperset(of: [pair("AN10", "AN11"), pair("AN04", "AN05"), pair("AN13", "AN12")]))
        #expect(known.atMost.contains(pair("DT03", "DT02")) && known.together.contains(pair("AN04", "AN05")))
        // By a check within a row of the form alone.
        let silent = try Scene("checks.yaml") { _ in "checks: []\n" }.catalogue
        #expect(KnownInequalities(silent).atMost.contains(pair("AN10", "AN11")))
        #expect(!KnownInequalities(silent).atMost.contains(pair("AN04", "AN05")))
        #expect(known.neverFalling == ["TT09"])
        let groups = known.groups(
            of: ["AN04", "AN10", "AN14"], among: try Self.scene().catalogue.indicators.map(\.code))
        #expect(groups == [["AN04", "AN05"], ["AN10", "AN11"], ["AN14"]])
    }

    @Test func `a part is not bounded by a whole that is shown`() throws {
        // Two communes with two households each, of two persons each; the sums are shown.
        func package(_ codes: [String: [Int: Int64]]) throws -> SeenFigures {
            let period = try #require(Period("2026-01"))
            let units = (0..<4).map { UnitKey(code: "c\($0)", from: nil) }
            let places: [PlaceIndex.Place] = [.province] + units.map { .commune($0) }
            return SeenFigures(
                period: period, audience: .public, edition: 1, places: places, units: units,
                lineage: units.indices.map { [0, $0 + 1] },
                indicators: codes.mapValues { counts in
                    SeenFigures.Seen(
                        amounts: [period.first: counts.mapValues { $0 * 1_000 }],
                        views: [period: places.map { _ in .shown }])
                })
        }
        let whole: [Int: Int64] = [0: 2, 1: 3, 2: 9, 3: 8]
        let candidate = try package(["P": [0: 2, 1: 1, 2: 6, 3: 7], "W": whole])
        let known = KnownInequalities(atMost: [.init(part: "P", whole: "W")])
        let members = [IndicatorProtection.Member("P", below: 3), .init("W", below: 1)]
        func shown(_ known: KnownInequalities) throws -> Set<String> {
            let own = IndicatorProtection(members, known, candidate: candidate, seen: [])
            return Set(own.shown.filter { $0.indicator == "W" }.map(\.place.encoded))
        }
        #expect(try shown(.none).count == 5)
        // Nobody may see that there are but two in the first.
        #expect(try !shown(known).contains("commune:c0"))
        #expect(try shown(known).contains("province"))
    }

    /// Writes histories for `Tests/Auditor/audit.py --across` where the environment asks for it: `TONGHOP_AUDIT` is a folder,
    /// and `TONGHOP_AUDIT_ACROSS` says how many.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["TONGHOP_AUDIT"] != nil))
    func `histories of parts and wholes for the auditor`() throws {
        let environment = ProcessInfo.processInfo.environment
        let folder = URL(fileURLWithPath: try #require(environment["TONGHOP_AUDIT"]))
        let head = """
            threshold AN10 3
            threshold AN11 3
            threshold AN04 3
            threshold AN05 3
            threshold AN13 3
            atmost AN10 AN11
            atmost AN04 AN05
            together AN04 AN05
            atmost AN13 AN12

            """
        for seed in 1...(environment["TONGHOP_AUDIT_ACROSS"].flatMap { UInt64($0) } ?? 4) {
            for (house, known) in [("across", nil), ("across-control", KnownInequalities.none)] {
                let place = folder.appending(path: house)
                try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
                let seen = try Self.packages(seed, known)
                try Data(Array(head.utf8) + seen.flatMap(\.encoded)).write(
                    to: place.appending(path: "\(house)-\(seed).txt"))
            }
        }
    }
}
