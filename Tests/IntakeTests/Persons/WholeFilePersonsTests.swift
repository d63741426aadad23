import Domain
import Foundation
import TestSupport
import Testing

@testable import Intake

/// What must not be kept in files of every encoding and shape, and where no table of lines would look.
struct WholeFilePersonsTests {
    private static let base = SubmissionWithText("làm", at: .cell).file.text
    private static let path = "2026-10/CAT-01-dt.csv"

    private static let encodings: [(name: String, encode: @Sendable (String) -> [UInt8])] = [
        ("UTF-16, little end first", { [0xFF, 0xFE] + $0.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }),
        ("UTF-16, big end first", { [0xFE, 0xFF] + $0.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } }),
        ("UTF-16 without a mark", { $0.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }),
        ("decomposed", { [UInt8]($0.decomposedStringWithCanonicalMapping.utf8) }),
        ("windows-1258", { LegacyEncoders.bytes($0, .windows1258) }), ("TCVN3", { tcvn3($0) }),
        ("CR", { [UInt8]($0.replacing("\n", with: "\r").utf8) }),
        ("tabs", { [UInt8]($0.replacing(";", with: "\t").utf8) }), ("NUL behind it", { [UInt8]($0.utf8) + [0] }),
        ("bytes of no encoding", { [UInt8]($0.utf8) + [0xFF, 0xFE, 0xFD] }),
    ]

    /// Capitals with marks are those of a font of their own, of the same bytes as the small letters.
    private static func tcvn3(_ text: String) -> [UInt8] {
        LegacyEncoders.bytes(text.map { $0.isASCII || $0 == "Đ" ? String($0) : $0.lowercased() }.joined(), .tcvn3)
    }

    @Test(arguments: [
        ("0900000701", PersonTableLine.Place.below), ("CCCD 014900000702", .cell), ("ông Lò Văn Thử", .cell),
        ("bà Quàng Thị Mẫu sinh năm 1900", .below), ("TỐI MẬT", .above), ("0900000703", .signers),
        ("0900 000 704", .header),
    ]) func `in every encoding`(_ text: String, _ place: PersonTableLine.Place) {
        for (name, encode) in Self.encodings {
            let reading = SmallFile.read(encode(SubmissionWithText(text, at: place).file.text), as: Self.path)
            #expect(reading.state == .forbidden, "\(name)")
            let harmless = SmallFile.read(encode(Self.base), as: Self.path)
            #expect(harmless.state != .forbidden, "\(name)")
        }
    }

    @Test(arguments: [
        base.replacing("làm", with: "\"ghi chú\nCCCD 014900000711\nhết\""),
        base.replacing("làm", with: "\"0900\n000712\""), base + ";;ĐT;0900;000713;;\n", base + ";;0900 000;714;;;\n",
        base + "014;900;000715;x\n", base + "+84;900000716;x\n", base + "CCCD;;140000716\n",
        base.replacing("làm;", with: "làm;;;0900000718"), base.replacing("\n1;00101", with: "\n0900000719;00101"),
        base.replacing("00102", with: "014900000720"), base.replacing("Thủy Sơn", with: "Thủy Sơn 0900000721"),
        base.replacing("Thủy Sơn", with: "ông Lò Văn Thử"),
        base.replacing("\n1;00101", with: "\n(1);(2);(3);(4);0900000722;(6);(7)\n1;00101"),
        base.replacing("Tổng cộng", with: "Tổng cộng (0900000724)"),
        "Kỳ báo cáo: Tháng 10 năm 2026 0900000725\n" + base,
        "Lần gửi: 2 (gọi 0900000726)\n" + base, String(repeating: "x", count: 5_000) + " 0900000727\n" + base,
        base + String(repeating: "\n", count: 50) + ";;;;;;;;;;;0900000728\n", "sep=;\n# 0900000729\n" + base,
        "{\"ten\":\"Lò Văn Thử\",\"cccd\":\"014900000730\"}", "<td>Lò Văn Thử</td><td>0900000731</td>",
        base + "Lò Văn Thử;bản Mẫu;Nam\nLò Văn Mẫu;bản Mẫu;Nam\nLò Thị Một;bản Mẫu;Nữ\n",
        base + "Danh sách đối tượng: Lò Văn Thử, Giàng A Mẫu\n", base.replacing("làm", with: "\"=\"\"0900000738\"\"\""),
        base.replacing("làm", with: "'014900000739"), base.replacing("làm", with: "09\u{200d}00\u{200d}000736"),
        base.replacing("làm", with: "tel:+84900000742"), "\"MẬT\nBáo cáo tháng 10\"\n" + base,
        base.replacing("1;00101;", with: "1;\"00101;").replacing(";;Người lập", with: ";;\"Người lập;")
            .replacing("làm", with: "ông Lò Văn Thử"),
    ]) func `wherever it stands`(_ text: String) {
        #expect(SmallFile.read(text, as: Self.path).state == .forbidden, "\(text)")
    }

    @Test(arguments: [
        base + ";;03646;12345;;;\n", base + ";;0335;20261015;;;\n", base + ";;0391;0392;0393;;\n",
        base + "0,5;0900;;x\n",
        base.replacing("làm", with: "\"Người lập\nLò Văn Thử\""), base + ";;\"Người lập\nLò Văn Thử\";;;;\n",
        base.replacing("làm", with: "\"tuyên truyền\nbảo vệ bí mật nhà nước\""),
        "\"Sở Tư pháp\nĐT: 0212.3852.123\"\n" + base,
    ]) func `what is like it is let in`(_ text: String) {
        let reading = SmallFile.read(text, as: Self.path)
        #expect(reading.state != .forbidden, "\(reading.findings)")
    }

    /// A heading above the table, whose words stand in two cells, heads nothing of the table.
    @Test(arguments: ["Ô trống và xã, phường không ghi tên:;không phát sinh", "Địa bàn: các xã;trong tỉnh"])
    func `names in a column of the table, whatever stands above it`(_ above: String) {
        func file(_ name: String) -> String {
            let rows = "1;00101;Hòa An;1;30;\(name);\n2;00102;Thủy Sơn;1;30;khác;\n"
            return
                "Ô trống: không phát sinh\n\(above)\nTT;Mã xã;Xã, phường;Số lớp;Lượt người;Học viên;Thuyết minh\n\(rows)"
        }
        #expect(SmallFile.read(file("Lò Văn Thử"), as: Self.path).state == .forbidden)
        #expect(SmallFile.read(file("cán bộ xã"), as: Self.path).state != .forbidden)
    }

    /// The first cell that looks like a name may be a place's or a school's.
    @Test func `every cell of a row is looked at`() {
        func file(_ name: String) -> String {
            let rows = "1;00101;Hòa An;1;30;Lê Quý Đôn;\(name)\n2;00102;Thủy Sơn;1;30;khác;\n"
            return "Ô trống: không phát sinh\nTT;Mã xã;Xã, phường;Số lớp;Lượt người;Trường;Học viên\n\(rows)"
        }
        #expect(SmallFile.read(file("Lò Văn Thử"), as: Self.path).state == .forbidden)
        #expect(SmallFile.read(file("cán bộ xã"), as: Self.path).state != .forbidden)
    }

    /// «Tạm trú» asks where somebody lives, or counts.
    @Test(arguments: [
        "Tạm trú", "Thường trú", "CCCD gắn chip", "Hộ chiếu", "Hộ khẩu", "Số thuê bao di động", "Biển số",
    ])
    func `a header that may count is judged by its cells`(_ header: String) {
        func file(_ first: String, _ below: String = "") -> String {
            let rows = "1;00101;Hòa An;1;30;\(first);\n2;00102;Thủy Sơn;1;30;12;\n;;Tổng cộng;2;60;15;\n"
            return
                "Ô trống: không phát sinh\nTT;Mã xã;Xã, phường;Số lớp;Lượt người;\(header);Thuyết minh\n\(rows)\(below)"
        }
        #expect(SmallFile.read(file("3"), as: Self.path).state != .forbidden)
        #expect(SmallFile.read(file("3", ";;;;;;\n;;Người lập;;;Thủ trưởng;\n"), as: Self.path).state != .forbidden)
        for cell in ["bản Mẫu", "014085000777", "C0177288", "26B1-177.28"] {
            #expect(SmallFile.read(file(cell), as: Self.path).state == .forbidden, "\(cell)")
        }
    }

    @Test(arguments: ["Họ và tên", "Năm sinh", "Ngày sinh", "Tên chủ hộ"])
    func `one that asks for names and births is not`(_ header: String) {
        let rows = "1;00101;Hòa An;1;30;1985;\n2;00102;Thủy Sơn;1;30;1990;\n"
        let text = "Ô trống: không phát sinh\nTT;Mã xã;Xã, phường;Số lớp;Lượt người;\(header);Thuyết minh\n\(rows)"
        #expect(SmallFile.read(text, as: Self.path).state == .forbidden)
    }

    /// So many rows of a table that look like persons' hide no list below it.
    @Test func `a list below a long table`() {
        let rows = (0..<4_000).map { "\($0 + 1);00101;Hòa An;1;30;Hoàng Văn Thụ;" }.joined(separator: "\n")
        let head = "Ô trống: không phát sinh\nTT;Mã xã;Xã, phường;Số lớp;Lượt người;Trường;Thuyết minh\n"
        let list = "\n;;;;;;\nDanh sách học viên;;;;;;\n1;Lò Văn Thử;bản Mẫu;;;;\n2;Quàng Thị Mẫu;bản Mẫu;;;;\n"
        #expect(SmallFile.read(head + rows + list, as: Self.path).state == .forbidden)
        #expect(SmallFile.read(head + rows + "\n", as: Self.path).state != .forbidden)
    }

    private static func table(_ header: String, _ rows: [String], _ below: String = "") -> String {
        let head = "Ô trống: không phát sinh\nTT;Mã xã;Xã, phường;Số lớp;Lượt người;\(header);Thuyết minh\n"
        return head + rows.joined(separator: "\n") + "\n;;Tổng cộng;2;60;;\n\n" + below
    }

    private static let rows = ["1;00101;Hòa An;1;30;làm;", "2;00102;Thủy Sơn;1;30;làm;"]

    /// The headings of other columns say nothing of the names'.
    @Test(arguments: [
        "Học viên;Bản\nLò Văn Thử;bản Mẫu\nQuàng Thị Mẫu;bản Mẫu\nGiàng A Thử;bản Mẫu\nLò Thị Mẫu;bản Mẫu\n",
        "TT;Học viên;Xã, bản\n1;Lò Văn Thử;bản Mẫu\n2;Quàng Thị Mẫu;bản Mẫu\n",
        "Đối tượng;Khu;Năm\nLò Văn Thử;1;1985\n",
        "DANH SÁCH HỌC VIÊN KÈM THEO\nLớp mở tại;bản Mẫu\n1;Lò Văn Thử;1985\n",
    ]) func `a list whose heading speaks of places`(_ list: String) {
        #expect(SmallFile.read(Self.table("Nội dung", Self.rows, list), as: Self.path).state == .forbidden)
        let harmless = list.replacing("Lò Văn Thử", with: "Bản Mới").replacing("Quàng Thị Mẫu", with: "Bản Hai")
            .replacing("Giàng A Thử", with: "Bản Ba").replacing("Lò Thị Mẫu", with: "Bản Bốn")
        #expect(SmallFile.read(Self.table("Nội dung", Self.rows, harmless), as: Self.path).state != .forbidden)
    }

    @Test(arguments: [
        "Bí thư chi bộ", "Hiệu trưởng trường", "Trưởng bản, bí thư chi bộ", "Chủ hộ, bản", "Người đạt giải nhất",
        "Giảng viên, nơi mở lớp", "Đại diện xã", "",
    ]) func `a column of who has to do with a place`(_ header: String) {
        let named = Self.rows.map { $0.replacing("làm", with: "Lò Văn Thử") }
        #expect(SmallFile.read(Self.table(header, named), as: Self.path).state == .forbidden)
        #expect(SmallFile.read(Self.table(header, Self.rows), as: Self.path).state != .forbidden)
    }

    /// Cells that have moved; other findings would quote the name.
    @Test(arguments: [
        "1;Lò Văn Thử;Hòa An;1;30;làm;", "1;00101;Lò Văn Thử;1;30;làm;", "1;00101;Hòa An;Lò Văn Thử;30;làm;",
        "Lò Văn Thử;00101;Hòa An;1;30;làm;", "1;00101;Hòa An;1;30;làm;;Lò Văn Thử",
    ]) func `a name in a column of others`(_ row: String) {
        let reading = SmallFile.read(Self.table("Nội dung", [row, Self.rows[1]]), as: Self.path)
        #expect(reading.state == .forbidden)
        #expect(!"\(reading.findings)".contains("Thử"))
    }

    /// What is a mark only beside a table is dismissed in it, however often it stands there.
    @Test func `a thousand words that come to nothing hide no number`() {
        let many = (0..<4_000).map { _ in "1;00101;Hòa An;1;30;Điện mật;" }
        let number = "2;00102;Thủy Sơn;1;30;CCCD 014085000777;"
        #expect(SmallFile.read(Self.table("Nội dung", many + [number]), as: Self.path).state == .forbidden)
        #expect(SmallFile.read(Self.table("Nội dung", many + [Self.rows[1]]), as: Self.path).state != .forbidden)
        #expect(SmallFile.read(Self.table("Nội dung", many, "Điện mật\n"), as: Self.path).state == .forbidden)
    }

    /// Of so many names hardly one is met twice; cells are then looked at on all cores, ahead of their rows.
    @Test(arguments: [
        "CCCD 014085000778", "ông Lò Văn Thử", "Nguyễn Thị Thử sinh năm 1985", "Thử Một sinh ngày hai tháng ba",
    ]) func `behind twenty thousand names that are all different`(_ note: String) {
        let most = 26_000
        // In more than one block of a mebibyte.
        let words = String(repeating: " và các bản", count: 5)
        let rows = (0..<most).map { "1;00101;Hòa An;1;30;Nà Bản \(Self.letters($0))\(words);" }
        for at in [100, most - 1] {
            var planted = rows
            planted[at] = "2;00102;Thủy Sơn;1;30;\(note);"
            let reading = SmallFile.read(Self.table("Nội dung", planted), as: Self.path)
            #expect(reading.state == .forbidden, "\(at)")
            #expect(reading.findings.compactMap(\.position.row).contains { $0 == at + 3 }, "\(at)")
        }
        #expect(SmallFile.read(Self.table("Nội dung", rows), as: Self.path).state != .forbidden)
    }

    /// A word of its own for each number.
    private static func letters(_ number: Int) -> String {
        var (letters, rest) = ("X", number)
        while rest > 0 {
            letters.unicodeScalars.append(Unicode.Scalar(UInt8(0x61 + rest % 26)))
            rest /= 26
        }
        return letters
    }

    @Test func `cells looked at ahead are what they are one by one`() {
        let texts = ["Nguyễn Văn Thử", "ông Lò Văn Thử", "Nà Bản Xa", "CCCD 014085000779", "Lò Văn Thử và vợ"]
        func cells(_ count: Int) -> [CellsAhead.Cell] {
            (0..<count).map { number in
                CellsAhead.Cell(
                    at: CellsAhead.At(row: number, field: 2), text: texts[number % texts.count],
                    place: PersonCell.Place())
            }
        }
        let ahead = CellsAhead(cells(2_000))
        for number in 0..<2_000 {
            let alone = PersonCell(texts[number % texts.count], PersonCell.Place())
            #expect(ahead[number, 2]?.isCivilName == alone.isCivilName)
            #expect(ahead[number, 2]?.isName == alone.isName)
            #expect(ahead[number, 2].map { "\(String(describing: $0.found))" } == "\(String(describing: alone.found))")
        }
        #expect(ahead[0, 1] == nil && CellsAhead(cells(20))[0, 2] == nil)
    }

    @Test func `one text is judged where it stands`() {
        #expect(PersonCell.judge("gọi 0900000801", isBesideTable: false) != nil)
        #expect(PersonCell.judge("Nguyễn Văn Thử", isBesideTable: false) == nil)
        #expect(PersonCell.judge("Người lập: ông Lò Văn Thử", isBesideTable: true) == nil)
        #expect(PersonCell.judge("ông Lò Văn Thử", isBesideTable: false) != nil)
        #expect(PersonCell.judge("Mật", isBesideTable: true) != nil)
        #expect(PersonCell.judge("Mật", isBesideTable: false) == nil)
        #expect(
            PersonCell.judge("140000802", PersonCell.Place(header: PersonCell.Header("CMND")), isBesideTable: false)
                != nil)
        #expect(PersonCell.judge("140000802", isBesideTable: false) == nil)
    }
}
