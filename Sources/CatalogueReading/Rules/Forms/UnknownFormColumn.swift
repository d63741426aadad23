import Domain

/// Measures, checks, keys and dates of a form name columns that it has.
enum UnknownFormColumn: CatalogueRule {
    static let code = "unknown-form-column"
    static let page = Bilingual(
        vi: """
            Mục measures, checks, key, date hoặc placeless của biểu nêu mã (id) một cột không có trong mục columns. \
            Sửa mã, hoặc thêm cột.
            """,
        en: """
            Measures, checks, key, date or placeless of a form name a column id that is not among its columns. \
            Correct it, or add the column.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        for form in draft.forms.sound {
            for mention in FormMention.all(in: form.value) where form.value.column(mention.column) == nil {
                findings.add(
                    self, at: form.position(of: mention.part), value: mention.column,
                    .unknownColumn(mention.column, form.value))
            }
        }
    }
}

extension FindingText {
    fileprivate static func unknownColumn(_ column: String, _ form: Form) -> Self {
        Self(
            vi: "biểu \(form.number) không có cột “\(column)”", en: "form \(form.number) has no column “\(column)”",
            remedy: (
                "Ghi mã (id) của một cột trong mục columns, hoặc thêm cột.",
                "Write the id of one of its columns, or add the column."
            ))
    }
}
