import Foundation
import TestSupport
import Testing

/// A department sends its forms in one workbook.
struct WorkbookRunTests {
    private static let files = ["2026-10/CA-03-an.csv", "2026-10/CA-05-vu.csv"]

    private func sheet(_ name: String, of file: String, in office: SmallOffice) throws -> MadeWorkbook.Sheet {
        let text = try String(contentsOf: office.submission(file), encoding: .utf8).replacing("\u{FEFF}", with: "")
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: ";", omittingEmptySubsequences: false).map { cell -> MadeWorkbook.Cell in
                if cell.isEmpty { return .none }
                let isNumber = cell.allSatisfy(\.isNumber) && (cell.first != "0" || cell.count == 1)
                return isNumber ? .number(String(cell)) : .text(String(cell))
            }
        }
        return MadeWorkbook.Sheet(name, rows)
    }

    /// Without decisions, which name other files.
    private func emptyDesk() throws -> SmallOffice {
        let office = try SmallOffice(isClean: true)
        try FileManager.default.removeItem(at: office.url("inputs/xu-ly.csv"))
        return office
    }

    private func officeWithWorkbook() throws -> SmallOffice {
        let office = try emptyDesk()
        let workbook = try MadeWorkbook(
            sheet("Biểu 03", of: Self.files[0], in: office), sheet("Biểu 05", of: Self.files[1], in: office))
        try Data(workbook.bytes()).write(to: office.submission("2026-10/CA.xlsx"))
        for file in Self.files { try FileManager.default.removeItem(at: office.submission(file)) }
        return office
    }

    @Test func `two forms in one workbook come to the same as two files`() throws {
        let (text, office) = (try emptyDesk(), try officeWithWorkbook())
        let ended = try office.run(["run", "2026-10"])
        #expect(try text.run(["run", "2026-10"]).exit == ended.exit, "\(ended.errors)")
        let summary = "reports/2026-10/du-thao/tong-hop-2026-10.txt"
        // The code of a draft is that of its files, too.
        func withoutCode(_ text: String) -> String { text.replacing(/mã [0-9a-f]{4}-[0-9a-f]{4}/, with: "mã") }
        #expect(try withoutCode(office.text(summary)) == withoutCode(text.text(summary)))
        #expect(try office.run(["verify"]).exit == 0)
        let status = try office.run(["status", "2026-10", "--format", "json"]).output
        #expect(status.contains("2026-10/CA.xlsx!Biểu 03") && status.contains("2026-10/CA.xlsx!Biểu 05"), "\(status)")
        // A second run knows the file.
        let before = try office.run(["verify"]).output
        _ = try office.run(["run", "2026-10"])
        #expect(try office.run(["verify"]).output == before)
    }

    @Test func `a sheet that its workbook has no more is said to be gone`() throws {
        let office = try officeWithWorkbook()
        _ = try office.run(["run", "2026-10"])
        let text = try SmallOffice(isClean: true)
        let workbook = try MadeWorkbook(sheet("Biểu 03", of: Self.files[0], in: text))
        try Data(workbook.bytes()).write(to: office.submission("2026-10/CA.xlsx"))
        let ended = try office.run(["run", "2026-10"], now: "2026-10-18T09:00+07:00")
        let said = ended.output + ended.errors
        #expect(said.contains("CA.xlsx!Biểu 05") && said.contains("[file-gone]"), "\(said)")
        #expect(!said.contains("CA.xlsx!Biểu 03: "), "\(said)")
    }

    @Test func `whoever withdraws the workbook withdraws all its sheets`() throws {
        let office = try officeWithWorkbook()
        let decisions =
            "Ngày;Kỳ;Đơn vị;Biểu;Tệp;Việc;Giá trị;Lý do;Chức danh người duyệt\n17/10/2026;;;;2026-10/CA.xlsx;rút tệp;;gửi nhầm;Trưởng phòng\n"
        try Data(decisions.utf8).write(to: office.url("inputs/xu-ly.csv"))
        _ = try office.run(["run", "2026-10"])
        let status = try office.run(["status", "2026-10", "--format", "json"]).output
        #expect(status.contains("\"received\" : 2"), "\(status)")
    }
}
