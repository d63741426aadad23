import Domain
import Foundation
import Testing

@testable import Reporting

/// Packages of a small province, one after the other.
struct SuppressionTests {
    /// The packages of the months and quarters of a year, with second editions and corrections, as they are given out: to one
    /// audience after the other or longer periods to all at once, under one code of the indicator or, from some month on, another.
    static func year(
        _ seed: UInt64, protect: ((SeenFigures, Int, [SeenFigures]) -> SeenFigures)? = nil
    ) throws -> (below: Int, releases: [SeenFigures]) {
        var scene = try #require(SeededReleases(seed: seed))
        let start = try #require(Month(year: 2026, month: 1))
        let renamed = seed.isMultiple(of: 3) ? start.adding(months: 3 + Int(seed % 7)) : nil
        var releases: [SeenFigures] = []
        var editions: [Period: Int] = [:]
        for month in (0..<12).map({ start.adding(months: $0) }) {
            scene.fill(through: month)
            if month > start { scene.correct(before: month) }
            var periods = [Period(month)]
            if month.number % 3 == 0 {
                periods += ["-Q\(month.number / 3)", [6: "-H1", 9: "-9M", 12: ""][month.number]].compactMap {
                    $0.flatMap { Period("2026" + $0) }
                }
            }
            if seed.isMultiple(of: 2), month > start { periods.append(Period(month.adding(months: -1))) }
            for period in periods {
                editions[period, default: 0] += 1
                let isForAll = seed.isMultiple(of: 5) && period.monthCount > 1
                let audiences = isForAll ? Audience.allCases : [Audience.allCases[releases.count % 3]]
                for audience in audiences {
                    let package = scene.package(period, edition: editions[period] ?? 1, for: audience)
                    releases.append(
                        protect?(package, scene.below, releases)
                            ?? package.protected(below: scene.below, after: releases, renamed: renamed))
                }
            }
        }
        return (scene.below, releases)
    }

    @Test(arguments: 1...4) func `no small count is shown, and none follows from what is shown`(seed: UInt64) throws {
        let (below, releases) = try SuppressionTests.year(seed)
        for release in releases {
            let figures = try #require(release.indicators[SeededReleases.indicator])
            for (span, views) in figures.views {
                for (place, view) in zip(release.places, views) where view == .shown {
                    let key = FigureKey(indicator: SeededReleases.indicator, place: place, span: span)
                    let amount = try #require(release.amount(of: key)).thousandths / 1_000
                    #expect(amount == 0 || amount >= below, "\(key)")
                }
            }
        }
        #expect(!SeenFigures.isGivenAway(in: releases))
    }

    @Test func `with the small counts alone suppressed, they follow from what is shown`() throws {
        var leaks = 0
        for seed in 1...6 as ClosedRange<UInt64> {
            let (_, releases) = try SuppressionTests.year(seed) { package, below, _ in
                package.suppressedOnlyPrimarily(below: below)
            }
            leaks += SeenFigures.isGivenAway(in: releases) ? 1 : 0
        }
        #expect(leaks >= 5)
    }

    @Test(arguments: [2, 3]) func `what was suppressed once stays so`(seed: UInt64) throws {
        let (_, releases) = try SuppressionTests.year(seed)
        var suppressed: Set<FigureKey> = []
        var again = 0
        for release in releases {
            for (span, views) in release.indicators[SeededReleases.indicator]?.views ?? [:] {
                for (place, view) in zip(release.places, views) {
                    let key = FigureKey(indicator: SeededReleases.indicator, place: place, span: span)
                    if suppressed.contains(key) {
                        #expect(view != .shown, "\(key)")
                        again += 1
                    }
                    if view == .suppressed { suppressed.insert(key) }
                }
            }
        }
        #expect(again > 0)
    }

    @Test(arguments: 1...6) func `a package is given out again as it was`(seed: UInt64) throws {
        let month = try #require(Month(year: 2026, month: 4))
        var scene = try #require(SeededReleases(seed: seed))
        scene.fill(through: month)
        let first = scene.package(Period(month), edition: 1)
        let given = first.protected(below: scene.below, after: [])
        #expect(first.protected(below: scene.below, after: [given]) == given)
        // So is one that goes down to the districts only.
        let coarse = given.without { if case .commune = $0 { true } else { false } }
        #expect(first.protected(below: scene.below, after: [coarse]) == coarse)
    }

    @Test func `the cumulative figure goes where it would give away a month`() throws {
        let code = SeededReleases.indicator
        let unit = UnitKey(code: "c", from: nil)
        func package(_ period: String, _ counts: [String: Int64]) throws -> SeenFigures {
            let period = try #require(Period(period))
            var figures = SeenFigures.Seen()
            for (month, count) in counts { figures.amounts[try #require(Month(month))] = [0: count * 1_000] }
            for span in PublishedSpans(period).everywhere { figures.views[span] = [.shown, .shown] }
            return SeenFigures(
                period: period, audience: .public, edition: 1, places: [.province, .commune(unit)], units: [unit],
                lineage: [[0, 1]], indicators: [code: figures])
        }
        let january = try package("2026-01", ["2026-01": 7]).protected(below: 3, after: [])
        let february = try package("2026-02", ["2026-01": 7, "2026-02": 2]).protected(below: 3, after: [january])
        for place in [PlaceIndex.Place.province, .commune(unit)] {
            func view(_ span: String) throws -> SeenFigures.View {
                february.view(of: FigureKey(indicator: code, place: place, span: try #require(Period(span))))
            }
            #expect(try view("2026-01") == .shown)
            #expect(try view("2026-02") == .suppressed)
            #expect(try view("2026-01..2026-02") == .suppressed)
        }
    }

    /// A number of a text: FNV-1a.
    static func drawn(_ text: String, _ seed: UInt64) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325 ^ seed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    /// Writes histories for `Tests/Auditor/audit.py` where the environment asks for it: `TONGHOP_AUDIT` is a folder, and
    /// `TONGHOP_AUDIT_TABLES` and `TONGHOP_AUDIT_YEARS` say how many single packages and whole years.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["TONGHOP_AUDIT"] != nil))
    func `histories for the auditor`() throws {
        let environment = ProcessInfo.processInfo.environment
        let folder = URL(fileURLWithPath: try #require(environment["TONGHOP_AUDIT"]))
        func write(
            _ releases: [SeenFigures], _ below: Int, _ name: String, to house: String = "protected",
            rounding: Rounding? = nil
        ) throws {
            let house = folder.appending(path: house)
            try FileManager.default.createDirectory(at: house, withIntermediateDirectories: true)
            let head = Array("threshold \(SeededReleases.indicator) \(below)\n".utf8)
            let bytes = head + releases.flatMap { $0.encoded + (rounding.map($0.lines) ?? []) }
            try Data(bytes).write(to: house.appending(path: "\(name).txt"))
        }
        for seed in 0..<(environment["TONGHOP_AUDIT_TABLES"].flatMap { UInt64($0) } ?? 150) {
            var scene = try #require(SeededReleases(seed: seed))
            let month = try #require(Month(year: 2026, month: Int(seed % 12) + 1))
            scene.fill(through: month)
            let package = scene.package(Period(month), edition: 1)
            try write([package.protected(below: scene.below, after: [])], scene.below, "table-\(seed)")
        }
        for seed in 0..<(environment["TONGHOP_AUDIT_YEARS"].flatMap { UInt64($0) } ?? 3) {
            let (below, releases) = try SuppressionTests.year(seed)
            try write(releases, below, "year-\(seed)")
            let rounding = Rounding { text in SuppressionTests.drawn(text, seed) }
            if seed < 6 { try write(releases, below, "rounded-\(seed)", to: "rounded", rounding: rounding) }
            let control = try SuppressionTests.year(seed) { package, below, _ in
                package.suppressedOnlyPrimarily(below: below)
            }
            try write(control.releases, below, "control-\(seed)", to: "control")
            if seed < 6 {
                try write(
                    control.releases, below, "rounded-control-\(seed)", to: "rounded-control", rounding: rounding)
            }
        }
    }
}

extension SeenFigures {
    /// What stood in place of what was shown, for the auditor.
    fileprivate func lines(_ rounding: Rounding) -> [UInt8] {
        let code = SeededReleases.indicator
        let shown = (indicators[code]?.views ?? [:]).flatMap { span, views in
            zip(places, views).filter { $0.1 == .shown }.map { FigureKey(indicator: code, place: $0.0, span: span) }
        }
        let lines = rounding.figures(Set(shown), of: self).sorted { $0.key < $1.key }.map { key, count in
            "rounded \(key.indicator) \(key.span) \(key.place.encoded) \(count)\n"
        }
        return Array(lines.joined().utf8)
    }
}
