import DelimitedText
import Domain

/// No cell holds a formula, or the error of one.
enum SpreadsheetError: RowRule {
    static let code = "formula-error"
    static let page = Bilingual(
        vi: """
            Ô có lỗi công thức của Excel (#REF!, #N/A, #VALUE!, #DIV/0!) hoặc chính công thức (=A1+B1) thay vì số. \
            #REF! là do xóa dòng hay cột mà công thức cần; ##### là do cột quá hẹp khi chép. Sửa công thức, chép lại \
            bằng Dán giá trị, rồi lưu và gửi lại. Ô đó không được tính, các ô khác của dòng vẫn được tính.
            """,
        en: """
            The cell holds an error of a formula (#REF!, #N/A, #VALUE!, #DIV/0!) or the formula itself instead of a \
            number. #REF! means that a row or column it needs was deleted. Mend the formula, paste it as a value, \
            and send it again. The cell is not counted; the others of its row are.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard !row.faults.isEmpty else { return }
        judge.sayFaults(
            row, block, Self.self, where: { $0.kind == .words(.spreadsheetError) || $0.kind == .words(.formula) }
        ) { here, written, fault in
            finding(at: here, value: written, isFormula: fault.kind == .words(.formula))
        }
    }

    static func finding(at position: Position, value: String, isFormula: Bool) -> Finding {
        finding(
            .error, at: position, value: value, isFormula ? .formula(value) : .error(value),
            expected: Bilingual(vi: "số", en: "a number"),
            remedy: Bilingual(
                vi: "Mở biểu trong Excel, sửa công thức hoặc dán giá trị vào ô, lưu rồi gửi lại.",
                en: "Open the workbook, mend the formula or paste its value, save it and send it again."))
    }
}

extension Bilingual {
    fileprivate static func error(_ value: String) -> Self {
        let cause =
            switch value.uppercased() {
            case "#REF!":
                Self(vi: "dòng hoặc cột mà công thức cần đã bị xóa", en: "a row or column that it needs was deleted")
            case "#N/A": Self(vi: "công thức không tìm thấy giá trị", en: "the formula found no value")
            case "#DIV/0!": Self(vi: "công thức chia cho 0", en: "the formula divides by zero")
            case "#VALUE!": Self(vi: "công thức gặp ô chữ", en: "the formula met a text")
            case "#NAME?": Self(vi: "tên hàm viết sai", en: "a function is misspelt")
            default:
                value.allSatisfy { $0 == "#" }
                    ? Self(vi: "cột quá hẹp khi chép", en: "the column was too narrow when it was copied")
                    : Self(vi: "công thức bị lỗi", en: "the formula failed")
            }
        return Self(
            vi: "\(value.quoted) là lỗi của Excel: \(cause.vi)", en: "\(value.quoted) is an error of Excel: \(cause.en)"
        )
    }

    fileprivate static func formula(_ value: String) -> Self {
        Self(
            vi: "\(value.quoted) là công thức chưa có kết quả, không phải số",
            en: "\(value.quoted) is a formula without its value, not a number")
    }
}
