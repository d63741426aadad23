import Foundation
import Testing

/// The workbooks as they come from the printer, looked at by a machine; run by `scripts/test --office`.
///
/// `look.py` reads letters and lines back from the pages, plants each kind of fault and fails where it does not find it.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["TONGHOP_OFFICE"] == "1"))
struct LookedAtOfficeTests {
    private static let python =
        ProcessInfo.processInfo.environment["TONGHOP_LOOKING_PYTHON"] ?? "python3"
    private static let script = SmallOffice.repository.appendingPathComponent("Tests/Oracle/look.py").path

    /// What the sight of workbooks ends with, and its words.
    private func look(_ office: SmallOffice, _ files: String, pages: Int? = nil, controls: Bool = false) throws {
        let most = pages.map { " --pages \($0)" } ?? ""
        let seen = try office.shell(
            "'\(Self.python)' '\(Self.script)'\(most)\(controls ? " --controls" : "") \(files)")
        #expect(seen.exit == 0, "\(seen.output)\(seen.errors)")
    }

    /// An office with the sample of Sơn La.
    private func sample() throws -> SmallOffice {
        let office = try SmallOffice()
        let inputs = SmallOffice.repository.appendingPathComponent("inputs").path
        #expect(try office.shell("rm -rf inputs && cp -r '\(inputs)' inputs").exit == 0)
        return office
    }

    @Test func `a month of the sample is on twenty pages at most, and nothing on them is cut, small or out of place`()
        throws
    {
        let office = try sample()
        #expect(try office.run(["run", "2026-10", "--quiet"], now: "2026-10-20T09:00+07:00").exit <= 1)
        try look(office, "reports/2026-10/du-thao/tong-hop-2026-10.xlsx", pages: 20, controls: true)
        try look(office, "reports/2026-10/du-thao/phieu-phan-hoi/*.xlsx")
        let guidance = SmallOffice.repository.appendingPathComponent("Tests/Oracle/accessible.py").path
        let draft = "reports/2026-10/du-thao"
        let kept = try office.shell(
            "'\(Self.python)' '\(guidance)' --controls \(draft)/tong-hop-2026-10.xlsx \(draft)/so-lieu-2026-10.xlsx")
        #expect(kept.exit == 0, "\(kept.output)\(kept.errors)")
    }

    @Test func `a year of the sample is on few pages`() throws {
        let office = try sample()
        #expect(try office.run(["run", "2025", "--quiet"], now: "2026-10-20T09:00+07:00").exit <= 1)
        try look(office, "reports/2025/du-thao/tong-hop-2025.xlsx", pages: 21)
    }

    @Test func `a quarter of the sample lies between`() throws {
        let office = try sample()
        #expect(try office.run(["run", "2026-Q3", "--quiet"], now: "2026-10-20T09:00+07:00").exit <= 1)
        try look(office, "reports/2026-Q3/du-thao/tong-hop-2026-Q3.xlsx", pages: 20)
    }

    @Test func `a year that still runs, whose every figure has its mark, is as readable`() throws {
        let office = try sample()
        #expect(try office.run(["run", "2026", "--quiet"], now: "2026-10-20T09:00+07:00").exit <= 1)
        try look(office, "reports/2026/du-thao/tong-hop-2026.xlsx", pages: 21)
    }

    @Test func `templates of every form, and the list of decisions, print whole`() throws {
        let office = try sample()
        let now = "2026-10-20T09:00+07:00"
        for (department, form) in [
            ("SDTTG", "01-dt"), ("CAT", "02-tt"), ("CAT", "03-an"), ("X03985", "03-an"), ("SNV", "04-lop"),
            ("CAT", "05-vu"),
        ] {
            #expect(
                try office.run(["template", department, form, "2026-11", "--output", "bieu", "--quiet"], now: now).exit
                    == 0)
        }
        #expect(try office.run(["template", "--decisions", "--output", "bieu", "--quiet"], now: now).exit == 0)
        try look(office, "bieu/*.xlsx")
    }

    @Test func `a month without a file, and one of a single department, are as good to look at`() throws {
        for isEmpty in [true, false] {
            let office = try SmallOffice()
            let kept = isEmpty ? "" : "! -name 'STP-02-tt.csv'"
            #expect(try office.shell("find inputs/submissions -type f \(kept) -delete").exit == 0)
            #expect(try office.run(["run", "2026-10", "--quiet"]).exit <= 1)
            try look(office, "reports/2026-10/du-thao/tong-hop-*.xlsx reports/2026-10/du-thao/phieu-phan-hoi/*.xlsx")
        }
    }

    @Test func `English annexes are too`() throws {
        let office = try SmallOffice()
        let both = "sed -i 's/^languages:.*/languages: [vi, en]/' inputs/catalogue/organisation.yaml"
        #expect(try office.shell(both).exit == 0)
        #expect(try office.run(["run", "2026-10", "--quiet"]).exit <= 1)
        try look(office, "reports/2026-10/du-thao/tong-hop-2026-10-en.xlsx")
    }
}
