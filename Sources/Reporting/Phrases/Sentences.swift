import Domain

/// Figures in the prose of the office, by fixed rules.
struct Sentences {
    let basis: Basis
    let language: Language
    /// Whether sentences and figures bear the marks of `PassageMarks`.
    var isMarked = false

    /// The sentence; nothing where it speaks of the months of a year of which too few are known, of parts of a whole that
    /// nobody has reported, or of what nobody counts in the period.
    func said(_ sentence: LetterPlan.Sentence) -> String? {
        let figures = figures(of: sentence)
        if let first = figures.first, !first.indicator.isRatio, first.figure.absence == .notApplicable { return nil }
        if figures.first?.indicator.partOf != nil, figures.allSatisfy({ $0.figure.amount == nil }) { return nil }
        return sentence.slots.allSatisfy { !$0.speaksOfMonths || seasonality($0)?.isConcentrated == true }
            ? named(text(sentence), sentence) : nil
    }

    /// The sentence with its figures; the other one where the first figure is zero, and a short one where none is known.
    func text(_ sentence: LetterPlan.Sentence) -> String {
        if let unknown = unknown(sentence) { return unknown }
        if let none = sentence.none, let first = sentence.slots.first,
            let indicator = basis.catalogue.indicator(first.indicator),
            case let figure = basis.figure(indicator), figure.amount?.isZero == true
        {
            // «Không có …» of a province is said where all of it was told.
            let nothing = filled(none[language])
            guard figure.isProvisional else { return nothing }
            return Words.soFar[language] + nothing.prefix(1).lowercased() + nothing.dropFirst()
        }
        return filled(sentence.text[language])
    }

    /// A sentence on what is not as it should be: nothing where its first figure is zero or not known.
    func shortcoming(_ sentence: LetterPlan.Sentence) -> String? {
        if let slot = sentence.slots.first, slot.aspect == .figure,
            let indicator = basis.catalogue.indicator(slot.indicator)
        {
            guard let amount = basis.figure(indicator).amount, !amount.isZero else { return nil }
        }
        return said(sentence)
    }

    /// Indicators whose change against last year the texts speak of, in the order of the catalogue.
    var comparedInTexts: [Indicator] {
        let spoken = basis.catalogue.letter.sections.flatMap(\.sentences).flatMap(\.slots)
            .filter { $0.aspect == .change }.map(\.indicator)
        let codes = Set(spoken + basis.domains.compactMap(basis.leadFlow).map(\.code))
        return basis.catalogue.indicators.filter { codes.contains($0.code) }
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
            return "\(shown): \(marked(item.figure, item.indicator))"
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

    /// The text with its figures. A clause in which one is not known would read “cuối kỳ có chưa có số liệu”: it tells its
    /// figures by their names instead.
    private func filled(_ text: String) -> String {
        let clauses = text.split(separator: "; ").map(withoutOwnYear).filter { !$0.isEmpty }.enumerated().map {
            position, clause in
            let names = LetterPlan.Slot.all(in: String(clause)).compactMap { slot in
                basis.catalogue.indicator(slot.indicator).map { (slot: slot, indicator: $0) }
            }
            let isKnown = names.allSatisfy { slot, indicator in
                switch slot.aspect {
                case .figure: isTold(basis.figure(indicator))
                case .before: isTold(before(indicator))
                case .cumulative: isTold(basis.cumulative(indicator))
                case .change, .target, .busiest, .even: true
                }
            }
            return isKnown
                ? substituted(clause)
                : listed(names.filter { $0.slot.aspect == .figure }.map(\.indicator), begins: position == 0)
                    + (clause.hasSuffix(".") ? "." : "")
        }
        let whole = clauses.filter { !$0.isEmpty && $0 != "." }.joined(separator: "; ")
        return text.hasSuffix(".") && !whole.hasSuffix(".") ? whole + "." : whole
    }

    /// A clause without the sum since January where the period is just that: it would say the same number twice.
    private func withoutOwnYear(_ clause: Substring) -> Substring {
        guard basis.period.months == basis.period.yearToDate.months,
            let slot = clause.firstRange(of: " cumulative}")
        else { return clause }
        let rest = clause[slot.upperBound...].drop { ", ".contains($0) }
        return rest == "." ? "" : rest
    }

    /// Whether a figure stands in a sentence: as a number, or as what is kept back.
    private func isTold(_ figure: Figure) -> Bool { figure.amount != nil || figure.absence == .suppressed }

    /// `Số cặp tảo hôn: 23 cặp; số hộ di cư tự do: chưa có số liệu`
    private func listed(_ indicators: [Indicator], begins: Bool) -> String {
        indicators.enumerated().map { position, indicator in
            let name = indicator.name[language]
            let shown = begins && position == 0 ? name : name.prefix(1).lowercased() + name.dropFirst()
            return "\(shown): \(marked(basis.figure(indicator), indicator))"
        }.joined(separator: "; ")
    }

    private func substituted(_ text: some StringProtocol) -> String {
        var result = ""
        var rest = Substring(text)
        /// Whose figure stands last.
        var last: String?
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let inside = rest[rest.index(after: open)..<close]
            rest = rest[rest.index(after: close)...]
            guard let slot = LetterPlan.Slot(inside) else {
                result += "{\(inside)}"
                continue
            }
            if isLeftOut(slot), result.hasSuffix(", ") {
                result.removeLast(2)
            } else {
                let words = words(slot, after: last)
                result += isMarked ? PassageMarks.figure(slot.key, words) : words
                if slot.aspect == .figure { last = slot.indicator }
            }
        }
        return result + rest
    }

    /// A comparison with a year of which nothing is held is left out, for the report says so once; and a target that nobody laid down.
    private func isLeftOut(_ slot: LetterPlan.Slot) -> Bool {
        switch slot.aspect {
        case .change: !basis.comparesYears
        case .target:
            basis.catalogue.indicator(slot.indicator).map {
                basis.target($0, unit: basis.organisation.province) == nil
            } ?? false
        case .figure, .before, .cumulative, .busiest, .even: false
        }
    }

    /// The figure of the period, marked where sentences are.
    private func marked(_ figure: Figure, _ indicator: Indicator) -> String {
        let words = counted(figure, indicator)
        return isMarked ? PassageMarks.figure(indicator.code, words) : words
    }

    /// - Parameter last: Whose figure stands before it in the clause; `nil`: nobody's.
    func words(_ slot: LetterPlan.Slot, after last: String? = nil) -> String {
        guard let indicator = basis.catalogue.indicator(slot.indicator) else { return slot.indicator }
        switch slot.aspect {
        case .figure: return counted(basis.figure(indicator), indicator)
        case .before: return counted(before(indicator), indicator)
        case .busiest:
            guard let season = seasonality(slot), let share = season.busiest.amount else { return slot.indicator }
            let months = basis.monthsOfYear()
            let numbers = season.busiestMonths.filter(months.indices.contains).map { String(months[$0].number) }
            return language.amount(share, decimals: 1) + "% " + Words.months(numbers.joined(separator: ", "))[language]
        case .even: return seasonality(slot)?.byChance.map { language.percentages($0) + "%" } ?? slot.indicator
        case .cumulative: return counted(basis.cumulative(indicator), indicator)
        case .change:
            return change(
                indicator, at: PlaceIndex.province, isApart: last.map { $0 != indicator.code } ?? false)
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

    func seasonality(_ slot: LetterPlan.Slot) -> Seasonality? {
        basis.catalogue.indicator(slot.indicator).map { basis.seasonality($0) }
    }

    /// `45 lớp`, `03 vụ`, `85,7%`, `(bm) vụ`, `chưa có số liệu`.
    func counted(_ figure: Figure, _ indicator: Indicator) -> String {
        if figure.absence == .suppressed {
            let mark = Absence.suppressed.mark(in: language)
            return indicator.isRatio ? mark : "\(mark) \(unit(indicator, isOne: false))"
        }
        guard let amount = figure.amount else { return Words.noData(figure.absence)[language] }
        if indicator.isRatio { return language.amount(amount, decimals: indicator.decimals) + "%" }
        return
            "\(number(amount, indicator)) \(unit(indicator, isOne: amount == .quantity(Quantity(thousandths: 1_000))))"
    }

    func number(_ amount: Amount, _ indicator: Indicator) -> String {
        guard indicator.decimals == 0, case .quantity(let quantity) = amount, quantity.isWhole else {
            return language.amount(amount, decimals: indicator.decimals)
        }
        return language.officialCount(Int(quantity.thousandths / 1_000))
    }

    func unit(_ indicator: Indicator, isOne: Bool) -> String {
        isOne ? indicator.unit[language] : indicator.unitOfMany(language)
    }
}

extension LetterPlan.Slot {
    var speaksOfMonths: Bool { aspect == .busiest || aspect == .even }
}

private enum Words {
    static func months(_ numbers: String) -> Bilingual {
        Bilingual(vi: "(các tháng \(numbers))", en: "(months \(numbers))")
    }

    /// Before a sentence that says that nothing was, where not all of the province was told.
    static let soFar = Bilingual(
        vi: "Theo các báo cáo đã nhận (số liệu sơ bộ), ", en: "In the reports received so far (provisional), ")
    static let noTarget = Bilingual(vi: "chưa giao chỉ tiêu kế hoạch", en: "no target is set")
    static let noTargetShare = Bilingual(vi: "chưa tính được tỷ lệ đạt kế hoạch", en: "share of the target not known")

    static let suppressedTargetShare = Bilingual(
        vi: "tỷ lệ đạt kế hoạch (bm)", en: "share of the target confidential (c)")

    static func noData(_ absence: Absence?) -> Bilingual {
        switch absence {
        case .notApplicable: Bilingual(vi: "không áp dụng", en: "not applicable")
        case .notCollected: Bilingual(vi: "chưa thu thập được số liệu", en: "not collected")
        case .notComparable: Bilingual(vi: "không so sánh được", en: "not comparable")
        case .suppressed: Bilingual(vi: "số liệu được bảo mật", en: "confidential")
        case .notReported, nil: Bilingual(vi: "chưa có số liệu", en: "not reported")
        }
    }

    static func ofTarget(_ percent: String) -> Bilingual {
        Bilingual(vi: "đạt \(percent)% kế hoạch năm", en: "\(percent)% of the year's target")
    }
}
