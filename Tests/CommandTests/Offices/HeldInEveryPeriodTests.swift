import Foundation
import Testing

/// Whether a submission is held follows from the ledger, and not from the period whose report is made.
struct HeldInEveryPeriodTests {
    private static let held = [
        "2026-10/CA-03-an.csv", "2026-10/SDT-02-tt.csv", "2026-10/STP-02-tt-lan-2.csv",
    ]
    private static let now = "2026-12-20T09:00+07:00"

    /// October with an empty form, September's figures again and a correction of one row; November with files of its own.
    private func office() throws -> SmallOffice {
        let office = try SmallOffice(isClean: true)
        func text(_ path: String) throws -> String { try office.text("inputs/submissions/\(path)") }
        func put(_ text: String, _ path: String) throws { try Data(text.utf8).write(to: office.submission(path)) }
        let empty = try text("2026-10/CA-03-an.csv").replacing(/(?m)^(\d;\d{5};[^;\n]*);.*$/) { "\($0.1);;;;;;;" }
        try put(empty, "2026-10/CA-03-an.csv")
        let september = try text("2026-09/SDT-02-tt.csv")
        try put(september.replacingOccurrences(of: "Tháng 9", with: "Tháng 10"), "2026-10/SDT-02-tt.csv")
        let right = try text("2026-10/STP-02-tt.csv").replacingOccurrences(of: "1.120", with: "1.130")
        let one = right.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("2;") && !$0.hasPrefix("3;") }.joined(separator: "\n")
        try put(one.replacingOccurrences(of: "Lần gửi: 1", with: "Lần gửi: 2"), "2026-10/STP-02-tt-lan-2.csv")
        try FileManager.default.createDirectory(at: office.submission("2026-11"), withIntermediateDirectories: true)
        let november = september.replacingOccurrences(of: "Tháng 9", with: "Tháng 11")
            .replacingOccurrences(of: "3;180;", with: "4;190;")
            .replacingOccurrences(of: "10;535;", with: "11;545;")
        try put(november, "2026-11/SDT-02-tt.csv")
        return office
    }

    /// What the status of a period says is held.
    private func status(_ period: String, _ office: SmallOffice) throws -> [String] {
        struct Status: Decodable {
            struct Submission: Decodable { let held: [String]? }
            let submissions: [Submission]
        }
        let ending = try office.run(["status", period, "--format", "json"], now: Self.now)
        let status = try JSONDecoder().decode(Status.self, from: Data(ending.output.utf8))
        return status.submissions.flatMap { $0.held ?? [] }.sorted()
    }

    @Test(arguments: ["2026-10", "2026-Q4", "2026", "2026-11", "2027-01"])
    func `a month's files are held whichever period is reported on`(period: String) throws {
        let office = try office()
        #expect(try office.run(["run", period], now: Self.now).exit == 1)
        for asked in ["2026-10", "2026-Q4", "2026"] { #expect(try status(asked, office) == Self.held) }
        #expect(try status("2026-11", office) == [])
        let waiting = try office.text("reports/\(period)/du-thao/viec-can-quyet.csv")
        let isWithin = !["2026-11", "2027-01"].contains(period)
        for path in Self.held { #expect(waiting.contains(";\(path);nhận tệp;") == isWithin, "\(path)") }
    }
}
