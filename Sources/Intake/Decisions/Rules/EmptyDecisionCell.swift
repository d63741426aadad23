import Domain

/// A decision has its date and its action.
enum EmptyDecisionCell: Rule {
    static let code = "empty-decision-cell"
    static let page = Bilingual(
        vi: "Mỗi dòng cần ngày xử lý và việc.",
        en: "Every line needs its date and an action.")
}

extension FindingText {
    static func emptyCell(_ column: DecisionColumn) -> Self {
        Self(
            vi: "cột “\(column.name)” bỏ trống", en: "column “\(column.name)” is empty",
            remedy: ("Điền ô này.", "Fill the cell."))
    }
}
