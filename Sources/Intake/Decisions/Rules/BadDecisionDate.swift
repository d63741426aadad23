import Domain

/// A date in a decision is a date.
enum BadDecisionDate: Rule {
    static let code = "bad-decision-date"
    static let page = Bilingual(
        vi: """
            Ngày ghi dạng dd/MM/yyyy, có thể thêm giờ HH:mm, theo giờ của cơ quan; không ghi giờ là \
            00:00. Hạn gửi của “gia hạn” chỉ ghi ngày.
            """,
        en: """
            Dates are dd/MM/yyyy, perhaps with HH:mm, on the office's clock; without a time, 00:00. The \
            last day of “gia hạn” has no time.
            """)
}

extension FindingText {
    static func badTime(_ text: String) -> Self {
        Self(
            vi: "“\(text)” không phải là ngày, giờ", en: "“\(text)” is not a date and time",
            expected: ("dd/MM/yyyy hoặc dd/MM/yyyy HH:mm", "dd/MM/yyyy or dd/MM/yyyy HH:mm"),
            remedy: (
                "Ghi ngày trước, tháng sau, ví dụ 20/10/2026 16:30.", "Write the day first, as in 20/10/2026 16:30."
            ))
    }

    static func badDay(_ text: String) -> Self {
        Self(
            vi: "“\(text)” không phải là một ngày", en: "“\(text)” is not a day",
            expected: ("dd/MM/yyyy", "dd/MM/yyyy"),
            remedy: (
                "Ghi ngày cuối cùng được gửi, không ghi giờ, ví dụ 20/10/2026.",
                "Write the last day to send, without a time, as in 20/10/2026."
            ))
    }
}
