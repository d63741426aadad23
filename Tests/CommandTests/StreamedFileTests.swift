import Domain
import Foundation
import Intake
import Storage
import Testing

@testable import Office

/// Files so large that they are taken in where they lie.
struct StreamedFileTests {
    private static let path = "2026-10/CA-05-vu.csv"
    private static let figures = "reports/2026-10/du-thao/so-lieu-2026-10.csv"

    /// The small province's register with so many rows more, whose notes are long or short.
    private static func register(rows: Int, noteBytes: Int, last: String = "") throws -> Data {
        var text = try String(
            contentsOf: SmallOffice.tests.appendingPathComponent("Fixtures/nho/inputs/submissions/\(path)"),
            encoding: .utf8)
        text = text.replacingOccurrences(of: "Số vụ;Số đối tượng", with: "Số vụ;Số đối tượng;Ghi chú")
        let note = String(repeating: "đã xác minh ", count: noteBytes / 15)
        for row in 0..<rows {
            let place = row % 7 == 6 ? "90999;Không Có" : "90101;Bản Mây"
            text += "\(row + 4);20/09/2026;\(place);Ma túy;Chủ trì;\(row % 3);1;\(note)\n"
        }
        return Data((text + last).utf8)
    }

    private func office(_ register: Data) throws -> SmallOffice {
        let office = try SmallOffice()
        try register.write(to: office.submission(Self.path))
        return office
    }

    private func archived(_ office: SmallOffice) throws -> Data? {
        try Ledger.openIfPresent(folder: office.url("reports").path).read { reader in
            let receipt = try #require(try reader.receipts().last { $0.path == Self.path })
            return (try? reader.blob(sha256: receipt.sha256)).map { Data($0) }
        }
    }

    private func leftovers(_ office: SmallOffice) -> [String]? {
        try? FileManager.default.contentsOfDirectory(atPath: office.url("reports/archive/.writing").path)
    }

    @Test func `a large file comes to the same figures as one that is held, and a second run finds nothing new`() throws
    {
        let long = try Self.register(rows: 4_600, noteBytes: 2_000)
        try #require(long.count > 1 << 23)
        let streamed = try office(long)
        let held = try office(try Self.register(rows: 4_600, noteBytes: 20))
        for office in [streamed, held] { #expect(try office.run(["run", "2026-10"]).exit == 1) }
        #expect(try streamed.text(Self.figures) == held.text(Self.figures))
        #expect(try archived(streamed) == long)
        #expect(leftovers(streamed) == [])
        #expect(try streamed.run(["verify"]).exit == 0)
        #expect(
            try streamed.run(["run", "2026-10"], now: "2026-10-18T09:00+07:00").output.contains("không có gì thay đổi"))
        // Gone from its folder, it is read again from the archive where another catalogue asks for it.
        let before = try streamed.text(Self.figures)
        try FileManager.default.removeItem(at: streamed.submission(Self.path))
        let units = streamed.url("inputs/catalogue/units.csv")
        try Data((try String(contentsOf: units, encoding: .utf8) + "\n").utf8).write(to: units)
        _ = try streamed.run(["run", "2026-10"])
        #expect(try streamed.text(Self.figures) == before)
        #expect(try streamed.run(["verify"]).exit == 0)
    }

    @Test func `a large file with personal data is refused and not kept`() throws {
        let bytes = try Self.register(
            rows: 4_600, noteBytes: 2_000, last: "9;20/09/2026;90101;Bản Mây;Ma túy;Chủ trì;1;1;số 0912345678\n")
        let office = try office(bytes)
        let ended = try office.run(["run", "2026-10"])
        #expect(ended.exit == 1)
        #expect(try archived(office) == nil)
        #expect(leftovers(office) == [])
        #expect(try office.run(["verify"]).exit == 0)
    }

    @Test func `a large file that is no plain UTF-8 is held`() throws {
        var bytes = try Self.register(rows: 4_600, noteBytes: 2_000)
        bytes[bytes.count - 30] = 0xE1
        let office = try office(bytes)
        #expect(try office.run(["run", "2026-10"]).exit == 1)
        #expect(try archived(office) == bytes)
        #expect(try office.run(["verify"]).exit == 0)
    }

    @Test func `a large file that grows at any step waits for the next run`() throws {
        let bytes = try Self.register(rows: 4_600, noteBytes: 2_000)
        let office = try office(bytes)
        let place = office.submission(Self.path).path
        let workplace = Office.Workplace(
            inputs: office.url("inputs").path, reports: office.url("reports").path)
        let catalogue = try #require(try workplace.readCatalogue().loaded?.catalogue)
        let reader = SubmissionReader(catalogue: catalogue)
        let ledger = try Ledger.open(try LedgerLock.acquire(folder: workplace.reports, waitSeconds: 0))
        func touch(_ date: Int) {
            try? FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1_792_000_000 + Double(date))], ofItemAtPath: place)
        }
        func outcome(known: @escaping (String) -> Void, mayBeKnown: @escaping () -> Bool) throws
            -> StreamedIntake.Outcome
        {
            let intake = StreamedIntake(
                reader: reader, ledger: ledger, now: Instant(seconds: 0),
                known: { _, sha256 in
                    known(sha256)
                    return nil
                }, mayBeKnown: { _, _ in mayBeKnown() })
            return try intake.take(try #require(try InputFile.streamed(place)), path: Self.path)
        }
        func hasChanged(_ outcome: StreamedIntake.Outcome) -> Bool {
            if case .changed = outcome { true } else { false }
        }
        // Before it is digested, before it is read, and when it has been packed.
        #expect(
            hasChanged(
                try outcome(known: { _ in }) {
                    touch(1)
                    return true
                }))
        var times = 0
        for turn in 1...2 {
            times = 0
            let found = try outcome(
                known: { _ in
                    times += 1
                    if times == turn { touch(10 + turn) }
                }, mayBeKnown: { true })
            #expect(hasChanged(found))
        }
        let left = try outcome(known: { _ in }, mayBeKnown: { false })
        guard case .read(let reading, let packed) = left else {
            Issue.record("\(left)")
            return
        }
        #expect(packed?.size == bytes.count)
        #expect(reading.rowsRead == 4_603)
    }
}
