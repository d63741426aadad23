import Domain

/// Indicators, forms and report plans name domains of the list `linh_vuc`.
enum UnregisteredDomain: CatalogueRule {
    static let code = "unregistered-domain"
    static let page = Bilingual(
        vi: """
            Lĩnh vực của chỉ tiêu, biểu hoặc bảng báo cáo phải là một mã trong danh sách linh_vuc của codes.csv, ví \
            dụ dao_tao.
            """,
        en: """
            The domain of an indicator, form or table is a code of the list linh_vuc in codes.csv, such as dao_tao.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        guard draft.codes.isKnown else { return }
        let domains = (draft.codesByList[CodesRegister.domains] ?? []).map(\.value.code)
        func require(_ domain: String, at position: Position) {
            guard !domains.contains(domain) else { return }
            findings.add(self, at: position, value: domain, .unregistered(domain, domains))
        }
        for entry in draft.indicators.sound { require(entry.value.domain, at: entry.position(of: "domain")) }
        for entry in draft.forms.sound { require(entry.value.domain, at: entry.position(of: "domain")) }
        for plan in draft.reports.entries {
            for (index, table) in plan.value.tables.enumerated() {
                if let domain = table.domain { require(domain, at: plan.position(of: "tables.\(index)")) }
            }
        }
    }
}

extension FindingText {
    fileprivate static func unregistered(_ code: String, _ domains: [String]) -> Self {
        let list = domains.joined(separator: ", ")
        return Self(
            vi: "không có lĩnh vực “\(code)”", en: "there is no domain “\(code)”",
            expected: ("một trong: \(list)", "one of: \(list)"),
            remedy: (
                "Ghi mã trong danh sách linh_vuc của codes.csv.", "Write a code of the list linh_vuc in codes.csv."
            ))
    }
}
