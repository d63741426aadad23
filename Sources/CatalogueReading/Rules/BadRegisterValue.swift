import Domain

/// A cell holds a value of its column.
enum BadRegisterValue: Rule {
    static let code = "bad-register-value"
    static let page = Bilingual(
        vi: """
            Giá trị không đúng kiểu của cột: ngày dạng 2025-07-01, số không có dấu phân cách hàng nghìn, \
            hoặc một trong các từ cho phép; lỗi nêu rõ giá trị đúng.
            """,
        en: """
            The value is not of its column's type: a date such as 2025-07-01, a number without \
            separators of thousands, or one of a few words, which the finding names.
            """)
}

extension FindingText {
    static func badDate(_ text: String) -> Self {
        Self(
            vi: "“\(text)” không phải là một ngày", en: "“\(text)” is not a date",
            expected: ("ngày dạng 2025-07-01 (năm-tháng-ngày)", "a date such as 2025-07-01 (year-month-day)"),
            remedy: ("Viết ngày dạng 2025-07-01.", "Write the date as 2025-07-01."))
    }

    static func badWhole(_ text: String, _ range: ClosedRange<Int>) -> Self {
        let last = range.upperBound == Int.max ? "" : "\(range.upperBound)"
        let expected =
            last.isEmpty
            ? (vi: "số nguyên từ \(range.lowerBound)", en: "a whole number from \(range.lowerBound)")
            : (
                vi: "số nguyên từ \(range.lowerBound) đến \(last)",
                en: "a whole number from \(range.lowerBound) to \(last)"
            )
        return Self(
            vi: "“\(text)” không phải là \(expected.vi)", en: "“\(text)” is not \(expected.en)", expected: expected,
            remedy: ("Ghi số liền, không có dấu phân cách.", "Write the digits without separators."))
    }

    static func badNumber(_ text: String) -> Self {
        Self(
            vi: "“\(text)” không phải là một số rõ ràng", en: "“\(text)” is not an unambiguous number",
            expected: ("số dạng 24000 hoặc 0.25", "a number such as 24000 or 0.25"),
            remedy: (
                "Không ghi dấu phân cách hàng nghìn; nhiều nhất hai chữ số thập phân.",
                "Leave out separators of thousands; at most two decimals."
            ))
    }

    static func badChoice(_ text: String, _ allowed: [String]) -> Self {
        let list = allowed.joined(separator: ", ")
        return Self(
            vi: "không có giá trị “\(text)”; dùng một trong: \(list)",
            en: "there is no value “\(text)”; use one of: \(list)",
            expected: ("một trong: \(list)", "one of: \(list)"),
            remedy: ("Ghi đúng một trong các giá trị đã nêu.", "Write one of the values named."))
    }
}
