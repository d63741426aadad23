import Domain
import Testing

/// The sentence that an indicator's own words make.
struct IndicatorSentenceTests {
    private func indicator(
        _ name: String, _ unit: String, _ kind: Indicator.Kind = .flow(["m"]), code: String = "X1",
        english: Bilingual? = nil,
        partOf: String? = nil
    ) -> Indicator {
        Indicator(
            code: code, domain: "d", name: Bilingual(vi: name, en: english?.vi ?? name),
            shortName: Bilingual(vi: name, en: name), unit: Bilingual(vi: unit, en: english?.en ?? unit), kind: kind,
            decimals: 0, better: .none, forms: ["f"], bound: nil, suppressBelow: nil, isSensitive: false, partOf: partOf
        )
    }

    @Test(arguments: [
        (
            "Số hộ nghèo được vay vốn", "hộ",
            "Trong kỳ có {X1} nghèo được vay vốn, {X1 change}; lũy kế từ đầu năm {X1 cumulative}."
        ),
        ("Số hộ", "hộ", "Trong kỳ có {X1}, {X1 change}; lũy kế từ đầu năm {X1 cumulative}."),
        ("Kinh phí hỗ trợ", "triệu đồng", "Kinh phí hỗ trợ: {X1}, {X1 change}; lũy kế từ đầu năm {X1 cumulative}."),
        ("Số họ tộc", "hộ", "Số họ tộc: {X1}, {X1 change}; lũy kế từ đầu năm {X1 cumulative}."),
        ("Số hộ {x}", "hộ", "Trong kỳ có {X1} (x), {X1 change}; lũy kế từ đầu năm {X1 cumulative}."),
    ])
    func `of a flow`(name: String, unit: String, sentence: String) {
        #expect(LetterPlan.Sentence(of: indicator(name, unit)).text.vi == sentence)
    }

    @Test func `of a stock, a sum since January and a ratio`() {
        let stock = indicator("Số người có uy tín hiện có (cuối kỳ)", "người", .stock(["m"]))
        #expect(LetterPlan.Sentence(of: stock).text.vi == "Cuối kỳ có {X1} có uy tín, {X1 change}.")
        #expect(LetterPlan.Sentence(of: stock).none?.vi == "Cuối kỳ không có người có uy tín.")
        let area = indicator("Diện tích rừng cuối kỳ", "ha", .stock(["m"]))
        #expect(LetterPlan.Sentence(of: area).text.vi == "Diện tích rừng cuối kỳ: {X1}, {X1 change}.")
        let sum = indicator("Số bản được tuyên truyền (lũy kế từ đầu năm)", "bản", .yearToDate(["m"]))
        #expect(LetterPlan.Sentence(of: sum).text.vi == "Từ đầu năm có {X1} được tuyên truyền, {X1 change}.")
        let ratio = indicator("Tỷ lệ hộ nghèo", "%", .ratio(numerator: "A", denominator: "B", factor: 100))
        #expect(LetterPlan.Sentence(of: ratio).text.vi == "Tỷ lệ hộ nghèo: {X1}, {X1 change}.")
    }

    @Test func `in English, with a verb, and with its parts`() {
        let loans = indicator("Số hộ vay", "hộ", english: Bilingual(vi: "Households given loans", en: "household"))
        #expect(
            LetterPlan.Sentence(of: loans).text.en
                == "In the period: {X1} given loans, {X1 change}; since the start of the year {X1 cumulative}.")
        #expect(LetterPlan.Sentence(of: loans).none?.en == "In the period: no households given loans.")
        let money = indicator("Vốn giải ngân", "triệu đồng")
        #expect(
            LetterPlan.Sentence(of: money, verb: Bilingual(vi: "Giải ngân", en: "Paid out")).text.vi
                .hasPrefix("Giải ngân {X1} vốn, {X1 change}"))
        let parts = [
            indicator("Trong đó: DTTS", "hộ", code: "X2", partOf: "X1"),
            indicator("Hộ vay trong đó: Nữ", "hộ", code: "X3", partOf: "X1"),
        ]
        #expect(
            LetterPlan.Sentence(of: loans, parts: parts).text.vi
                .hasPrefix("Trong kỳ có {X1} vay (trong đó DTTS: {X2}, nữ: {X3}), {X1 change}"))
    }

    @Test func `a text is completed by what it does not speak of, under its domain`() {
        let spoken = LetterPlan.Section(
            heading: Bilingual(vi: "Vay", en: "Loans"),
            sentences: [LetterPlan.Sentence(text: Bilingual(vi: "Có {X1}.", en: "{X1}."), none: nil)])
        let indicators = [
            indicator("Số hộ", "hộ"), indicator("Số nhà", "nhà", code: "X2"),
            indicator("Nữ", "hộ", code: "X3", partOf: "X1"),
            indicator("Số xã", "xã", code: "X4"),
        ]
        let plan = LetterPlan(sections: [spoken], shortcomings: [], silent: ["X4"])
        let whole = plan.completed(by: [], indicators, headings: [:])
        #expect(whole.sections.count == 1 && whole.sections[0].sentences.count == 2)
        #expect(whole.sections[0].sentences[1].slots.first?.indicator == "X2")
        let bare = LetterPlan(sections: [], shortcomings: [])
            .completed(by: [], indicators, headings: ["d": Bilingual(vi: "Lĩnh vực", en: "Domain")])
        #expect(bare.sections.map(\.heading.vi) == ["Lĩnh vực"])
        #expect(
            bare.sections[0].sentences.flatMap(\.slots).filter { $0.aspect == .figure }.map(\.indicator) == [
                "X1", "X3", "X2", "X4",
            ])
    }
}
