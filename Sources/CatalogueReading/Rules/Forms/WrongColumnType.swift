import Domain

/// What is added is a number, what selects is a code, what decides the period is a date.
enum WrongColumnType: CatalogueRule {
    static let code = "wrong-column-type"
    static let page = Bilingual(
        vi: """
            Cột để cộng phải có kiểu count hoặc decimal, cột để chọn dòng phải có kiểu code, cột quyết định kỳ phải \
            có kiểu date.
            """,
        en: """
            What is added is of type count or decimal, what selects rows of type code, what decides the period of \
            type date.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        for form in draft.forms.sound {
            for mention in FormMention.all(in: form.value) {
                guard let column = form.value.column(mention.column), !mention.suits(column.kind) else { continue }
                findings.add(
                    self, at: form.position(of: mention.part), value: column.id, .wrongType(column.id, mention.need))
            }
        }
    }
}

extension FindingText {
    fileprivate static func wrongType(_ column: String, _ need: FormMention.Need) -> Self {
        let types =
            switch need {
            case .quantity: "count, decimal"
            case .code: "code"
            case .date: "date"
            case .any: ""
            }
        return Self(
            vi: "cột “\(column)” không đúng kiểu ở đây; cần kiểu: \(types)",
            en: "column “\(column)” is of the wrong type here; needed: \(types)",
            expected: ("cột kiểu \(types)", "a column of type \(types)"),
            remedy: ("Ghi cột khác, hoặc sửa kiểu (type) của cột.", "Name another column, or correct its type."))
    }
}
