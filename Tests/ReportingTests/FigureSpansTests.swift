import Domain
import Testing

@testable import Reporting

/// Time and boundaries: where a unit's figures lie, and what a longer report says of its months.
struct FigureSpansTests {
    /// Chiềng Bôm (03766) gave away a part on 2025-02-01 and went on.
    @Test(arguments: [("2025-01", false), ("2025-02", false), ("2025-03", true), ("2025-06", true)])
    func `a unit that goes on after a division reports on what it is in the month`(
        _ month: String, _ isKnown: Bool
    ) throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", month, ["ttxh_xay_ra": ["03766": 4]])
        let day = try #require(Day(year: 2025, month: 6, day: 14))
        let trace = try FigureTrace(
            scene.evidence, SlicesInForce(scene.evidence), try scene.indicator("AN01"),
            at: .commune(try scene.key("03766", Month("2025-06")!)), over: try #require(Period(month)), on: day)
        #expect(trace.figure.quantity == (isKnown ? Quantity(whole: 4) : nil))
        #expect(trace.figure.absence == (isKnown ? nil : .notComparable))
        if isKnown { #expect(trace.parts[0].sources.map { $0.units.map(\.code) } == [["03766"]]) }
    }

    /// Three parts in four of Chiềng Bôm are said to have stayed.
    private func weighted() throws -> Scene {
        try Scene("unit_changes.csv") { text in
            text.replacing("2025-02-01,03766,03748,divided,,", with: "2025-02-01,03766,03748,divided,0.25,")
                .replacing("2025-02-01,03766,03766,divided,,", with: "2025-02-01,03766,03766,divided,0.75,")
        }
    }

    @Test func `declared weights divide a unit's figures, and the parts add up`() throws {
        var scene = try weighted()
        try scene.send("CAT", "03-an", "2025-01", ["ttxh_xay_ra": ["03766": 10]])
        let (indicator, day) = (try scene.indicator("AN01"), try #require(Day(year: 2025, month: 6, day: 14)))
        var amounts: [Int64] = []
        for code in ["03748", "03766"] {
            let place = PlaceIndex.Place.commune(try scene.key(code, Month("2025-06")!))
            let trace = try FigureTrace(
                scene.evidence, SlicesInForce(scene.evidence), indicator, at: place,
                over: try #require(Period("2025-01")), on: day)
            guard code == "03766" else { continue }
            amounts.append(try #require(trace.figure.quantity).thousandths)
            #expect(trace.figure.isProvisional == false)
            #expect(trace.parts[0].sum == trace.figure.quantity)
            #expect(trace.parts[0].sources[0].shared.keys.map(\.code) == ["03766"])
            #expect(trace.parts[0].sources[0].wholeSum == .zero)
        }
        #expect(amounts == [7_000])
    }

    @Test func `amounts are divided in whole steps, what is left over to those that lost most`() throws {
        func divided(_ amount: Int64, _ weights: [Int64], decimals: Int) -> [Int64] {
            Weight.divide(
                Quantity(thousandths: amount), by: weights.map { Weight(declared: Quantity(thousandths: $0)) },
                decimals: decimals
            ).map(\.thousandths)
        }
        #expect(divided(10_000, [400, 600], decimals: 0) == [4_000, 6_000])
        #expect(divided(10_000, [333, 333, 334], decimals: 0) == [3_000, 3_000, 4_000])
        #expect(divided(1_000, [500, 500], decimals: 0) == [1_000, 0])
        #expect(divided(1_000, [500, 500], decimals: 1) == [500, 500])
        #expect(divided(1_500, [500, 500], decimals: 0) == [750, 750])
        for amount in Int64(0)..<200 {
            #expect(divided(amount * 1_000, [137, 263, 600], decimals: 0).reduce(0, +) == amount * 1_000)
        }
    }

    private func quarterly() throws -> Scene {
        try Scene("obligations.csv") { $0.replacing("CAT,03-an,month,14,,", with: "CAT,03-an,quarter,14,,") }
    }

    @Test func `a form owed by the quarter gives the quarter, and no month of it`() throws {
        var scene = try quarterly()
        try scene.send("CAT", "03-an", "2026-Q3", ["ttxh_xay_ra": ["03646": 9], "nguoi_nghien": ["03646": 40]])
        let quarter = try scene.basis("2026-Q3")
        #expect(try quarter.whole("AN01") == 9)
        #expect(try quarter.figure("AN01").isProvisional == false)
        #expect(try quarter.figure("AN01").completeness == Completeness(received: 1, owed: 1))
        let month = try scene.basis("2026-09")
        #expect(try month.figure("AN01").absence == .notReported)
        #expect(try month.whole("AN06") == 40)
        #expect(try scene.basis("2026-08").figure("AN01").absence == .notReported)
        let trace = try FigureTrace(
            scene.evidence, try scene.indicator("AN01"), at: .province, over: try #require(Period("2026-09")))
        #expect(trace.parts[0].sources.isEmpty)
        #expect(trace.parts[0].months[0].gaps.map(\.reason) == [.reportedFor(try #require(Period("2026-Q3")))])
    }

    @Test func `who reports by the quarter is missing from a month that others report`() throws {
        var scene = try quarterly()
        for month in ["2026-07", "2026-08", "2026-09"] {
            try scene.send("BDBP", "03-an", month, ["ma_tuy_vu": ["03646": 1]])
        }
        try scene.send("CAT", "03-an", "2026-Q3", ["ma_tuy_vu": ["03646": 10]])
        for month in ["2026-07", "2026-09"] {
            #expect(try scene.basis(month).whole("AN04") == 1)
            #expect(try scene.basis(month).figure("AN04").isProvisional)
        }
        #expect(try scene.basis("2026-Q3").whole("AN04") == 13)
        #expect(try scene.basis("2026-Q3").figure("AN04").isProvisional == false)
        #expect(try scene.basis("2026-08..2026-09").whole("AN04") == 2)
        #expect(try scene.basis("2026-08..2026-09").figure("AN04").isProvisional)
    }

    @Test func `nine months have no period before, and say so`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-09", ["ttxh_xay_ra": ["03646": 9]])
        let basis = try scene.basis("2026-9M")
        #expect(basis.previous(try scene.indicator("AN01")).absence == .notApplicable)
        #expect(try basis.table("tong-hop").notes.contains { $0.contains("9 tháng không có kỳ trước") })
        #expect(try !scene.basis("2026-H1").table("tong-hop").notes.contains { $0.contains("không có kỳ trước") })
    }
}
