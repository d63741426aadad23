import Domain
import TestSupport
import Testing

struct ReferenceRuleTests {
    private let real: RealCatalogue
    private let departments = "catalogue/departments.csv"
    private let obligations = "catalogue/obligations.csv"
    private let targets = "catalogue/targets.csv"

    init() throws { real = try RealCatalogue() }

    private func next(_ path: String) -> (file: String, line: Int) { (path, real.lastLine(in: path) + 1) }

    @Test func `the unit of a committee is in the register of units`() {
        real.replacing(",district,118,,2025-07-01", with: ",district,117,,2025-07-01", in: departments)
            .expect("unregistered-unit", at: (departments, real.line(of: "H118,", in: departments)), column: 6)
    }

    @Test func `a successor is a department that exists by then`() {
        let path = departments
        let line = (file: path, line: real.line(of: "BDT,Ban Dân tộc", in: path))
        real.replacing("2025-03-01,SDTTG,", with: "2025-03-01,SDT,", in: path)
            .expect("unknown-successor", at: line, column: 9)
        real.replacing("2025-03-01,SDTTG,", with: "2025-03-01,STNMT,", in: path)
            .expect("unknown-successor", at: line, column: 9)
    }

    @Test func `a department's code has letters and digits only`() {
        real.adding("X-1,Một sở,A department,Sở,agency,14,,,,", to: departments)
            .expect("bad-register-value", at: next(departments), column: 1)
    }

    @Test(arguments: [
        ("KHONG,02-tt,month,14,,", "unregistered-department", 1),
        ("BDT,02-tt,month,14,2026-01-01,", "unregistered-department", 1),
        ("SCT,09-xx,month,14,,", "unregistered-form", 2),
        ("SCT,02-tt,month,99,,", "unregistered-unit", 4),
        ("SCT,02-tt,week,14,,", "bad-register-value", 3),
        ("CAT,02-tt,month,14,,", "duplicate-key", 1),
        ("CAT,02-tt,month,14,2026-01-01,", "overlapping-validity", 5),
    ])
    func `an obligation that leads nowhere is told`(line: String, rule: String, column: Int) {
        real.adding(line, to: obligations).expect(RuleName(stored: rule), at: next(obligations), column: column)
    }

    @Test(arguments: [
        ("XX01,14,2026,5", "unregistered-indicator", 1), ("DT01,999,2026,5", "unregistered-unit", 2),
        ("DT01,118,26,5", "bad-register-value", 3), ("DT01,118,2026,", "empty-register-cell", 4),
        ("DT01,14,2026,5", "duplicate-key", 1),
    ])
    func `a target that leads nowhere is told`(line: String, rule: String, column: Int) {
        real.adding(line, to: targets).expect(RuleName(stored: rule), at: next(targets), column: column)
    }

    @Test func `a holiday is entered once, as one of two kinds`() {
        let path = "catalogue/holidays.csv"
        real.adding("2026-09-02,holiday,Quốc khánh", to: path).expect("duplicate-key", at: next(path), column: 1)
        real.adding("2027-01-01,nghỉ,Tết", to: path).expect("bad-register-value", at: next(path), column: 2)
    }

    @Test func `the departments of a programme are in the register of departments`() {
        let path = "catalogue/programmes.csv"
        let line = "CT99,99/CTPH,Thử,2026-01-01,CAT,BDT KHONG,,,,2026-01-01,"
        real.adding(line, to: path).expect("unregistered-department", at: next(path), column: 6)
    }

    @Test func `a code stands once in its list`() {
        let path = "catalogue/codes.csv"
        real.adding("vai_tro,chu-tri,Chủ trì,Lead,,,", to: path).expect("duplicate-key", at: next(path), column: 2)
    }

    @Test func `populations are of units`() {
        let path = "catalogue/populations.csv"
        real.adding("999,2026,1000,x", to: path).expect("unregistered-unit", at: next(path), column: 1)
    }
}
