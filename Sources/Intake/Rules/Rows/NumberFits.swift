import DelimitedText
import Domain

/// A figure is not too large to be added up.
enum NumberFits: RowRule {
    static let code = "number-too-large"
    static let page = Bilingual(
        vi: """
            Số có quá nhiều chữ số để là một số liệu báo cáo, thường do hai số dính vào nhau hoặc dán nhầm một mã số \
            vào ô. Ghi lại số đúng. Ô đó không được tính, các ô khác của dòng vẫn được tính.
            """,
        en: """
            The number has too many digits for a figure; usually two numbers ran together, or an identifier was \
            pasted. Write the right number. The cell is not counted; the others of its row are.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard !row.faults.isEmpty else { return }
        judge.sayFaults(row, block, Self.self, where: { $0.kind == .tooLarge }) { here, written, _ in
            finding(at: here, value: written)
        }
    }

    static func finding(at position: Position, value: String) -> Finding {
        finding(
            .error, at: position, value: value.masked, .tooLarge(value.masked),
            remedy: Bilingual(vi: "Ghi lại số đúng.", en: "Write the right number."))
    }
}

extension Bilingual {
    fileprivate static func tooLarge(_ value: String) -> Self {
        Self(vi: "\(value.quoted) có quá nhiều chữ số", en: "\(value.quoted) has too many digits")
    }
}
