import Domain

/// Entries of one code are never valid on the same day.
enum OverlappingValidity: CatalogueRule {
    static let code = "overlapping-validity"
    static let page = Bilingual(
        vi: """
            Hai dòng của một mã cùng có hiệu lực trong một ngày. Ví dụ dòng cũ để trống valid_to trong khi dòng mới \
            có valid_from 2025-07-01. Ghi valid_to của dòng cũ bằng valid_from của dòng mới: valid_to là ngày đầu \
            tiên không còn hiệu lực.
            """,
        en: """
            Two rows of one code are valid on the same day, as when the older has no valid_to although the newer \
            begins on 2025-07-01. Let valid_to of the older be valid_from of the newer: it is the first day no \
            longer valid.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        check(draft.units, findings) { (EntryKey(first: $0.code), $0.validity) }
        check(draft.departments, findings) { (EntryKey(first: $0.code), $0.validity) }
        check(draft.obligations, findings) { (EntryKey(first: $0.department, second: $0.form), $0.validity) }
        check(draft.sources, findings) { (EntryKey(first: $0.indicator, second: $0.department), $0.validity) }
        check(draft.codes, findings) { (EntryKey(first: $0.list, second: $0.code), $0.validity) }
        check(draft.programmes, findings) { (EntryKey(first: $0.code), $0.validity) }
    }

    private static func check<Value>(
        _ register: Register<Value>, _ findings: FindingCollection, key: (Value) -> (EntryKey, Validity)
    ) {
        var seen: [EntryKey: [Located<Value>]] = [:]
        seen.reserveCapacity(register.sound.count)
        for entry in register.sound {
            let (code, validity) = key(entry.value)
            let earlier = seen[code]?.first {
                let other = key($0.value).1
                return other.from != validity.from && other.overlaps(validity)
            }
            if let earlier {
                findings.add(
                    self, at: entry.position(of: "valid_from"), value: code.shown,
                    .overlapping(code.shown, earlier.position.line))
            }
            seen[code, default: []].append(entry)
        }
    }
}

extension FindingText {
    fileprivate static func overlapping(_ code: String, _ line: Int) -> Self {
        Self(
            vi: "“\(code)” có hiệu lực trùng ngày với dòng \(line)",
            en: "“\(code)” is valid on the same days as on line \(line)",
            remedy: (
                "Ghi valid_to của dòng cũ bằng valid_from của dòng mới.",
                "Let valid_to of the older row be valid_from of the newer."
            ))
    }
}
