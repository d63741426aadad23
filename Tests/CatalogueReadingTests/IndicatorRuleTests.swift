import Domain
import TestSupport
import Testing

struct IndicatorRuleTests {
    private let real: RealCatalogue
    private let indicators = "catalogue/indicators.csv"
    private let sources = "catalogue/sources.csv"

    init() throws { real = try RealCatalogue() }

    private func line(_ code: String) -> (file: String, line: Int) {
        (indicators, real.line(of: code + ",", in: indicators))
    }

    @Test func `a measure that a form of the indicator lacks is told`() {
        real.replacing(",stock,uy_tin_hien_co,", with: ",stock,uy_tin_co,", in: indicators)
            .expect("indicator-without-measure", at: line("DT08"), column: 8)
        real.replacing(",none,01-dt,200,", with: ",none,01-dt 04-lop,200,", in: indicators)
            .expect("indicator-without-measure", at: line("DT08"), column: 8)
    }

    @Test func `a form, a domain and a whole that are not there are told`() {
        real.replacing(",none,01-dt,200,", with: ",none,09-xx,200,", in: indicators)
            .expect("unregistered-form", at: line("DT08"), column: 13)
        real.replacing("TT12,tuyen_truyen,", with: "TT12,tuyen-truyen,", in: indicators)
            .expect("unregistered-domain", at: line("TT12"), column: 2)
        real.replacing(",TT02,Người DTTS,", with: ",TT99,Người DTTS,", in: indicators)
            .expect("unknown-whole", at: line("TT03"), column: 17)
        real.replacing(",TT02,Người DTTS,", with: ",TT06,Người DTTS,", in: indicators)
            .expect("unknown-whole", at: line("TT03"), column: 17)
    }

    @Test func `a ratio of what is not there, or of a ratio, is told`() {
        real.replacing("ratio,TT11,TT10", with: "ratio,TT11,TT99", in: indicators)
            .expect("unknown-ratio-part", at: line("TT12"), column: 9)
        real.replacing("ratio,TT11,TT10", with: "ratio,AN03,TT10", in: indicators)
            .expect("unknown-ratio-part", at: line("TT12"), column: 8)
    }

    @Test func `an indicator entered twice is told`() {
        let path = indicators
        let line = real.texts[path]?.split(separator: "\n").last.map(String.init) ?? ""
        real.adding(line, to: path).expect("duplicate-key", at: (path, real.lastLine(in: path) + 1), column: 1)
    }

    @Test func `a kind of adding that is not declared is told`() {
        real.replacing(",stock,uy_tin_hien_co,", with: ",mean,uy_tin_hien_co,", in: indicators)
            .expect("bad-register-value", at: line("DT08"), column: 7)
    }

    @Test func `two who count at once need a reason`() {
        let added = "TT10,CAT,count,,,"
        let here = real.line(of: "TT10,", in: sources)
        let role = real.texts[sources]?.split(separator: "\n").first { $0.hasPrefix("TT10,") && $0.contains(",count,") }
        let first = real.line(of: role.map(String.init) ?? "?", in: sources)
        #expect(here > 0)
        let (catalogue, findings) = real.adding(added, to: sources).read()
        let told = findings.filter { $0.rule == "several-counting-sources" }
        #expect(catalogue == nil)
        #expect(told.map(\.position.line).contains(real.lastLine(in: sources) + 1))
        #expect(told.allSatisfy { [first, real.lastLine(in: sources) + 1].contains($0.position.line) })
        #expect(findings.count == told.count)
    }

    @Test func `a predecessor and its successor do not count at once`() {
        let broken = real.replacing("DT08,BDT,count,,2025-03-01,", with: "DT08,BDT,count,,,", in: sources)
        #expect(broken.texts[sources] != real.texts[sources])
        #expect(broken.read().findings.isEmpty)
    }

    @Test func `a year-to-date count has one counting source, whatever the reason`() {
        real.adding("TT09,SCT,count,,,vì thế", to: sources)
            .expect("several-year-to-date-sources", at: (sources, real.lastLine(in: sources) + 1), column: 3)
    }

    @Test func `an indicator that nobody counts for is a query`() {
        let line = real.texts[sources]?.split(separator: "\n").first { $0.hasPrefix("AN06,") }.map(String.init) ?? "?"
        real.replacing(line, with: line.replacing("count", with: "compare"), in: sources)
            .expect("indicator-without-counting-source", at: self.line("AN06"), column: 1, level: .query)
    }

    @Test(arguments: [
        ("XX01,CAT,compare,,,", "unregistered-indicator", 1), ("DT01,KHONG,compare,,,", "unregistered-department", 2),
        ("DT01,SCT,both,,,", "bad-register-value", 3), ("DT01,CAT,count,2026-01-01,,x", "overlapping-validity", 4),
    ])
    func `a source that leads nowhere is told`(line: String, rule: String, column: Int) {
        real.adding(line, to: sources)
            .expect(RuleName(stored: rule), at: (sources, real.lastLine(in: sources) + 1), column: column)
    }

    @Test func `a check of an indicator that is not there is told`() {
        let path = "catalogue/checks.yaml"
        real.replacing("part: DT03, whole", with: "part: DT99, whole", in: path)
            .expect("unregistered-indicator", at: (path, real.line(of: "part: DT03", in: path)), column: 5)
        real.replacing("{kind: at_most, part: DT03", with: "{kind: more_than, part: DT03", in: path)
            .expect("bad-setting", at: (path, real.line(of: "part: DT03", in: path)), column: 12)
    }
}
