import Foundation

/// A text below `Cases/` that says what a command prints and writes, byte for byte; `NAME.case` has these sections:
///
/// - `cmd`: shell text, run in a private folder; `{{BINARY}}` is the program.
/// - `fixture NAME`: a folder of `Fixtures/` that is copied there first, or `danh-muc` for the sample's catalogue alone; may be
///   absent.
/// - `in PATH`: a file laid over it; may be absent.
/// - `ignored`: beginnings of paths that are not compared, one a line; may be absent.
/// - `exit NUMBER`, `stdout`, `stderr` and `files PATH` (what was written or changed): what is expected. No section means that
///   nothing was printed.
///
/// What is no text of lines (workbooks, line ends of another system, a byte-order mark) lies in a folder of the case's name: `in/`,
/// `files/`, `stdout`, `stderr`.
struct GoldenCase: CustomStringConvertible, Sendable {
    let name: String

    var description: String { name }

    private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    private static let cases = tests.appendingPathComponent("Cases")
    private static let ending = ".case"

    /// Where the case's files lie that are no texts.
    private var folder: URL { GoldenCase.cases.appendingPathComponent(name) }
    private var file: URL { GoldenCase.cases.appendingPathComponent(name + GoldenCase.ending) }

    /// What it prints, as far as it is text.
    func printed() throws -> String {
        let outcome = try expected()
        return String(decoding: (outcome?.output ?? Data()) + (outcome?.errors ?? Data()), as: UTF8.self)
    }

    private func text() throws -> CaseText { CaseText(try String(contentsOf: file, encoding: .utf8)) }

    /// Every case, by name; with `TONGHOP_CASES` those whose name contains it.
    static let all: [GoldenCase] = {
        let wanted = ProcessInfo.processInfo.environment["TONGHOP_CASES"] ?? ""
        let names = (try? FileManager.default.contentsOfDirectory(atPath: cases.path)) ?? []
        return names.sorted().filter { $0.hasSuffix(ending) && (wanted.isEmpty || $0.contains(wanted)) }
            .map { GoldenCase(name: String($0.dropLast(ending.count))) }
    }()

    static var isRecording: Bool { ProcessInfo.processInfo.environment["TONGHOP_RECORD"] == "1" }

    func command() throws -> String { String(decoding: try text().content("cmd") ?? Data(), as: UTF8.self) }

    /// Lays out what the command finds.
    func layOut(in target: URL) throws {
        let text = try text()
        switch text.value("fixture") {
        case nil: break
        case "danh-muc":
            let place = "inputs/catalogue"
            let sample = Self.tests.deletingLastPathComponent().deletingLastPathComponent()
            try Self.write(
                try FileTree.read(sample.appendingPathComponent(place)), below: target.appendingPathComponent(place))
        case let name?:
            let source = Self.tests.appendingPathComponent("Fixtures").appendingPathComponent(name)
            try Self.write(try FileTree.read(source), below: target)
        }
        try Self.write(try files("in", of: text), below: target)
    }

    /// The files of a kind: those in the text, and those that are none.
    private func files(_ kind: String, of text: CaseText) throws -> [String: Data] {
        try FileTree.read(folder.appendingPathComponent(kind)).merging(text.files(kind)) { first, _ in first }
    }

    /// The ledger and the archive hold the order of the run's own steps, the record of a draft the build; other tests read
    /// them.
    func ignored() throws -> [String] {
        let own = String(decoding: try text().content("ignored") ?? Data(), as: UTF8.self)
            .split(whereSeparator: \.isNewline).map(String.init)
        let record = [
            "reports/2026-10/.du-thao.json", "reports/2026-10/.du-thao-truoc.json", "reports/.viec-can-lam.json",
            "reports/.xu-ly-da-xem", "reports/.lan-chay-truoc.json",
        ]
        return ["reports/ledger.sqlite", "reports/archive/", "reports/.tonghop.backup"] + record + own
    }

    /// What is expected, or `nil` where it was never recorded.
    func expected() throws -> GoldenOutcome? {
        let text = try text()
        guard let exit = text.value("exit").flatMap({ Int32($0) }) else { return nil }
        func printed(_ name: String) -> Data {
            (try? Data(contentsOf: folder.appendingPathComponent(name))) ?? text.content(name) ?? Data()
        }
        return GoldenOutcome(
            exit: exit, output: printed("stdout"), errors: printed("stderr"), files: try files("files", of: text))
    }

    func record(_ outcome: GoldenOutcome) throws {
        let expected = ["exit", "stdout", "stderr", "files"]
        var text = try text()
        text.sections.removeAll { expected.contains($0.name) }
        for name in expected { try? FileManager.default.removeItem(at: folder.appendingPathComponent(name)) }
        text.add("exit", String(outcome.exit))
        for (name, bytes) in [("stdout", outcome.output), ("stderr", outcome.errors)] where !bytes.isEmpty {
            try put(bytes, as: name, into: &text) { text in text.add(name, "", bytes) }
        }
        for (path, bytes) in outcome.files.sorted(by: { $0.key < $1.key }) {
            try put(bytes, as: "files/\(path)", into: &text) { text in text.add("files", path, bytes) }
        }
        try text.bytes.write(to: file)
    }

    /// Writes what is expected into the text, or beside it where it is none.
    private func put(
        _ bytes: Data, as path: String, into text: inout CaseText, _ add: (inout CaseText) -> Void
    ) throws {
        if CaseText.canHold(bytes) { return add(&text) }
        try Self.write([path: bytes], below: folder)
    }

    private static func write(_ files: [String: Data], below target: URL) throws {
        for (path, bytes) in files {
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
