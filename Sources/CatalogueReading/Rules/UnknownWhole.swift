import Domain

/// The indicator that another is a part of («Trong đó») is a different one, and no part itself.
enum UnknownWhole: CatalogueRule {
    static let code = "unknown-whole"
    static let page = Bilingual(
        vi: """
            part_of là mã của chỉ tiêu tổng mà chỉ tiêu này là dòng “Trong đó”. Chỉ tiêu tổng phải có trong \
            indicators.csv và không phải là dòng “Trong đó” của chỉ tiêu khác.
            """,
        en: """
            part_of is the indicator of which this one is an “of which” line. It stands in indicators.csv and is no \
            such line itself.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        guard draft.indicators.isKnown else { return }
        for entry in draft.indicators.sound {
            guard let code = entry.value.partOf else { continue }
            let whole = draft.indicatorsByCode[code]?.first?.value
            guard whole == nil || whole?.partOf != nil else { continue }
            findings.add(
                self, at: entry.position(of: "part_of"), value: code, .unknownWhole(code, isPart: whole != nil))
        }
    }
}

extension FindingText {
    fileprivate static func unknownWhole(_ code: String, isPart: Bool) -> Self {
        Self(
            vi: isPart ? "“\(code)” cũng là một chỉ tiêu “Trong đó”" : "không có chỉ tiêu “\(code)”",
            en: isPart ? "“\(code)” is itself a part of another" : "there is no indicator “\(code)”",
            remedy: (
                "Ghi mã chỉ tiêu tổng trong indicators.csv.", "Write the code of the whole in indicators.csv."
            ))
    }
}
