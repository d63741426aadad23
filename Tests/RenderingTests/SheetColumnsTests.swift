import Domain
import Reporting
import Testing

@testable import Rendering

struct SheetColumnsTests {
    private func columns(_ table: Table) -> SheetColumns {
        SheetColumns(table, language: .vi, indent: 9)
    }

    private func table(numbers: Int, value: Int) -> Table {
        Table(
            id: "x", sheetName: "x", title: "x",
            columns: [Table.Column("Địa bàn", kind: .label)]
                + (0..<numbers).map { Table.Column("Chỉ tiêu số \($0)", kind: .number) },
            rows: [Table.Row(.total, [.text("Mường Khoai")] + (0..<numbers).map { _ in .number(value) })])
    }

    @Test func `few columns fill an upright page, many lay it down`() {
        let few = columns(table(numbers: 4, value: 1))
        #expect(few.orientation == .portrait && few.scale > 0.999 && few.total > few.pageWidth * 0.9)
        let many = columns(table(numbers: 10, value: 1_000_000))
        #expect(many.orientation == .landscape && many.scale > 0.999)
    }

    @Test func `a column holds its widest number, and the page is scaled before a number is cut`() {
        let columns = columns(table(numbers: 20, value: 123_456_789))
        let needed = TextMetrics(isBold: true).width("123.456.789")
        #expect(columns.widths.dropFirst().allSatisfy { $0 >= needed + 8 })
        #expect(columns.scale < 1)
    }

    @Test func `a column that holds its lines breaks none of its texts`() {
        let texts = [
            "Mường Khoai", "Số lượt người được tuyên truyền, phổ biến pháp luật ở xã, phường", "một\nhai",
            "e\u{301} xa",
        ]
        for text in texts {
            let columns = columns(
                Table(
                    id: "x", sheetName: "x", title: "x",
                    columns: [Table.Column("Địa bàn", kind: .label), Table.Column("Ghi chú", kind: .prose)],
                    rows: [Table.Row(.plain, [.text(text), .text(text + " " + text)])]))
            let lines = [text, text + " " + text].enumerated().map { column, text in
                TextMetrics().lineCount(text, width: columns.widths[column])
            }
            #expect(zip(columns.holdsLines, lines).allSatisfy { !$0 || $1 == 1 }, "\(text)")
            if text == texts[0] { #expect(columns.holdsLines == [true, true]) }
        }
    }

    @Test func `letters with marks are as wide as without, and a text takes the lines that it takes`() {
        let metrics = TextMetrics()
        #expect(metrics.width("Đề nghị sửa") > metrics.width("De nghi sua"))
        #expect(metrics.width("ấẫệ") == metrics.width("aae"))
        #expect(metrics.lineCount("một hai", width: metrics.width("một hai")) == 1)
        #expect(metrics.lineCount("một hai", width: metrics.width("một ha")) == 2)
        #expect(metrics.lineCount("một\n\nhai", width: 500) == 3)
        #expect(metrics.lineCount("", width: 10) == 1)
    }
}
