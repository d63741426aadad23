import Domain

/// No two columns of a form have a name or alias in common, even without diacritics.
enum ColumnNameCollision: CatalogueRule {
    static let code = "column-name-collision"
    static let page = Bilingual(
        vi: """
            Hai cột của một biểu có cùng tên hoặc tên khác, kể cả khi bỏ dấu, nên không biết tiêu đề trong tệp là \
            cột nào. Bỏ tên trùng ở một trong hai cột.
            """,
        en: """
            Two columns of a form share a name or alias, diacritics aside, so a header could mean either. Remove it \
            from one of them.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        for form in draft.forms.sound {
            var owners: [String: Form.Column] = [:]
            for (index, column) in form.value.columns.enumerated() {
                var told: Set<String> = []
                for alias in [column.name] + column.aliases {
                    let key = Folding.key(alias)
                    let owner = owners[key] ?? column
                    owners[key] = owner
                    guard owner.id != column.id, told.insert(key).inserted else { continue }
                    findings.add(
                        self, at: form.position(of: "columns.\(index)"), value: alias, .collision(alias, owner, column))
                }
            }
        }
    }
}

extension FindingText {
    fileprivate static func collision(_ alias: String, _ first: Form.Column, _ second: Form.Column) -> Self {
        Self(
            vi: "tên “\(alias)” của cột “\(second.id)” trùng với cột “\(first.id)” (không kể dấu)",
            en: "the name “\(alias)” of column “\(second.id)” is also that of “\(first.id)” (diacritics aside)",
            remedy: ("Bỏ tên này ở một trong hai cột.", "Remove the name from one of the two columns."))
    }
}
