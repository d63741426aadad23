import Domain
import Foundation
import Office
import Testing

/// A month of an office through its verbs alone: no process, no console.
struct MonthTests {
    private static let month = Period("2026-10")

    @Test func `files come, a decision takes one out, an edition is issued, corrected, given out and found whole`()
        throws
    {
        let office = try TemporaryOffice()
        let month = try #require(Self.month)

        // What came is taken in, and the draft stands.
        let first = try office.desk(at: "2026-10-17T09:00+07:00").run(month)
        #expect(first.findings.taken.readings.count == 9)
        #expect(first.drafts.map(\.isChange) == [true] && office.isThere("reports/2026-10/du-thao/manifest.json"))
        #expect(first.needsPerson)
        let again = try office.desk(at: "2026-10-17T09:30+07:00").run(month)
        #expect(again.findings.taken.readings.isEmpty && again.findings.taken.knownCount == 9)
        #expect(again.drafts.map(\.isChange) == [false])

        // A decision takes a file out, and the roll says so.
        let before = try office.desk(at: "2026-10-17T10:00+07:00").status(month)
        try office.decide("17/10/2026;2026-10;;;2026-10/CA-05-vu.csv;rút tệp;;Gửi nhầm;Trưởng phòng")
        let decided = try office.desk(at: "2026-10-17T10:00+07:00").run(month)
        #expect(decided.findings.summary.received == first.findings.summary.received - 1)
        let after = try office.desk(at: "2026-10-17T10:30+07:00").status(month)
        #expect(after.basis.roll.received == before.basis.roll.received - 1)
        #expect(after.basis.roll.owed.count == before.basis.roll.owed.count && after.needsPerson)

        // The draft becomes an edition, once.
        let issued = try office.desk(at: "2026-10-17T11:00+07:00").issue(month)
        #expect(issued.number == 1 && issued.isNew && issued.hasGaps == true && issued.anchor != nil)
        #expect(office.isThere("reports/2026-10/lan-1/manifest.json"))
        let unchanged = try office.desk(at: "2026-10-17T11:30+07:00").issue(month)
        #expect(unchanged.number == 1 && !unchanged.isNew)

        // A correction moves a figure of it, which leads back to the file.
        try office.correct("2026-10/STP-02-tt.csv", "Lần gửi: 1", "Lần gửi: 2")
        try office.correct("2026-10/STP-02-tt.csv", "1.120", "1.150")
        let corrected = try office.desk(at: "2026-10-18T09:00+07:00").run(month)
        #expect(corrected.findings.taken.readings.map(\.receipt.path) == ["2026-10/STP-02-tt.csv"])
        #expect(corrected.findings.summary.movedEdition == 1)
        let changes = try #require(try office.desk(at: "2026-10-18T09:30+07:00").changes(month)?.changes?.data)
        let change = try #require(changes.first)
        let trace = try office.desk(at: "2026-10-18T09:30+07:00").trace(TraceRequest(month, change.indicator.code))
        #expect(
            trace.found.traces.flatMap(\.parts).flatMap(\.sources).contains {
                $0.reading.receipt.path == "2026-10/STP-02-tt.csv"
            })

        // The second edition is given out, and all of it is as the ledger has it.
        #expect(try office.desk(at: "2026-10-18T10:00+07:00").issue(month).number == 2)
        let package = try office.desk(at: "2026-10-18T11:00+07:00").export(ExportRequest(month, to: .partners))
        #expect(package.edition == 2 && package.isChange && office.isThere("reports/2026-10/xuat"))
        #expect(try office.desk(at: "2026-10-18T12:00+07:00").verify().mismatches.map(\.place) == [])
        #expect(
            office.entries.map(\.name).filter { $0 != .fileTakenIn && $0 != .folder }
                == [.decisions, .drawn, .drawn, .decisions, .drawn, .issued, .drawn, .issued, .exported])
    }

    @Test func `control: what somebody changed in an edition is found, and it alone`() throws {
        let office = try TemporaryOffice()
        let month = try #require(Self.month)
        _ = try office.desk(at: "2026-10-17T09:00+07:00").run(month)
        let folder = try office.desk(at: "2026-10-17T10:00+07:00").issue(month).folder
        let file = "\(folder)/tinh-hinh-gui.txt"
        try (try office.text(file) + "thêm").write(toFile: file, atomically: true, encoding: .utf8)
        let report = try office.desk(at: "2026-10-17T11:00+07:00").verify()
        #expect(report.mismatches.map(\.place) == [file])
    }

    @Test func `a workbook that was taken in by its sheets waits no more`() throws {
        let office = try TemporaryOffice()
        let month = try #require(Self.month)
        try office.send(
            "rule-struck-through/in/inputs/submissions/2026-10/STP-02-tt.xlsx", as: "2026-10/STP-02-tt.xlsx")
        func waiting() throws -> String? {
            try office.desk(at: "2026-10-17T09:00+07:00").examine(isTold: true).findings
                .first { $0.rule.text == "files-waiting" }?.message.vi
        }
        // Control: nothing was taken in yet.
        #expect(try waiting()?.contains("2026-10/STP-02-tt.xlsx") == true)
        let run = try office.desk(at: "2026-10-17T09:00+07:00").run(month)
        #expect(run.findings.taken.readings.contains { $0.receipt.path.hasPrefix("2026-10/STP-02-tt.xlsx!") })
        #expect(try waiting() == nil)
    }

    @Test func `what stops a verb says so in both languages, and how the command is to end`() throws {
        let office = try TemporaryOffice()
        let empty = try #require(Period("2026-11"))
        let failure = try #require(throws: Failure.self) {
            try office.desk(at: "2026-10-17T09:00+07:00").issue(empty)
        }
        #expect(failure.outcome == .failed && failure.message.vi.contains("không có gì để phát hành"))
        #expect(failure.message.en.contains("there is nothing to issue"))
        try "".write(
            toFile: "\(office.root)/inputs/catalogue/departments.csv", atomically: true, encoding: .utf8)
        let broken = try #require(throws: Failure.self) {
            try office.desk(at: "2026-10-17T09:00+07:00").run()
        }
        #expect(broken.findings.contains { $0.position.file.hasSuffix("departments.csv") })
    }

    @Test func `an order of the list is obeyed by the run that reads it; one of another draft waits`() throws {
        let office = try TemporaryOffice()
        let month = try #require(Self.month)
        _ = try office.desk(at: "2026-10-17T09:00+07:00").run(month)
        let list = try office.text("\(office.root)/reports/2026-10/du-thao/viec-can-quyet.csv")
        let code = try #require(list.firstMatch(of: /phát hành;([0-9a-f]{4}-[0-9a-f]{4})/)?.1)

        // The control: a draft that nobody has looked at is not issued.
        try office.decide("17/10/2026;2026-10;;;;phát hành;0123-4567;đã xem;Trưởng phòng")
        let waiting = try office.desk(at: "2026-10-17T10:00+07:00").run(month)
        #expect(waiting.findings.taken.findings.contains { $0.rule == OrderWaits.name })
        #expect(!office.isThere("reports/2026-10/lan-1"))

        try office.decide("17/10/2026;2026-10;;;;phát hành;\(code);đã xem;Trưởng phòng")
        let obeyed = try office.desk(at: "2026-10-17T11:00+07:00").run(month)
        #expect(!obeyed.findings.taken.findings.contains { $0.rule == OrderWaits.name })
        #expect(office.isThere("reports/2026-10/lan-1/manifest.json"))
        #expect(office.told.contains { $0.hasPrefix("Đã phát hành: ") && $0.hasSuffix("/lan-1") })
        #expect(office.entries.contains { $0.name == .issued && $0.details["edition"] == "1" })
    }
}
