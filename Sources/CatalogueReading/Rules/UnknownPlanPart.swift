import Domain

/// What a report plan tells its tables names measures of the forms and lists of `codes.csv`.
enum UnknownPlanPart: CatalogueRule {
    static let code = "unknown-plan-part"
    static let page = Bilingual(
        vi: """
            Bảng báo cáo trong reports/*.yaml nêu một số đo không có ở biểu nào, hoặc một danh sách không có trong \
            codes.csv. Ghi đúng mã số đo của forms/*.yaml, hoặc đúng tên danh sách.
            """,
        en: """
            A table in reports/*.yaml names a measure that no form has, or a list that is not in codes.csv. Correct \
            the measure's code as in forms/*.yaml, or the list's name.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        let measures = Set(draft.forms.entries.flatMap(\.value.measures).map(\.code))
        for plan in draft.reports.entries {
            for (index, table) in plan.value.tables.enumerated() {
                let position = plan.position(of: "tables.\(index)")
                for code in table.activities.flatMap({ $0.led + $0.joined })
                where draft.forms.isKnown && !measures.contains(code) {
                    findings.add(self, at: position, value: code, .unknownMeasure(code))
                }
                if let list = table.list, draft.codes.isKnown, draft.codesByList[list] == nil {
                    findings.add(self, at: position, value: list, .unknownList(list, draft.codesByList.keys.sorted()))
                }
            }
        }
    }
}

extension FindingText {
    fileprivate static func unknownMeasure(_ code: String) -> Self {
        Self(
            vi: "không có số đo “\(code)” ở biểu nào", en: "no form has a measure “\(code)”",
            remedy: ("Ghi mã số đo có trong forms/*.yaml.", "Write a measure's code of forms/*.yaml."))
    }

    fileprivate static func unknownList(_ list: String, _ known: [String]) -> Self {
        let names = known.joined(separator: ", ")
        return Self(
            vi: "không có danh sách “\(list)”", en: "there is no list “\(list)”",
            expected: ("một trong: \(names)", "one of: \(names)"),
            remedy: ("Ghi tên danh sách có trong codes.csv.", "Write a list of codes.csv."))
    }
}
