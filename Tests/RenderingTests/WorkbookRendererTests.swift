import Domain
import Foundation
import Reporting
import Spreadsheet
import TestSupport
import Testing

@testable import Rendering

struct WorkbookRendererTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The lines of a workbook's dump, without what merged cells hide.
    private func dump(_ tables: [Table], _ profile: WorkbookRenderer.Profile = .print) throws -> [String] {
        let path = "\(folder.path)/x.xlsx"
        let report = Report(title: "Tổng hợp", subject: "Phụ lục", author: "Sở Mẫu", language: .vi, tables: tables)
        try WorkbookRenderer(profile, asOf: SampleSet.asOf).write(report, to: path)
        return try WorkbookDump.text(of: path).split(separator: "\n").map(String.init)
            .filter { !$0.contains("\tblank\t") }
    }

    /// Cell, kind and value of a sheet's cells, without their formats.
    private func cells(_ lines: [String], sheet: String) -> [String] {
        lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
            .filter { $0[0] == sheet && !$0[1].hasPrefix("(") }
            .map { $0[1...3].joined(separator: " ") }
    }

    @Test func `a table stands under annex and title, with merged headings, formulas, marks and legend`() throws {
        let lines = try dump([smallTable()])
        #expect(
            cells(lines, sheet: "PL II") == [
                "A1 text Phụ lục II", "A2 text KẾT QUẢ ĐÀO TẠO, TẬP HUẤN",
                "A3 text Tháng 10 năm 2026 (từ ngày 15/9/2026 đến ngày 14/10/2026)", "A5 text Địa bàn",
                "B5 text Số lớp", "D5 text Lượt người", "F5 text Báo cáo đã nhận", "B6 text Kỳ này",
                "C6 text Tăng, giảm", "D6 text Tổng số", "E6 text Tỷ lệ nữ", "A7 text Toàn tỉnh",
                "B7 formula =SUM(B8,B11) → 45", "C7 number 3", "D7 formula =SUM(D8,D11) → 1204",
                "E7 number 0.3330564784053156", "F7 text 12/13", "A8 text Mường Khoai",
                "B8 formula =SUM(B9:B10) → 45", "C8 number 5", "D8 formula =SUM(D9:D10) → 1204",
                "E8 number 0.3330564784053156", "F8 text 2/2", "A9 text Xã Mường Khoai Thượng và vùng lòng hồ",
                "B9 number 40", "C9 number 0", "D9 number 1204", "E9 number 0.3330564784053156", "F9 text 1/1",
                "A10 text Xã Bản Đồi", "B10 number 5", "C10 number 5", "D10 number 0", "E10 number 0", "F10 text 1/1",
                "A11 text Phiêng Lúa", "B11 text CB", "C11 number -2", "D11 text ...", "E11 text x", "F11 text 10/11",
                "A13 text Số lớp gồm cả lớp liên xã.",
                "A14 text Ký hiệu: “-” không phát sinh (bằng 0); “...” có phát sinh nhưng chưa thu thập được; “CB” "
                    + "chưa báo cáo; “x” không áp dụng, không tính được; “(sb)” số liệu sơ bộ: chưa đủ báo cáo, hoặc còn "
                    + "dòng, ô, tệp chưa được tính; “(đc)” số liệu đã điều chỉnh.",
            ])
        for merged in ["A1:F1", "A5:A6", "B5:C5", "D5:E5", "F5:F6"] {
            #expect(lines.contains("PL II\t(mergeCell)\tref=\(merged)"))
        }
        #expect(lines.contains { $0.hasPrefix("PL II\tB11\ttext\tCB\t") && $0.contains(" right ") })
    }

    @Test func `it goes to A4 with repeated headings, the page's number above and one page wide`() throws {
        let lines = try dump([smallTable()])
        #expect(lines.contains("(workbook)\t(definedName)\t_xlnm.Print_Titles\t'PL II'!$5:$6"))
        #expect(lines.contains("(workbook)\t(definedName)\t_xlnm.Print_Area\t'PL II'!$A$1:$F$14"))
        #expect(lines.contains("PL II\t(oddHeader)\t&C&13&\"Times New Roman,Regular\"&P"))
        let setup = "fitToHeight=0 orientation=portrait paperSize=9 useFirstPageNumber=1"
        #expect(lines.contains("PL II\t(pageSetup)\t\(setup)"))
        #expect(lines.contains { $0.contains("(pane)") && $0.contains("topLeftCell=B7") })
        #expect(lines.contains("(workbook)\t(dc:language)\tvi-VN"))
        #expect(lines.contains("(workbook)\t(dcterms:created)\t2026-10-16T16:30:00Z"))
    }

    @Test func `many parts are folded under their row, few are not`() throws {
        let many = try dump([SampleTables.training])
        #expect(many.count { $0.contains("hidden=1") && $0.contains("outlineLevel=1") } == 72)
        #expect(many.count { $0.contains("collapsed=1") } == 12)
        let few = try dump([smallTable()])
        #expect(few.count { $0.contains("outlineLevel=1") } == 2 && !few.contains { $0.contains("hidden=1") })
    }

    @Test func `a chart draws figures beside the page, and nothing where there is a mark`() throws {
        let lines = try dump([SampleTables.months])
        let sheet = "PL VIII. Tiến độ"
        let figures = cells(lines, sheet: sheet).filter { $0.contains(" formula =B") }
        #expect(figures.count == 10 && figures.last?.hasSuffix(" formula =B16 → 80") == true)
        #expect(lines.contains { $0.contains("Biểu đồ đường: số buổi từng tháng của hai năm.") })
        #expect(lines.contains { $0.contains("Số buổi tuyên truyền từng tháng, năm 2026 so với năm 2025") })
    }

    @Test func `a heading over rows runs across, and a link leads only where there is a sheet`() throws {
        let lines = try dump([SampleSet.summary, SampleTables.training])
        #expect(lines.contains("Tóm tắt\t(mergeCell)\tref=A7:G7"))
        #expect(lines.filter { $0.contains("(hyperlink)") }.map { $0.suffix(30) }.allSatisfy { $0.contains("ref=G") })
        #expect(lines.count { $0.contains("(hyperlink)") } == 2)
    }

    @Test func `a heading that leads to a sheet runs across too`() throws {
        let heading: [Table.Cell] = [.link("Đào tạo", table: "dao-tao"), .blank, .blank, .blank, .blank, .blank]
        let lines = try dump([smallTable(rows: [Table.Row(.group, heading)])])
        #expect(lines.contains("PL II\t(mergeCell)\tref=A7:F7"))
        #expect(cells(lines, sheet: "PL II").contains("A7 text Đào tạo"))
    }

    @Test func `a text that looks like a formula stays a text`() throws {
        let rows = [
            Table.Row(
                .plain, [.text("=1+1"), .text("@x"), .text("-5"), .text("+84"), .text("a"), .text("_x0041_")])
        ]
        let lines = try dump([smallTable(rows: rows)])
        #expect(
            cells(lines, sheet: "PL II").suffix(7).prefix(6) == [
                "A7 text =1+1", "B7 text @x", "C7 text -5", "D7 text +84", "E7 text a", "F7 text _x0041_",
            ])
        #expect(lines.count { $0.contains("keeps-text") } == 4)
    }

    @Test func `plain data stand from A1 in a native table, numbers without formulas`() throws {
        let lines = try dump([smallTable()], .data)
        let data = cells(lines, sheet: "PL II")
        #expect(data.prefix(2) == ["A1 text Địa bàn", "B1 text Số lớp: Kỳ này"])
        #expect(data.contains("B2 number 45") && data.contains("B6 text CB"))
        #expect(lines.contains { $0.hasPrefix("PL II\t(table)\t") && $0.contains("name=bang_dao_tao ref=A1:G6") })
        #expect(!lines.contains { $0.contains("(mergeCell)") || $0.contains("\tformula\t") })
        #expect(
            cells(lines, sheet: "Mục lục").dropFirst(4) == [
                "A2 text PL II", "B2 text Kết quả đào tạo, tập huấn",
                "C2 text Tháng 10 năm 2026 (từ ngày 15/9/2026 đến ngày 14/10/2026)",
                "D2 text Số lớp gồm cả lớp liên xã.",
            ])
        #expect(cells(lines, sheet: "Ký hiệu").count == 2 + 6 * 2)
        #expect(data.contains("G1 text Giải thích ký hiệu") && data.contains("G2 text không có ký hiệu"))
        #expect(
            data.contains(
                "G6 text ...: có phát sinh nhưng chưa thu thập được; CB: chưa báo cáo; x: không áp dụng, không tính được"
            ))
    }

    @Test func `headings of plain data are told apart, and an empty table is one`() throws {
        let column = Table.Column("Số", kind: .number)
        let table = Table(id: "", sheetName: "Rỗng", title: "", columns: [column, column, column], rows: [])
        let lines = try dump([table], .data)
        #expect(cells(lines, sheet: "Rỗng") == ["A1 text Số", "B1 text Số (2)", "C1 text Số (3)"])
    }

    @Test func `a chart without room below its table has a sheet of its own, whose pages count on`() throws {
        let chart = Table.Chart(
            kind: .column, title: "Số lớp", valueTitle: "lớp", categoryTitle: "Địa bàn", categoryColumn: 0,
            series: [.init(name: "Năm 2026", column: 1)], rows: [0, 1], alternativeText: "Biểu đồ cột")
        let row = Table.Row(.plain, [.text("Mường Khoai"), .number(7)])
        let sheet = "PL II. Biểu đồ"
        // Somewhere between few rows and many, the rest of the page is too low.
        let sets = try (2...40).map { count in
            try dump([
                Table(
                    id: "a", sheetName: "PL II. Đào tạo", annex: "Phụ lục II", title: "Đào tạo",
                    columns: [.init("Địa bàn", kind: .label), .init("Số lớp", kind: .number)],
                    rows: [Table.Row](repeating: row, count: count), charts: [chart])
            ])
        }
        #expect(!sets[0].contains { $0.hasPrefix(sheet) })
        let lines = try #require(sets.first { $0.contains { $0.hasPrefix(sheet) } })
        #expect(cells(lines, sheet: sheet).first == "A1 text Phụ lục II (tiếp theo)")
        #expect(cells(lines, sheet: sheet).contains { $0.hasSuffix("formula ='PL II. Đào tạo'!B5 → 7") })
        #expect(lines.contains { $0.hasPrefix("\(sheet)\t(xdr:cNvPr)") && $0.contains("Biểu đồ cột") })
        #expect(lines.contains { $0.hasPrefix("\(sheet)\t(pageSetup)") && $0.contains("firstPageNumber=2") })
        #expect(!lines.contains { $0.hasPrefix("(workbook)") && $0.contains("Print_Titles") && $0.contains(sheet) })
        #expect(!lines.contains { $0.hasPrefix("PL II. Đào tạo\t(xdr:cNvPr)") })
    }

    @Test func `a chart's own sheet lies behind its table, or behind both that share it`() throws {
        func table(_ annex: String, rowCount: Int) -> Table {
            Table(
                id: annex, sheetName: "PL \(annex). Bảng", annex: "Phụ lục \(annex)", title: "Đào tạo",
                columns: [.init("Địa bàn", kind: .label), .init("Số lớp", kind: .number)],
                rows: [Table.Row](repeating: Table.Row(.plain, [.text("Mường Khoai"), .number(7)]), count: rowCount),
                charts: [
                    Table.Chart(
                        kind: .column, title: "Số lớp", valueTitle: "lớp", categoryTitle: "Địa bàn", categoryColumn: 0,
                        series: [.init(name: "Năm 2026", column: 1)], rows: [0, 1], alternativeText: "Biểu đồ cột")
                ])
        }
        func sheets(_ rowCounts: [Int]) throws -> [String] {
            let tables = zip(["I", "II", "III"], rowCounts).map { table($0, rowCount: $1) }
            var names: [String] = []
            for line in try dump(tables) {
                let name = String(line.prefix { $0 != "\t" })
                if name.hasPrefix("PL"), !names.contains(name) { names.append(name) }
            }
            return names
        }
        let full = try #require(try (2...40).first { try sheets([$0]).count == 2 })
        #expect(try sheets([full, 3, 3]) == ["PL I. Bảng", "PL I. Biểu đồ", "PL II. Bảng", "PL III. Bảng"])
        #expect(try sheets([3, full, 3]) == ["PL I. Bảng", "PL II. Bảng", "PL II. Biểu đồ", "PL III. Bảng"])
        #expect(try sheets([full, full, 3]) == ["PL I. Bảng", "PL II. Bảng", "PL I, II. Biểu đồ", "PL III. Bảng"])
        #expect(try sheets([3, 3, full]) == ["PL I. Bảng", "PL II. Bảng", "PL III. Bảng", "PL III. Biểu đồ"])
    }

    @Test func `what is missing has a tint and its words`() throws {
        let lines = try dump([smallTable()])
        #expect(lines.contains { $0.hasPrefix("PL II\t(conditionalFormatting)") && $0.contains("B7:E11") })
        #expect(lines.contains("PL II\t(formula)\t\"CB\""))
        #expect(lines.contains { $0.contains("(formula)\tIFERROR(VALUE(LEFT(F7,") })
    }

    @Test func `a remark hangs on its cell`() throws {
        let row = Table.Row(
            .plain, [.text("Mường Khoai")] + [Table.Cell](repeating: .number(1), count: 5), remarks: [1: "vì mưa lũ"])
        let lines = try dump([smallTable(rows: [row])])
        #expect(lines.contains { $0.hasPrefix("PL II\t(comment)") && $0.contains("ref=B7") })
        #expect(lines.contains { $0.hasPrefix("PL II\t(t)\tvì mưa lũ") })
    }

    @Test func `sheets whose names are alike, too long or not allowed have names all the same`() throws {
        let name = "Ủy ban nhân dân các xã, phường: Mường Khoai"
        let tables = (0..<3).map {
            Table(id: "\($0)", sheetName: name, title: "", columns: [.init("a", kind: .label)], rows: [])
        }
        let lines = try dump(tables)
        let sheets = Set(lines.compactMap { $0.split(separator: "\t").first }).subtracting(["(workbook)"])
        #expect(
            sheets == [
                "Ủy ban nhân dân các xã, phường-", "Ủy ban nhân dân các xã, phư (2)", "Ủy ban nhân dân các xã, phư (3)",
            ])
    }

    @Test func `the same report gives the same bytes`() throws {
        let paths = ["a", "b"].map { "\(folder.path)/\($0).xlsx" }
        for path in paths {
            try WorkbookRenderer(.print, asOf: SampleSet.asOf).write(SampleSet.workbook, to: path)
        }
        let files = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        #expect(files[0] == files[1] && files[0].count > 10_000)
    }

    @Test func `a report without a table is an error and leaves no file`() throws {
        #expect(throws: SpreadsheetError.self) { try dump([]) }
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/x.xlsx"))
    }
}
