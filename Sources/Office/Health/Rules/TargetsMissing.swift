import Domain

/// Where last year had targets, this year has.
enum TargetsMissing: Rule {
    static let code = "targets-missing"
    static let page = Bilingual(
        vi:
            "Năm trước có kế hoạch, năm nay chưa. Cột so với kế hoạch để trống cho đến khi ghi vào targets.csv.",
        en:
            "Last year had targets, this year has none yet. Comparisons with them stay empty until they are entered."
    )
}

extension FindingText {
    static func withoutTargets(_ year: Int) -> Self {
        Self(
            vi: "chưa có kế hoạch năm \(year), dù năm \(year - 1) có",
            en: "there is no target for \(year), though \(year - 1) had some",
            remedy: (
                "Ghi kế hoạch năm \(year) vào targets.csv; chưa giao thì báo cáo để trống cột so với kế hoạch.",
                "Enter the targets of \(year) into targets.csv; until then that comparison stays empty."
            ))
    }
}
