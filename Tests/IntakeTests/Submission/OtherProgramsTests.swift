import Domain
import TestSupport
import Testing

@testable import Intake

/// Files of other programs are named for what they are, with what the clerk should do; none is taken for a table by halves.
struct OtherProgramsTests {
    private func message(_ bytes: [UInt8], _ path: String) -> String {
        let reading = SmallFile.read(bytes, as: path)
        guard reading.findings.count == 1, reading.rules == ["wrong-format"] else { return "\(reading.rules)" }
        return reading.findings[0].message.vi + " / " + reading.findings[0].remedy.vi
    }

    private static let rows =
        "TT    Mã xã    Xã, phường     Số lớp    Lượt người\r\n1     00101    Hòa An         1         30\r\n"

    @Test(arguments: [
        ("dt.slk", "ID;PWXL;N;E\r\nC;Y1;X1;K\"TT\"\r\n", ".slk", ".xlsx"),
        ("dt.dif", "TABLE\r\n0,1\r\n\"EXCEL\"\r\n", ".dif", ".xlsx"),
        ("dt.json", "[{\"ma_xa\":\"00101\",\"so_lop\":1}]", "phần mềm", "CSV UTF-8"),
        ("dt.xml", "<?xml version=\"1.0\"?><rows><row><ma>00101</ma></row></rows>", "phần mềm", "CSV UTF-8"),
        ("dt.url", "[InternetShortcut]\r\nURL=https://example.vn/\r\n", "liên kết", "tải bảng tính"),
        ("dt.prn", rows, "dấu cách", "CSV UTF-8"),
    ]) func `text that programs write for one another is named`(
        _ name: String, _ text: String, _ what: String, _ todo: String
    ) {
        let said = message(Array(text.utf8), "2026-10/CAT-01-\(name)")
        #expect(said.contains(what) && said.contains(todo), "\(said)")
    }

    @Test(arguments: [
        ("heic", "ảnh chụp"), ("tif", "ảnh chụp"), ("webp", "ảnh chụp"), ("dbf", "cơ sở dữ liệu"),
        ("msg", "thư điện tử"),
        ("lnk", "liên kết"), ("xyz", "không phải văn bản"),
    ]) func `bytes that are no text are named by the ending of their name`(_ ending: String, _ what: String) {
        let said = message([UInt8](repeating: 1, count: 300), "2026-10/CAT-01-dt.\(ending)")
        #expect(said.contains(what), "\(said)")
    }

    @Test func `a workbook of Numbers says how to export it`() throws {
        let bytes = try MadeWorkbook.zip([("Index/Document.iwa", "a"), ("preview.jpg", "b")])
        let said = message(bytes, "2026-10/CAT-01-dt.numbers")
        #expect(said.contains("Numbers") && said.contains("Xuất ra"), "\(said)")
    }

    @Test func `a flat workbook of LibreOffice is read`() {
        let names = ["office", "table", "text"].map { "xmlns:\($0)=\"urn:\($0)\"" }.joined(separator: " ")
        let rows = [
            ["Ô trống và xã, phường không ghi tên: không phát sinh"],
            ["TT", "Mã xã", "Xã, phường", "Số lớp", "Lượt người"], ["1", "00101", "Hòa An", "2", "40"],
        ]
        let table = rows.map { row in
            "<table:table-row>" + row.map { "<table:table-cell><text:p>\($0)</text:p></table:table-cell>" }.joined()
                + "</table:table-row>"
        }.joined()
        let text =
            "<?xml version=\"1.0\"?><office:document \(names) office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">"
            + "<office:body><office:spreadsheet><table:table table:name=\"A\">\(table)</table:table></office:spreadsheet>"
            + "</office:body></office:document>"
        let reading = SmallFile.read(Array(text.utf8), as: "2026-10/CAT-01-dt.fods")
        #expect(reading.findings.isEmpty && reading.sum("luot_nguoi") == 40, "\(reading.rules)")
    }
}
