import Domain
import Testing

@testable import Reporting

/// What is missing, refused or not sure stays so, at its place and above.
struct FigureGapsTests {
    @Test func `a refused row whose place is not known leaves no place of the area official`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 3]], state: .partial, refusedElsewhere: 1)
        let basis = try scene.basis("2026-10")
        for place in basis.index.places.indices {
            #expect(basis.figure(try scene.indicator("AN01"), at: place).isProvisional, "\(basis.index.places[place])")
        }
        #expect(try basis.whole("AN01") == 3)
        #expect(try basis.whole("AN01", "03664") == 0)
    }

    @Test(arguments: [Tally.Cells(empty: 1), Tally.Cells(refused: 1)])
    func `a register's cell without a number is not zero, and what lies above is provisional`(
        _ cells: Tally.Cells
    ) throws {
        var scene = try Scene()
        try scene.send(
            "CAT", "05-vu", "2026-10", ["ma_tuy_vu": ["03646": 0, "03664": 2, "03985": 0]],
            cells: ["03646": cells, "03664": .init(number: 1, empty: cells.empty, refused: cells.refused)])
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 1]])
        try scene.send("BDBP", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 1]])
        let scope = try scene.basis("2026-10")
        let indicator = try scene.indicator("AN04")
        let sources = scope.cube.sources(of: Month("2026-10")!, scope.evidence, scope.slices)
        let own = sources.counting(indicator).filter { $0.department == "CAT" }
        func figure(_ place: String?) throws -> Figure {
            scope.cube.figure(indicator, of: [Month("2026-10")!: own], at: try scope.place(place), over: scope.period)
        }
        #expect(try figure("03646").absence == .notReported)
        #expect(try figure("03664").quantity == Quantity(whole: 2))
        #expect(try figure("03664").isProvisional)
        #expect(try figure("116").isProvisional)
        #expect(try figure(nil).isProvisional)
    }

    @Test func `a cell that cannot be counted leaves its place open, where others are not`() throws {
        var scene = try Scene()
        try scene.send(
            "CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 0, "03664": 4]],
            cells: ["03646": .init(refused: 1)])
        let basis = try scene.basis("2026-10")
        #expect(try basis.figure("AN01", "03646").absence == .notReported)
        #expect(try basis.figure("AN01", "03664").isProvisional == false)
        #expect(try basis.figure("AN01", "116").isProvisional)
        #expect(try basis.figure("AN01", "118").isProvisional == false)
        #expect(try basis.figure("AN01").isProvisional)
    }

    @Test func `an empty cell of a sheet is zero where the file says so, else it is missing`() throws {
        for (unlisted, isOfficial) in [(Reading.Unlisted.zero, true), (.notReported, false)] {
            var scene = try Scene()
            try scene.send(
                "CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 0, "03664": 4]], unlisted: unlisted,
                cells: ["03646": .init(empty: 1)])
            let basis = try scene.basis("2026-10")
            #expect(try basis.figure("AN01", "03646").quantity == (isOfficial ? .zero : nil))
            #expect(try basis.figure("AN01", "116").isProvisional == !isOfficial)
        }
    }

    /// Phường Tô Hiệu (03646) is Chiềng Lề and Tô Hiệu of before 2025-07-01.
    @Test(arguments: [Reading.Unlisted.zero, .notReported])
    func `one of two communes that came together is half of the new one`(_ unlisted: Reading.Unlisted) throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2025-06", ["ttxh_xay_ra": ["03646": 2]], unlisted: unlisted)
        let basis = try scene.basis("2026-06")
        let figure = basis.lastYear(try scene.indicator("AN01"), at: try basis.place("03646"))
        #expect(figure.quantity == Quantity(whole: 2))
        #expect(figure.isProvisional == (unlisted == .notReported))
    }

    @Test func `the refused row of a district leaves its communes open, and no other district's`() throws {
        var scene = try Scene()
        try scene.send(
            "CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["118": 0]], state: .partial, refused: ["116"])
        let basis = try scene.basis("2026-10")
        for place in ["116", "03646", "03664"] { #expect(try basis.figure("AN01", place).absence == .notReported) }
        #expect(try basis.figure("AN01", "118").quantity == .zero)
        #expect(try basis.figure("AN01", "118").isProvisional == false)
        #expect(try basis.figure("AN01").isProvisional)
    }

    @Test func `what nobody collected is not collected above either, until something is known`() throws {
        var scene = try Scene()
        try scene.send(
            "CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 0, "03664": 0]], unlisted: .notReported,
            cells: ["03646": .init(uncollected: 1), "03664": .init(uncollected: 1)])
        let basis = try scene.basis("2026-10")
        for place in ["03646", "116", nil] { #expect(try basis.figure("AN01", place).absence == .notCollected) }
        #expect(try basis.figure("AN01", "118").absence == .notReported)
    }

    @Test func `a part without the column leaves what it would have given open`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 3]], part: "A")
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_kham_pha": ["03664": 3]], part: "B")
        let basis = try scene.basis("2026-10")
        #expect(try basis.figure("AN01", "03664").absence == .notReported)
        #expect(try basis.figure("AN01", "03646").isProvisional)
    }
}

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

/// A figure is official only if it was given in the form that owes it.
struct StandInTests {
    @Test func `another form in place of the one owed is provisional everywhere, and is named`() throws {
        var scene = try Scene()
        try scene.send("CAT", "05-vu", "2026-10", ["ttxh_xay_ra": ["03646": 5], "ttxh_kham_pha": ["03646": 4]])
        let basis = try scene.basis("2026-10")
        for place in [nil, "116", "118", "03646", "03664"] { #expect(try basis.figure("AN01", place).isProvisional) }
        let indicator = try scene.indicator("AN01")
        #expect(
            basis.standInWords(indicator, at: PlaceIndex.province, .vi) == "biểu 05/VỤ thay biểu 03/AN (Công an tỉnh)")
        #expect(basis.standInNotes(.vi).count == 1)
        let asked = basis.ledgerFindings.filter { $0.rule == FromOwedForm.name }
        #expect(asked.map(\.value) == ["AN01, AN02"])
        let trace = try FigureTrace(scene.evidence, indicator, at: .province, over: basis.period)
        #expect(trace.parts[0].sources.map(\.standsInFor) == ["03-an"])
        #expect(trace.parts[0].sum == trace.figure.quantity)
    }

    @Test func `with the form that owes it, it is official and nothing is asked`() throws {
        var scene = try Scene()
        try scene.send("CAT", "05-vu", "2026-10", ["ttxh_xay_ra": ["03646": 5]])
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_xay_ra": ["03646": 6]])
        let basis = try scene.basis("2026-10")
        #expect(try basis.whole("AN01") == 6)
        #expect(try basis.figure("AN01").isProvisional == false)
        #expect(basis.standInNotes(.vi).isEmpty)
        #expect(!basis.ledgerFindings.contains { $0.rule == FromOwedForm.name })
    }

    @Test func `a ratio takes both sides from the first form that has both`() throws {
        var scene = try Scene()
        // The sheet's column of crimes has another name, so that only those cleared up are known of it.
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_kham_pha": ["03646": 36]])
        try scene.send("CAT", "05-vu", "2026-10", ["ttxh_xay_ra": ["03646": 5], "ttxh_kham_pha": ["03646": 4]])
        let basis = try scene.basis("2026-10")
        #expect(try basis.whole("AN02") == 36)
        #expect(try basis.figure("AN02").isProvisional == false)
        #expect(try basis.figure("AN03").amount?.rounded(decimals: 1) == 800)
        #expect(try basis.figure("AN03").isProvisional)
        #expect(try basis.figure("AN03").completeness == Completeness(received: 1, owed: 1))
        let trace = try FigureTrace(
            scene.evidence, try scene.indicator("AN03"), at: .province, over: basis.period)
        #expect(trace.parts.map(\.sum) == [4, 5].map { Quantity(whole: $0) })
    }

    @Test func `where no form has both sides, the ratio is without the department, and says so`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ttxh_kham_pha": ["03646": 36]])
        try scene.send("CAT", "05-vu", "2026-10", ["ttxh_xay_ra": ["03646": 5]])
        let basis = try scene.basis("2026-10")
        #expect(try basis.figure("AN03").absence == .notReported)
        let indicator = try scene.indicator("AN03")
        #expect(basis.standInWords(indicator, at: PlaceIndex.province, .vi).contains("hai biểu khác nhau"))
        let trace = try FigureTrace(scene.evidence, indicator, at: .province, over: basis.period)
        #expect(trace.parts.flatMap(\.months).flatMap(\.gaps).map(\.reason) == [.onAnotherForm, .onAnotherForm])
    }

    @Test func `a department's register is held against its own sheet`() throws {
        var scene = try Scene()
        try scene.send("CAT", "03-an", "2026-10", ["ma_tuy_vu": ["03646": 4]])
        try scene.send("BDBP", "03-an", "2026-10", ["ma_tuy_vu": ["03646": 10]])
        try scene.send("CAT", "05-vu", "2026-10", ["ma_tuy_vu": ["03646": 5]])
        let compared = SourceComparison.all(try scene.basis("2026-10")).filter { $0.indicator.code == "AN04" }
        #expect(compared.map(\.department) == ["CAT"])
        #expect(compared.map(\.counted.quantity) == [Quantity(whole: 4)])
        #expect(compared.map(\.compared.quantity) == [Quantity(whole: 5)])
    }
}
