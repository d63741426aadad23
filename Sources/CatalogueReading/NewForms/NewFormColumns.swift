import Domain

/// The columns of a new form, judged one after the other, with the indicators that come of them.
struct NewFormColumns {
    private(set) var faults: [NewFormFault] = []
    private(set) var formColumns: [Form.Column] = []
    var measures: [Measure] = []
    private(set) var indicators: [Indicator] = []
    /// Codes of indicators that there are already.
    private(set) var extended: [String] = []
    var checks: [RowCheck] = []
    private(set) var sentences: [LetterPlan.Sentence] = []
    private(set) var dateColumn: String?

    private let columns: [NewFormAnswers.Column]
    let catalogue: Catalogue
    private let form: String
    private let domain: String
    /// By the folded name of a column that gives a figure.
    private(set) var figures: [String: (column: String, indicator: String)] = [:]
    private var ids: Set<String> = []
    private(set) var relations: NewFormRelations
    /// By the place of a column that gives a figure, that of its measure.
    private(set) var measurePlaces: [Int: Int] = [:]

    /// What is read of a workbook's sheet.
    static let most = 250
    private static let decimals = 2

    init(_ columns: [NewFormAnswers.Column], _ catalogue: Catalogue, form: String, domain: String) {
        (self.columns, self.catalogue, self.form, self.domain) = (columns, catalogue, form, domain)
        relations = NewFormRelations(catalogue)
    }

    mutating func judge(as layout: Form.Layout, isPersonal: (String) -> Bool) {
        guard columns.count <= Self.most else { return sayOfAll(.tooMany(columns.count, Self.most)) }
        judgeNames(isPersonal)
        for index in columns.indices { take(index, layout) }
        for index in columns.indices { takeSum(index) }
        for index in columns.indices where kind(index) == .ratio { takeRatio(index) }
        for index in columns.indices {
            takePart(index)
            takeRelations(index)
        }
        addPlaces(layout)
        if formColumns.allSatisfy({ $0.kind != .reason }) {
            formColumns.append(column("Thuyết minh", "Explanation", .reason, isRequired: false))
        }
        let asked = Set(formColumns.map { Folding.key($0.name) })
        formColumns = formColumns.map { $0.withoutAliases(asked.subtracting([Folding.key($0.name)])) }
        if indicators.isEmpty, extended.isEmpty, faults.isEmpty { sayOfAll(.noFigure(layout)) }
        if layout == .register, dateColumn == nil { sayOfAll(.noDate) }
    }

    /// A word of small letters, digits and `_`.
    static func identifier(_ text: String) -> String {
        let words = Folding.words(text).joined(separator: "_")
        let short = String(words.prefix(40))
        return short.first?.isLetter == true ? short : "c_" + short
    }

    private func kind(_ index: Int) -> NewFormKind? { NewFormKind(word: columns[index][.kind]?.text ?? "") }

    func text(_ part: NewFormPart, _ index: Int) -> String { columns[index][part]?.text ?? "" }

    mutating func say(_ index: Int, _ part: NewFormPart, _ text: FindingText) {
        let answer = columns[index][part] ?? columns[index][.name]
        faults.append(
            NewFormFault(
                place: .part(index, part), position: answer?.position ?? NewFormAnswers.option, value: answer?.text,
                text: text))
    }

    private mutating func sayOfAll(_ text: FindingText) {
        let position = columns.first?[.name].map {
            Position(file: $0.position.file, line: $0.position.line, row: $0.position.row)
        }
        faults.append(
            NewFormFault(place: .columns, position: position ?? NewFormAnswers.option, value: nil, text: text))
    }

    private mutating func judgeNames(_ isPersonal: (String) -> Bool) {
        var seen: Set<String> = []
        for index in columns.indices {
            let name = text(.name, index)
            let key = Folding.key(name)
            if key.isEmpty { say(index, .name, .unnamed) }
            if !key.isEmpty, !seen.insert(key).inserted { say(index, .name, .twice(name)) }
            if isPersonal(name) { say(index, .name, .personal(name)) }
        }
    }

    private mutating func take(_ index: Int, _ layout: Form.Layout) {
        guard let kind = kind(index) else {
            return say(
                index, .kind, .notOneOf(text(.kind, index), vi: NewFormKind.list.vi, en: NewFormKind.list.en))
        }
        let (name, english) = (text(.name, index), text(.nameEnglish, index))
        let single: [NewFormKind] = [.unitName, .unitCode, .ordinal, .reason]
        if single.contains(kind), columns.indices.contains(where: { $0 < index && self.kind($0) == kind }) {
            return say(index, .kind, .secondOfKind(kind.word))
        }
        switch kind {
        case .ordinal: formColumns.append(column(name, "No.", .ordinal, isRequired: false))
        case .unitCode: formColumns.append(column(name, "Commune code", .unitCode, isRequired: false))
        case .unitName: formColumns.append(column(name, "Commune", .unitName, isRequired: true))
        case .reason: formColumns.append(column(name, "Explanation", .reason, isRequired: false))
        case .text: formColumns.append(column(name, english, .text, isRequired: false))
        case .sum: break
        case .date:
            let isFirst = layout == .register && dateColumn == nil
            let date = column(name, english, .date, isRequired: isFirst)
            formColumns.append(date)
            relations.note(date, headed: name)
            if isFirst { dateColumn = date.id }
        case .code(let list):
            let lists = Set(catalogue.codes.map(\.list))
            guard lists.contains(list) else {
                let known = lists.sorted().joined(separator: ", ")
                return say(index, .kind, .notOneOf(list, vi: known, en: known))
            }
            let coded = column(name, english, .code(list), isRequired: false)
            formColumns.append(coded)
            relations.note(coded, headed: name)
        case .count, .decimal: takeFigure(index, name, kind == .count ? .count : .decimal(Self.decimals))
        case .rows: takeFigure(index, name, nil)
        case .ratio: break
        }
    }

    /// A column of numbers, or the number of rows: its measure, and the indicator made of it.
    private mutating func takeFigure(_ index: Int, _ name: String, _ kind: Form.Column.Kind?) {
        let most = text(.most, index)
        let bound = most.isEmpty ? nil : Int(most.filter { $0 != "." && $0 != " " }).flatMap { Quantity(whole: $0) }
        if !most.isEmpty, bound == nil { say(index, .most, .badNumber(most)) }
        let id: String
        if let kind {
            let made = column(name, text(.nameEnglish, index), kind, isRequired: false, bound: bound)
            formColumns.append(made)
            relations.note(made, headed: name)
            id = made.id
        } else {
            id = unique(Self.identifier(name))
        }
        figures[Folding.key(name)] = (id, text(.indicator, index))
        let isMoney = Folding.key(text(.unit, index)).contains("dong")
        let decimals = if case .decimal = kind { isMoney ? 1 : Self.decimals } else { 0 }
        measure(index, kind == nil ? [] : [id], as: id, decimals: decimals, bound: bound)
    }

    /// A column of the form once more: its measure, and the indicator made of it.
    private mutating func takeSum(_ index: Int) {
        guard case .sum(let written) = kind(index) else { return }
        guard let summed = relations.number(headed: written), let column = formColumns.first(where: { $0.id == summed })
        else { return say(index, .kind, .noFigureCalled(written)) }
        let name = text(.name, index)
        let id = unique(Self.identifier(name))
        figures[Folding.key(name)] = (id, text(.indicator, index))
        let isMoney = Folding.key(text(.unit, index)).contains("dong")
        let decimals = if case .decimal = column.kind { isMoney ? 1 : Self.decimals } else { 0 }
        measure(index, [summed], as: id, decimals: decimals, bound: nil)
    }

    private mutating func measure(_ index: Int, _ columns: [String], as id: String, decimals: Int, bound: Quantity?) {
        let code = text(.indicator, index)
        measurePlaces[index] = measures.count
        if let known = catalogue.indicator(code) {
            guard !known.isRatio, known.measures.count == 1, !known.forms.contains(form) else {
                return say(index, .indicator, .takenIndicator(known))
            }
            measures.append(Measure(code: known.measures[0], columns: columns, selection: [:], by: []))
            extended.append(code)
            return
        }
        guard let adding = NewFormAdding(word: text(.adding, index)) else {
            return say(
                index, .adding,
                .notOneOf(text(.adding, index), vi: NewFormAdding.list.vi, en: NewFormAdding.list.en))
        }
        let measure = measureCode(id)
        measures.append(Measure(code: measure, columns: columns, selection: [:], by: []))
        add(
            index,
            kind: adding == .flow ? .flow([measure]) : adding == .stock ? .stock([measure]) : .yearToDate([measure]),
            decimals: decimals, forms: [form], bound: bound)
    }

    mutating func add(
        _ index: Int, kind: Indicator.Kind, decimals: Int, forms: [String], bound: Quantity?
    ) {
        let code = text(.indicator, index)
        let isPlain = code.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x41 < 26 } && !code.isEmpty
        guard isPlain, code.utf8.count <= 20 else { return say(index, .indicator, .badIndicatorCode(code)) }
        guard !indicators.contains(where: { $0.code == code }) else {
            return say(index, .indicator, .sameIndicator(code))
        }
        let isSaid = faults.contains { $0.place == .part(index, .name) }
        if text(.unit, index).isEmpty, !isSaid { say(index, .unit, .withoutUnit(text(.name, index))) }
        let name = Bilingual(vi: text(.indicatorName, index), en: text(.nameEnglish, index))
        let indicator = Indicator(
            code: code, domain: domain, name: name,
            shortName: Bilingual(vi: HeaderWords(text(.name, index), units: []).name, en: name.en),
            unit: Bilingual(vi: text(.unit, index), en: text(.unitEnglish, index)), kind: kind, decimals: decimals,
            better: .none, forms: forms, bound: bound, suppressBelow: nil, isSensitive: false,
            partOf: wholeOf(index))
        indicators.append(indicator)
        let verb = Bilingual(vi: text(.verb, index), en: text(.verbEnglish, index))
        if !verb.vi.isEmpty { sentences.append(LetterPlan.Sentence(of: indicator, verb: verb)) }
    }

    func wholeOf(_ index: Int) -> String? {
        let written = text(.partOf, index)
        guard !written.isEmpty else { return nil }
        let named = figures[Folding.key(written)]?.indicator
        return named ?? catalogue.indicator(written.uppercased())?.code
    }

    /// The columns that every form has, where nobody named them.
    private mutating func addPlaces(_ layout: Form.Layout) {
        var front: [Form.Column] = []
        if layout == .sheet, formColumns.allSatisfy({ $0.kind != .ordinal }) {
            front.append(column("TT", "No.", .ordinal, isRequired: false))
        }
        if formColumns.allSatisfy({ $0.kind != .unitCode }) {
            front.append(column("Mã xã", "Commune code", .unitCode, isRequired: false))
        }
        if formColumns.allSatisfy({ $0.kind != .unitName }) {
            front.append(column("Xã, phường", "Commune", .unitName, isRequired: true))
        }
        let numbered = formColumns.first?.kind == .ordinal ? 1 : 0
        formColumns.insert(contentsOf: front, at: front.first?.kind == .ordinal ? 0 : numbered)
    }

    private mutating func column(
        _ name: String, _ english: String, _ kind: Form.Column.Kind, isRequired: Bool, bound: Quantity? = nil
    ) -> Form.Column {
        let known: NewFormKind? =
            switch kind {
            case .ordinal: .ordinal
            case .unitCode: .unitCode
            case .unitName: .unitName
            case .reason: .reason
            default: nil
            }
        let key = Folding.key(name)
        let aliases = known.map(HeaderWords.aliases)?.filter { Folding.key($0) != key } ?? []
        return Form.Column(
            id: unique(Self.identifier(name)), name: name, nameEnglish: english.isEmpty ? name : english, kind: kind,
            aliases: aliases, required: isRequired, filled: isRequired && kind == .date, bound: bound)
    }

    private mutating func unique(_ id: String) -> String {
        var (candidate, number) = (id, 2)
        while !ids.insert(candidate).inserted {
            candidate = "\(id)_\(number)"
            number += 1
        }
        return candidate
    }

    /// No other form has it: measures of one name are one thing.
    private func measureCode(_ id: String) -> String {
        let taken = Set((catalogue.forms.flatMap(\.measures) + measures).map(\.code))
        let own = Self.identifier(form.filter { !$0.isNumber }) + "_" + id
        var (candidate, number) = (own, 2)
        while taken.contains(candidate) {
            candidate = "\(own)_\(number)"
            number += 1
        }
        return candidate
    }
}

extension Form.Column {
    /// Without other names that columns of the form bear.
    fileprivate func withoutAliases(_ names: Set<String>) -> Form.Column {
        Form.Column(
            id: id, name: name, nameEnglish: nameEnglish, kind: kind,
            aliases: aliases.filter { !names.contains(Folding.key($0)) }, required: required, filled: filled,
            bound: bound
        )
    }
}
