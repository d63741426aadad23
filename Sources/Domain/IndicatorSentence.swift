import Foundation

/// Sentences that the words of an indicator make: its name, its unit, a verb where it has one.
extension LetterPlan.Sentence {
    /// `Trong kỳ có {VAY01} nghèo được vay vốn, {VAY01 change}; lũy kế từ đầu năm {VAY01 cumulative}.`, of «Số hộ nghèo được vay
    /// vốn» counted in «hộ»; `Kinh phí: {VAY02}, …` where the name does not begin with what is counted.
    ///
    /// - Parameters:
    ///   - verb: What the sentence begins with instead: `Hỗ trợ`; empty: nothing is said.
    ///   - parts: What is a «Trong đó» of it.
    package init(of indicator: Indicator, verb: Bilingual = Bilingual(vi: "", en: ""), parts: [Indicator] = []) {
        let words = Bilingual(
            vi: Self.beginning(of: indicator, verb.vi, .vi) + Self.told(parts, .vi),
            en: Self.beginning(of: indicator, verb.en, .en) + Self.told(parts, .en))
        let change = ", {\(indicator.code) change}"
        let sum = "{\(indicator.code) cumulative}"
        let end =
            indicator.isFlow
            ? Bilingual(vi: "; lũy kế từ đầu năm \(sum).", en: "; since the start of the year \(sum).")
            : Bilingual(vi: ".", en: ".")
        self.init(
            text: Bilingual(vi: words.vi + change + end.vi, en: words.en + change + end.en),
            none: Self.nothing(of: indicator))
    }

    private static func beginning(of indicator: Indicator, _ verb: String, _ language: Language) -> String {
        let figure = "{\(indicator.code)}"
        let counted = indicator.counted(language)
        if !verb.isEmpty {
            let rest = counted ?? indicator.wholeName(language).loweredFirst
            return "\(verb) \(figure) \(rest.without(verb))".trimmed
        }
        guard let counted else { return "\(indicator.wholeName(language)): \(figure)" }
        return "\(when(indicator.kind, language)) \(figure) \(counted)".trimmed
    }

    private static func when(_ kind: Indicator.Kind, _ language: Language) -> String {
        switch kind {
        case .stock: language == .vi ? "Cuối kỳ có" : "At the end of the period:"
        case .yearToDate: language == .vi ? "Từ đầu năm có" : "Since the start of the year:"
        case .flow, .ratio: language == .vi ? "Trong kỳ có" : "In the period:"
        }
    }

    /// ` (trong đó nữ: {VAY02}; dân tộc thiểu số: {VAY03})`
    private static func told(_ parts: [Indicator], _ language: Language) -> String {
        guard !parts.isEmpty else { return "" }
        let lead = language == .vi ? "trong đó" : "of which"
        let told = parts.map { part in
            let name = part.spokenName(language)
            let mark = ["trong đó", "of which"].lazy.compactMap { name.range(of: $0, options: .caseInsensitive) }.first
            let behind = mark.map { String(name[$0.upperBound...]) } ?? name
            let bare = String(behind.drop { $0 == ":" || $0 == " " }).loweredFirst
            return "\(bare): {\(part.code)}"
        }
        return " (\(lead) \(told.joined(separator: "; ")))".replacing("; ", with: ", ")
    }

    /// `Trong kỳ không có hộ nghèo được vay vốn.`
    private static func nothing(of indicator: Indicator) -> Bilingual? {
        guard let vi = indicator.counted(.vi) else { return nil }
        let en = indicator.counted(.en).map { "\(indicator.unitOfMany(.en)) \($0)" }
        let names = Bilingual(
            vi: "\(indicator.unit.vi) \(vi)".trimmed, en: (en ?? indicator.spokenName(.en).loweredFirst).trimmed)
        switch indicator.kind {
        case .flow: return Bilingual(vi: "Trong kỳ không có \(names.vi).", en: "In the period: no \(names.en).")
        case .stock:
            return Bilingual(vi: "Cuối kỳ không có \(names.vi).", en: "At the end of the period: no \(names.en).")
        case .yearToDate, .ratio: return nil
        }
    }
}

extension LetterPlan {
    /// With sentences on all that the office's own text does not speak of, nor leaves out by name: those of the forms, then those
    /// that the indicators' own words make; each under the section of its domain, else under one that bears the domain's name.
    package func completed(by forms: [Form], _ indicators: [Indicator], headings: [String: Bilingual]) -> LetterPlan {
        let byCode = Dictionary(indicators.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var spoken = Set((sections.flatMap(\.sentences) + shortcomings).flatMap(\.slots).map(\.indicator) + silent)
        var sections = sections
        func add(_ sentence: Sentence, to domain: String) {
            spoken.formUnion(sentence.slots.map(\.indicator))
            let place = sections.lastIndex { section in
                section.sentences.flatMap(\.slots).contains { byCode[$0.indicator]?.domain == domain }
            }
            if let place {
                sections[place] = Section(
                    heading: sections[place].heading, sentences: sections[place].sentences + [sentence])
            } else {
                let heading = headings[domain] ?? Bilingual(vi: domain, en: domain)
                sections.append(Section(heading: heading, sentences: [sentence]))
            }
        }
        let own = Dictionary(
            forms.flatMap(\.sentences).compactMap { sentence in sentence.slots.first.map { ($0.indicator, sentence) } },
            uniquingKeysWith: { first, _ in first })
        for indicator in indicators where !spoken.contains(indicator.code) {
            if let sentence = own[indicator.code] {
                guard !sentence.slots.contains(where: { spoken.contains($0.indicator) }) else { continue }
                add(sentence, to: indicator.domain)
            } else if indicator.partOf == nil, indicator.domain != PackagedReports.domain {
                let parts = indicators.filter { $0.partOf == indicator.code && !spoken.contains($0.code) }
                add(Sentence(of: indicator, parts: parts.filter { own[$0.code] == nil }), to: indicator.domain)
            }
        }
        return LetterPlan(sections: sections, shortcomings: shortcomings, silent: silent)
    }
}

extension Indicator {
    fileprivate func wholeName(_ language: Language) -> String {
        let name = name[language].isEmpty ? name.vi : name[language]
        // Braces are places for figures.
        return name.replacing("{", with: "(").replacing("}", with: ")")
    }

    /// The name as a sentence has it that says itself when: without «(cuối kỳ)» and the like.
    fileprivate func spokenName(_ language: Language) -> String {
        Self.saidElsewhere.reduce(wholeName(language)) { $0.replacing($1, with: "") }.trimmed
    }

    private static let saidElsewhere = [
        " hiện có (cuối kỳ)", " hiện có cuối kỳ", " (cuối kỳ)", " cuối kỳ", " (lũy kế từ đầu năm)",
        " lũy kế từ đầu năm", " (từ đầu năm)", " at end of period",
        ", year to date",
    ]

    /// What stands behind the number in the name: `nghèo được vay vốn` of «Số hộ nghèo được vay vốn», of which «hộ» is the unit;
    /// `nil`: the name does not begin with what is counted.
    fileprivate func counted(_ language: Language) -> String? {
        let name = spokenName(language).lowercased()
        let beginnings = language == .vi ? ["số \(unit.vi.lowercased())"] : [unitOfMany(.en).lowercased()]
        guard !isRatio, let beginning = beginnings.first(where: { name == $0 || name.hasPrefix($0 + " ") }),
            !unit[language].isEmpty
        else { return nil }
        let rest = String(spokenName(language).dropFirst(beginning.count)).trimmed
        return rest.hasSuffix(" hiện có") ? String(rest.dropLast(" hiện có".count)) : rest
    }
}

extension String {
    fileprivate var loweredFirst: String {
        dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
    }

    /// Without words that stand in it already, whatever their capitals.
    fileprivate func without(_ words: String) -> String {
        range(of: words, options: .caseInsensitive).map { replacingCharacters(in: $0, with: "").trimmed } ?? self
    }

    fileprivate var trimmed: String {
        var text = self[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
