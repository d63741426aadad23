import Domain

/// A total line is the sum of the rows that it adds up.
enum DeclaredTotal: Rule {
    static let code = "declared-total"
    static let page = Bilingual(
        vi: """
            Số ở dòng “Tổng cộng”, “Toàn tỉnh”, “Cộng …” khác với tổng các dòng của nó; ví dụ ghi 120, các dòng cộng \
            lại là 117. Dòng tổng không bao giờ được cộng vào số liệu, nhưng chênh lệch cho thấy có thể thiếu dòng \
            hoặc gõ nhầm. Kiểm tra lại, sửa hoặc ghi lý do ở cột Thuyết minh.
            """,
        en: """
            The number in a total line differs from the sum of its rows: 120, say, where the rows add up to 117. \
            Total lines are never added to the figures, but a difference may mean a missing row or a slip. Correct \
            it, or give the reason in the column Thuyết minh.
            """)

    /// - Parameter line: What differs in one total line, at least one number.
    static func finding(_ line: [TotalsCheck.Difference], hasReasons: Bool) -> Finding {
        let first = line[0].declared
        let isOne = line.count == 1
        let position =
            isOne
            ? first.position : Position(file: first.position.file, line: first.position.line, row: first.position.row)
        return finding(
            .query, at: position, value: isOne ? Language.vi.quantity(first.amount) : nil, .differs(line),
            expected: isOne
                ? Bilingual(vi: Language.vi.quantity(line[0].sum), en: Language.en.quantity(line[0].sum)) : nil,
            remedy: hasReasons
                ? Bilingual(
                    vi:
                        "Kiểm tra có thiếu dòng, trùng dòng hoặc gõ nhầm không; sửa số, hoặc ghi lý do ở cột Thuyết minh.",
                    en: "Look for a missing or repeated row or a slip; correct it, or give the reason in the column "
                        + "Thuyết minh.")
                : Bilingual(
                    vi:
                        "Kiểm tra có thiếu dòng, trùng dòng hoặc gõ nhầm không; sửa số, hoặc ghi lý do trong phiếu phản hồi.",
                    en: "Look for a missing or repeated row or a slip; correct it, or give the reason in the return."))
    }
}

extension Bilingual {
    fileprivate static func differs(_ line: [TotalsCheck.Difference]) -> Self {
        func parts(_ language: Language, _ words: (said: String, sum: String, difference: String)) -> String {
            line.map { difference in
                let declared = difference.declared
                let apart = declared.amount.subtracting(difference.sum).map(language.quantity) ?? "…"
                return
                    "\((declared.position.header ?? "").quoted) \(words.said) \(language.quantity(declared.amount)), "
                    + "\(words.sum) \(language.quantity(difference.sum)), \(words.difference) \(apart)"
            }.joined(separator: "; ")
        }
        return Self(
            vi: "dòng tổng không khớp: " + parts(.vi, ("ghi", "các dòng cộng lại là", "chênh lệch")),
            en: "the total line does not match: " + parts(.en, ("says", "its rows add up to", "a difference of")))
    }
}
