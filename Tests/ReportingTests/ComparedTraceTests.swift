import Domain
import Testing

@testable import Reporting

struct ComparedTraceTests {
    /// Months of three years, on both geographies, some of them incomplete.
    private func scene() throws -> Scene {
        var scene = try Scene()
        for (month, value) in [("2026-10", 5), ("2026-09", 3), ("2026-01", 2)] {
            try scene.send("CAT", "03-an", month, ["ma_tuy_vu": ["03646": value, "03664": 1, "03985": 2]])
            try scene.send("BDBP", "03-an", month, ["ma_tuy_vu": ["03985": value * 10]])
        }
        try scene.send("CAT", "03-an", "2025-10", ["ma_tuy_vu": ["03646": 4], "ttxh_xay_ra": ["03646": 8]])
        try scene.send("CAT", "03-an", "2025-03", ["ma_tuy_vu": ["116": 6], "ttxh_kham_pha": ["116": 3]])
        try scene.send("BDBP", "03-an", "2025-10", ["ma_tuy_vu": ["03646": 1]])
        return scene
    }

    @Test(arguments: ["2026-10", "2026-Q4", "2026", "2026-09..2026-10"], ComparedTrace.Kind.allCases)
    func `both sides are the figures that the reports show, and their lines add up to them`(
        period: String, kind: ComparedTrace.Kind
    ) throws {
        let scene = try scene()
        let basis = try scene.basis(period)
        for code in ["AN04", "AN01", "AN03", "AN06"] {
            let indicator = try scene.indicator(code)
            for place in basis.index.places.indices where place < 20 || place.isMultiple(of: 9) {
                let trace = try ComparedTrace(
                    scene.evidence, indicator, at: basis.index.places[place], over: basis.period, with: kind)
                let spans = kind.spans(of: basis.period)
                #expect(trace.now.figure == basis.figure(indicator, at: place, over: spans.now))
                if let base = spans.base {
                    guard case .figure(let traced) = trace.base else { throw Missing() }
                    #expect(traced.figure == basis.figure(indicator, at: place, over: base))
                    #expect(trace.comparison == Comparison(trace.now.figure, with: traced.figure, percentageBase: 10))
                }
                for part in trace.traces.flatMap(\.parts) {
                    guard let shown = part.figure.quantity else { continue }
                    #expect(part.sum == shown, "\(code) \(basis.index.places[place])")
                }
            }
        }
    }

    private struct Missing: Error {}

    @Test func `a target is named with its row, and the part of it that is reached`() throws {
        let scene = try scene()
        let period = try #require(Period("2026-10"))
        let trace = try ComparedTrace(
            scene.evidence, try scene.indicator("DT01"), at: .province, over: period, with: .target)
        guard case .target(let target?) = trace.base else { throw Missing() }
        #expect(target.row > 1 && target.year == 2026)
        #expect(try scene.basis("2026-10").target(try scene.indicator("DT01"), unit: "14") == target.amount)
        let none = try ComparedTrace(
            scene.evidence, try scene.indicator("AN04"), at: .district("116"), over: period, with: .target)
        guard case .target(nil) = none.base else { throw Missing() }
        #expect(none.share == nil)
        func words(_ trace: ComparedTrace) -> String {
            "\(ComparedTraceText(trace, language: .vi, text: { _ in Document([]) }).document())"
        }
        #expect(words(trace).contains("(targets.csv, dòng \(target.row))"))
        #expect(words(none).contains("không có trong targets.csv"))
    }

    @Test func `the difference has its sign, and a percentage that is missing has its reason`() throws {
        let scene = try scene()
        func words(_ code: String, _ place: PlaceIndex.Place, _ kind: ComparedTrace.Kind) throws -> String {
            let trace = try ComparedTrace(
                scene.evidence, try scene.indicator(code), at: place, over: try #require(Period("2026-10")),
                with: kind)
            return "\(ComparedTraceText(trace, language: .vi, text: { _ in Document([]) }).document())"
        }
        #expect(try words("AN04", .district("116"), .previous).contains("Tăng, giảm: +2"))
        #expect(try words("AN04", .district("116"), .previous).contains("(số so sánh nhỏ hơn mức tính tỷ lệ)"))
        #expect(try words("AN04", .province, .lastYear).contains("Tăng, giảm: +53"))
        #expect(try words("AN06", .province, .lastYear).contains("một trong hai kỳ chưa có số liệu"))
        #expect(try words("AN04", .district("118"), .previous).contains("(kỳ so sánh bằng 0)"))
    }
}
