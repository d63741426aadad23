import Domain
import TestSupport

@testable import Reporting

/// A small province whose counts, corrections and packages are drawn from a seed.
///
/// It has districts with communes, data given for a district or the whole province alone, and, in some, communes that merge
/// or go to another district in the course of the year.
struct SeededReleases {
    static let indicator = "X"
    let below: Int
    private var random: SeededGenerator
    private let communes: [Commune]
    private let districts: Int
    /// The month from which communes are merged and moved; `nil` where they are not.
    private let redrawn: Month?
    private var counts: [Month: [UnitKey: Int64]] = [:]
    private let first: Month
    private let emptiness: Int
    private let largest: Int

    private struct Commune {
        let before: UnitKey
        let after: UnitKey
        let districtBefore: Int
        let districtAfter: Int
    }

    init?(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        guard let first = Month(year: 2025, month: 1) else { return nil }
        self.first = first
        below = [2, 3, 3, 3, 5, 10].randomElement(using: &random) ?? 3
        districts = Int.random(in: 1...4, using: &random)
        redrawn = Bool.random(using: &random) ? first.adding(months: Int.random(in: 2...18, using: &random)) : nil
        emptiness = Int.random(in: 10...85, using: &random)
        largest = [1, 2, 3, 6, 12, 40].randomElement(using: &random) ?? 3
        var communes: [Commune] = []
        for district in 0..<districts {
            for number in 0..<Int.random(in: 1...6, using: &random) {
                let name = "\(district)\(number)"
                let merges = number > 0 && Int.random(in: 0..<4, using: &random) == 0
                let moves = Int.random(in: 0..<12, using: &random) == 0
                communes.append(
                    Commune(
                        before: UnitKey(code: "c\(name)", from: nil),
                        after: merges ? communes[communes.count - 1].after : UnitKey(code: "n\(name)", from: nil),
                        districtBefore: district,
                        districtAfter: merges
                            ? communes[communes.count - 1].districtAfter
                            : moves ? (district + 1) % districts : district))
            }
        }
        self.communes = communes
        self.random = random
    }

    /// Counts of all months up to one.
    mutating func fill(through last: Month) {
        for month in (first.index...last.index).map(Month.init(index:)) where counts[month] == nil {
            counts[month] = [:]
            for commune in communes { draw(isRedrawn(month) ? commune.after : commune.before, month) }
            for district in 0..<districts where Int.random(in: 0..<8, using: &random) == 0 {
                draw(UnitKey(code: "d\(district)", from: nil), month)
            }
            if Int.random(in: 0..<3, using: &random) == 0 { draw(UnitKey(code: "p", from: nil), month) }
        }
    }

    /// Other counts for some units in the months before one.
    mutating func correct(before last: Month) {
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let month = Month(index: Int.random(in: max(first.index, last.index - 14)...last.index, using: &random))
            guard let unit = counts[month]?.keys.sorted().randomElement(using: &random) else { continue }
            draw(unit, month)
        }
    }

    private func isRedrawn(_ month: Month) -> Bool { redrawn.map { $0 <= month } ?? false }

    private mutating func draw(_ unit: UnitKey, _ month: Month) {
        let isEmpty = Int.random(in: 0..<100, using: &random) < emptiness
        counts[month]?[unit] = isEmpty ? 0 : Int64(Int.random(in: 1...largest, using: &random)) * 1_000
    }

    /// The package of a period as of now, with all its figures.
    func package(_ period: Period, edition: Int, for audience: Audience = .partners) -> SeenFigures {
        let now = isRedrawn(period.last)
        let names = Set(communes.map { now ? $0.after : $0.before }).sorted()
        var places: [PlaceIndex.Place] = [.province, .placeless]
        places += (0..<districts).map { .district("d\($0)") }
        places += names.map { .commune($0) }
        let spans = PublishedSpans(period)
        let units = Set(counts.filter { spans.months.contains($0.key) }.values.flatMap(\.keys)).sorted()
        let position = Dictionary(zip(units, units.indices), uniquingKeysWith: { first, _ in first })
        var seen = SeenFigures.Seen(counts: ["03-an:x"], below: below)
        for month in spans.months {
            let amounts = (counts[month] ?? [:]).filter { $0.value != 0 }.compactMap { unit, amount in
                position[unit].map { ($0, amount) }
            }
            if !amounts.isEmpty { seen.amounts[month] = Dictionary(uniqueKeysWithValues: amounts) }
        }
        for span in spans.everywhere { seen.views[span] = places.map { _ in .shown } }
        for span in spans.province { seen.views[span] = places.map { $0 == .province ? .shown : .none } }
        return SeenFigures(
            period: period, audience: audience, edition: edition, places: places, units: units,
            lineage: units.map { unit in lineage(unit, now).compactMap(places.firstIndex).sorted() },
            indicators: [SeededReleases.indicator: seen])
    }

    private func lineage(_ unit: UnitKey, _ isRedrawn: Bool) -> [PlaceIndex.Place] {
        if unit.code == "p" { return [.province, .placeless] }
        guard let commune = communes.first(where: { $0.before == unit || $0.after == unit }) else {
            return [.province, .district(unit.code)]
        }
        let district = isRedrawn ? commune.districtAfter : commune.districtBefore
        return [.province, .district("d\(district)"), .commune(isRedrawn ? commune.after : commune.before)]
    }
}

extension SeenFigures {
    /// The package with what is protected in it suppressed, and without what is left out of it.
    ///
    /// - Parameter renamed: From this month on the indicator has another code.
    func protected(below: Int, after seen: [SeenFigures], renamed: Month? = nil) -> SeenFigures {
        func code(_ release: SeenFigures) -> String {
            renamed.map { $0 <= release.period.last } == true ? "Y" : SeededReleases.indicator
        }
        let candidate = coded(code(self))
        let memory = SeenMemory(seen.map { $0.coded(code($0)) }, of: candidate, repeated: [])
        let own = code(self)
        let choice = IndicatorProtection(
            [.init(own, below: below, kept: memory.kept[own] ?? 0)], candidate: candidate, seen: memory.releases)
        let depth = choice.depths[own] ?? .nothing
        return viewed { key in
            if choice.shown.contains(FigureKey(indicator: own, place: key.place, span: key.span)) { return .shown }
            return depth.includes(key.place) ? .suppressed : .none
        }
    }

    /// The package with only the small counts themselves suppressed.
    func suppressedOnlyPrimarily(below: Int) -> SeenFigures {
        viewed { key in
            guard let amount = amount(of: key), !amount.isZero else { return .shown }
            return amount.thousandths >= Int64(below) * 1_000 ? .shown : .suppressed
        }
    }

    /// The package without the figures of some places.
    func without(_ isLeftOut: (PlaceIndex.Place) -> Bool) -> SeenFigures {
        viewed { isLeftOut($0.place) ? .none : view(of: $0) }
    }

    /// The package with its indicator under another code.
    private func coded(_ code: String) -> SeenFigures {
        SeenFigures(
            period: period, audience: audience, edition: edition, places: places, units: units, lineage: lineage,
            indicators: Dictionary(
                indicators.values.map { (code, $0) }, uniquingKeysWith: { first, _ in first }), names: names)
    }

    private func viewed(_ view: (FigureKey) -> View) -> SeenFigures {
        let code = SeededReleases.indicator
        var figures = indicators[code] ?? Seen()
        for (span, views) in figures.views {
            figures.views[span] = zip(places, views).map { place, old in
                old == .none ? old : view(FigureKey(indicator: code, place: place, span: span))
            }
        }
        return SeenFigures(
            period: period, audience: audience, edition: edition, places: places, units: units, lineage: lineage,
            indicators: [code: figures])
    }
}
