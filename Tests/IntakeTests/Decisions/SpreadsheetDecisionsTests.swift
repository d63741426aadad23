import DelimitedText
import Domain
import Foundation
import Intake
import TestSupport
import Testing

/// A list of decisions as spreadsheets leave it, as text or as a workbook.
struct SpreadsheetDecisionsTests {
    private static let header = "Ngày;Kỳ;Đơn vị;Biểu;Tệp;Việc;Giá trị;Lý do;Chức danh người duyệt"
    private static let cells: [MadeWorkbook.Cell] = [
        "Ngày", "Kỳ", "Đơn vị", "Biểu", "Tệp", "Việc", "Giá trị", "Lý do", "Chức danh người duyệt",
    ]
    private let catalogue: Catalogue

    init() throws { catalogue = try #require(Repository.catalogue) }

    private func text(_ lines: [String]) -> DecisionList {
        let text = ([Self.header] + lines).joined(separator: "\n")
        return read(Array(text.utf8), "xu-ly.csv")
    }

    private func read(_ bytes: [UInt8], _ name: String = "xu-ly.xlsx") -> DecisionList {
        DecisionsReader.list(SourceFile(path: name, bytes: bytes), catalogue: catalogue)
    }

    private func workbook(_ sheets: MadeWorkbook.Sheet...) throws -> DecisionList {
        switch sheets.count {
        case 1: read(try MadeWorkbook(sheets[0]).bytes())
        default: read(try MadeWorkbook(sheets[0], sheets[1]).bytes())
        }
    }

    @Test(arguments: [
        "Jul-26", "jul-2026", "Thg7-26", "Thg 7-26", "T7/2026", "07/2026", "7/2026", "01/07/2026", "1/7/2026",
        "2026/07", "2026-07-01", "01-Jul-26", "01/07/2026 00:00",
    ]) func `a month that a spreadsheet took for a day is read, and said`(_ written: String) {
        let list = text(["20/7/2026;\(written);CAT;03-an;;miễn;;mưa lũ;x"])
        #expect(list.decisions.map { $0.period?.description } == ["2026-07"])
        #expect(list.findings.map(\.rule.text) == ["respelled-decisions"])
        #expect(list.findings.first?.level == .note)
        #expect(list.findings.first?.message.vi.hasSuffix("“\(written)” là 2026-07 (1 ô)") == true)
    }

    @Test(arguments: ["2026-07", "Tháng 7 năm 2026", "2026-Q3", "2026", "", "2026-q3", "Quý III/2026"])
    func `what a person writes is no spelling of a spreadsheet`(_ written: String) {
        let list = text(["20/7/2026;\(written);CAT;03-an;;miễn;;mưa lũ;x"])
        #expect(list.decisions.count == 1 && list.findings.isEmpty)
    }

    @Test(arguments: [
        ("46204", "là số mà bảng tính lưu thay cho ngày"), ("07/01/2026", "có thể là kỳ 2026-01 hoặc 2026-07"),
        ("7/26", "không có kỳ báo cáo"), ("26-Jul", "không có kỳ báo cáo"), ("15/07/2026", "không có kỳ báo cáo"),
    ]) func `what has two readings, or none, is asked`(_ written: String, _ said: String) {
        let list = text(["20/7/2026;\(written);CAT;03-an;;miễn;;mưa lũ;x"])
        #expect(list.decisions.isEmpty && list.findings.map(\.rule.text) == ["unknown-decision-period"])
        #expect(list.findings.first?.message.vi.contains(said) == true)
    }

    @Test func `days turned round are read so where one proves it and none the other order`() throws {
        let lines = ["10/20/2026;;CAT;;;miễn;;mưa;x", "5/10/2026 8:30;;CAT;;;miễn;;lũ;x"]
        let list = text(lines)
        #expect(list.decisions.map(\.at.description) == ["2026-10-19T17:00:00Z", "2026-05-10T01:30:00Z"])
        #expect(list.findings.map(\.rule.text) == ["respelled-decisions"])
        // One day in the office's own order: then the other is a slip.
        let mixed = text(lines + ["21/10/2026;;CAT;;;miễn;;bão;x"])
        #expect(mixed.decisions.map(\.at.description) == ["2026-10-05T01:30:00Z", "2026-10-20T17:00:00Z"])
        #expect(mixed.findings.map(\.rule.text) == ["bad-decision-date"])
        let named = text(["20-Oct-26;;CAT;;;gia hạn;20-thg 10-26;mưa;x"])
        #expect(named.decisions.map(\.action) == [.extend(try #require(Day("2026-10-20")))])
        #expect(named.findings.map(\.rule.text) == ["respelled-decisions"])
    }

    @Test func `a path whose folder was rewritten is read too`() {
        let list = text(["20/10/2026;;;;Jul-26/ND-02-tt.csv;rút tệp;;gửi nhầm;x"])
        #expect(list.decisions.map(\.path) == ["2026-07/ND-02-tt.csv"])
        #expect(list.findings.map(\.rule.text) == ["respelled-decisions"])
    }

    @Test(arguments: [Encoding.utf16LittleEndian, .windows1258])
    func `a list in another encoding is the same list, and says which`(_ encoding: Encoding) throws {
        let lines = [
            "20/10/2026;2026-10;CAT;03-an;;gia hạn;25/10/2026;đường sá bị chia cắt;Trưởng phòng",
            "21/10/2026;2026-10;;;;chốt;;đã đủ báo cáo;Giám đốc",
        ]
        let plain = text(lines)
        let other = ([Self.header] + lines).joined(separator: "\r\n") + "\r\n"
        let bytes: [UInt8] =
            encoding == .windows1258
            ? LegacyEncoders.bytes(other, .windows1258)
            : [0xFF, 0xFE] + other.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let list = read(bytes, "xu-ly.csv")
        #expect(list.decisions == plain.decisions && plain.decisions.count == 2 && plain.findings.isEmpty)
        #expect(list.findings.map(\.rule.text) == ["respelled-decisions"])
        #expect(list.findings.first?.message.vi.contains("bảng mã của tệp là \(encoding.name)") == true)
    }

    @Test func `a workbook says what the text says, days and all`() throws {
        let list = try workbook(
            .init(
                "Xử lý",
                [
                    Self.cells,
                    [
                        "20/10/2026 16:30", .day(46204), "CAT – Công an tỉnh", "03/AN – Biểu", "", "gia hạn",
                        .day(46315), "mưa", "x",
                    ],
                    [],
                    ["21/10/2026", "2026-10", "", "", "", "chốt", "", "đủ", "x"],
                ]), .init("Ghi chú", [["việc cần nhớ"]]))
        let same = text([
            "20/10/2026 16:30;2026-07;CAT;03-an;;gia hạn;20/10/2026;mưa;x", "21/10/2026;2026-10;;;;chốt;;đủ;x",
        ])
        #expect(list.decisions == same.decisions && same.decisions.count == 2)
        #expect(list.findings.map(\.rule.text) == ["respelled-decisions"])
        #expect(list.positions.map(\.row) == [2, 4] && list.positions.first?.file == "xu-ly.xlsx!Xử lý")
    }

    @Test func `rows with merged cells or without their values are no decisions`() throws {
        let line: [MadeWorkbook.Cell] = ["20/10/2026", "2026-10", "CAT", "", "", "miễn", "", "mưa", "x"]
        let list = try workbook(
            .init(
                "Xử lý", merged: ["C3:C4"],
                [
                    Self.cells, line, line, ["20/10/2026", "2026-10", "", "", "", "miễn", "", "mưa", "x"],
                    ["20/10/2026", "2026-10", .error("#REF!"), "", "", "miễn", "", "mưa", "x"],
                    ["20/10/2026", "2026-10", .formula("A1"), "", "", "miễn", "", "mưa", "x"],
                ]))
        #expect(list.decisions.count == 1)
        #expect(list.findings.map(\.position.row) == [3, 4, 5, 6])
        #expect(Set(list.findings.map(\.rule.text)) == ["unreadable-decisions"])
        #expect(DecisionsReader.isDamaged(list.decisions, list.findings))
    }

    @Test func `what a filter hides is obeyed, and said once`() throws {
        let line: [MadeWorkbook.Cell] = ["20/10/2026", "2026-10", "CAT", "", "", "miễn", "", "mưa", "x"]
        let rows = [Self.cells, line, line, line]
        let plain = try workbook(.init("Xử lý", rows))
        #expect(plain.decisions.count == 3 && plain.findings.isEmpty)
        for (hidden, sheet) in [
            ("3", MadeWorkbook.Sheet("Xử lý", hiddenRows: [3], rows)),
            ("3, 4", MadeWorkbook.Sheet("Xử lý", hiddenRows: [1, 3, 4], rows)),
            ("2, 3, 4", MadeWorkbook.Sheet("Xử lý", isHidden: true, rows)),
        ] {
            let list = try workbook(sheet)
            #expect(list.decisions == plain.decisions)
            #expect(list.findings.map(\.rule.text) == ["hidden-decisions"])
            #expect(list.findings.first?.level == .note && list.findings.first?.value == hidden)
        }
    }

    @Test func `what is struck through is obeyed, and asked about once`() throws {
        let line: [MadeWorkbook.Cell] = ["20/10/2026", "2026-10", "CAT", "", "", "miễn", "", "mưa", "x"]
        let plain = try workbook(.init("Xử lý", [Self.cells, line, line]))
        let list = try workbook(.init("Xử lý", [Self.cells, line, line.map { .struck($0) }]))
        #expect(list.decisions == plain.decisions)
        #expect(list.findings.map(\.rule.text) == ["struck-decisions"])
        #expect(list.findings.first?.level == .query && list.findings.first?.value == "3")
    }

    @Test func `two sheets that are lists are none`() throws {
        let line: [MadeWorkbook.Cell] = ["20/10/2026", "2026-10", "CAT", "", "", "miễn", "", "mưa", "x"]
        let list = try workbook(.init("Xử lý", [Self.cells, line]), .init("Cũ", isHidden: true, [Self.cells, line]))
        #expect(list.decisions.isEmpty && list.findings.first?.message.vi.contains("“Xử lý”, “Cũ”") == true)
        #expect(DecisionsReader.isDamaged(list.decisions, list.findings))
    }

    @Test func `persons are looked for in every sheet and every sheet's name`() throws {
        let line: [MadeWorkbook.Cell] = ["20/10/2026", "2026-10", "CAT", "", "", "miễn", "", "mưa", "x"]
        let list = MadeWorkbook.Sheet("Xử lý", [Self.cells, line])
        for other in [
            MadeWorkbook.Sheet("Ghi chú", isHidden: true, [["gọi 0900000001"]]), .init("0900000001", [["x"]]),
            .init("Ghi chú", [["ông Lò Văn Thử xin gia hạn"]]), .init("TỐI MẬT", [["x"]]),
        ] {
            let read = try workbook(list, other)
            #expect(read.decisions.isEmpty && DecisionsReader.isForbidden(read.findings), "\(other)")
            #expect(!"\(read.findings)".contains("0900000001") && !"\(read.findings)".contains("Văn Thử"))
        }
        #expect(try workbook(list, .init("Ghi chú", [["nhớ gọi lại"]])).decisions.count == 1)
    }

    @Test func `orders name a period, and a code or an audience`() {
        let list = text([
            "20/10/2026;2026-10;;;;duyệt;1A2B 3c4d;đã xem;Giám đốc",
            "20/10/2026;2026-10;;;;phát hành;1a2b-3c4d;đã xem;x",
            "20/10/2026;Oct-26;;;;xuất gói;công khai;gửi;x", "20/10/2026;2026-10;;;;Xuat goi;partners;gửi;x",
        ])
        let code = DraftCode(0x1A2B_3C4D)
        #expect(list.decisions.map(\.action) == [.approve(code), .issue(code), .export(.public), .export(.partners)])
        #expect(code.description == "1a2b-3c4d" && DraftCode(7).description == "0000-0007")
        let wrong = text([
            "20/10/2026;;;;;phát hành;1a2b-3c4d;đã xem;x", "20/10/2026;2026-10;CAT;;;phát hành;1a2b-3c4d;đã xem;x",
            "20/10/2026;2026-10;;;;phát hành;1a2b-3c4;đã xem;x", "20/10/2026;2026-10;;;;xuất gói;báo chí;gửi;x",
        ])
        #expect(
            wrong.decisions.isEmpty && wrong.findings.map(\.rule.text) == [String](repeating: "bad-order", count: 4))
        #expect(wrong.findings.map(\.position.column) == [2, 3, 7, 7])
        #expect(
            text(["20/10/2026;2026-10;;;;phát hành;;đã xem;x"]).findings.map(\.rule.text) == ["decision-without-value"])
    }

    @Test func `what no cell of a workbook shows is looked at, too`() throws {
        let line: [MadeWorkbook.Cell] = ["20/10/2026", "2026-10", "CAT", "", "", "miễn", "", "mưa", "x"]
        let made = MadeWorkbook(.init("Xử lý", [Self.cells, line]))
        let footer = "<headerFooter><oddFooter>&amp;Cgọi 0900000777</oddFooter></headerFooter>"
        for bytes in [
            try made.bytes(adding: [("xl/drawings/drawing1.xml", "<a:t>gọi 0900000777</a:t>")]),
            try made.bytes(beside: footer),
        ] {
            let list = read(bytes)
            #expect(DecisionsReader.isForbidden(list.findings))
            #expect(!list.findings.contains { "\($0)".contains("0900000777") })
        }
        #expect(!DecisionsReader.isForbidden(read(try made.bytes()).findings))
    }
}
