import Domain
import Testing

@testable import Reporting

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
        // It stands beside the sheet, and in for nothing.
        #expect(compared.map(\.compared.isProvisional) == [false])
    }

    @Test func `sources are held against each other over the months in which both say something`() throws {
        var scene = try Scene()
        for month in ["2026-07", "2026-08", "2026-09"] {
            try scene.send("CAT", "03-an", month, ["ma_tuy_vu": ["03646": 4]])
        }
        try scene.send("CAT", "05-vu", "2026-09", ["ma_tuy_vu": ["03646": 5]])
        let basis = try scene.basis("2026-Q3")
        let compared = try #require(SourceComparison.all(basis).first { $0.indicator.code == "AN04" })
        #expect(compared.counted.quantity == Quantity(whole: 4) && compared.compared.quantity == Quantity(whole: 5))
        #expect(compared.months == 1 && compared.own == "03-an" && compared.isPart(of: basis))
        let said = SourceDifferences.findings(basis, .vi).flatMap(\.cells).compactMap(\.words).joined(separator: " ")
        #expect(said.contains("01/03 tháng") || said.contains("1/3 tháng"), "\(said)")
        #expect(said.contains("theo 03/AN 4") && said.contains("hai biểu của mình"), "\(said)")
    }
}
