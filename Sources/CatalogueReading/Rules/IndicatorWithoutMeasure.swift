import Domain

/// Every form of an indicator has the measures that the indicator adds.
enum IndicatorWithoutMeasure: CatalogueRule {
    static let code = "indicator-without-measure"
    static let page = Bilingual(
        vi: """
            Mỗi biểu ghi ở cột forms của chỉ tiêu phải có đủ các số đo ghi ở cột numerator. Thiếu số đo thì biểu đó \
            không bao giờ có số liệu cho chỉ tiêu. Thêm số đo vào mục measures của biểu, hoặc bỏ biểu khỏi cột \
            forms.
            """,
        en: """
            Every form in the column forms of an indicator has the measures in its column numerator; without them it \
            never has data on the indicator. Add the measure to the form, or take the form out of the column.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        for entry in draft.indicators.sound {
            for code in entry.value.forms {
                guard let form = draft.formsByCode[code]?.first, form.isSound else { continue }
                for measure in entry.value.measures where form.value.measure(measure) == nil {
                    findings.add(
                        self, at: entry.position(of: "numerator"), value: measure, .noMeasure(measure, form.value))
                }
            }
        }
    }
}

extension FindingText {
    fileprivate static func noMeasure(_ measure: String, _ form: Form) -> Self {
        Self(
            vi: "biểu \(form.number) (\(form.code)) không có số đo “\(measure)”",
            en: "form \(form.number) (\(form.code)) has no measure “\(measure)”",
            remedy: (
                "Thêm số đo này vào mục measures của biểu, sửa mã, hoặc bỏ biểu khỏi cột forms.",
                "Add it to the form's measures, correct the code, or take the form out of the column forms."
            ))
    }
}
