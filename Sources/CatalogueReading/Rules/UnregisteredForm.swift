import Domain

/// Obligations and indicators name forms that have a file.
enum UnregisteredForm: CatalogueRule {
    static let code = "unregistered-form"
    static let page = Bilingual(
        vi: """
            Biểu được nêu không có tệp nào trong thư mục forms. Mã biểu là mục code trong tệp, ví dụ 03-an, không \
            phải số hiệu 03/AN.
            """,
        en: """
            The form has no file in the folder forms. A form's code is its entry code, such as 03-an, not its number \
            03/AN.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        guard draft.forms.isKnown else { return }
        for entry in draft.obligations.sound where draft.formsByCode[entry.value.form] == nil {
            findings.add(self, at: entry.position(of: "form"), value: entry.value.form, .unregistered(entry.value.form))
        }
        for entry in draft.indicators.sound {
            for form in entry.value.forms where draft.formsByCode[form] == nil {
                findings.add(self, at: entry.position(of: "forms"), value: form, .unregistered(form))
            }
        }
    }
}

extension FindingText {
    fileprivate static func unregistered(_ code: String) -> Self {
        Self(
            vi: "không có biểu “\(code)”", en: "there is no form “\(code)”",
            remedy: (
                "Ghi mã (mục code) của một tệp trong thư mục forms.",
                "Write the code of one of the files in the folder forms."
            ))
    }
}
