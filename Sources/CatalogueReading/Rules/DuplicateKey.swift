import Domain

/// No two entries of a register have the same key.
enum DuplicateKey: CatalogueRule {
    static let code = "duplicate-key"
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
        check(draft.units, "code", findings) { EntryKey(first: $0.code, day: $0.validity.from) }
        check(draft.changes, "from", findings) {
            EntryKey(first: $0.date.description, second: $0.from ?? "", third: $0.to ?? "")
        }
        check(draft.departments, "code", findings) { EntryKey(first: $0.code, day: $0.validity.from) }
        check(draft.obligations, "department", findings) {
            EntryKey(first: $0.department, second: $0.form, day: $0.validity.from)
        }
        check(draft.indicators, "code", findings) { EntryKey(first: $0.code) }
        check(draft.sources, "indicator", findings) {
            EntryKey(first: $0.indicator, second: $0.department, day: $0.validity.from)
        }
        check(draft.codes, "code", findings) { EntryKey(first: $0.list, second: $0.code, day: $0.validity.from) }
        check(draft.programmes, "code", findings) { EntryKey(first: $0.code, day: $0.validity.from) }
        check(draft.targets, "indicator", findings) {
            EntryKey(first: $0.indicator, second: $0.unit, third: String($0.year))
        }
        check(draft.populations, "unit", findings) { EntryKey(first: $0.unit, second: String($0.year)) }
        check(draft.holidays, "date", findings) { EntryKey(first: $0.day.description) }
        check(draft.forms, "code", findings) { EntryKey(first: $0.code) }
        check(draft.reports, "code", findings) { EntryKey(first: $0.code) }
        for form in draft.forms.entries {
            checkParts(of: form, "columns", form.value.columns.map(\.id), findings)
            checkParts(of: form, "measures", form.value.measures.map(\.code), findings)
        }
    }

    private static func check<Value>(
        _ register: Register<Value>, _ column: String, _ findings: FindingCollection, key: (Value) -> EntryKey
    ) {
        var first: [EntryKey: Located<Value>] = [:]
        first.reserveCapacity(register.sound.count)
        for entry in register.sound {
            let key = key(entry.value)
            guard let earlier = first[key] else {
                first[key] = entry
                continue
            }
            findings.add(
                self, at: entry.position(of: column), value: key.shown, .duplicate(key.shown, earlier.position))
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
            findings.add(self, at: position, value: key, .duplicate(key, earlier))
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
