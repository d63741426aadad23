import Domain

/// Whose figures count owes a form that has them.
enum SourceOwesNothing: Rule {
    static let code = "source-owes-nothing"
    static let page = Bilingual(
        vi:
            "sources.csv nói số của đơn vị được tính cho chỉ tiêu, nhưng obligations.csv không có biểu nào của đơn vị đó "
            + "chứa chỉ tiêu này. Tổng sẽ thiếu mà không ai bị nhắc. Thêm nghĩa vụ hoặc bỏ nguồn.",
        en:
            "sources.csv lets a department count for an indicator, but it owes no form that has it. Totals lack it and "
            + "nobody is reminded. Add the obligation or drop the source.")
}

extension FindingText {
    static func countYetOweNothing(_ sources: [String]) -> Self {
        let list = Health.list(sources)
        return Self(
            vi: "đơn vị được tính số nhưng không phải gửi biểu nào có chỉ tiêu đó: \(list.vi)",
            en: "departments count for indicators, yet owe no form that has them: \(list.en)",
            remedy: (
                "Thêm nghĩa vụ vào obligations.csv, hoặc bỏ dòng ở sources.csv (có phan-cong.xlsx thì sửa dấu ở đó).",
                "Add the obligation to obligations.csv, or take the line out of sources.csv (where phan-cong.xlsx stands, there)."
            ))
    }
}
