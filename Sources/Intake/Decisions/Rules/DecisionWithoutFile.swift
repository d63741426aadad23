import Domain

/// A decision on a file names it.
enum DecisionWithoutFile: Rule {
    static let code = "decision-without-file"
    static let page = Bilingual(
        vi: """
            “ngày nhận”, “nhận tệp”, “thay tệp” và “rút tệp” nói về một tệp: ghi đường dẫn trong thư mục \
            submissions, ví dụ 2026-10/CAT-03-an.csv.
            """,
        en: """
            “ngày nhận”, “nhận tệp”, “thay tệp” and “rút tệp” are about one file: write its path below submissions, \
            such as 2026-10/CAT-03-an.csv.
            """)
}

extension FindingText {
    static func withoutFile(_ action: DecisionAction) -> Self {
        Self(
            vi: "“\(action.word)” không nêu tệp", en: "“\(action.word)” names no file",
            expected: ("ví dụ 2026-10/CAT-03-an.csv", "such as 2026-10/CAT-03-an.csv"),
            remedy: (
                "Ghi đường dẫn của tệp trong thư mục submissions vào cột “Tệp”.",
                "Write the file's path below submissions in the column “Tệp”."
            ))
    }
}
