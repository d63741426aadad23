import DelimitedText
import Domain

/// A figure is not larger than is plausible for one place in one period.
enum WithinBound: RowRule {
    static let code = "above-bound"
    static let page = Bilingual(
        vi: """
            Số lớn hơn mức thường gặp của cột cho một xã trong một kỳ, ví dụ 300 lớp ở một xã trong tháng. Số vẫn \
            được tính và đánh dấu cần xác nhận. Thường do gõ thừa chữ số, ghi đồng thay cho triệu đồng, hoặc ghi số \
            của cả tỉnh vào một xã. Nếu đúng, ghi lý do ở cột Thuyết minh.
            """,
        en: """
            The figure is larger than is usual for one commune in one period. It is counted and marked. Often a \
            digit was typed twice, money written in dong, or the whole province's figure put into one row. If it is \
            right, say why in the column Thuyết minh.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        for (column, bound) in judge.table.bounds {
            guard case .number(let quantity) = row.cells[column], quantity > bound else { continue }
            let table = judge.table
            judge.ask(row, Self.self) {
                finding(
                    at: table.position(row, column), value: table.text(block, row.index, column), bound: bound,
                    header: table.header(column), hasReasons: table.plan.reason != nil)
            }
        }
    }

    static func finding(
        at position: Position, value: String, bound: Quantity, header: String, hasReasons: Bool
    ) -> Finding {
        finding(
            .query, at: position, value: value, .above(value, bound, header),
            expected: Bilingual(
                vi: "không quá \(Language.vi.quantity(bound))", en: "at most \(Language.en.quantity(bound))"),
            remedy: hasReasons
                ? Bilingual(
                    vi: "Kiểm tra lại số và đơn vị tính; nếu đúng, ghi lý do ở cột Thuyết minh.",
                    en: "Check the number and its unit; if it is right, say why in the column Thuyết minh.")
                : Bilingual(
                    vi: "Kiểm tra lại số và đơn vị tính; nếu đúng, ghi lý do trong phiếu phản hồi.",
                    en: "Check the number and its unit; if it is right, say why in the return."))
    }
}

extension Bilingual {
    fileprivate static func above(_ value: String, _ bound: Quantity, _ header: String) -> Self {
        Self(
            vi: "\(value.quoted) ở cột \(header.quoted) lớn hơn mức thường gặp (\(Language.vi.quantity(bound)))",
            en: "\(value.quoted) in column \(header.quoted) is larger than is usual (\(Language.en.quantity(bound)))")
    }
}
