import Domain
import Reporting
import Testing

@testable import Rendering

/// Tables into which the reader writes.
struct EntryTableTests {
    /// A question about a file of a long name, in words as long as they come.
    private func table(file: String, rule: String) -> Table {
        let prose =
            "Không có xã, phường hoặc địa bàn “Mường Xại”; có phải: Xã Mường Sại (03712)? "
            + String(repeating: "Xem lại. ", count: 9)
        return Table(
            id: "can-sua", sheetName: "Cần sửa", title: "Phiếu",
            columns: [
                Table.Column("TT", kind: .code), Table.Column("Mức", kind: .term), Table.Column("Tệp", kind: .label),
                Table.Column("Ô", kind: .term), Table.Column("Giá trị đã ghi", kind: .term),
                Table.Column("Nội dung", kind: .prose), Table.Column("Đề nghị", kind: .prose),
                Table.Column("Thuyết minh (ghi vào đây)", kind: .entry(most: 200, hint: "Lý do")),
                Table.Column("Mã quy tắc", kind: .term),
            ],
            rows: [
                Table.Row(
                    .plain,
                    [
                        .count(1_000), .text("đã thuyết minh"), .text(file),
                        .text("AC1014 (Tranh chấp đất đai: tồn cuối kỳ, kể cả vụ chuyển từ kỳ trước)"),
                        .text("một nghìn hai trăm ba mươi tư lượt người tham dự"), .text(prose), .text(prose),
                        .entry(""), .text(rule),
                    ])
            ])
    }

    @Test(arguments: [
        ("2026-10/CAT-03-an.csv", "not-a-number"),
        (
            "2026-10/Bao_cao_cong_tac_tuyen_truyen_pho_bien_phap_luat_thang_10_cua_don_vi.csv",
            "figure-from-another-form"
        ),
    ])
    func `it lies on its side in type of nine points at least, and the reader has room`(_ file: String, _ rule: String)
    {
        let table = table(file: file, rule: rule)
        let columns = SheetColumns(
            table, language: .vi, indent: AnnexStyle.indentPixels, fontSize: AnnexStyle.fontSize(table))
        #expect(columns.orientation == .landscape)
        #expect(columns.scale * 11 >= 9, "\(columns.scale)")
        #expect(columns.widths[7] >= 180)
    }

    @Test func `a row of words with nothing behind them is one cell only as a heading`() {
        let cells: [Table.Cell] = [.text("a"), .text("b"), .blank]
        #expect(!Table.Row(.plain, cells).isHeading)
        #expect(Table.Row(.group, cells).isHeading)
    }
}
