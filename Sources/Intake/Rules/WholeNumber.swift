import DelimitedText
import Domain

/// What is counted is a whole number.
enum WholeNumber: RowRule {
    static let code = "not-whole"
    static let page = Bilingual(
        vi: """
            Số lớp, số người, số vụ phải là số nguyên. Số lẻ như “2,5” thường do ghi nhầm cột (kinh phí) hoặc dấu \
            phẩy thay cho dấu chấm ngăn hàng nghìn. Cách đọc dấu chấm, dấu phẩy được xác định chung cho cả tệp; ghi \
            lại số nguyên. Ô đó không được tính, các ô khác của dòng vẫn được tính.
            """,
        en: """
            Classes, people and cases are whole numbers. A fraction such as “2,5” often belongs into another column \
            (money), or has the wrong separator. Points and commas are read in one way throughout a file; write the \
            whole number. The cell is not counted; the others of its row are.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard !row.faults.isEmpty else { return }
        let plan = judge.table.plan
        judge.sayFaults(
            row, block, Self.self, where: { $0.kind == .tooManyDecimals && plan.decimals($0.column) == 0 }
        ) { here, written, _ in
            finding(at: here, value: written)
        }
    }

    static func finding(at position: Position, value: String) -> Finding {
        finding(
            .error, at: position, value: value, .fraction(value),
            expected: Bilingual(vi: "số nguyên", en: "a whole number"),
            remedy: Bilingual(vi: "Ghi số nguyên.", en: "Write a whole number."))
    }
}

extension Bilingual {
    fileprivate static func fraction(_ value: String) -> Self {
        Self(vi: "\(value.quoted) không phải là số nguyên", en: "\(value.quoted) is not a whole number")
    }
}
