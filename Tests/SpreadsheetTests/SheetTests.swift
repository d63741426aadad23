import Testing
import ZipPackage

@testable import Spreadsheet

struct SheetTests {
    private let folder: PrivateFolder

    init() throws {
        folder = try PrivateFolder()
    }

    /// The lines of a workbook of one sheet, without those on the workbook.
    private func dump(_ draw: (inout Sheet) throws -> Void) throws -> [String] {
        let path = folder.file("x.xlsx")
        try Workbook.write(to: path, properties: DemoWorkbook.properties()) { book in
            try book.addSheet(SheetName("A"), draw)
        }
        return try WorkbookDump.text(of: path).split(separator: "\n").map(String.init).filter { $0.hasPrefix("A\t") }
    }

    private func fault(_ draw: (inout Sheet) throws -> Void) -> SpreadsheetError? {
        #expect(throws: SpreadsheetError.self) { try dump(draw) }
    }

    /// What no reader may take for anything but text.
    private static let hostile = [
        "=cmd|' /C calc'!A0", "=1+1", "+84 912", "-1", "@SUM(1)", "\tTab", "\r\nXuống dòng", "_x0041_", "_x000D_",
        "mailto:a@b", "http://a.b/", "internal:A!A1", "{=1}", "<r>không</r>", "<t xml:space=\"preserve\">", "&amp;",
        "]]>", "\"'\"", " đầu và cuối ", "\u{1}\u{8}điều\u{1F} khiển", "\u{FFFE}\u{FFFF}", "1.234,5", "TRUE", "#REF!",
        "00123", "1E5", "2026-10", "\u{202E}ngược", "e\u{301} và é", "👩‍👩‍👧",
        String(repeating: "dài ", count: 9000), "",
    ]

    @Test func `hostile texts stay the texts that they are`() throws {
        let lines = try dump { sheet in
            let format = CellFormat().with { $0.keepsText = true }
            for (row, text) in Self.hostile.enumerated() {
                try sheet.write(.text(text), at: CellAddress(row: row, column: 0), format)
            }
        }
        let texts = lines.filter { $0.contains("\ttext\t") }
        // All but the empty one.
        #expect(texts.count == Self.hostile.count - 1)
        #expect(lines.contains("A\tA1\ttext\t=cmd|' /C calc'!A0\tkeeps-text"))
        #expect(lines.contains("A\tA8\ttext\t_x0041_\tkeeps-text"))
        #expect(lines.contains("A\tA14\ttext\t<r>không</r>\tkeeps-text"))
        #expect(!lines.contains { $0.contains("\tformula\t") || $0.contains("(hyperlink)") })
    }

    @Test func `hostile texts are harmless wherever a text may stand`() throws {
        let path = folder.file("x.xlsx")
        let evil = "_x0041_\u{1}\u{FFFE}<&>\"'\n]]>=1"
        var properties = DemoWorkbook.properties()
        properties.title = evil
        properties.company = evil
        properties.custom = [.init(evil, evil + String(repeating: "x", count: 300))]
        try Workbook.write(to: path, properties: properties) { book in
            let name = try SheetName("A")
            try book.addSheet(name) { sheet in
                try sheet.write(
                    .runs([.init(evil), .init(evil, CellFormat().with { $0.bold = true })]), at: at("A1"), CellFormat())
                try sheet.write(.link(evil, to: name, at("A1")), at: at("A2"), CellFormat())
                try sheet.write(.formula("A1", .text(evil)), at: at("A3"), CellFormat())
                try sheet.merge(cells("A4", "B4"), .text(evil), CellFormat())
                try sheet.note(evil, at: at("A1"))
                var page = PageSetup()
                page.header = PageLine(left: [.text(evil)])
                page.hasBareFirstPage = true
                try sheet.setPage(page)
                try sheet.addTable(
                    DataTable(name: "t", columns: [.init(evil, CellFormat())], rowCount: 1), at: at("D1"))
                try sheet.highlight(cells("A1", "B9"), .text(evil, CellFormat()))
                try sheet.highlight(cells("A1", "B9"), .containing(evil, CellFormat()))
                try sheet.restrict(
                    cells("F1", "F2"),
                    to: EntryRule(.textLength(200), prompt: .init("Nhập", evil), fault: .init("Sai", evil)))
                let range = SheetRange(name, try cells("A1", "A4"))
                var chart = Chart(
                    .bar, title: evil, alternativeText: evil, series: [.init(evil, categories: range, values: range)])
                chart.valueTitle = evil
                try sheet.insert(chart, at: at("H1"))
            }
        }
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `what is not a number is refused`(number: Double) {
        let error = fault { try $0.write(.number(number), at: at("B2"), CellFormat()) }
        #expect(error?.reason == .refused)
        #expect(error?.operation == "write 'A'!B2")
        #expect(fault { try $0.write(.formula("A1", .number(number)), at: at("B2"), CellFormat()) } != nil)
    }

    @Test func `numbers come back as they are, to 16 digits`() throws {
        let numbers = [
            0, -0.0, 1, -7, 0.1, 0.1 + 0.2, 1.0 / 3, 1e15, 1.2345678901234567e17, 1e-300, 1e300, -12_345.678,
        ]
        let lines = try dump { sheet in
            for (row, number) in numbers.enumerated() {
                try sheet.write(.number(number), at: CellAddress(row: row, column: 0), CellFormat())
            }
        }
        #expect(lines.filter { $0.contains("\tnumber\t") }.count == numbers.count)
        #expect(lines.contains("A\tA2\tnumber\t0"))
        #expect(lines.contains("A\tA6\tnumber\t0.3"))
    }

    @Test func `a formula keeps the value that it had`() throws {
        let lines = try dump { sheet in
            try sheet.write(.formula("=SUM(B1:B9)", .number(12.5)), at: at("A1"), CellFormat())
            for (row, text) in ["CB", "", "12", "1e3", "TRUE", "#REF!", "nan"].enumerated() {
                try sheet.write(
                    .formula("\"\(text)\"", .text(text)), at: CellAddress(row: row + 1, column: 0), CellFormat())
            }
        }
        #expect(lines.contains("A\tA1\tformula\t=SUM(B1:B9) → 12.5"))
        #expect(lines.contains("A\tA2\tformula\t=\"CB\" → “CB”"))
        #expect(lines.contains("A\tA4\tformula\t=\"12\" → “12”"))
        #expect(lines.contains("A\tA6\tformula\t=\"TRUE\" → “TRUE”"))
    }

    @Test func `a cell is written once`() {
        let error = fault { sheet in
            try sheet.merge(cells("A1", "C1"), .text("a"), CellFormat())
            try sheet.write(.number(1), at: at("B1"), CellFormat())
        }
        #expect(error?.message == "the cell was written before")
    }

    @Test func `a cell outside the sheet is refused`() {
        for address in [
            CellAddress(row: -1, column: 0), .init(row: 1_048_576, column: 0), .init(row: 0, column: 16_384),
        ] {
            #expect(fault { try $0.write(.number(1), at: address, CellFormat()) }?.reason == .refused)
        }
    }

    @Test func `a link to a sheet that never comes is refused`() throws {
        let missing = try SheetName("B")
        #expect(
            fault { try $0.write(.link("xem", to: missing, at("A1")), at: at("A1"), CellFormat()) }?.message
                == "there is no sheet “B”")
    }

    @Test func `equal formats are one format`() throws {
        let path = folder.file("x.xlsx")
        try Workbook.write(to: path, properties: DemoWorkbook.properties()) { book in
            try book.addSheet(SheetName("A")) { sheet in
                for row in 0..<200 {
                    let format = CellFormat().with { $0.bold = row % 2 == 0 }
                    try sheet.write(.number(1), at: CellAddress(row: row, column: 0), format)
                }
            }
        }
        let styles = String(decoding: try ZipReader(path: path).bytes(of: "xl/styles.xml"), as: UTF8.self)
        #expect(styles.contains("<cellXfs count=\"2\">") || styles.contains("<cellXfs count=\"3\">"))
        #expect(!styles.contains("Calibri"))
    }

    @Test func `a table needs headings of its own and a name of its own`() throws {
        let column = DataTable.Column("Số vụ", CellFormat())
        let same = DataTable.Column("SỐ VỤ", CellFormat())
        for table in [
            DataTable(name: "a", columns: [column, same], rowCount: 1),
            DataTable(name: "A1", columns: [column], rowCount: 1),
            DataTable(name: "a b", columns: [column], rowCount: 1),
            DataTable(name: "a", columns: [column], rowCount: 0),
            DataTable(name: "a", columns: [], rowCount: 1),
        ] {
            #expect(fault { try $0.addTable(table, at: at("A1")) }?.reason == .refused, "\(table)")
        }
    }

    @Test func `a status of the library is thrown with the operation`() {
        let error = fault { sheet in
            try sheet.restrict(cells("A1", "A2"), to: EntryRule(.oneOf((0..<99).map { "lựa chọn \($0)" })))
        }
        guard case .library = error?.reason else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.operation == "restrict 'A'!A1:A2")
    }

    /// On an upright page a mark of 13 points would run into the page's number.
    @Test func `words beside a page's number are smaller than it`() {
        let font = CellFormat().fontName
        #expect(
            PageLine(centre: [.pageNumber], right: [.text("LƯU HÀNH NỘI BỘ")]).stored
                == "&C&13&\"\(font),Regular\"&P&R&10&\"\(font),Regular\"LƯU HÀNH NỘI BỘ")
        #expect(PageLine(right: [.text("a")]).stored == "&R&13&\"\(font),Regular\"a")
        #expect(PageLine(left: [.text("a")], centre: [.pageNumber], fontSize: 9).stored.hasPrefix("&L&9&"))
    }
}
