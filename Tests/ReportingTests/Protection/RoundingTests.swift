import Domain
import Testing

@testable import Reporting

struct RoundingTests {
    private let rounding = Rounding { SuppressionTests.drawn($0, 7) }

    @Test func `a count becomes a five beside it, never nothing, and on the whole what it was`() {
        for count in 0...23 as ClosedRange<Int64> {
            let rounded = (0..<1_000 as Range<UInt64>).map { Rounding.rounded(count, by: $0) }
            #expect(rounded.allSatisfy { $0 % 5 == 0 && abs($0 - count) < 5 && ($0 == 0) == (count == 0) })
            let mean = Double(rounded.reduce(0, +)) / 1_000
            #expect(count < 5 || abs(mean - Double(count)) < 0.4, "\(count): \(mean)")
        }
    }

    @Test func `the same counts are rounded the same way in every package`() throws {
        let releases = try SuppressionTests.year(4) { package, _, _ in package }.releases
        var seen: [FigureKey: (amount: Quantity?, count: Int)] = [:]
        var (again, others) = (0, 0)
        let other = Rounding { SuppressionTests.drawn($0, 8) }
        for release in releases {
            let keys = (release.indicators[SeededReleases.indicator]?.views ?? [:]).keys.flatMap { span in
                release.places.map { FigureKey(indicator: SeededReleases.indicator, place: $0, span: span) }
            }
            let unlike = other.figures(Set(keys), of: release)
            for (key, count) in rounding.figures(Set(keys), of: release) {
                let amount = release.amount(of: key)
                // A correction may leave the sum as it was and change what it is made of.
                if let before = seen[key], before.amount == amount { again += before.count == count ? 1 : -20 }
                others += unlike[key] == count ? 0 : 1
                seen[key] = (amount, count)
            }
        }
        #expect(again > 100)
        // The control: another key rounds otherwise.
        #expect(others > 100)
    }

    /// Drug cases of a month in four communes.
    private func basis() throws -> Basis {
        var scene = try Scene()
        let cells = ["03646": 12, "03664": 23, "03670": 34, "03688": 18]
        try scene.send("CAT", "03-an", "2026-10", ["ma_tuy_vu": cells, "ttxh_xay_ra": cells])
        return try scene.basis("2026-10")
    }

    @Test func `figures, sums, differences and texts are of what is rounded, and every page says so`() throws {
        let basis = try basis()
        let mask = try Protection(basis).mask(for: .partners, seen: [], rounding: rounding).mask
        #expect(!mask.rounded.isEmpty && mask.rounded.values.allSatisfy { $0 % 5 == 0 })
        #expect(Mask(decoding: mask.encoded) == mask)
        let masked = basis.masked(by: mask)
        #expect(try masked.figure("AN04").quantity?.thousandths.isMultiple(of: 5_000) == true)
        #expect(try masked.whole("AN01") == 87)
        let plan = AudiencePlan(
            audience: .partners, mark: Audience.partners.usualMark,
            tables: try Scene().catalogue.plan(for: .partners).tables,
            data: [.figures], texts: Set(AudiencePlan.Text.allCases), statements: [], files: [], smallCounts: .round)
        let package = masked.releasePackage(edition: 1, for: plan)
        #expect(package.notice.vi.contains("làm tròn đến 5") && package.notice.en.contains("rounded to 5s"))
        for observation in package.observations where observation.indicator.code == "AN04" {
            if let quantity = observation.figure.quantity { #expect(quantity.thousandths.isMultiple(of: 5_000)) }
        }
        let cells = package.editions.flatMap(\.workbook.tables).flatMap(\.rows).flatMap(\.cells)
        #expect(!cells.contains { if case .sum = $0 { true } else { false } })
        // The control: without rounding sums are formulas, and no page says anything.
        let exact = basis.masked(by: try Protection(basis).mask(for: .partners, seen: []).mask)
        let other = exact.releasePackage(edition: 1, for: plan)
        let sums = other.editions.flatMap(\.workbook.tables).flatMap(\.rows).flatMap(\.cells)
        #expect(sums.contains { if case .sum = $0 { true } else { false } })
        #expect(other.notice == Audience.partners.usualMark)
        #expect(try exact.whole("AN04") == 87)
    }

    @Test func `a ratio is one of rounded figures`() throws {
        var scene = try Scene("indicators.csv") { text in
            text.replacing(
                "TT11,tuyen_truyen,Số vụ việc hòa giải thành,Mediation cases settled,vụ việc,case,flow,hoa_giai_thanh,,,0,up,02-tt,100,,0",
                with:
                    "TT11,tuyen_truyen,Số vụ việc hòa giải thành,Mediation cases settled,vụ việc,case,flow,hoa_giai_thanh,,,0,up,02-tt,100,3,1"
            )
        }
        #expect(try scene.indicator("TT11").threshold == 3)
        let (settled, received) = (["03646": 12, "03664": 23], ["03646": 30, "03664": 41])
        try scene.send("STP", "02-tt", "2026-10", ["hoa_giai_thanh": settled, "hoa_giai_nhan": received])
        let basis = try scene.basis("2026-10")
        let mask = try Protection(basis).mask(for: .partners, seen: [], rounding: rounding).mask
        let ratio = try basis.masked(by: mask).figure("TT12")
        guard case .known(.ratio(let numerator, let denominator, _), _) = ratio.content else {
            Issue.record("no ratio: \(ratio)")
            return
        }
        #expect(numerator.thousandths.isMultiple(of: 5_000) && denominator == Quantity(whole: 71))
    }
}
