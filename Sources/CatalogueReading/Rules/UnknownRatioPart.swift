import Domain

/// A ratio is of two indicators that are no ratios themselves.
enum UnknownRatioPart: CatalogueRule {
    static let code = "unknown-ratio-part"
    static let page = Bilingual(
        vi: """
            Tỷ lệ được chia lại ở từng cấp từ hai chỉ tiêu khác, nên numerator và denominator phải là mã chỉ tiêu \
            không phải tỷ lệ.
            """,
        en: """
            A ratio is divided afresh at each level from two other indicators, so its numerator and denominator are \
            codes of indicators that are no ratios.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        guard draft.indicators.isKnown else { return }
        for entry in draft.indicators.sound {
            guard case .ratio(let numerator, let denominator, _) = entry.value.kind else { continue }
            for (column, code) in [("numerator", numerator), ("denominator", denominator)] {
                let part = draft.indicatorsByCode[code]?.first?.value
                if part.map(\.isRatio) ?? true {
                    findings.add(
                        self, at: entry.position(of: column), value: code, .unknownPart(code, isRatio: part != nil))
                }
            }
        }
    }
}

extension FindingText {
    fileprivate static func unknownPart(_ code: String, isRatio: Bool) -> Self {
        Self(
            vi: isRatio ? "“\(code)” cũng là một tỷ lệ" : "không có chỉ tiêu “\(code)”",
            en: isRatio ? "“\(code)” is a ratio itself" : "there is no indicator “\(code)”",
            remedy: (
                "Ghi mã một chỉ tiêu kiểu flow, stock hoặc ytd.", "Write the code of an indicator that is no ratio."
            ))
    }
}
