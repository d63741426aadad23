import Domain

/// A total line is the sum of the rows that it adds up.
enum DeclaredTotal: Rule {
    static let name: RuleName = "declared-total"
    static let page = Bilingual(
        vi: """
            Số ở dòng “Tổng cộng”, “Toàn tỉnh”, “Cộng …” khác với tổng các dòng của nó; ví dụ ghi 120, các dòng cộng lại là 117. Dòng \
            tổng không bao giờ được cộng vào số liệu, nhưng chênh lệch cho thấy có thể thiếu dòng hoặc gõ nhầm. Kiểm tra lại, sửa hoặc \
            ghi lý do ở cột Thuyết minh.
            """,
        en: """
            The number in a total line differs from the sum of its rows: 120, say, where the rows add up to 117. Total lines are \
            never added to the figures, but a difference may mean a missing row or a slip. Correct it, or give the reason in the \
            column Thuyết minh.
            """)

    static func finding(_ difference: TotalsCheck.Difference) -> Finding {
        let declared = difference.declared
        return finding(
            .query, at: declared.position, value: Language.vi.quantity(declared.amount),
            .differs(declared.position.header ?? "", declared.amount, difference.sum),
            expected: Bilingual(vi: Language.vi.quantity(difference.sum), en: Language.en.quantity(difference.sum)),
            remedy: Bilingual(
                vi: "Kiểm tra có thiếu dòng hoặc gõ nhầm không; sửa số, hoặc ghi lý do ở cột Thuyết minh.",
                en: "Look for a missing row or a slip; correct the number, or give the reason in the column Thuyết minh."))
    }
}

extension Bilingual {
    fileprivate static func differs(_ header: String, _ declared: Quantity, _ sum: Quantity) -> Self {
        let difference = declared.subtracting(sum)
        func sentence(_ language: Language) -> [String] {
            [declared, sum].map(language.quantity) + [difference.map(language.quantity) ?? ""]
        }
        let (vi, en) = (sentence(.vi), sentence(.en))
        return Self(
            vi: "dòng tổng ghi \(vi[0]) ở cột \(header.quoted), các dòng cộng lại là \(vi[1]), chênh lệch \(vi[2])",
            en: "the total says \(en[0]) in column \(header.quoted), its rows add up to \(en[1]), a difference of \(en[2])")
    }
}
