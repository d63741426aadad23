import Domain
import TestSupport
import Testing

struct OrganisationTests {
    private let real: RealCatalogue
    private let path = "catalogue/organisation.yaml"

    init() throws { real = try RealCatalogue() }

    private func expect(
        _ rule: RuleName, replacing old: String, with new: String, level: Finding.Level = .error,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        real.replacing(old, with: new, in: path)
            .expect(rule, at: (path, real.line(of: old, in: path)), level: level, sourceLocation: sourceLocation)
    }

    @Test func `everything that is missing is told`() {
        real.replacing("abbreviation: SDTTG\n", with: "", in: path)
            .replacing("calendar: decree09 ", with: "#", in: path)
            .expect("missing-setting", at: (path, 1), (path, 1))
    }

    @Test func `a time zone, a calendar, a language and a number are what they should be`() {
        expect("bad-setting", replacing: "time_zone: Asia/Ho_Chi_Minh", with: "time_zone: Asia/Son_La")
        expect("bad-setting", replacing: "calendar: decree09", with: "calendar: lunar")
        expect("bad-setting", replacing: "languages: [vi]", with: "languages: [vi, fr]")
        expect("bad-setting", replacing: "languages: [vi]", with: "languages: [en]")
        expect("bad-setting", replacing: "working_days: 2", with: "working_days: hai")
        expect("bad-setting", replacing: "place: Sơn La", with: "place: [Sơn La]")
        expect("bad-setting", replacing: "signer_title: {vi: GIÁM ĐỐC, en: DIRECTOR}", with: "signer_title: GIÁM ĐỐC")
        expect("bad-setting", replacing: "moved_base: 10", with: "moved_base: -1")
    }

    @Test func `lists are equally long in both languages`() {
        expect("bad-setting", replacing: "en: [\"As above\", ", with: "en: [")
    }

    @Test func `the province is in the register of units`() {
        expect("unregistered-unit", replacing: "province: \"14\"", with: "province: \"15\"")
    }

    @Test func `a misspelt name is a query`() {
        real.adding("placee: x", to: path)
            .expect("unknown-setting", at: (path, real.lastLine(in: path) + 1), level: .query)
    }

    @Test func `a report plan names domains that are there, a table a line`() {
        let plan = "catalogue/reports/tong-hop.yaml"
        let line = (file: plan, line: real.line(of: "linh-vuc: {domain: an_ninh", in: plan))
        real.replacing("{domain: an_ninh,", with: "{domain: an-ninh,", in: plan)
            .expect("unregistered-domain", at: line)
        real.replacing(
            "- linh-vuc: {domain: an_ninh, rates: [AN01, AN04]}", with: "- {linh-vuc: an_ninh, x: y}", in: plan
        )
        .expect("bad-setting", at: line)
    }

    @Test func `the report's text has places for figures that are there`() {
        let letter = "catalogue/reports/bao-cao.yaml"
        let line = (file: letter, line: real.line(of: "Còn {AN09}", in: letter))
        #expect(real.read().catalogue?.letter.sections.count == 3)
        real.replacing("Còn {AN09}", with: "Còn {AN99}", in: letter).expect("unknown-letter-figure", at: line)
        real.replacing("Còn {AN09}", with: "Còn {AN09 after}", in: letter).expect("unknown-letter-figure", at: line)
        real.replacing("Còn {AN09}", with: "Còn {", in: letter).expect("unknown-letter-figure", at: line)
        #expect(real.without(letter).read().catalogue?.letter == .empty)
    }
}
