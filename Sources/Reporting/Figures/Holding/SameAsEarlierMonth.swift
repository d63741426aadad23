import Domain

/// The figures of a month are not those of one of the months before it, either.
enum SameAsEarlierMonth: HoldingRule {
    static let code = "same-as-earlier-month"
    static let page = Bilingual(
        vi:
            "Mọi hoặc gần như mọi số phát sinh trong tệp (không kể số tồn, số lũy kế và ô bằng 0) trùng với tệp của một tháng trước đó "
            + "(từ hai đến mười một tháng trước) của chính đơn vị: có thể lấy nhầm tệp cũ và chỉ sửa kỳ báo cáo. Tệp được giữ lại, chưa "
            + "tính, cho đến khi có lý do trong phiếu, có quyết định “nhận tệp” hoặc có tệp đúng.",
        en:
            "Every count in the file, or nearly every one (stocks, cumulative numbers and zeros aside), equals the department's own of a "
            + "month two to eleven months before: an old file may have been taken, with another period above it. It is held and does not "
            + "count until a reason is given in the return, “nhận tệp” is decided, or the right file comes.")

    static func doubt(_ suspect: Suspect) -> Bilingual? {
        guard suspect.slice.period.monthCount == 1, SameAsMonthBefore.doubt(suspect) == nil else { return nil }
        return (2...11).lazy.compactMap { Coincidence.said(suspect, monthsBefore: $0) }.first
    }
}
