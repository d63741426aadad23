import Domain

/// The file of a decision lies below the submissions.
enum BadDecisionPath: Rule {
    static let code = "bad-decision-path"
    static let page = Bilingual(
        vi: """
            Đường dẫn phải nằm trong thư mục submissions, gồm thư mục kỳ và tên tệp; không dùng “..”.
            """,
        en: """
            The path lies below submissions: the period's folder and the file's name, without “..”.
            """)
}

extension FindingText {
    static func badPath(_ text: String) -> Self {
        Self(
            vi: "“\(text)” không phải là đường dẫn trong thư mục submissions",
            en: "“\(text)” is not a path below submissions",
            expected: ("ví dụ 2026-10/CAT-03-an.csv", "such as 2026-10/CAT-03-an.csv"),
            remedy: ("Ghi thư mục kỳ và tên tệp.", "Write the period's folder and the file's name."))
    }
}
