import Foundation
import Testing

/// What a spreadsheet program makes of the workbooks; run by `scripts/test --office`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["TONGHOP_OFFICE"] == "1"))
struct OfficeTests {
    /// Runs a command; its exit code.
    private func execute(_ command: String, in folder: URL) throws -> Int32 {
        try Ending(of: "/bin/sh", ["-c", command], in: folder).exit
    }

    /// The draft of the small province's month, in a folder of its own.
    private func draft(overBound: Bool = false) throws -> (root: URL, draft: URL) {
        let manager = FileManager.default
        let root = manager.temporaryDirectory.appendingPathComponent("văn phòng \(UUID().uuidString)")
        try manager.createDirectory(at: root, withIntermediateDirectories: true)
        let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/nho/inputs")
        try manager.copyItem(at: fixture, to: root.appendingPathComponent("inputs"))
        if overBound {
            let file = root.appendingPathComponent("inputs/submissions/2026-10/STP-02-tt.csv")
            let text = try String(contentsOf: file, encoding: .utf8)
            try text.replacingOccurrences(of: "Bản Mây;2;", with: "Bản Mây;201;")
                .write(to: file, atomically: true, encoding: .utf8)
        }
        let program = try #require(BuiltProgram())
        #expect(try execute("'\(program.path)' run 2026-10 --now 2026-10-17T09:00+07:00 --quiet", in: root) == 1)
        return (root, root.appendingPathComponent("reports/2026-10/du-thao"))
    }

    private func convert(_ file: URL, to format: String, in root: URL) throws {
        let profile =
            "-env:UserInstallation=file://\(root.path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? "")/profile"
        let command = "soffice '\(profile)' --headless --convert-to '\(format)' --outdir '\(root.path)' '\(file.path)'"
        #expect(try execute(command, in: root) == 0)
    }

    @Test func `LibreOffice reads every cell of the data workbook as the CSV has it`() throws {
        let (root, draft) = try draft()
        defer { try? FileManager.default.removeItem(at: root) }
        // Every sheet into a file of its own, cells as they are stored and not as they are drawn.
        try convert(
            draft.appendingPathComponent("so-lieu-2026-10.xlsx"),
            to: "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", in: root)
        let files = try FileManager.default.contentsOfDirectory(atPath: root.path)
        let name = try #require(files.first { $0.hasPrefix("so-lieu-2026-10-") && $0.contains("Số liệu") })
        let read = try rows(root.appendingPathComponent(name))
        let written = try rows(draft.appendingPathComponent("so-lieu-2026-10.csv"))
        #expect(written.count > 20)
        // The last column explains the marks of its row, for those who have no legend beside them.
        #expect(read.allSatisfy { $0.count == written[0].count + 1 })
        #expect(read.map { Array($0.dropLast()) } == written)
    }

    @Test(arguments: ["59", "44", "9"])
    func `a return filled and saved as CSV comes back with its reasons`(delimiter: String) throws {
        let (root, draft) = try draft(overBound: true)
        defer { try? FileManager.default.removeItem(at: root) }
        let form = draft.appendingPathComponent("phieu-phan-hoi/stp.xlsx")
        let book = root.appendingPathComponent("stp.xlsx")
        let clerk = SmallOffice.repository.appendingPathComponent("Tests/Oracle/clerk.py").path
        let python = ProcessInfo.processInfo.environment["TONGHOP_PYTHON"] ?? "python3"
        #expect(
            try execute("'\(python)' '\(clerk)' '\(form.path)' '\(book.path)' 'Tháng cao điểm'", in: root) == 0)
        try convert(book, to: "csv:Text - txt - csv (StarCalc):\(delimiter),34,76,1,,0,false,true,false", in: root)
        let saved = root.appendingPathComponent("stp.csv")
        let filled = try String(contentsOf: saved, encoding: .utf8)
        #expect(filled.contains("Tháng cao điểm"))
        let place = root.appendingPathComponent("inputs/submissions/2026-10/stp.csv")
        try filled.write(to: place, atomically: true, encoding: .utf8)
        let program = try #require(BuiltProgram())
        _ = try execute("'\(program.path)' run 2026-10 --now 2026-10-18T09:00+07:00 --quiet", in: root)
        let returned = try String(
            contentsOf: draft.appendingPathComponent("phieu-phan-hoi/stp.txt"), encoding: .utf8)
        #expect(returned.contains("ĐÃ THUYẾT MINH (1)") && returned.contains("Tháng cao điểm"), "\(returned)")
        #expect(returned.contains("PHIẾU XÁC NHẬN"), "\(returned)")
    }

    @Test func `LibreOffice prints every sheet of the annexes`() throws {
        let (root, draft) = try draft()
        defer { try? FileManager.default.removeItem(at: root) }
        try convert(draft.appendingPathComponent("tong-hop-2026-10.xlsx"), to: "pdf", in: root)
        let pages = root.appendingPathComponent("pages.txt")
        #expect(try execute("pdftotext -layout tong-hop-2026-10.pdf pages.txt", in: root) == 0)
        let text = try String(contentsOf: pages, encoding: .utf8)
        #expect(!text.contains("###"))
        #expect(!text.contains("#NAME?") && !text.contains("#REF!") && !text.contains("Err:"))
        #expect(text.contains("TÓM TẮT SỐ LIỆU CHÍNH"))
        #expect(text.contains("Phụ lục I") && text.contains("Phụ lục II"))
        #expect(text.contains("NGUỒN SỐ LIỆU, CÁCH TÍNH VÀ KÝ HIỆU"))
    }

    /// Cells as a CSV holds them; numbers by their value, for the one writes `5` and the other `5.0`.
    private func rows(_ file: URL) throws -> [[String]] {
        let text = try String(contentsOf: file, encoding: .utf8).replacingOccurrences(of: "\r\n", with: "\n")
        return text.split(separator: "\n").map { line in
            csvCells(line).map { cell in Double(cell).map { String($0) } ?? cell }
        }
    }
}
