import Domain

/// Several departments count an indicator at once only for a stated reason.
enum SeveralCountingSources: CatalogueRule {
    static let code = "several-counting-sources"
    static let page = Bilingual(
        vi: """
            Hai đơn vị cùng được tính (count) vào một chỉ tiêu trong cùng thời gian thì một vụ việc có thể bị cộng \
            hai lần. Ghi ở cột reason vì sao không trùng, ví dụ “mỗi đơn vị chỉ ghi lớp do mình chủ trì”, hoặc đổi \
            một đơn vị thành compare.
            """,
        en: """
            Two departments that count for one indicator at once may count a case twice. State in the column reason \
            why they do not (such as “each reports the classes that it leads”), or make one of them compare.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        let sources = draft.countingSources
        for indicator in draft.indicators.sound {
            if case .yearToDate = indicator.value.kind { continue }
            var told: Set<Position> = []
            for pair in sources.simultaneous(indicator.value.code) {
                for (source, other) in [(pair.earlier, pair.later), (pair.later, pair.earlier)]
                where source.value.reason.isEmpty && told.insert(source.position).inserted {
                    findings.add(
                        self, at: source.position(of: "reason"), value: source.value.department,
                        .several(source.value, other.value.department))
                }
            }
        }
    }
}

extension FindingText {
    fileprivate static func several(_ source: Source, _ other: String) -> Self {
        Self(
            vi:
                "“\(source.department)” và “\(other)” cùng tính vào \(source.indicator) mà không nêu lý do",
            en: "“\(source.department)” and “\(other)” both count for \(source.indicator) without a reason",
            remedy: (
                "Ghi lý do vào cột reason, ở phan-cong.xlsx là dòng (lý do) (vì sao không tính trùng), hoặc đổi một nguồn thành compare (so).",
                "State in the column reason, in phan-cong.xlsx the row (lý do), why nothing is counted twice, or make one of them compare."
            ))
    }
}
