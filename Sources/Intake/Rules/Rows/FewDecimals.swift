import DelimitedText
import Domain

/// A figure has no more decimals than its column allows.
enum FewDecimals: RowRule {
    static let code = "too-many-decimals"
    static let page = Bilingual(
        vi: """
            Cột này (ví dụ kinh phí tính bằng triệu đồng) chỉ lấy một số chữ số thập phân nhất định. Số có nhiều chữ \
            số hơn thường là số tính bằng đồng ghi sai dấu, hoặc kết quả công thức chưa làm tròn. Làm tròn rồi gửi \
            lại. Ô đó không được tính, các ô khác của dòng vẫn được tính.
            """,
        en: """
            The column (money in million dong, say) has a set number of decimals. More of them usually mean an \
            amount in dong with the wrong separator, or a formula that was not rounded. Round the number and send it \
            again. The cell is not counted; the others of its row are.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard !row.faults.isEmpty else { return }
        let plan = judge.table.plan
        judge.sayFaults(
            row, block, Self.self, where: { $0.kind == .tooManyDecimals && plan.decimals($0.column) > 0 }
        ) { here, written, fault in
            finding(at: here, value: written, decimals: plan.decimals(fault.column))
        }
    }

    static func finding(at position: Position, value: String, decimals: Int) -> Finding {
        finding(
            .error, at: position, value: value, .decimals(value, decimals),
            expected: Bilingual(
                vi: "nhiều nhất \(decimals) chữ số thập phân", en: "at most \(decimals) decimals"),
            remedy: Bilingual(vi: "Làm tròn số; kiểm tra đơn vị tính.", en: "Round the number; check the unit."))
    }
}

extension Bilingual {
    fileprivate static func decimals(_ value: String, _ decimals: Int) -> Self {
        Self(
            vi: "\(value.quoted) có quá \(decimals) chữ số thập phân",
            en: "\(value.quoted) has more than \(decimals) decimals")
    }
}
