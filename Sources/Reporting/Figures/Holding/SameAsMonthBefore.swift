import Domain

/// The figures of a month are its own.
enum SameAsMonthBefore: HoldingRule {
    static let code = "same-as-month-before"
    static let page = Bilingual(
        vi:
            "Mọi hoặc gần như mọi số phát sinh trong tệp (không kể số tồn, số lũy kế và ô bằng 0) trùng với tệp tháng trước của chính đơn vị, nhiều đến "
            + "mức không thể do ngẫu nhiên: có thể gửi lại nhầm số tháng trước. Tệp được giữ lại, chưa tính; số liệu đang có giữ "
            + "nguyên. Nếu đúng là như vậy, ghi lý do vào phiếu hoặc quyết định “nhận tệp”; nếu nhầm, gửi tệp đúng.",
        en:
            "Every count in the file, or nearly every one (stocks, cumulative numbers and zeros aside), equals the department's own of the month before, more "
            + "of them than chance explains: last month's figures may have been sent again. The file is held and does not count; what "
            + "stood stays. If it is right, give the reason in the return or decide “nhận tệp”; else send the right file."
    )

    static func doubt(_ suspect: Suspect) -> Bilingual? {
        Coincidence.said(suspect, monthsBefore: suspect.slice.period.monthCount)
    }
}
