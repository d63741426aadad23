import Domain

/// A unit that ends or begins on a day has a line in `unit_changes.csv` that says what became of it.
enum UnitWithoutChange: CatalogueRule {
    static let code = "unit-without-change"
    static let page = Bilingual(
        vi: """
            Một đơn vị hết hiệu lực hoặc bắt đầu có hiệu lực thì unit_changes.csv phải có dòng cho biết đã nhập vào \
            đâu, hình thành từ đâu; không có dòng đó thì số liệu trước và sau ngày ấy không so sánh được. Thêm dòng \
            với ngày, from, to và kind.
            """,
        en: """
            Where a unit ends or begins, unit_changes.csv says what became of it or what it was made of; without \
            that line, figures before and after cannot be compared. Add it with its date, from, to and kind.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        guard draft.changes.isKnown else { return }
        var left: Set<EntryKey> = []
        var reached: Set<EntryKey> = []
        for change in draft.changes.values {
            if let from = change.from { left.insert(EntryKey(first: from, day: change.date)) }
            if let to = change.to { reached.insert(EntryKey(first: to, day: change.date)) }
        }
        for entry in draft.units.sound where entry.value.level != .province {
            let unit = entry.value
            if let to = unit.validity.to, !left.contains(EntryKey(first: unit.code, day: to)) {
                findings.add(self, at: entry.position(of: "valid_to"), value: unit.code, .noEnd(unit, to))
            }
            if let from = unit.validity.from, !reached.contains(EntryKey(first: unit.code, day: from)) {
                findings.add(self, at: entry.position(of: "valid_from"), value: unit.code, .noBeginning(unit, from))
            }
        }
    }
}

extension FindingText {
    fileprivate static func noEnd(_ unit: Unit, _ day: Day) -> Self {
        Self(
            vi:
                "“\(unit.fullName)” (\(unit.code)) hết hiệu lực ngày \(Language.vi.date(day)) mà không có biến động",
            en: "“\(unit.fullName)” (\(unit.code)) ends on \(Language.en.date(day)) without a line of change",
            remedy: (
                "Thêm vào unit_changes.csv dòng có date \(day) và from \(unit.code).",
                "Add a line with date \(day) and from \(unit.code) to unit_changes.csv."
            ))
    }

    fileprivate static func noBeginning(_ unit: Unit, _ day: Day) -> Self {
        Self(
            vi:
                "“\(unit.fullName)” (\(unit.code)) bắt đầu ngày \(Language.vi.date(day)) mà không có biến động",
            en: "“\(unit.fullName)” (\(unit.code)) begins on \(Language.en.date(day)) without a line of change",
            remedy: (
                "Thêm vào unit_changes.csv dòng có date \(day) và to \(unit.code).",
                "Add a line with date \(day) and to \(unit.code) to unit_changes.csv."
            ))
    }
}
