import Domain
import Reporting

func quantity(_ value: Int) -> Quantity { Quantity(thousandths: Int64(value) * 1_000) }

func known(_ value: Int, _ standing: Figure.Standing = .reported) -> Figure {
    Figure(.known(.quantity(quantity(value)), standing))
}

func absent(_ absence: Absence) -> Figure { Figure(.absent(absence)) }

extension Table.Cell {
    static func number(_ value: Int, _ standing: Figure.Standing = .reported) -> Table.Cell {
        .figure(known(value, standing), decimals: 0)
    }

    static func mark(_ absence: Absence) -> Table.Cell { .figure(absent(absence), decimals: 0) }

    static func total(_ value: Int, of rows: [Int]) -> Table.Cell { .sum(known(value), decimals: 0, rows: rows) }

    static func change(_ value: Int) -> Table.Cell { .difference(known(value), decimals: 0) }

    static func percent(_ numerator: Int, _ denominator: Int, signed: Bool = false) -> Table.Cell {
        let ratio = Amount.ratio(numerator: quantity(numerator), denominator: quantity(denominator), factor: 100)
        return .percentage(Figure(.known(ratio, .reported)), signed: signed)
    }
}

/// A table by district, small enough to be read in a test.
func smallTable(rows: [Table.Row]? = nil) -> Table {
    Table(
        id: "dao-tao", sheetName: "PL II", annex: "Phụ lục II", title: "Kết quả đào tạo, tập huấn",
        subtitle: ["Tháng 10 năm 2026 (từ ngày 15/9/2026 đến ngày 14/10/2026)"],
        columns: [
            Table.Column("Địa bàn", kind: .label),
            Table.Column(["Số lớp", "Kỳ này"], kind: .number),
            Table.Column(["Số lớp", "Tăng, giảm"], kind: .number),
            Table.Column(["Lượt người", "Tổng số"], kind: .number),
            Table.Column(["Lượt người", "Tỷ lệ nữ"], kind: .number),
            Table.Column("Báo cáo đã nhận", kind: .code),
        ],
        rows: rows ?? [
            Table.Row(
                .total,
                [
                    .text("Toàn tỉnh"), .total(45, of: [1, 4]), .change(3), .total(1_204, of: [1, 4]),
                    .percent(401, 1_204), .completeness(Completeness(received: 12, owed: 13)),
                ]),
            Table.Row(
                .plain,
                [
                    .text("Mường Khoai"), .total(45, of: [2, 3]), .change(5), .total(1_204, of: [2, 3]),
                    .percent(401, 1_204), .completeness(Completeness(received: 2, owed: 2)),
                ]),
            Table.Row(
                .part,
                [
                    .text("Xã Mường Khoai Thượng và vùng lòng hồ"), .number(40, .provisional), .change(0),
                    .number(1_204), .percent(401, 1_204), .completeness(Completeness(received: 1, owed: 1)),
                ]),
            Table.Row(
                .part,
                [
                    .text("Xã Bản Đồi"), .number(5, .revised), .change(5), .number(0), .percent(0, 5),
                    .completeness(Completeness(received: 1, owed: 1)),
                ]),
            Table.Row(
                .plain,
                [
                    .text("Phiêng Lúa"), .mark(.notReported), .change(-2), .mark(.notCollected),
                    .percentage(absent(.notApplicable), signed: false),
                    .completeness(Completeness(received: 10, owed: 11)),
                ]),
        ],
        notes: ["Số lớp gồm cả lớp liên xã."])
}
