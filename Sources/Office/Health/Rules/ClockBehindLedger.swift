import Domain

/// The clock is not behind the ledger's newest entry.
enum ClockBehindLedger: Rule {
    static let code = "clock-behind-ledger"
    static let page = Bilingual(
        vi:
            "Đồng hồ máy chậm hơn lần ghi sổ gần nhất, nên giờ nhận tệp sẽ sai. Chỉnh giờ và bật đồng bộ trước khi chạy.",
        en:
            "The clock is behind the newest entry of the ledger, so times of receipt would be wrong. Set it and turn on "
            + "synchronisation before the next run.")
}

extension FindingText {
    static func behind(_ clock: Bilingual, last: Bilingual) -> Self {
        Self(
            vi: "đồng hồ máy (\(clock.vi)) chậm hơn lần ghi sổ gần nhất (\(last.vi))",
            en: "the clock (\(clock.en)) is behind the ledger's newest entry (\(last.en))",
            remedy: (
                "Chỉnh lại giờ máy, bật đồng bộ giờ (NTP), rồi mới chạy tiếp: ngày nhận tệp tính theo đồng hồ này.",
                "Set the clock and turn on synchronisation (NTP) first: times of receipt come from it."
            ))
    }
}
