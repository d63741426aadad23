import Domain

/// A service keeps the clock right.
enum ClockNotSynchronised: Rule {
    static let code = "clock-not-synchronised"
    static let page = Bilingual(
        vi:
            "Không thấy dịch vụ nào giữ cho đồng hồ máy đúng giờ. Giờ nhận tệp lấy từ đồng hồ này, nên bật đồng bộ giờ.",
        en: "No service is seen to keep the clock right. Times of receipt come from it, so turn one on.")
}

extension FindingText {
    static let notSynchronised = Self(
        vi: "đồng hồ máy chưa được đồng bộ qua mạng", en: "the clock is not synchronised over the network",
        remedy: (
            "Bật dịch vụ đồng bộ giờ (systemd-timesyncd hoặc chrony), hoặc so giờ hằng tuần.",
            "Turn on time synchronisation (systemd-timesyncd or chrony), or compare it every week."
        ))
}
