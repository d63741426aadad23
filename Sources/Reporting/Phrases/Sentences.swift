import Domain

/// Figures in the prose of the office, by fixed rules.
struct Sentences {
    let basis: Basis
    let language: Language

    /// The sentence; nothing where it speaks of the months of a year of which too few are known, or of parts of a whole that
    /// nobody has reported.
    func said(_ sentence: LetterPlan.Sentence) -> String? {
        let figures = figures(of: sentence)
        if figures.first?.indicator.partOf != nil, figures.allSatisfy({ $0.figure.amount == nil }) { return nil }
        return sentence.slots.allSatisfy { !$0.speaksOfMonths || seasonality($0)?.isConcentrated == true }
            ? text(sentence) : nil
    }

    /// The sentence with its figures; the other one where the first figure is zero, and a short one where none is known.
    func text(_ sentence: LetterPlan.Sentence) -> String {
        if let unknown = unknown(sentence) { return unknown }
        if let none = sentence.none, let first = sentence.slots.first,
            let indicator = basis.catalogue.indicator(first.indicator),
            basis.figure(indicator).amount?.isZero == true
        {
            return filled(none[language])
        }
        return filled(sentence.text[language])
    }

    /// `Số hộ di cư tự do: chưa có số liệu; số cặp tảo hôn: 23 cặp.`, for a sentence in which the first figure of the period
    /// is not known, or two are not; of those of which nothing is known the first alone is named.
    private func unknown(_ sentence: LetterPlan.Sentence) -> String? {
        let figures = figures(of: sentence)
        let missing = figures.count { $0.figure.amount == nil }
        guard let first = figures.first, missing > 1 || first.figure.amount == nil else { return nil }
        let told = missing == figures.count ? figures.prefix(1) : figures[...]
        let words = told.enumerated().map { position, item in
            let name = item.indicator.name[language]
            let shown = position == 0 ? name : name.prefix(1).lowercased() + name.dropFirst()
            return "\(shown): \(counted(item.figure, item.indicator))"
        }
        return words.joined(separator: "; ") + "."
    }

    /// The figures of the period of which a sentence speaks; each indicator once.
    private func figures(of sentence: LetterPlan.Sentence) -> [(indicator: Indicator, figure: Figure)] {
        var seen: Set<String> = []
        return sentence.slots.filter { $0.aspect == .figure }.compactMap { slot in
            guard let indicator = basis.catalogue.indicator(slot.indicator), seen.insert(slot.indicator).inserted
            else { return nil }
            return (indicator, basis.figure(indicator))
        }
    }

    /// The figure of the period before; of what stands at a period's end, that at this one's beginning.
    private func before(_ indicator: Indicator) -> Figure {
        indicator.isFlow || indicator.isRatio ? basis.previous(indicator) : basis.opening(indicator)
    }

    private func filled(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let inside = rest[rest.index(after: open)..<close]
            result += LetterPlan.Slot(inside).map(words) ?? "{\(inside)}"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private func words(_ slot: LetterPlan.Slot) -> String {
        guard let indicator = basis.catalogue.indicator(slot.indicator) else { return slot.indicator }
        switch slot.aspect {
        case .figure: return counted(basis.figure(indicator), indicator)
        case .before: return counted(before(indicator), indicator)
        case .busiest:
            return seasonality(slot)?.busiest.amount.map { language.amount($0, decimals: 1) + "%" } ?? slot.indicator
        case .even: return seasonality(slot)?.byChance.map { language.percentages($0) + "%" } ?? slot.indicator
        case .cumulative: return counted(basis.cumulative(indicator), indicator)
        case .change: return change(indicator, at: PlaceIndex.province)
        case .target:
            guard let target = basis.target(indicator, unit: basis.organisation.province) else {
                return Words.noTarget[language]
            }
            let share = Comparison.share(basis.cumulative(indicator), of: target)
            if share.absence == .suppressed { return Words.suppressedTargetShare[language] }
            guard let amount = share.amount else { return Words.noTargetShare[language] }
            return Words.ofTarget(language.amount(amount, decimals: 1))[language]
        }
    }

    private func seasonality(_ slot: LetterPlan.Slot) -> Seasonality? {
        basis.catalogue.indicator(slot.indicator).map { basis.seasonality($0) }
    }

    /// `45 lớp`, `03 vụ`, `85,7%`, `(bm) vụ`, `chưa có số liệu`.
    func counted(_ figure: Figure, _ indicator: Indicator) -> String {
        if figure.absence == .suppressed {
            let mark = Absence.suppressed.mark
            return indicator.isRatio ? mark : "\(mark) \(unit(indicator, isOne: false))"
        }
        guard let amount = figure.amount else { return Words.noData(figure.absence)[language] }
        if indicator.isRatio { return language.amount(amount, decimals: indicator.decimals) + "%" }
        return
            "\(number(amount, indicator)) \(unit(indicator, isOne: amount == .quantity(Quantity(thousandths: 1_000))))"
    }

    private func number(_ amount: Amount, _ indicator: Indicator) -> String {
        guard indicator.decimals == 0, case .quantity(let quantity) = amount, quantity.isWhole else {
            return language.amount(amount, decimals: indicator.decimals)
        }
        return language.officialCount(Int(quantity.thousandths / 1_000))
    }

    private func unit(_ indicator: Indicator, isOne: Bool) -> String {
        let unit = indicator.unit[language]
        guard language == .en, !isOne else { return unit }
        if unit.hasSuffix("dong") { return unit }
        if unit.hasSuffix("s") { return unit + "es" }
        return unit.hasSuffix("y") ? unit.dropLast() + "ies" : unit + "s"
    }

    /// `tăng 03 lớp (12,5%) so với cùng kỳ năm 2025`
    func change(_ indicator: Indicator, at place: Int) -> String {
        let year = basis.period.sameLastYear.year
        let comparison = Comparison(basis.figure(indicator, at: place), with: basis.lastYear(indicator, at: place))
        guard let difference = comparison.difference.quantity else {
            return switch comparison.reason {
            case .boundaryChange: Words.notComparable(year)[language]
            case .suppressed: Words.suppressedChange(year)[language]
            default: Words.noComparison(year)[language]
            }
        }
        if difference.isZero { return Words.same(year)[language] }
        let magnitude = Amount.quantity(Quantity(thousandths: abs(difference.thousandths)))
        let rose = difference.thousandths > 0
        var words = (rose ? Words.rose : Words.fell)[language] + " "
        if indicator.isRatio {
            words += language.amount(magnitude, decimals: 1) + " " + Words.points[language]
        } else {
            let one = magnitude == .quantity(Quantity(thousandths: 1_000))
            words += "\(number(magnitude, indicator)) \(unit(indicator, isOne: one))"
        }
        let base = comparison.base.quantity.map { Int($0.thousandths / 1_000) } ?? 0
        if let percentage = comparison.percentage.amount, base >= basis.organisation.thresholds.percentageBase {
            let rounded = percentage.rounded(decimals: 1)
            words += " (\(language.number(abs(rounded), decimals: 1))%)"
        }
        words += " " + Words.against(year)[language]
        if comparison.reason == .otherReports { words += " " + Words.incomplete[language] }
        return words
    }
}

extension LetterPlan.Slot {
    fileprivate var speaksOfMonths: Bool { aspect == .busiest || aspect == .even }
}

private enum Words {
    static let rose = Bilingual(vi: "tăng", en: "up")
    static let fell = Bilingual(vi: "giảm", en: "down")
    static let points = Bilingual(vi: "điểm phần trăm", en: "percentage points")
    static let incomplete = Bilingual(vi: "(chưa đủ báo cáo)", en: "(reports are missing)")
    static let noTarget = Bilingual(vi: "chưa giao chỉ tiêu kế hoạch", en: "no target is set")
    static let noTargetShare = Bilingual(vi: "chưa tính được tỷ lệ đạt kế hoạch", en: "share of the target not known")

    static let suppressedTargetShare = Bilingual(
        vi: "tỷ lệ đạt kế hoạch (bm)", en: "share of the target suppressed (bm)")

    static func suppressedChange(_ year: Int) -> Bilingual {
        Bilingual(
            vi: "mức tăng, giảm so với cùng kỳ năm \(year) (bm)",
            en: "the change against the same period of \(year) suppressed (bm)")
    }

    static func noData(_ absence: Absence?) -> Bilingual {
        switch absence {
        case .notApplicable: Bilingual(vi: "không áp dụng", en: "not applicable")
        case .notCollected: Bilingual(vi: "chưa thu thập được số liệu", en: "not collected")
        case .notComparable: Bilingual(vi: "không so sánh được", en: "not comparable")
        case .suppressed: Bilingual(vi: "số liệu được bảo mật", en: "suppressed")
        case .notReported, nil: Bilingual(vi: "chưa có số liệu", en: "not reported")
        }
    }

    static func ofTarget(_ percent: String) -> Bilingual {
        Bilingual(vi: "đạt \(percent)% kế hoạch năm", en: "\(percent)% of the year's target")
    }

    static func against(_ year: Int) -> Bilingual {
        Bilingual(vi: "so với cùng kỳ năm \(year)", en: "against the same period of \(year)")
    }

    static func same(_ year: Int) -> Bilingual {
        Bilingual(vi: "bằng cùng kỳ năm \(year)", en: "the same as in \(year)")
    }

    static func noComparison(_ year: Int) -> Bilingual {
        Bilingual(vi: "chưa có số liệu so sánh với cùng kỳ năm \(year)", en: "no data to compare with \(year)")
    }

    static func notComparable(_ year: Int) -> Bilingual {
        Bilingual(
            vi: "không so sánh được với cùng kỳ năm \(year) do thay đổi địa giới",
            en: "not comparable with \(year) since boundaries changed")
    }
}
