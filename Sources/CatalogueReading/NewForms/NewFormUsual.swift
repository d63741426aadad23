import Domain

/// What an answer is where nothing was said: what the words of the form and its columns show, and what the catalogue has.
package struct NewFormUsual: Sendable {
    private let catalogue: Catalogue
    private let isAsking: Bool
    private let units: [String]

    /// - Parameter isAsking: Somebody is asked and may choose another: who sends a form, and to which domain it belongs, is
    ///   offered then, and never taken unasked.
    package init(_ catalogue: Catalogue, isAsking: Bool) {
        self.catalogue = catalogue
        self.isAsking = isAsking
        units = catalogue.indicators.map(\.unit.vi)
    }

    /// The answers with all that is usual where nothing was said.
    package func completed(_ answers: NewFormAnswers) -> NewFormAnswers {
        var whole = answers
        for index in whole.columns.indices {
            for part in NewFormPart.order where whole.columns[index][part] == nil {
                guard let text = text(part, of: index, in: whole), let name = whole.columns[index][.name] else {
                    continue
                }
                whole.columns[index][part] = .init(text, at: name.position)
            }
        }
        for item in NewFormItem.allCases where whole.items[item] == nil {
            guard let text = text(item, in: whole) else { continue }
            whole.items[item] = .init(text, at: NewFormAnswers.option)
        }
        numberIndicators(&whole)
        return whole
    }

    private func text(_ item: NewFormItem, in answers: NewFormAnswers) -> String? {
        switch item {
        case .title: return nil
        case .titleEnglish: return answers.items[.title]?.text
        case .code: return answers.items[.title].map { code(of: $0.text) }
        case .number: return answers.items[.code]?.text.uppercased().replacing("-", with: "/")
        case .domain: return isAsking ? catalogue.domains.first?.name.vi : nil
        case .domainEnglish: return answers.items[.domain]?.text
        case .layout:
            let hasDate = answers.columns.contains { NewFormKind(word: $0[.kind]?.text ?? "") == .date }
            return hasDate ? NewFormJudge.layouts[1].vi : NewFormJudge.layouts[0].vi
        case .every: return NewFormJudge.frequencies[0].vi
        case .departments:
            let own = catalogue.organisation.abbreviation
            return isAsking && catalogue.departments.contains { $0.code == own } ? own : nil
        case .reason: return "Mỗi đơn vị chỉ báo cáo phần do mình thực hiện"
        case .page: return isAsking ? "không" : nil
        }
    }

    /// The next number, and what the words of the title begin with: `06-cvvhn`.
    private func code(of title: String) -> String {
        let numbers = catalogue.forms.compactMap { form in Int(form.code.prefix { $0.isASCII && $0.isNumber }) }
        let next = (numbers.max() ?? 0) + 1
        let idle: Set<String> = ["ket", "qua", "tinh", "hinh", "bao", "cao", "bieu", "tong", "hop", "ve", "va", "cac"]
        let words = Folding.words(title).filter { !idle.contains($0) && $0.first?.isLetter == true }
        let letters = String(words.prefix(5).compactMap(\.first))
        return (next < 10 ? "0\(next)" : "\(next)") + "-" + (letters.isEmpty ? "moi" : letters)
    }

    private func text(_ part: NewFormPart, of index: Int, in answers: NewFormAnswers) -> String? {
        let column = answers.columns[index]
        guard let name = column[.name]?.text else { return nil }
        let words = HeaderWords(name, units: units)
        if part == .kind {
            // Without its two sides a ratio is nothing that can be added up.
            let isRatio = isAsking || column[.numerator] != nil || column[.denominator] != nil
            return words.kind == .ratio && !isRatio ? NewFormKind.text.word : words.kind.word
        }
        guard let kind = NewFormKind(word: column[.kind]?.text ?? ""), kind.isFigure else { return nil }
        if part == .unit, case .sum(let summed) = kind {
            let key = Folding.key(summed)
            return answers.columns.first { Folding.key($0[.name]?.text ?? "") == key }?[.unit]?.text
        }
        switch part {
        case .check: return kind == .count || kind == .decimal ? stock(index, in: answers) : nil
        case .unit: return kind == .ratio ? "%" : words.unit ?? whole(of: index, in: answers)?[.unit]?.text
        case .adding: return kind == .ratio ? nil : words.adding.word
        case .indicatorName: return words.name
        case .nameEnglish: return column[.indicatorName]?.text
        case .unitEnglish:
            let unit = column[.unit]?.text
            let said = answers.columns[..<index].last { $0[.unit]?.text == unit && $0[.unitEnglish] != nil }
            return said?[.unitEnglish]?.text
                ?? catalogue.indicators.first { $0.unit.vi == unit && !$0.unit.en.isEmpty }?.unit.en ?? unit
        case .partOf: return words.isPart ? whole(of: index, in: answers)?[.name]?.text : nil
        default: return nil
        }
    }

    /// That what is pending follows from what was, what arose and what was settled, where one column each says so.
    private func stock(_ index: Int, in answers: NewFormAnswers) -> String? {
        let names = answers.columns.map { $0[.name]?.text ?? "" }
        guard Folding.key(names[index]).contains("ton cuoi") else { return nil }
        func only(_ words: [String], but not: String? = nil) -> String? {
            let found = names.filter { name in
                let key = Folding.key(name)
                return words.contains { key.contains($0) } && !(not.map { key.contains($0) } ?? false)
            }
            return found.count == 1 ? found[0] : nil
        }
        guard let before = only(["ton dau"]), let arising = only(["phat sinh", "tiep nhan"]),
            let settled = only(["giai quyet"], but: "chua giai quyet"), only(["ton cuoi"]) != nil
        else { return nil }
        return "bằng \(before) + \(arising) - \(settled)"
    }

    /// The nearest column before a «Trong đó» that is none.
    private func whole(of index: Int, in answers: NewFormAnswers) -> NewFormAnswers.Column? {
        guard let name = answers.columns[index][.name]?.text, HeaderWords(name, units: []).isPart else { return nil }
        return answers.columns[..<index].last { column in
            let kind = NewFormKind(word: column[.kind]?.text ?? "")
            return column[.partOf] == nil && (kind == .count || kind == .decimal)
        }
    }

    /// `VAY01`, `VAY02`, …, of the form's letters, for indicators without a code.
    private func numberIndicators(_ answers: inout NewFormAnswers) {
        guard let code = answers.items[.code]?.text else { return }
        let letters = Folding.words(code).joined().uppercased().filter { !$0.isNumber }
        var taken = Set(catalogue.indicators.map(\.code) + answers.columns.compactMap { $0[.indicator]?.text })
        var next = 1
        for index in answers.columns.indices where answers.columns[index][.indicator] == nil {
            let column = answers.columns[index]
            guard NewFormKind(word: column[.kind]?.text ?? "")?.isFigure == true, let name = column[.name] else {
                continue
            }
            var proposed: String { (letters.isEmpty ? "CT" : letters) + (next < 10 ? "0\(next)" : "\(next)") }
            while taken.contains(proposed) { next += 1 }
            taken.insert(proposed)
            answers.columns[index][.indicator] = .init(proposed, at: name.position)
        }
    }
}

extension NewFormPart {
    /// Those that others follow from stand before them.
    fileprivate static let order: [NewFormPart] = [
        .kind, .unit, .adding, .indicatorName, .nameEnglish, .unitEnglish, .partOf, .check,
    ]
}

extension Catalogue {
    /// What forms and indicators may belong to.
    var domains: [CodeEntry] { codes.filter { $0.list == CodesRegister.domains } }
}
