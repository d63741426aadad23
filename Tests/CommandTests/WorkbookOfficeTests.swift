import Foundation
import Spreadsheet
import Testing

/// The small province's workbooks in the hands of openpyxl, calamine and LibreOffice; run by `scripts/test --office`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["TONGHOP_OFFICE"] == "1"))
struct WorkbookOfficeTests {
    @Test func `all of them read every cell as it was written, and every formula comes to its stored value again`()
        throws
    {
        let manager = FileManager.default
        let root = manager.temporaryDirectory.appendingPathComponent("văn phòng \(UUID().uuidString)")
        try manager.createDirectory(at: root, withIntermediateDirectories: true)
        defer { try? manager.removeItem(at: root) }
        let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        try manager.copyItem(
            at: here.appendingPathComponent("Fixtures/nho/inputs"), to: root.appendingPathComponent("inputs"))
        let program = try #require(BuiltProgram()).path
        #expect(
            try execute(program, ["run", "2026-10", "--now", "2026-10-17T09:00+07:00", "--quiet"], in: root) == 1)
        let draft = root.appendingPathComponent("reports/2026-10/du-thao")
        let folder = root.appendingPathComponent("books")
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in manager.enumerator(atPath: draft.path)?.allObjects as? [String] ?? [] where name.hasSuffix(".xlsx")
        {
            let book = folder.appendingPathComponent(name.replacingOccurrences(of: "/", with: "-"))
            try manager.copyItem(at: draft.appendingPathComponent(name), to: book)
            let dump = book.deletingPathExtension().appendingPathExtension("txt")
            try WorkbookDump.text(of: book.path).write(to: dump, atomically: true, encoding: .utf8)
        }
        let python = ProcessInfo.processInfo.environment["TONGHOP_PYTHON"] ?? "python3"
        let script = here.deletingLastPathComponent().appendingPathComponent("Oracle/workbooks.py").path
        #expect(try execute("/usr/bin/env", [python, script, folder.path, "--office"], in: root) == 0)
    }

    private func execute(_ program: String, _ arguments: [String], in folder: URL) throws -> Int32 {
        try Ending(of: program, arguments, in: folder).exit
    }
}
