import CatalogueReading
import Domain
import Testing

struct SavedBySpreadsheetTests {
    private let real: RealCatalogue
    private let rule = "register-saved-by-spreadsheet"

    init() throws { real = try RealCatalogue() }

    /// The catalogue with every occurrence of a text in a file replaced.
    private func rewritten(_ old: String, as new: String, in path: String) -> RealCatalogue {
        var all = real
        while let text = all.texts[path], text.contains(old) { all = all.replacing(old, with: new, in: path) }
        return all
    }

    @Test func `codes without their zero are one finding for the register, and there is no catalogue`() {
        let (catalogue, findings) = rewritten("\n03", as: "\n3", in: "catalogue/units.csv").read()
        #expect(catalogue == nil)
        #expect(findings.map(\.rule.text) == [rule])
        #expect(findings.first?.message.vi.contains("mất số 0 ở đầu") == true)
    }

    @Test func `days in a computer's own way are one finding`() {
        let (catalogue, findings) = rewritten("2025-07-01", as: "1/7/2025", in: "catalogue/units.csv").read()
        #expect(catalogue == nil && findings.map(\.rule.text) == [rule])
    }

    @Test func `a register that names units by codes without their zero is the one that is named`() {
        let findings = rewritten(",commune,0", as: ",commune,", in: "catalogue/departments.csv").read().findings
        #expect(findings.map(\.rule.text) == [rule])
        #expect(findings.first?.position.file == "catalogue/departments.csv")
    }

    @Test func `one cell alone is a slip, and said as one`() {
        let code = real.replacing(",03646,", with: ",3646,", in: "catalogue/departments.csv").read().findings
        #expect(code.map(\.rule.text) == ["unregistered-unit"])
        let day = real.replacing("2026-", with: "7/1/", in: "catalogue/holidays.csv").read().findings
        #expect(!day.contains { $0.rule.text == rule })
    }

    @Test func `days with two digits each are read`() {
        #expect(rewritten("2025-07-01", as: "01/07/2025", in: "catalogue/units.csv").read().catalogue != nil)
    }
}
