import Domain

/// The list of a code column is in `codes.csv`.
enum UnknownCodeList: CatalogueRule {
    static let code = "unknown-code-list"
    static let page = Bilingual(
        vi: "Cột kiểu code phải nêu ở mục list tên một danh sách có trong codes.csv, ví dụ vai_tro.",
        en: "A column of type code names, as its list, a list of codes.csv, such as vai_tro.")

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        guard draft.codes.isKnown else { return }
        for form in draft.forms.sound {
            for (index, column) in form.value.columns.enumerated() {
                guard case .code(let list) = column.kind, draft.codesByList[list] == nil else { continue }
                findings.add(
                    self, at: form.position(of: "columns.\(index)"), value: list,
                    .unknownList(list, draft.codesByList.keys.sorted()))
            }
        }
    }
}

extension FindingText {
    fileprivate static func unknownList(_ list: String, _ known: [String]) -> Self {
        let lists = known.joined(separator: ", ")
        return Self(
            vi: "không có danh sách mã “\(list)”", en: "there is no code list “\(list)”",
            expected: ("một trong: \(lists)", "one of: \(lists)"),
            remedy: (
                "Ghi tên một danh sách trong codes.csv, hoặc thêm danh sách.", "Name a list of codes.csv, or add it."
            ))
    }
}
