import Domain
import Foundation
import Rendering
import Storage
import Testing

@testable import Office

struct PastStateTests {
    @Test func `an edition is made again from its ledger head and archived catalogue`() throws {
        let place = try CommandPlace()
        try place.tonghop("run 2026-10", at: "2026-10-17T09:00+07:00")
        // The catalogue of the edition is one that no run has seen.
        try place.append("\n", to: "inputs/catalogue/targets.csv")
        try place.tonghop("issue 2026-10 --yes", at: "2026-10-17T10:00+07:00")
        // What comes since: another catalogue, a correction, a decision.
        try place.append("\n\n", to: "inputs/catalogue/targets.csv")
        try place.replace(
            "Lần gửi: 1", "Lần gửi: 2", in: "inputs/submissions/2026-10/SDT-02-tt.csv", as: "SDT-02-tt-2.csv")
        try place.append(
            "17/10/2026;2026-10;;;2026-10/CA-05-vu.csv;rút tệp;;Gửi nhầm;Trưởng phòng\n", to: "inputs/xu-ly.csv")
        try place.tonghop("run 2026-10", at: "2026-10-18T09:00+07:00")

        let ledger = try Ledger.openIfPresent(folder: place.path("reports"))
        let period = try #require(Period("2026-10"))
        let edition = try #require(try ledger.read { try $0.editions(period: period) }.first)
        let again = place.path("again")
        try FileManager.default.createDirectory(atPath: again, withIntermediateDirectories: true)
        let files = try SetRenderer().write(
            try SourceRows(ledger: ledger).set(
                of: PastState(ledger: ledger).basis(of: edition),
                anchor: ledger.read { try $0.anchor(of: period, edition: 1) }), to: again)
        #expect(
            files.map { Edition.File(name: $0.name, sha256: $0.sha256, size: $0.size) }.sorted { $0.name < $1.name }
                == edition.files.sorted { $0.name < $1.name })
        #expect(!edition.files.isEmpty)
    }

    @Test func `a second edition is made again with the marks of what moved since the first`() throws {
        let place = try CommandPlace()
        try place.tonghop("run 2026-10", at: "2026-10-17T09:00+07:00")
        try place.tonghop("issue 2026-10 --yes", at: "2026-10-17T10:00+07:00")
        try place.replace(
            "Lần gửi: 1", "Lần gửi: 2", in: "inputs/submissions/2026-10/STP-02-tt.csv", as: "STP-02-tt.csv")
        try place.replace("1.120", "1.150", in: "inputs/submissions/2026-10/STP-02-tt.csv", as: "STP-02-tt.csv")
        try place.tonghop("run 2026-10", at: "2026-10-18T09:00+07:00")
        try place.append("\n", to: "inputs/catalogue/targets.csv")
        try place.tonghop("issue 2026-10 --yes", at: "2026-10-18T10:00+07:00")

        let ledger = try Ledger.openIfPresent(folder: place.path("reports"))
        let period = try #require(Period("2026-10"))
        let editions = try ledger.read { try $0.editions(period: period) }
        #expect(editions.map(\.number) == [1, 2])
        let second = try #require(editions.last)
        let basis = try PastState(ledger: ledger).basis(of: second)
        #expect(basis.changes?.data.isEmpty == false)
        let again = place.path("again")
        try FileManager.default.createDirectory(atPath: again, withIntermediateDirectories: true)
        let files = try SetRenderer().write(
            SourceRows(ledger: ledger).set(
                of: basis, anchor: ledger.read { try $0.anchor(of: period, edition: 2) }), to: again)
        #expect(
            files.map { Edition.File(name: $0.name, sha256: $0.sha256, size: $0.size) }.sorted { $0.name < $1.name }
                == second.files.sorted { $0.name < $1.name })
    }

    @Test func `as of a time, the bytes are the same whatever has come since`() throws {
        let place = try CommandPlace()
        try place.tonghop("run 2026-10", at: "2026-10-17T09:00+07:00")
        let asOf = "report 2026-10 --as-of 2026-10-17T12:00+07:00 --output"
        try place.tonghop("\(asOf) then", at: "2026-10-17T12:00+07:00")
        // A form's alias changes what readings depend on: the archived bytes are read again under the old catalogue.
        try place.append("\n", to: "inputs/catalogue/codes.csv")
        try place.replace(
            "Lần gửi: 1", "Lần gửi: 2", in: "inputs/submissions/2026-10/SDT-02-tt.csv", as: "SDT-02-tt-2.csv")
        try FileManager.default.removeItem(atPath: place.path("inputs/submissions/2026-10/STP-02-tt.csv"))
        try place.append(
            "18/10/2026;2026-10;;;2026-10/CA-05-vu.csv;rút tệp;;Gửi nhầm;Trưởng phòng\n", to: "inputs/xu-ly.csv")
        try place.tonghop("run 2026-10", at: "2026-10-18T09:00+07:00")
        try place.tonghop("\(asOf) since", at: "2027-01-01T00:00Z", zone: "America/New_York")
        #expect(try place.files("then") == place.files("since"))
        #expect(try place.files("then").count > 5)
        try place.tonghop(
            "report 2026-10 --as-of 2026-10-18T12:00+07:00 --output now", at: "2026-10-18T12:00+07:00")
        #expect(try place.files("now") != place.files("since"))
    }
}

/// A private folder with the small fixture, in which the program is run.
struct CommandPlace {
    private let root: URL
    private let program: BuiltProgram

    init() throws {
        program = try #require(BuiltProgram(), "the program is not built")
        root = FileManager.default.temporaryDirectory.appendingPathComponent("tonghop-\(UUID().uuidString)")
        let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/nho/inputs")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: fixture, to: root.appendingPathComponent("inputs"))
    }

    func path(_ name: String) -> String { root.appendingPathComponent(name).path }

    /// Exit 0 and 1 are what a run with queries ends with; anything else is a fault of the test.
    func tonghop(_ arguments: String, at time: String, zone: String = "Asia/Ho_Chi_Minh") throws {
        let ending = try Ending(
            of: program.path, arguments.split(separator: " ").map(String.init) + ["--now", time, "--quiet"], in: root,
            environment: ["PATH": "/usr/bin:/bin", "TZ": zone])
        try #require(ending.exit <= 1, "\(arguments): exit \(ending.exit)")
    }

    func append(_ text: String, to name: String) throws {
        let file = root.appendingPathComponent(name)
        try (Data(contentsOf: file) + Data(text.utf8)).write(to: file)
    }

    /// A copy of a submission with one text changed, beside it.
    func replace(_ text: String, _ other: String, in name: String, as copy: String) throws {
        let file = root.appendingPathComponent(name)
        let content = try String(contentsOf: file, encoding: .utf8)
        try #require(content.contains(text))
        let changed = content.replacingOccurrences(of: text, with: other)
        try Data(changed.utf8).write(to: file.deletingLastPathComponent().appendingPathComponent(copy))
    }

    func files(_ name: String) throws -> [String: Data] { try FileTree.read(root.appendingPathComponent(name)) }
}
