import Domain
import Reporting
import TestSupport
import Testing

@testable import Rendering

struct TextRendererTests {
    @Test func `a table is aligned by what is seen, with its parts, marks and legend`() {
        let text = TextRenderer(.aligned, language: .vi).text(Document([.table(smallTable())]))
        #expect(
            text == """
                Phụ lục II. Kết quả đào tạo, tập huấn
                Tháng 10 năm 2026 (từ ngày 15/9/2026 đến ngày 14/10/2026)

                                                               Số lớp            Lượt người
                                                         -------------------  -----------------   Báo cáo đã
                Địa bàn                                   Kỳ này  Tăng, giảm  Tổng số  Tỷ lệ nữ      nhận
                ---------------------------------------  -------  ----------  -------  --------  ------------
                Toàn tỉnh                                     45          +3    1.204     33,3%     12/13
                ---------------------------------------  -------  ----------  -------  --------  ------------
                Mường Khoai                                   45          +5    1.204     33,3%      2/2
                  Xã Mường Khoai Thượng và vùng lòng hồ  40 (sb)           0    1.204     33,3%      1/1
                  Xã Bản Đồi                              5 (đc)          +5        -      0,0%      1/1
                Phiêng Lúa                                    CB          -2      ...         x     10/11

                Số lớp gồm cả lớp liên xã.
                Ký hiệu: “-” không phát sinh (bằng 0); “...” có phát sinh nhưng chưa thu thập
                được; “CB” chưa báo cáo; “x” không áp dụng, không tính được; “(sb)” số liệu sơ
                bộ: chưa đủ báo cáo, hoặc còn dòng, ô, tệp chưa được tính; “(đc)” số liệu đã
                điều chỉnh.

                """)
    }

    @Test func `prose keeps to 80 columns and the letterhead has two columns`() {
        let document = Document([
            .letterhead(
                left: ["ỦY BAN NHÂN DÂN TỈNH MẪU", "SỞ MẪU"],
                right: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]),
            .title(["BÁO CÁO"]),
            .heading(1, "I. KẾT QUẢ"),
            .paragraph(
                "Tổ chức 45 lớp cho 1.204 lượt người, tăng 12,5% so với cùng kỳ năm 2025; lũy kế từ đầu năm 45 lớp."),
            .list(["một nội dung dài đến mức phải xuống dòng thì dòng sau lùi vào cho thẳng với chữ đầu của nội dung"]),
            .lines(["  như viết  "]),
        ])
        #expect(
            TextRenderer(.aligned, language: .vi).text(document) == """
                       ỦY BAN NHÂN DÂN TỈNH MẪU            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                SỞ MẪU                        Độc lập - Tự do - Hạnh phúc

                                                    BÁO CÁO

                I. KẾT QUẢ
                Tổ chức 45 lớp cho 1.204 lượt người, tăng 12,5% so với cùng kỳ năm 2025; lũy kế
                từ đầu năm 45 lớp.
                - một nội dung dài đến mức phải xuống dòng thì dòng sau lùi vào cho thẳng với
                  chữ đầu của nội dung

                  như viết

                """)
    }

    @Test func `a text to paste has a paragraph a line and cells parted by tabs`() {
        let sentence = String(repeating: "tổ chức 45 lớp ", count: 20) + "xong."
        let document = Document([
            .title(["BÁO CÁO"]), .heading(1, "I. KẾT QUẢ"), .paragraph(sentence), .paragraph("Hai."),
            .heading(2, "2. Tuyên truyền"), .table(smallTable(rows: [])),
        ])
        #expect(
            TextRenderer(.paste, language: .vi).text(document) == """
                BÁO CÁO

                I. KẾT QUẢ
                \(sentence)
                Hai.
                2. Tuyên truyền

                Phụ lục II. Kết quả đào tạo, tập huấn
                Tháng 10 năm 2026 (từ ngày 15/9/2026 đến ngày 14/10/2026)
                Địa bàn\tSố lớp: Kỳ này\tSố lớp: Tăng, giảm\tLượt người: Tổng số\tLượt người: Tỷ lệ nữ\tBáo cáo đã nhận

                Số lớp gồm cả lớp liên xã.

                """)
    }

    @Test func `the legend has no mark that the table does not print`() {
        let rows = [
            Table.Row(
                .plain,
                [.text("Phiêng Lúa"), .number(1), .change(0), .number(2), .percent(1, 2), .text("-")])
        ]
        let text = TextRenderer(.aligned, language: .en).text(Document([.table(smallTable(rows: rows))]))
        #expect(!text.contains("Marks"))
    }

    @Test func `what a person typed cannot break a line`() {
        let document = Document([.paragraph("một\u{1B}[31m\r\nhai\u{2028}ba\u{202E}bốn")])
        #expect(TextRenderer(.aligned, language: .vi).text(document) == "một\u{FFFD}[31m hai ba\u{FFFD}bốn\n")
    }

    @Test func `an empty document is an empty text`() {
        #expect(TextRenderer(.aligned, language: .vi).text(Document([])).isEmpty)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `no line is over the width and no number is lost`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let table = hostileTable(&random)
        let lines = TextTable(table, language: .vi, widthMax: 100).lines()
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= 100 && !$0.hasSuffix(" ") })
        let words = Set(lines.flatMap { $0.split(separator: " ").map(String.init) })
        for case .number(let number) in table.rows.flatMap(\.cells).map(Drawn.init) {
            #expect(words.contains(number), "\(number) is not in the text")
        }
    }

    /// A cell that must be found in the text.
    private enum Drawn {
        case number(String)
        case other

        init(_ cell: Table.Cell) {
            self = cell.figure == nil ? .other : .number(cell.text(in: .vi))
        }
    }

    private func hostileTable(_ random: inout SeededGenerator) -> Table {
        let groups = ["Số lớp", "Lượt người tham gia các hội nghị tuyên truyền", "Kinh phí", ""]
        let words = ["xã", "Mường", "o\u{302}\u{301}", "日本", String(repeating: "dài", count: 30), "", "a\u{0}b"]
        func phrase() -> String {
            (0..<Int.random(in: 0...5, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
                .joined(separator: " ")
        }
        let columns = (0..<Int.random(in: 1...14, using: &random)).map { index -> Table.Column in
            let kinds: [Table.Column.Kind] = index == 0 ? [.label, .code] : [.number, .number, .code, .prose, .label]
            let header =
                Bool.random(using: &random)
                ? [groups.randomElement(using: &random) ?? "", "cột \(index)"] : [phrase()]
            return Table.Column(header, kind: kinds.randomElement(using: &random) ?? .number)
        }
        let styles: [Table.Row.Style] = [.total, .group, .plain, .part]
        let rows = (0..<Int.random(in: 0...8, using: &random)).map { _ in
            Table.Row(
                styles.randomElement(using: &random) ?? .plain,
                columns.map { column in
                    column.kind == .number
                        ? .number(Int.random(in: -9_999_999...9_999_999, using: &random)) : .text(phrase())
                })
        }
        return Table(id: "x", sheetName: "x", title: "x", columns: columns, rows: rows)
    }
}
