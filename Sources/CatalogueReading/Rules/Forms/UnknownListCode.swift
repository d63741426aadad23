import Domain

/// The codes by which a form selects rows are codes of the column's list.
enum UnknownListCode: CatalogueRule {
    static let code = "unknown-list-code"
    static let page = Bilingual(
        vi: """
            Mã để chọn dòng (mục where hoặc placeless) không có trong danh sách của cột, nên không dòng nào được \
            chọn. Ghi mã trong codes.csv, ví dụ chu-tri, không ghi tên.
            """,
        en: """
            A code by which rows are selected (where, placeless) is not in the column's list, so no row would ever \
            be. Write the code of codes.csv, such as chu-tri, not its name.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        guard draft.codes.isKnown else { return }
        for form in draft.forms.sound {
            func require(_ codes: [String], of column: String, at part: String) {
                guard case .code(let list)? = form.value.column(column)?.kind,
                    let known = draft.codesByList[list]?.map(\.value.code)
                else { return }
                for code in codes where !known.contains(code) {
                    findings.add(self, at: form.position(of: part), value: code, .unknownCode(code, list, known))
                }
            }
            if let placeless = form.value.placeless {
                require(placeless.codes, of: placeless.column, at: "placeless")
            }
            for (index, measure) in form.value.measures.enumerated() {
                for (column, codes) in measure.selection.sorted(by: { $0.key < $1.key }) {
                    require(codes, of: column, at: "measures.\(index)")
                }
            }
        }
    }
}

extension FindingText {
    fileprivate static func unknownCode(_ code: String, _ list: String, _ known: [String]) -> Self {
        let codes = known.joined(separator: ", ")
        return Self(
            vi: "danh sách “\(list)” không có mã “\(code)”", en: "the list “\(list)” has no code “\(code)”",
            expected: ("một trong: \(codes)", "one of: \(codes)"),
            remedy: (
                "Ghi mã có trong danh sách, hoặc thêm mã vào codes.csv.",
                "Write a code of it, or add the code to codes.csv."
            ))
    }
}
