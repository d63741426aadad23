import DelimitedText
import Domain

/// No figure is less than zero.
enum NotNegative: RowRule {
    static let code = "negative"
    static let page = Bilingual(
        vi: """
            Số lượng trong biểu không thể âm. Số âm thường do ghi chênh lệch so với kỳ trước (giảm 3 thành -3), hoặc \
            muốn điều chỉnh số đã báo. Ghi số phát sinh trong kỳ; muốn sửa số kỳ trước thì gửi lại biểu của kỳ đó. Ô \
            đó không được tính, các ô khác của dòng vẫn được tính.
            """,
        en: """
            A count cannot be negative. Often the change since the last period was written (-3 for three fewer), or \
            a correction of an earlier figure. Write what occurred in the period; to correct an earlier one, send \
            that period's form again. The cell is not counted; the others of its row are.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard !row.faults.isEmpty else { return }
        judge.sayFaults(row, block, Self.self, where: { $0.kind == .negative }) { here, written, _ in
            finding(at: here, value: written)
        }
    }

    static func finding(at position: Position, value: String) -> Finding {
        finding(
            .error, at: position, value: value, .negative(value),
            expected: Bilingual(vi: "số từ 0 trở lên", en: "a number from 0"),
            remedy: Bilingual(
                vi: "Ghi số phát sinh trong kỳ; sửa số kỳ trước bằng cách gửi lại biểu của kỳ đó.",
                en: "Write what occurred in the period; correct an earlier one by sending its form again."))
    }
}

extension Bilingual {
    fileprivate static func negative(_ value: String) -> Self {
        Self(vi: "\(value.quoted) là số âm", en: "\(value.quoted) is negative")
    }
}
