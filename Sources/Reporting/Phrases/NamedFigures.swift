import Domain

/// The names of the places in the report's text: of its sentences, and of the figures in them.
extension Sentences {
    /// The text of a sentence under its name, where sentences are marked: that of its first figure, with a number where several
    /// begin with the same.
    func named(_ text: String, _ sentence: LetterPlan.Sentence) -> String {
        guard isMarked, let key = sentence.slots.first?.key else { return text }
        let alike = plan.filter { $0.slots.first?.key == key }
        let place = alike.firstIndex(of: sentence) ?? 0
        return PassageMarks.sentence(place == 0 ? key : "\(key) \(place + 1)", text)
    }

    /// All figures of which the text can speak, whether it does now or not.
    var allFigures: [String: String] {
        var figures: [String: String] = [:]
        for slot in slots where figures[slot.key] == nil {
            if slot.speaksOfMonths, seasonality(slot)?.busiest.amount == nil { continue }
            figures[slot.key] = words(slot)
        }
        return figures
    }

    /// What each of them is called.
    var titles: [String: String] {
        let named = slots.compactMap { slot in
            basis.catalogue.indicator(slot.indicator).map { indicator in
                (slot.key, indicator.name[language] + (Words.aspect(slot.aspect)?[language] ?? ""))
            }
        }
        let others = Words.others.map { ($0.key, $0.value[language]) }
        return Dictionary(named + others, uniquingKeysWith: { first, _ in first })
    }

    private var plan: [LetterPlan.Sentence] {
        basis.catalogue.letter.sections.flatMap(\.sentences) + basis.catalogue.letter.shortcomings
    }

    private var slots: [LetterPlan.Slot] {
        plan.flatMap { $0.slots + ($0.none.map { LetterPlan.Slot.all(in: $0.vi) } ?? []) }
    }
}

extension LetterPlan.Slot {
    /// What stands between its braces.
    var key: String { aspect == .figure ? indicator : "\(indicator) \(aspect.rawValue)" }
}

private enum Words {
    static let others = [
        "nhan-den": Bilingual(vi: "Số liệu nhận đến ngày", en: "Data received up to"),
        "bao-cao-nhan": Bilingual(vi: "Báo cáo đã nhận/phải gửi", en: "Reports received/owed"),
        "don-vi-gui": Bilingual(vi: "Số đơn vị gửi báo cáo", en: "Departments that reported"),
        "gui-cham": Bilingual(vi: "Số báo cáo gửi chậm", en: "Late reports"),
    ]

    static func aspect(_ aspect: LetterPlan.Slot.Aspect) -> Bilingual? {
        switch aspect {
        case .figure: nil
        case .change: Bilingual(vi: ": so với cùng kỳ năm trước", en: ": change since last year")
        case .cumulative: Bilingual(vi: ": lũy kế từ đầu năm", en: ": since the start of the year")
        case .target: Bilingual(vi: ": tỷ lệ đạt kế hoạch năm", en: ": share of the year's target")
        case .before: Bilingual(vi: ": kỳ trước", en: ": the period before")
        case .busiest: Bilingual(vi: ": tỷ trọng 03 tháng nhiều nhất", en: ": share of the three busiest months")
        case .even: Bilingual(vi: ": tỷ trọng nếu chỉ do ngẫu nhiên", en: ": share by chance alone")
        }
    }
}
