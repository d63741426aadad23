import Domain

/// A decision says why.
enum DecisionWithoutReason: Rule {
    static let code = "decision-without-reason"
    static let page = Bilingual(
        vi: """
            Mọi việc, trừ “ngày nhận”, cần lý do, vì lý do được lưu cùng số liệu và giải trình khi kiểm \
            tra.
            """,
        en: """
            Every action but “ngày nhận” needs a reason, which is kept with the figures and shown when \
            somebody asks.
            """)
}

extension FindingText {
    static func withoutReason(_ action: DecisionAction) -> Self {
        Self(
            vi: "“\(action.word)” không có lý do", en: "“\(action.word)” has no reason",
            remedy: ("Ghi lý do vào cột “Lý do”.", "Give it in the column “Lý do”."))
    }
}
