import Foundation
import Testing

/// A clock that was set back takes no correction away.
struct ClockSetBackTests {
    /// The office with a correction under the same name, taken in at a time.
    private func corrected(at now: String) throws -> (office: SmallOffice, ending: Ending, before: String) {
        let office = try SmallOffice(isClean: true)
        #expect(try office.run(["run", "2026-10"], now: "2026-10-20T10:00+07:00").exit == 0)
        let before = try figures(office)
        try office.replace("1.120", by: "1.131", in: "2026-10/STP-02-tt.csv")
        return (office, try office.run(["run", "2026-10"], now: now), before)
    }

    private func figures(_ office: SmallOffice) throws -> String {
        try office.text("reports/2026-10/du-thao/so-lieu-2026-10.csv")
    }

    @Test(arguments: ["2026-10-20T09:30+07:00", "2026-10-19T11:00+07:00"])
    func `what comes under a clock set back by less than a day counts, and is told`(_ now: String) throws {
        let (office, ending, before) = try corrected(at: now)
        #expect(ending.exit == 1 && ending.errors.contains("[clock-behind-ledger]"), "\(ending.errors)")
        let counted = try figures(office)
        #expect(counted != before)
        // Nobody has to be told once the clock is right again.
        let later = try office.run(["run", "2026-10"], now: "2026-10-20T11:00+07:00")
        #expect(later.exit == 0 && !later.errors.contains("[clock-behind-ledger]"), "\(later.errors)")
        #expect(try figures(office) == counted)
    }

    @Test func `a clock years behind is told`() throws {
        let (_, ending, _) = try corrected(at: "2020-01-01T07:00+07:00")
        #expect(ending.exit != 0 && ending.errors.contains("[clock-behind-ledger]"), "\(ending.errors)")
    }

    @Test func `control: under a clock that goes on nothing is told`() throws {
        let (office, ending, before) = try corrected(at: "2026-10-20T10:30+07:00")
        #expect(ending.exit == 0 && !ending.errors.contains("[clock-behind-ledger]"), "\(ending.errors)")
        #expect(try figures(office) != before)
    }
}
