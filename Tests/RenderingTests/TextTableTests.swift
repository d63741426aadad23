import Domain
import Reporting
import Testing

@testable import Rendering

struct TextTableTests {
    @Test func `columns that do not fit follow below with the labels again, whole groups together`() {
        let table = Table(
            id: "x", sheetName: "x", title: "",
            columns: [
                Table.Column("TT", kind: .code), Table.Column("Địa bàn", kind: .label),
                Table.Column(["Số lớp", "Kỳ này"], kind: .number), Table.Column(["Số lớp", "Lũy kế"], kind: .number),
                Table.Column(["Lượt người", "Kỳ này"], kind: .number),
                Table.Column(["Lượt người", "Lũy kế"], kind: .number),
            ],
            rows: [
                Table.Row(.group, [.text("I"), .blank, .blank, .blank, .blank, .blank]),
                Table.Row(
                    .plain,
                    [
                        .text("1"), .text("Bản Đồi"), .number(1_000_000), .number(2_000_000), .number(3_000_000),
                        .number(4_000_000),
                    ]),
            ])
        #expect(
            TextTable(table, language: .vi, widthMax: 44).lines().joined(separator: "\n") == """
                                    Số lớp
                             --------------------
                TT  Địa bàn     Kỳ này     Lũy kế
                --  -------  ---------  ---------
                I
                1   Bản Đồi  1.000.000  2.000.000

                                  Lượt người
                             --------------------
                TT  Địa bàn     Kỳ này     Lũy kế
                --  -------  ---------  ---------
                I
                1   Bản Đồi  3.000.000  4.000.000
                """)
    }

    @Test func `long labels and sentences are wrapped and numbers stand on the first line`() {
        let table = Table(
            id: "x", sheetName: "x", title: "",
            columns: [
                Table.Column("Đơn vị", kind: .label), Table.Column("Số lỗi", kind: .number),
                Table.Column("Nội dung", kind: .prose),
            ],
            rows: [
                Table.Row(
                    .part,
                    [
                        .text("Ủy ban nhân dân xã Bản Đồi"), .number(1_234),
                        .text("Cột C dòng 14: không có xã này, đề nghị sửa"),
                    ])
            ])
        #expect(
            TextTable(table, language: .vi, widthMax: 72).lines().joined(separator: "\n") == """
                                             Số
                Đơn vị                      lỗi  Nội dung
                ------------------------  -----  ---------------------------------------
                  Ủy ban nhân dân xã Bản  1.234  Cột C dòng 14: không có xã này, đề nghị
                    Đồi                          sửa
                """)
    }
}
