import Domain

/// No two entries of a register have the same key.
enum DuplicateKey: CatalogueRule {
    static let name: RuleName = "duplicate-key"
    static let page = Bilingual(
        vi: """
            Hai dòng cùng một mã (và cùng ngày bắt đầu), nên không biết dòng nào đúng. Lỗi nêu ở dòng sau và chỉ \
            dòng trước. Thường do chép một dòng mà quên sửa. Bỏ một dòng, hoặc sửa mã hay ngày của dòng mới.
            """,
        en: """
            Two entries have the same code (and the same first day), so it is open which is meant. The later one is \
            named with the line of the earlier. Usually a line was copied and not edited: remove one, or correct its \
            code or date.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        func day(_ validity: Validity) -> String { validity.from?.description ?? "" }
        check(draft.units, "code", findings) { [$0.code, day($0.validity)] }
        check(draft.changes, "from", findings) { [$0.date.description, $0.from ?? "", $0.to ?? ""] }
        check(draft.departments, "code", findings) { [$0.code, day($0.validity)] }
        check(draft.obligations, "department", findings) { [$0.department, $0.form, day($0.validity)] }
        check(draft.indicators, "code", findings) { [$0.code] }
        check(draft.sources, "indicator", findings) { [$0.indicator, $0.department, day($0.validity)] }
        check(draft.codes, "code", findings) { [$0.list, $0.code, day($0.validity)] }
        check(draft.programmes, "code", findings) { [$0.code, day($0.validity)] }
        check(draft.targets, "indicator", findings) { [$0.indicator, $0.unit, String($0.year)] }
        check(draft.populations, "unit", findings) { [$0.unit, String($0.year)] }
        check(draft.holidays, "date", findings) { [$0.day.description] }
        check(draft.forms, "code", findings) { [$0.code] }
        check(draft.reports, "code", findings) { [$0.code] }
        for form in draft.forms.entries {
            checkParts(of: form, "columns", form.value.columns.map(\.id), findings)
            checkParts(of: form, "measures", form.value.measures.map(\.code), findings)
        }
    }

    private static func check<Value>(
        _ register: Register<Value>, _ column: String, _ findings: FindingCollection, key: (Value) -> [String]
    ) {
        var first: [[String]: Position] = [:]
        for entry in register.sound {
            let key = key(entry.value)
            guard let earlier = first[key] else {
                first[key] = entry.position
                continue
            }
            let shown = key.filter { !$0.isEmpty }.joined(separator: " ")
            findings.add(name, at: entry.position(of: column), value: shown, .duplicate(shown, earlier))
        }
    }

    private static func checkParts(
        of form: Located<Form>, _ part: String, _ keys: [String], _ findings: FindingCollection
    ) {
        var first: [String: Position] = [:]
        for (index, key) in keys.enumerated() {
            let position = form.position(of: "\(part).\(index)")
            guard let earlier = first[key] else {
                first[key] = position
                continue
            }
            findings.add(name, at: position, value: key, .duplicate(key, earlier))
        }
    }
}

extension FindingText {
    fileprivate static func duplicate(_ key: String, _ earlier: Position) -> Self {
        Self(
            vi: "“\(key)” đã có ở dòng \(earlier.line) của \(earlier.file)",
            en: "“\(key)” is already on line \(earlier.line) of \(earlier.file)",
            remedy: ("Bỏ một trong hai, hoặc sửa mã, ngày.", "Remove one of the two, or correct its code or date."))
    }
}
