import Domain

/// A form that is a register has a column that decides the period of its rows.
enum RegisterWithoutDate: CatalogueRule {
    static let code = "register-without-date"
    static let page = Bilingual(
        vi: """
            Biểu dạng danh sách (layout: register) cần mục date nêu cột ngày, vì ngày đó quyết định dòng thuộc kỳ \
            nào.
            """,
        en: """
            A form with layout register needs an entry date that names a column, for that date decides the period of \
            a row.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        for form in draft.forms.sound where form.value.layout == .register && form.value.dateColumn == nil {
            findings.add(self, at: form.position(of: "layout"), value: form.value.code, .withoutDate(form.value))
        }
    }
}

extension FindingText {
    fileprivate static func withoutDate(_ form: Form) -> Self {
        Self(
            vi: "biểu danh sách \(form.number) không có mục “date”", en: "register \(form.number) has no “date”",
            remedy: (
                "Thêm mục date với mã của cột ngày quyết định kỳ báo cáo.",
                "Add date with the id of the column that decides the period."
            ))
    }
}
