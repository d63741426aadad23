import CatalogueReading
import Domain
import Office

/// Asks on a terminal for a new form: every question says what is expected and what an empty answer means.
struct NewFormDialogue {
    let work: NewFormWork
    let questions: Questions
    private(set) var answers: NewFormAnswers

    private static let ends = ["hết", "done"]

    init(_ work: NewFormWork, _ questions: Questions, from answers: NewFormAnswers) {
        (self.work, self.questions, self.answers) = (work, questions, answers)
    }

    /// Asks for all that was not said. The columns that a file gives are as the file says.
    mutating func ask() throws {
        questions.console.say(Words.introduction)
        for item in [NewFormItem.title, .code, .number, .domain] { try ask(item) }
        if let domain = answers.items[.domain]?.text, work.isNew(domain: domain) { try ask(.domainEnglish) }
        if work.speaksEnglish { try ask(.titleEnglish) }
        for item in [NewFormItem.every, .departments] { try ask(item) }
        if answers.items[.departments]?.text.contains(where: { " ,;".contains($0) }) == true { try ask(.reason) }
        if answers.columns.isEmpty {
            try ask(.layout)
            while try askColumn() {}
        }
        try ask(.page)
    }

    /// Whether what was answered is to be written.
    func confirmed(_ form: NewForm) throws -> Bool {
        let words = Words.yes
        let answer = try questions.answer(
            nil, option: "", Words.confirm(form), usual: words[questions.console.language]
        ) { text in
            [words.vi, words.en, Words.no.vi, Words.no.en].contains { Folding.key($0) == Folding.key(text) }
                ? nil : Words.confirm(form)
        }
        return [words.vi, words.en].contains { Folding.key($0) == Folding.key(answer) }
    }

    private mutating func ask(_ item: NewFormItem) throws {
        guard answers.items[item] == nil else { return }
        let (work, before) = (work, answers)
        let usual = work.completed(before, isAsking: true).items[item]?.text
        let text = try questions.answer(nil, option: "", Words.question(item.label, work.hint(item)), usual: usual) {
            text in
            var tried = before
            tried.items[item] = .init(text, at: NewFormAnswers.option)
            return Self.fault(in: tried, at: .item(item), work)
        }
        answers.items[item] = .init(text, at: NewFormAnswers.option)
    }

    /// Asks for one more column; false where there is none.
    private mutating func askColumn() throws -> Bool {
        let index = answers.columns.count
        let end = Self.ends[questions.console.language == .vi ? 0 : 1]
        answers.columns.append([:])
        let name = try ask(
            .name, of: index, as: Words.column(index + 1, end), usual: index == 0 ? nil : end,
            ending: index == 0 ? [] : Self.ends)
        if index > 0, Self.ends.contains(where: { Folding.key($0) == Folding.key(name) }) {
            answers.columns.removeLast()
            return false
        }
        let kind = try ask(.kind, of: index)
        let completed = work.completed(answers, isAsking: true).columns[index]
        // Only what gives a figure has an indicator.
        guard completed[.indicatorName] != nil else { return true }
        let isRatio = Folding.key(kind) == "ty le" || Folding.key(kind) == "ratio"
        var parts: [NewFormPart] = isRatio ? [.numerator, .denominator] : [.unit, .adding]
        parts += [.indicatorName] + (work.speaksEnglish ? [.nameEnglish, .unitEnglish] : []) + [.indicator]
        for part in parts { _ = try ask(part, of: index) }
        let before = answers.columns[..<index].map { Folding.key($0[.kind]?.text ?? "") }
        // Of a list in a column before, some may be meant; and what is counted may follow from other columns.
        if before.contains(where: { $0.hasPrefix("danh muc ") || $0.hasPrefix("list ") }) {
            try askWhere(.rows, of: index)
        }
        if before.contains(where: Self.numbers.contains), Self.numbers.contains(Folding.key(kind)) {
            try askWhere(.check, of: index)
        }
        return true
    }

    private static let numbers: Set<String> = ["so dem", "count", "so le", "decimal"]

    /// Asks for what most columns have none of.
    private mutating func askWhere(_ part: NewFormPart, of index: Int) throws {
        let none = Words.no[questions.console.language]
        let usual = work.completed(answers, isAsking: true).columns[index][part]?.text ?? none
        let text = try ask(part, of: index, usual: usual, ending: [Words.no.vi, Words.no.en])
        if [Words.no.vi, Words.no.en].contains(where: { Folding.key($0) == Folding.key(text) }) {
            answers.columns[index][part] = part == .check ? .init(Words.no.vi, at: NewFormAnswers.option) : nil
        }
    }

    private mutating func ask(
        _ part: NewFormPart, of index: Int, as question: Bilingual? = nil, usual given: String? = nil,
        ending: [String] = []
    ) throws -> String {
        let (work, before) = (work, answers)
        let usual = given ?? work.completed(before, isAsking: true).columns[index][part]?.text
        let question = question ?? Words.question(part.label, part.hint).map { "  " + $0 }
        let text = try questions.answer(nil, option: "", question, usual: usual) { text in
            if ending.contains(where: { Folding.key($0) == Folding.key(text) }) { return nil }
            var tried = before
            tried.columns[index][part] = .init(text, at: NewFormAnswers.option)
            if part == .name, tried.columns[index][.kind] == nil {
                // The kind is asked for next.
                tried.columns[index][.kind] = .init("chữ", at: NewFormAnswers.option)
            }
            return Self.fault(in: tried, at: .part(index, part), work)
        }
        answers.columns[index][part] = .init(text, at: NewFormAnswers.option)
        return text
    }

    /// What is wrong with the answer at a place, with what to do.
    private static func fault(
        in answers: NewFormAnswers, at place: NewFormFault.Place, _ work: NewFormWork
    ) -> Bilingual? {
        let faults = work.judged(work.completed(answers, isAsking: true)).faults
        return faults.first { $0.place == place }.map { fault in
            Bilingual(
                vi: "\(fault.text.text.vi). \(fault.text.remedy.vi)",
                en: "\(fault.text.text.en). \(fault.text.remedy.en)")
        }
    }
}

private enum Words {
    static let introduction = Bilingual(
        vi: "Lập biểu mới. Chữ trong ngoặc vuông được lấy khi bấm Enter; chưa ghi gì vào danh mục trước câu hỏi cuối.",
        en: "A new form. What stands in brackets is taken on Enter; nothing is written before the last question.")
    static let yes = Bilingual(vi: "có", en: "yes")
    static let no = Bilingual(vi: "không", en: "no")

    static func question(_ label: Bilingual, _ hint: Bilingual) -> Bilingual {
        Bilingual(vi: "\(label.vi) (\(hint.vi))", en: "\(label.en) (\(hint.en))")
    }

    static func column(_ number: Int, _ end: String) -> Bilingual {
        let first = number == 1
        return Bilingual(
            vi: "Cột \(number): tên như ở dòng tiêu đề"
                + (first ? " (TT, Mã xã, Xã, phường, Thuyết minh có sẵn)" : "; hết cột thì ghi \(end)"),
            en: "Column \(number): as it is headed"
                + (first ? " (numbering, commune and explanation are there already)" : "; \(end), if there is none"))
    }

    static func confirm(_ form: NewForm) -> Bilingual {
        let (columns, indicators) = (form.form.columns.count, form.indicators.count)
        return Bilingual(
            vi:
                "Ghi biểu \(form.form.number) (\(form.form.code)), \(columns) cột, \(indicators) chỉ tiêu mới vào danh mục (có, không)",
            en:
                "Write form \(form.form.number) (\(form.form.code)), \(columns) columns, \(indicators) new indicators, into the catalogue (yes, no)"
        )
    }
}
