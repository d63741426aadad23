import Domain

/// Sources, targets, checks and report plans name indicators of `indicators.csv`.
enum UnregisteredIndicator: CatalogueRule {
    static let code = "unregistered-indicator"
    static let page = Bilingual(
        vi: """
            Chỉ tiêu được nêu trong sources.csv, targets.csv, checks.yaml hoặc reports/*.yaml không có trong \
            indicators.csv. Ghi đúng mã, hoặc thêm chỉ tiêu.
            """,
        en: """
            The indicator named in sources.csv, targets.csv, checks.yaml or reports/*.yaml is not in \
            indicators.csv. Correct the code, or add the indicator.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        guard draft.indicators.isKnown else { return }
        func require(_ code: String, at position: Position) {
            guard draft.indicatorsByCode[code] == nil else { return }
            findings.add(self, at: position, value: code, .unregistered(code))
        }
        for entry in draft.sources.sound { require(entry.value.indicator, at: entry.position(of: "indicator")) }
        for entry in draft.targets.sound { require(entry.value.indicator, at: entry.position(of: "indicator")) }
        for entry in draft.checks.entries {
            for code in entry.value.indicators { require(code, at: entry.position) }
        }
        for plan in draft.reports.entries {
            for code in plan.value.page { require(code, at: plan.position(of: "page")) }
            for (index, table) in plan.value.tables.enumerated() {
                for code in table.indicators + table.rates + [table.chart].compactMap(\.self) {
                    require(code, at: plan.position(of: "tables.\(index)"))
                }
            }
        }
    }
}

extension FindingText {
    fileprivate static func unregistered(_ code: String) -> Self {
        Self(
            vi: "không có chỉ tiêu “\(code)”", en: "there is no indicator “\(code)”",
            remedy: ("Ghi mã có trong indicators.csv.", "Write a code of indicators.csv."))
    }
}
