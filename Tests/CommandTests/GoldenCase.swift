import Foundation

/// A folder below `Cases/` that says what a command prints and writes, byte for byte.
///
/// - `cmd`: shell text, run in a private folder; `{{BINARY}}` is the program.
/// - `fixture`: the name of a folder of `Fixtures/` that is copied there first, or `danh-muc` for the sample's catalogue
///   alone; may be absent.
/// - `in/`: files laid over it; may be absent.
/// - `ignored`: beginnings of paths that are not compared, one a line; may be absent.
/// - `stdout`, `stderr`, `exit` and `files/` (what was written or changed): what is expected.
struct GoldenCase: CustomStringConvertible, Sendable {
    let name: String
    let folder: URL

    var description: String { name }

    private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    /// Every case, by name; with `TONGHOP_CASES` those whose name contains it.
    static let all: [GoldenCase] = {
        let cases = tests.appendingPathComponent("Cases")
        let wanted = ProcessInfo.processInfo.environment["TONGHOP_CASES"] ?? ""
        let names = (try? FileManager.default.contentsOfDirectory(atPath: cases.path)) ?? []
        return names.sorted().filter { !$0.hasPrefix(".") && (wanted.isEmpty || $0.contains(wanted)) }
            .map { GoldenCase(name: $0, folder: cases.appendingPathComponent($0)) }
    }()

    static var isRecording: Bool { ProcessInfo.processInfo.environment["TONGHOP_RECORD"] == "1" }

    func command() throws -> String { try String(contentsOf: folder.appendingPathComponent("cmd"), encoding: .utf8) }

    /// Lays out what the command finds.
    func layOut(in target: URL) throws {
        if let fixture = text("fixture")?.trimmingCharacters(in: .whitespacesAndNewlines) {
            if fixture == "danh-muc" {
                let place = "inputs/catalogue"
                let sample = Self.tests.deletingLastPathComponent().deletingLastPathComponent()
                try Self.copyFiles(
                    from: sample.appendingPathComponent(place), to: target.appendingPathComponent(place))
            } else {
                let source = Self.tests.appendingPathComponent("Fixtures").appendingPathComponent(fixture)
                try Self.copyFiles(from: source, to: target)
            }
        }
        let own = folder.appendingPathComponent("in")
        if FileManager.default.fileExists(atPath: own.path) { try Self.copyFiles(from: own, to: target) }
    }

    /// The ledger and the archive hold the order of the run's own steps, the record of a draft the build; other tests read
    /// them.
    var ignored: [String] {
        let own = text("ignored")?.split(whereSeparator: \.isNewline).map(String.init) ?? []
        let record = [
            "reports/2026-10/.du-thao.json", "reports/2026-10/.du-thao-truoc.json", "reports/.viec-can-lam.json",
        ]
        return ["reports/ledger.sqlite", "reports/archive/", "reports/.tonghop.backup"] + record + own
    }

    /// What is expected, or `nil` where it was never recorded.
    func expected() throws -> GoldenOutcome? {
        guard let exit = text("exit").flatMap({ Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) }),
            let output = try? Data(contentsOf: folder.appendingPathComponent("stdout")),
            let errors = try? Data(contentsOf: folder.appendingPathComponent("stderr"))
        else { return nil }
        let files = folder.appendingPathComponent("files")
        return GoldenOutcome(exit: exit, output: output, errors: errors, files: try FileTree.read(files))
    }

    func record(_ outcome: GoldenOutcome) throws {
        try Data("\(outcome.exit)\n".utf8).write(to: folder.appendingPathComponent("exit"))
        try outcome.output.write(to: folder.appendingPathComponent("stdout"))
        try outcome.errors.write(to: folder.appendingPathComponent("stderr"))
        let files = folder.appendingPathComponent("files")
        if FileManager.default.fileExists(atPath: files.path) { try FileManager.default.removeItem(at: files) }
        for (path, bytes) in outcome.files {
            let file = files.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: file)
        }
    }

    private func text(_ name: String) -> String? {
        try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    private static func copyFiles(from source: URL, to target: URL) throws {
        for (path, bytes) in try FileTree.read(source) {
            let file = target.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: file)
        }
    }
}

/// The files below a folder, by their path in it.
enum FileTree {
    static func read(_ folder: URL) throws -> [String: Data] {
        var files: [String: Data] = [:]
        guard let walker = FileManager.default.enumerator(atPath: folder.path) else { return files }
        while let path = walker.nextObject() as? String {
            if walker.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
                files[path] = try Data(contentsOf: folder.appendingPathComponent(path))
            }
        }
        return files
    }
}
