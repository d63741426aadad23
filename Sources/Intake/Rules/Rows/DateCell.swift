import DelimitedText
import Domain

/// A cell of dates holds a date.
enum DateCell: RowRule {
    static let code = "not-a-date"
    static let page = Bilingual(
        vi: """
            Ô ngày phải là một ngày có thật, viết dd/MM/yyyy như 05/10/2026 (cũng nhận 5/10/2026, 2026-10-05, 5 \
            tháng 10 năm 2026, 05-thg 10-26). Không nhận “tháng 10”, “đầu tháng”, hay ngày không có như 31/9. Dòng không có ngày thì không biết thuộc kỳ nào \
            nên không được tính.
            """,
        en: """
            A date is a day that exists, written dd/MM/yyyy as in 05/10/2026 (5/10/2026 and 2026-10-05 too); not \
            “October”, and not 31/9. Without its date a row belongs to no period and is not counted.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        for column in judge.table.plan.dates {
            if row.dates[column] == .withoutYear { row.isRefused = true }
            guard row.dates[column] == .unreadable else { continue }
            let table = judge.table
            row.isRefused = true
            judge.say(Self.self) {
                finding(at: table.position(row, column), value: table.text(block, row.index, column))
            }
        }
    }

    static func finding(at position: Position, value: String) -> Finding {
        finding(
            .error, at: position, value: value, .noDate(value),
            expected: Bilingual(vi: "ngày dạng 05/10/2026", en: "a date such as 05/10/2026"),
            remedy: Bilingual(vi: "Ghi ngày dạng dd/MM/yyyy.", en: "Write the date as dd/MM/yyyy."))
    }
}

extension Bilingual {
    fileprivate static func noDate(_ value: String) -> Self {
        Self(vi: "\(value.quoted) không phải là ngày", en: "\(value.quoted) is not a date")
    }
}
