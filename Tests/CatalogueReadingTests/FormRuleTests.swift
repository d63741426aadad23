import Domain
import TestSupport
import Testing

struct FormRuleTests {
    private let real: RealCatalogue
    private let sheet = "catalogue/forms/01-dt.yaml"
    private let register = "catalogue/forms/04-lop.yaml"

    init() throws { real = try RealCatalogue() }

    /// That one text replaced by another provokes one finding on its line.
    private func expect(
        _ rule: RuleName, replacing old: String, with new: String, in path: String, level: Finding.Level = .error,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        real.replacing(old, with: new, in: path)
            .expect(
                rule, at: (path, real.line(of: old, in: path)), level: level, sourceLocation: sourceLocation)
    }

    @Test func `measures, checks, keys and dates name columns of the form`() {
        expect("unknown-form-column", replacing: "columns: [kinh_phi]}", with: "columns: [tien]}", in: sheet)
        expect("unknown-form-column", replacing: "part: nu, whole", with: "part: nam, whole", in: sheet)
        expect("unknown-form-column", replacing: "key: [ngay_be_mac,", with: "key: [ngay,", in: register)
        expect("unknown-form-column", replacing: "date: ngay_be_mac", with: "date: ngay", in: register)
        expect("unknown-form-column", replacing: "{column: pham_vi,", with: "{column: pham,", in: register)
        expect("unknown-form-column", replacing: "by: [chuong_trinh]", with: "by: [nguon]", in: register)
    }

    @Test func `columns are of the type that their use needs`() {
        expect("wrong-column-type", replacing: "columns: [kinh_phi]}", with: "columns: [thuyet_minh]}", in: sheet)
        expect("wrong-column-type", replacing: "date: ngay_be_mac", with: "date: so_lop", in: register)
        expect("wrong-column-type", replacing: "by: [chuong_trinh]", with: "by: [don_vi_phoi_hop]", in: register)
        expect("wrong-column-type", replacing: "first: ngay_khai_mac", with: "first: so_lop", in: register)
    }

    @Test func `a type, a level or a layout is one of a few words`() {
        expect("bad-setting", replacing: "type: decimal, decimals: 1", with: "type: number, decimals: 1", in: sheet)
        expect("bad-setting", replacing: "level: query", with: "level: warning", in: sheet)
        expect("bad-setting", replacing: "layout: register", with: "layout: table", in: register)
    }

    @Test func `code lists and their codes are in the register of codes`() {
        expect("unknown-code-list", replacing: "list: doi_tuong", with: "list: doituong", in: register)
        expect("unknown-list-code", replacing: "doi_tuong: [cot-can]", with: "doi_tuong: [cot]", in: register)
        expect("unknown-list-code", replacing: "codes: [lien-xa, tinh]", with: "codes: [lien-xa, huyen]", in: register)
    }

    @Test func `no two columns answer to one name, diacritics aside`() {
        expect("column-name-collision", replacing: "aliases: [Nữ, Số nữ", with: "aliases: [Nữ, SO LOP", in: sheet)
    }

    @Test func `a column or measure entered twice is told`() {
        let again = "  - {code: nu, columns: [nu]}\n"
        real.replacing(again, with: again + again, in: sheet)
            .expect("duplicate-key", at: (sheet, real.line(of: "{code: nu,", in: sheet) + 1))
    }

    @Test func `a register has a date`() {
        let broken = real.replacing("date: ngay_be_mac\n", with: "", in: register)
        broken.expect("register-without-date", at: (register, broken.line(of: "layout:", in: register)))
    }

    @Test func `a name that means nothing is a query`() {
        expect("unknown-setting", replacing: "bound: 200,", with: "bond: 200,", in: sheet, level: .query)
    }

    @Test func `a part that is missing is told where it should be`() {
        real.replacing("number: 01/ĐT\n", with: "", in: sheet).expect("missing-setting", at: (sheet, 1))
        expect("missing-setting", replacing: "{code: nu, columns: [nu]}", with: "{code: nu}", in: sheet)
    }

    @Test func `a file that is no YAML is told where it breaks`() {
        let broken = real.replacing("number: 01/ĐT", with: "number: [01/ĐT", in: sheet)
        let findings = broken.read().findings
        #expect(findings.map(\.rule) == ["bad-yaml"])
        #expect(findings.first?.position.line ?? 0 > 1)
        let twice = real.replacing("number: 01/ĐT", with: "code: 01-xx", in: sheet).read().findings
        #expect(twice.map(\.rule) == ["bad-yaml"])
    }
}
