import Domain

/// A year-to-date count, which cannot be added, has one counting source at a time.
enum SeveralYearToDateSources: CatalogueRule {
    static let code = "several-year-to-date-sources"
    static let page = Bilingual(
        vi: """
            Số lũy kế không trùng lặp (ví dụ số bản đã tuyên truyền từ đầu năm) không cộng được giữa các đơn vị, nên \
            chỉ có một nguồn count tại một thời điểm. Các nguồn khác để compare.
            """,
        en: """
            Year-to-date counts of distinct things, such as villages reached, cannot be added up over departments, \
            so one source counts at a time and the others are compared.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        let sources = draft.countingSources
        for indicator in draft.indicators.sound {
            guard case .yearToDate = indicator.value.kind else { continue }
            // What is distinct in one province is so in all: they have no place in common.
            let forms = indicator.value.forms.compactMap { draft.formsByCode[$0]?.first?.value }
            if !forms.isEmpty, forms.allSatisfy(\.isOfPackages) { continue }
            for pair in sources.simultaneous(indicator.value.code) {
                findings.add(
                    self, at: pair.later.position(of: "role"), value: pair.later.value.department,
                    .several(pair.later.value, pair.earlier.value.department))
            }
        }
    }
}

extension FindingText {
    fileprivate static func several(_ source: Source, _ other: String) -> Self {
        Self(
            vi:
                "“\(other)” đã tính số lũy kế \(source.indicator), không tính thêm “\(source.department)”",
            en:
                "“\(other)” counts for year-to-date \(source.indicator); “\(source.department)” cannot",
            remedy: (
                "Chỉ để một nguồn count, các nguồn khác là compare.", "Leave one source count, make the others compare."
            ))
    }
}
