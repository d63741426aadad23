import Foundation
import Testing

/// The leader's page in a browser, on a telephone, a screen and paper; run by `scripts/test --office`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["TONGHOP_OFFICE"] == "1"), .serialized)
struct PageOfficeTests {
    private static let python = ProcessInfo.processInfo.environment["TONGHOP_BROWSER_PYTHON"] ?? "python3"

    /// Looks at a page of an office; what was said of it.
    private func look(_ place: ExportPlace, _ page: String, _ table: String, _ options: String = "") throws -> Int32 {
        let script = SmallOffice.repository.appendingPathComponent("Tests/Oracle/page.py").path
        return try place.shell("'\(Self.python)' '\(script)' '\(page)' '\(table)' \(options) >look.txt 2>&1")
    }

    /// The sample's year, in both languages.
    private func sample() throws -> ExportPlace {
        let place = try ExportPlace()
        try place.shell(
            """
            rm -r inputs && cp -r '\(SmallOffice.repository.path)/inputs' inputs && rm -r inputs/submissions/2025-0[1-6] \
            && sed -i 's/^languages: .*/languages: [vi, en]/' inputs/catalogue/organisation.yaml
            """)
        _ = try place.run("run 2026-10 --now 2026-10-20T09:00+07:00 --quiet")
        return place
    }

    @Test func `the sample's month is read on every screen and on one sheet, and a spoilt page is not let through`()
        throws
    {
        let place = try sample()
        let draft = "reports/2026-10/du-thao"
        for ending in ["", "-en"] {
            let (page, table) = (
                "\(draft)/trang-tom-tat-2026-10\(ending).html", "\(draft)/so-lieu-2026-10\(ending).csv"
            )
            let seen = try look(place, page, table)
            let told = try place.text("look.txt")
            #expect(seen == 0, "\(told)")
        }
        let spoilt = try look(
            place, "\(draft)/trang-tom-tat-2026-10.html", "\(draft)/so-lieu-2026-10.csv", "--control")
        let told = try place.text("look.txt")
        #expect(spoilt == 0, "\(told)")
        // A year, an empty month, and a month of other communes than the map's.
        for (period, now) in [("2026", "2027-01-20"), ("2026-11", "2026-11-20"), ("2025-06", "2025-07-20")] {
            _ = try place.run("run \(period) --now \(now)T09:00+07:00 --quiet")
            let draft = "reports/\(period)/du-thao"
            let seen = try look(
                place, "\(draft)/trang-tom-tat-\(period).html", "\(draft)/so-lieu-\(period).csv")
            let told = try place.text("look.txt")
            #expect(seen == 0, "\(period): \(told)")
        }
    }

    @Test func `what is given to the public is read as well`() throws {
        let place = try ExportPlace()
        _ = try place.run("run 2026-10 --now 2026-10-17T09:00+07:00 --quiet")
        #expect(try place.run("issue 2026-10 --yes --now 2026-10-17T10:00+07:00 --quiet").exit <= 1)
        for audience in ["leadership", "public"] {
            #expect(
                try place.run("export 2026-10 --audience \(audience) --now 2026-10-18T09:00+07:00 --quiet").exit == 0)
            let package = "reports/2026-10/xuat/2026-10-lan-1-\(audience)"
            let seen = try look(
                place, "\(package)/trang-tom-tat-2026-10-\(audience).html",
                "\(package)/du-lieu/so-lieu-2026-10-\(audience).csv"
            )
            let told = try place.text("look.txt")
            #expect(seen == 0, "\(told)")
        }
    }
}
