import Domain
import Foundation
import Office
import TestSupport
import Testing

/// The small province's office in a private folder, at whose desk somebody sits; no process is started.
final class TemporaryOffice {
    let root: String
    private(set) var told: [String] = []
    private(set) var entries: [LogEntry] = []

    init() throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("cơ quan \(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: "\(Repository.root)/Tests/CommandTests/Fixtures/nho/inputs", toPath: "\(root)/inputs")
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    /// - Parameter time: `2026-10-17T09:00+07:00`
    func desk(at time: String) throws -> Desk {
        let now = try #require(Instant(time))
        return Desk(Workplace(inputs: "\(root)/inputs", reports: "\(root)/reports"), clock: { now }) { [self] event in
            switch event {
            case .remark(let text), .warning(let text), .result(let text): told.append(text.vi)
            case .entry(let entry): entries.append(entry)
            case .progress, .progressEnded: break
            }
        }
    }

    /// Adds a line to the officer's list of decisions.
    func decide(_ line: String) throws {
        let path = "\(root)/inputs/xu-ly.csv"
        try (try text(path) + line + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// Sends a submission again with one text changed.
    func correct(_ path: String, _ text: String, _ other: String) throws {
        let file = "\(root)/inputs/submissions/\(path)"
        let content = try self.text(file)
        try #require(content.contains(text))
        try content.replacingOccurrences(of: text, with: other).write(toFile: file, atomically: true, encoding: .utf8)
    }

    /// Sends a file that a golden case has among its parts.
    func send(_ part: String, as path: String) throws {
        try FileManager.default.copyItem(
            atPath: "\(Repository.root)/Tests/CommandTests/Cases/\(part)", toPath: "\(root)/inputs/submissions/\(path)")
    }

    func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: "\(root)/\(path)") }
}
