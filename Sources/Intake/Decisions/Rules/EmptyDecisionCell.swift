import Domain

/// A decision has its date and its action.
enum EmptyDecisionCell: Rule {
    static let code = "empty-decision-cell"
    static let page = Bilingual(
        vi: "Mỗi dòng cần ngày xử lý và việc.",
        en: "Every line needs its date and an action.")
}
