import Domain

/// The figures of a month are not those of the same month a year ago.
enum SameAsYearBefore: HoldingRule {
    static let code = "same-as-year-before"
    static let page = Bilingual(
        vi:
            "Mọi hoặc gần như mọi số phát sinh trong tệp (không kể số tồn, số lũy kế và ô bằng 0) trùng với tệp cùng tháng năm trước của chính đơn vị: "
            + "có thể lấy nhầm tệp của năm trước. Tệp được giữ lại, chưa tính, cho đến khi có lý do trong phiếu, có quyết định “nhận "
            + "tệp” hoặc có tệp đúng.",
        en:
            "Every count in the file, or nearly every one (stocks, cumulative numbers and zeros aside) equals the department's own of the same month a year "
            + "before: last year's file may have been taken. It is held and does not count until a reason is given in the return, "
            + "“nhận tệp” is decided, or the right file comes.")

    static func doubt(_ suspect: Suspect) -> Bilingual? {
        suspect.slice.period.monthCount < 12 ? Coincidence.said(suspect, monthsBefore: 12) : nil
    }
}
