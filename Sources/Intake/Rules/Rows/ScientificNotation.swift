import DelimitedText
import Domain

/// Numbers are written out.
enum ScientificNotation: RowRule {
    static let code = "scientific-notation"
    static let page = Bilingual(
        vi: """
            Excel đã rút gọn số thành dạng “1,2E+05” nên các chữ số sau đã mất. Thường do cột quá hẹp hoặc ô định \
            dạng Chung (General) với số dài. Chọn cột, định dạng Số (Number) không có chữ số thập phân, kiểm tra lại \
            số rồi lưu và gửi lại. Ô đó không được tính, các ô khác của dòng vẫn được tính.
            """,
        en: """
            Excel shortened the number to “1,2E+05”, and its last digits are lost. Format the column as Number \
            without decimals, check the number and send it again. The cell is not counted; the others of its row \
            are.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard !row.faults.isEmpty else { return }
        judge.sayFaults(row, block, Self.self, where: { $0.kind == .words(.scientific) }) { here, written, _ in
            finding(at: here, value: written)
        }
    }

    static func finding(at position: Position, value: String) -> Finding {
        finding(
            .error, at: position, value: value, .shortened(value),
            expected: Bilingual(vi: "số ghi đủ chữ số", en: "a number with all its digits"),
            remedy: Bilingual(
                vi: "Định dạng cột là Số (Number), gõ lại đủ chữ số, lưu lại.",
                en: "Format the column as Number, type all digits again and save."))
    }
}

extension Bilingual {
    fileprivate static func shortened(_ value: String) -> Self {
        Self(
            vi: "\(value.quoted) là số bị Excel rút gọn, đã mất chữ số",
            en: "\(value.quoted) was shortened by Excel and has lost digits")
    }
}
