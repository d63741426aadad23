import Domain

/// A change leads from a unit valid on the day before to one valid on its day.
enum ChangeOfUnknownUnit: CatalogueRule {
    static let code = "change-of-unknown-unit"
    static let page = Bilingual(
        vi: """
            Một dòng biến động nêu mã không có hiệu lực vào ngày đó: from phải có hiệu lực vào ngày trước date, to \
            phải có hiệu lực vào ngày date. Mã được dùng lại cho đơn vị khác, vì vậy cần đối chiếu cả ngày.
            """,
        en: """
            A line of change names a code that is not valid then: from is valid on the day before date, to on date. \
            Codes are used again for other units, so look at the date as well.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        guard draft.units.isKnown else { return }
        for entry in draft.changes.sound {
            let date = entry.value.date
            let sides = [("from", entry.value.from, date.adding(days: -1)), ("to", entry.value.to, date)]
            for case (let column, let code?, let day) in sides where !draft.hasUnit(code, on: day) {
                findings.add(self, at: entry.position(of: column), value: code, .notValid(code, day))
            }
        }
    }
}

extension FindingText {
    fileprivate static func notValid(_ code: String, _ day: Day) -> Self {
        Self(
            vi: "ngày \(Language.vi.date(day)) không có đơn vị “\(code)”",
            en: "there is no unit “\(code)” on \(Language.en.date(day))",
            remedy: (
                "Sửa mã hoặc ngày: from có hiệu lực vào ngày trước date, to có hiệu lực vào ngày date.",
                "Correct the code or the date: from is valid on the day before date, to on date."
            ))
    }
}
