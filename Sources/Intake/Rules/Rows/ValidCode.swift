import DelimitedText
import Domain

/// A code is valid on the row's day.
enum ValidCode: RowRule {
    static let code = "code-not-valid"
    static let page = Bilingual(
        vi: """
            Giá trị có trong danh mục nhưng không còn (hoặc chưa) dùng vào ngày của dòng, ví dụ chương trình mục \
            tiêu quốc gia giai đoạn 2021–2025 trong báo cáo năm 2026. Chọn giá trị đang dùng, hoặc sửa ngày nếu gõ \
            nhầm. Số liệu được chọn theo giá trị này không được tính ở dòng đó, số liệu khác vẫn được tính.
            """,
        en: """
            The value is in the list but not in use on the row's day: a national programme of 2021–2025 in a report \
            of 2026, say. Choose one that is in use, or correct the date. What is selected by it is not counted in \
            that row; the rest is.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        for (column, _) in judge.table.plan.codes {
            guard case .other(.notValid(let entry)) = row.codes[column] else { continue }
            let table = judge.table
            judge.say(Self.self) {
                finding(
                    at: table.position(row, column), value: table.text(block, row.index, column), entry: entry,
                    day: table.day(of: row))
            }
        }
    }

    static func finding(at position: Position, value: String, entry: CodeEntry, day: Day) -> Finding {
        finding(
            .error, at: position, value: value, .notValid(value, entry, day),
            remedy: Bilingual(
                vi: "Chọn giá trị đang dùng vào ngày đó.", en: "Choose a value that is in use on that day."))
    }
}

extension Bilingual {
    fileprivate static func notValid(_ value: String, _ entry: CodeEntry, _ day: Day) -> Self {
        if let end = entry.validity.to, end <= day {
            let last = end.adding(days: -1)
            return Self(
                vi: "\(value.quoted) chỉ dùng đến hết ngày \(Language.vi.date(last))",
                en: "\(value.quoted) was in use until \(Language.en.date(last))")
        }
        let first = entry.validity.from ?? day
        return Self(
            vi: "\(value.quoted) chỉ dùng từ ngày \(Language.vi.date(first))",
            en: "\(value.quoted) is in use from \(Language.en.date(first))")
    }
}
