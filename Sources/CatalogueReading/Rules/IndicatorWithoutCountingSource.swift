import Domain

/// An indicator that is not a ratio has somebody whose data enter its totals.
enum IndicatorWithoutCountingSource: CatalogueRule {
    static let code = "indicator-without-counting-source"
    static let page = Bilingual(
        vi: """
            Chỉ tiêu không có đơn vị nào được tính (count) trong sources.csv, nên tổng toàn tỉnh luôn trống. Danh \
            mục vẫn dùng được; thêm dòng count nếu chỉ tiêu này cần có số liệu.
            """,
        en: """
            No department counts for the indicator in sources.csv, so its totals stay empty. The catalogue can be \
            used; add a line with role count if figures are wanted.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        // That there is no source at all is said once.
        guard draft.sources.isKnown, !draft.sources.entries.isEmpty else { return }
        let sources = draft.countingSources
        for indicator in draft.indicators.sound where !indicator.value.isRatio {
            let code = indicator.value.code
            if sources.sources(of: code).isEmpty {
                findings.add(self, .query, at: indicator.position(of: "code"), value: code, .withoutSource(code))
            }
        }
    }
}

extension FindingText {
    fileprivate static func withoutSource(_ code: String) -> Self {
        Self(
            vi: "chỉ tiêu \(code) không có đơn vị nào được tính (count)", en: "nobody counts for indicator \(code)",
            remedy: (
                "Thêm vào sources.csv ít nhất một dòng có role là count (hoặc dấu x ở phan-cong.xlsx).",
                "Add a line with role count to sources.csv (or an x in phan-cong.xlsx)."
            ))
    }
}
