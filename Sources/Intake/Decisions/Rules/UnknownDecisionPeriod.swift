import Domain

/// The period of a decision is one.
enum UnknownDecisionPeriod: Rule {
    static let code = "unknown-decision-period"
    static let page = Bilingual(
        vi: """
            Kỳ ghi như tên thư mục: 2026-10, 2026-Q3, 2026-H1, 2026-9M, 2026, hoặc bằng chữ: Tháng 10 \
            năm 2026. Để trống là mọi kỳ. Excel có thể đổi 2026-10 thành ngày: định dạng cột là Văn bản.
            """,
        en: """
            A period is written as its folder is named (2026-10, 2026-Q3, 2026-H1, 2026-9M, 2026) or in \
            words. Empty means all. Excel may turn 2026-10 into a date: format the column as text.
            """)
}

extension FindingText {
    static func unknownPeriod(_ text: String) -> Self {
        Self(
            vi: "không có kỳ báo cáo “\(text)”", en: "there is no period “\(text)”",
            expected: ("ví dụ 2026-10, 2026-Q3, 2026", "such as 2026-10, 2026-Q3, 2026"),
            remedy: (
                "Ghi kỳ như tên thư mục, ví dụ 2026-10; trong Excel, định dạng cột là Văn bản. Để trống là mọi kỳ.",
                "Write it as its folder is named, such as 2026-10, in a column that Excel takes for text. Empty: all."
            ))
    }
}
