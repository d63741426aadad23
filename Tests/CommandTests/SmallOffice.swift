import Foundation
import Testing

/// The small province's office in a private folder, whose path holds a space and Vietnamese letters.
final class SmallOffice: Sendable {
    let root: URL
    /// What stands above the office's folder, all of it private.
    private let base: URL

    static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    static let repository = tests.deletingLastPathComponent().deletingLastPathComponent()

    /// - Parameter isClean: without the one mistake of the fixture, so that a run of 2026-10 asks for nothing.
    init(isClean: Bool = false) throws {
        base = FileManager.default.temporaryDirectory.appendingPathComponent("cơ quan \(UUID().uuidString)")
        root = base.appendingPathComponent("tong hop")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Self.tests.appendingPathComponent("Fixtures/nho/inputs"), to: root.appendingPathComponent("inputs"))
        if isClean {
            try replace("2;90102;Suối Lớn;1;1;1;1;0;1", by: "2;90102;Suối Lớn;1;1;1;1;0;2", in: "2026-10/CA-03-an.csv")
        }
    }

    deinit { try? FileManager.default.removeItem(at: base) }

    func url(_ path: String) -> URL { root.appendingPathComponent(path) }

    func submission(_ path: String) -> URL { url("inputs/submissions/\(path)") }

    func replace(_ old: String, by new: String, in path: String) throws {
        let text = try String(contentsOf: submission(path), encoding: .utf8)
        #expect(text.contains(old))
        try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: submission(path))
    }

    func text(_ path: String) throws -> String { try String(contentsOf: url(path), encoding: .utf8) }

    /// Runs the program in the office's folder; `now` stands for its clock unless it is `nil`.
    func run(_ arguments: [String], now: String? = "2026-10-17T09:00+07:00", input: String = "") throws -> Ending {
        let program = try #require(BuiltProgram(), "the program is not built")
        return try execute(program.path, arguments + (now.map { ["--now", $0] } ?? []), input: input)
    }

    /// Runs a command line, in which `tonghop` is the program.
    func shell(_ line: String) throws -> Ending { try execute("/bin/bash", ["-c", line]) }

    private func execute(_ path: String, _ arguments: [String], input: String = "") throws -> Ending {
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = "\(root.path)/bin:/usr/local/bin:/usr/bin:/bin"
        environment["TZ"] = "Asia/Ho_Chi_Minh"
        return try Ending(of: path, arguments, in: root, environment: environment, input: input)
    }
}
