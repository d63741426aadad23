import Domain

/// Judges the answers on a new form, all of them at once, and makes the form of them.
package struct NewFormJudge {
    package private(set) var faults: [NewFormFault] = []
    let answers: NewFormAnswers
    let catalogue: Catalogue
    private let isPersonal: (String) -> Bool
    private let today: Day

    static let layouts: [(vi: String, en: String, layout: Form.Layout)] = [
        ("theo xã", "by commune", .sheet), ("danh sách", "register", .register),
    ]
    static let frequencies: [(vi: String, en: String, every: Obligation.Frequency)] = [
        ("tháng", "month", .month), ("quý", "quarter", .quarter), ("6 tháng", "half", .half), ("năm", "year", .year),
    ]
    static let communes = ["các xã", "communes"]

    /// Whether an answer says that there is none.
    static func isNothing(_ text: String) -> Bool {
        ["khong", "no", "none", "-"].contains(Folding.key(text)) || text == "-"
    }

    /// - Parameters:
    ///   - answers: With what is usual where nothing was said.
    ///   - isPersonal: Whether a header asks for a person.
    package init(
        _ answers: NewFormAnswers, _ catalogue: Catalogue, today: Day, isPersonal: @escaping (String) -> Bool
    ) {
        (self.answers, self.catalogue, self.today, self.isPersonal) = (answers, catalogue, today, isPersonal)
    }

    /// The form; `nil` where something is wrong, which `faults` say then.
    package mutating func form() -> NewForm? {
        faults = []
        let code = code()
        let number = number()
        let title = required(.title)
        let domain = domain()
        let layout = choice(.layout, Self.layouts.map { ($0.vi, $0.en, $0.layout) }) ?? .sheet
        let every = choice(.every, Self.frequencies.map { ($0.vi, $0.en, $0.every) }) ?? .month
        let departments = departments()
        var columns = NewFormColumns(answers.columns, catalogue, form: code ?? "", domain: domain?.entry.code ?? "")
        columns.judge(as: layout, isPersonal: isPersonal)
        faults += columns.faults
        let page = page(columns.indicators)
        guard faults.isEmpty, let code, let number, let title, let domain else { return nil }
        let form = Form(
            code: code, number: number,
            title: Bilingual(vi: title, en: answers.text(.titleEnglish)), domain: domain.entry.code,
            layout: layout, places: .both, dateColumn: columns.dateColumn, placeless: nil, columns: columns.formColumns,
            measures: columns.measures, checks: columns.checks, key: [], sentences: columns.sentences)
        let indicators = columns.indicators
        let reason = departments.count > 1 ? answers.text(.reason) : ""
        let counted = indicators.filter { !$0.isRatio }.map(\.code) + columns.extended
        return NewForm(
            form: form, indicators: indicators, extended: columns.extended,
            obligations: departments.map { department in
                Obligation(
                    department: department.code, form: code, every: every,
                    area: department.unit ?? catalogue.organisation.province, validity: department.validity)
            },
            sources: counted.flatMap { indicator in
                departments.compactMap { department in
                    let isThere = catalogue.sources.contains {
                        $0.indicator == indicator && $0.department == department.code
                    }
                    return isThere
                        ? nil
                        : Source(
                            indicator: indicator, department: department.code, role: .count,
                            validity: department.validity, reason: reason)
                }
            },
            domain: domain.isNew ? domain.entry : nil, page: page)
    }

    mutating func say(_ item: NewFormItem, _ text: FindingText) {
        let answer = answers.items[item]
        faults.append(
            NewFormFault(
                place: .item(item), position: answer?.position ?? NewFormAnswers.option, value: answer?.text, text: text
            ))
    }

    private mutating func required(_ item: NewFormItem) -> String? {
        let text = answers.text(item)
        if text.isEmpty {
            say(item, .unanswered(item.label, item.hint))
            return nil
        }
        return text
    }

    private mutating func choice<Value>(
        _ item: NewFormItem, _ words: [(vi: String, en: String, value: Value)]
    ) -> Value? {
        guard let text = required(item) else { return nil }
        let key = Folding.key(text)
        if let found = words.first(where: { Folding.key($0.vi) == key || Folding.key($0.en) == key }) {
            return found.value
        }
        say(
            item,
            .notOneOf(text, vi: words.map(\.vi).joined(separator: ", "), en: words.map(\.en).joined(separator: ", ")))
        return nil
    }

    private mutating func code() -> String? {
        guard let text = required(.code) else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x61 < 26 }
        }
        guard isPlain, text.utf8.count <= 24, text.utf8.contains(where: { $0 &- 0x61 < 26 }), Period(text) == nil else {
            say(.code, .badCode(text))
            return nil
        }
        if let form = form(called: text) {
            say(.code, .taken(text, form))
            return nil
        }
        if let department = catalogue.departments.first(where: { $0.code.lowercased() == text }) {
            say(.code, .departmentsCode(text, department))
            return nil
        }
        return text
    }

    private mutating func number() -> String? {
        guard let text = required(.number) else { return nil }
        if let form = form(called: text) {
            // A number that follows from a code that is taken is no fault of its own.
            let follows = Folding.words(text).joined() == Folding.words(answers.text(.code)).joined()
            if !follows || !faults.contains(where: { $0.place == .item(.code) }) { say(.number, .taken(text, form)) }
            return nil
        }
        return text
    }

    private func form(called text: String) -> Form? {
        let key = Folding.words(text).joined()
        return catalogue.forms.first { [$0.code, $0.number].contains { Folding.words($0).joined() == key } }
    }

    /// One of the catalogue by its code, name or alias; any other name is that of a new one.
    private mutating func domain() -> (entry: CodeEntry, isNew: Bool)? {
        guard let text = required(.domain) else { return nil }
        let key = Folding.key(text)
        if let known = catalogue.domains.first(where: { entry in
            ([entry.code, entry.name.vi, entry.name.en] + entry.aliases).contains { Folding.key($0) == key }
        }) {
            return (known, false)
        }
        let code = NewFormColumns.identifier(text)
        guard !catalogue.domains.contains(where: { $0.code == code }) else {
            say(.domain, .notOneOf(text, vi: domainNames(.vi), en: domainNames(.en)))
            return nil
        }
        let english = answers.text(.domainEnglish)
        let name = Bilingual(vi: text, en: english.isEmpty ? text : english)
        return (CodeEntry(list: CodesRegister.domains, code: code, name: name, validity: .always, aliases: []), true)
    }

    private func domainNames(_ language: Language) -> String {
        catalogue.domains.map { $0.name[language] }.joined(separator: "; ")
    }

    private mutating func departments() -> [Department] {
        guard let text = required(.departments) else { return [] }
        let valid = catalogue.departments.filter { $0.validity.contains(today) }
        let separators: Set<Character> = [" ", ",", ";", "\t"]
        if let all = Self.communes.first(where: { Folding.key($0) == Folding.key(text) }) {
            let communes = valid.filter { $0.kind == .commune }
            if communes.isEmpty { say(.departments, .noCommunes(all)) }
            return communes
        }
        var found: [Department] = []
        var unknown: [String] = []
        for code in text.split(whereSeparator: separators.contains) {
            guard let department = valid.first(where: { $0.code.lowercased() == code.lowercased() }) else {
                unknown.append(String(code))
                continue
            }
            if !found.contains(department) { found.append(department) }
        }
        if !unknown.isEmpty {
            say(.departments, .unknownDepartments(unknown, valid.filter { $0.kind != .commune }.map(\.code)))
        }
        return found
    }
}

extension FindingText {
    static func unanswered(_ label: Bilingual, _ hint: Bilingual) -> Self {
        Self(
            Bilingual(vi: "chưa ghi “\(label.vi)”", en: "“\(label.en)” is not said"), expected: hint,
            remedy: Bilingual(
                vi: "Ghi thêm vào tệp, hoặc --answer \"\(label.vi)=…\".",
                en: "Add it to the file, or --answer \"\(label.en)=…\"."))
    }

    static func notOneOf(_ text: String, vi: String, en: String) -> Self {
        Self(
            vi: "không có “\(text)”; dùng một trong: \(vi)", en: "there is no “\(text)”; use one of: \(en)",
            expected: ("một trong: \(vi)", "one of: \(en)"),
            remedy: ("Ghi đúng một trong các từ đã nêu.", "Write one of the words named."))
    }

    fileprivate static func badCode(_ text: String) -> Self {
        Self(
            vi: "mã biểu “\(text)” không dùng được trong tên tệp",
            en: "the form code “\(text)” does not suit file names",
            expected: (NewFormItem.code.hint.vi, NewFormItem.code.hint.en),
            remedy: (
                "Chỉ dùng chữ thường không dấu, chữ số, gạch nối, có ít nhất một chữ cái.",
                "Use small letters, digits and hyphens, with a letter at least."
            ))
    }

    fileprivate static func taken(_ text: String, _ form: Form) -> Self {
        Self(
            vi: "“\(text)” là của biểu \(form.number) (\(form.title.vi)), đã có trong danh mục",
            en: "“\(text)” is form \(form.number) (\(form.title.en)), which the catalogue has",
            remedy: (
                "Chọn mã, số khác; biểu đã có thì sửa ở forms/\(form.code).yaml.",
                "Choose another; the form that there is is changed in forms/\(form.code).yaml."
            ))
    }

    fileprivate static func departmentsCode(_ text: String, _ department: Department) -> Self {
        Self(
            vi: "“\(text)” là mã của \(department.name); tên tệp không phân biệt được biểu và đơn vị",
            en: "“\(text)” is the code of \(department.name(in: .en)); file names could mean either",
            remedy: ("Chọn mã khác, ví dụ có số ở đầu.", "Choose another, such as one with a number in front."))
    }

    fileprivate static func noCommunes(_ text: String) -> Self {
        Self(
            vi: "“\(text)”: danh mục chưa có UBND xã, phường nào",
            en: "“\(text)”: the catalogue has no communes' committees",
            remedy: ("Thêm vào departments.csv trước.", "Add them to departments.csv first."))
    }

    fileprivate static func unknownDepartments(_ codes: [String], _ known: [String]) -> Self {
        let (code, list) = (codes.joined(separator: "”, “"), known.joined(separator: ", "))
        return Self(
            vi: "không có đơn vị mã “\(code)”; các mã: \(list)",
            en: "there is no department “\(code)”; the codes: \(list)",
            expected: ("mã trong departments.csv, hoặc “các xã”", "codes of departments.csv, or “communes”"),
            remedy: ("Ghi mã có trong departments.csv.", "Write codes of departments.csv."))
    }
}
