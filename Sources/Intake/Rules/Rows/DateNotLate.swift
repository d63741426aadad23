import DelimitedText
import Domain

/// No row is dated after the period.
enum DateNotLate: RowRule {
    static let code = "after-period"
    static let page = Bilingual(
        vi: """
            Ngày của dòng sau ngày cuối kỳ. Kỳ tháng 10 tính từ ngày 15/9 đến ngày 14/10 (Nghị định 09/2019/NĐ-CP), \
            nên việc ngày 20/10 thuộc kỳ tháng 11. Chuyển dòng sang kỳ sau, hoặc sửa ngày nếu gõ nhầm.
            """,
        en: """
            The row is dated after the period's last day. October runs from 15 September to 14 October (Decree \
            09/2019), so 20 October belongs to November. Move the row to the next period, or correct the date.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard let column = judge.table.plan.date, let day = row.day(column), day > judge.table.context.days.upperBound,
            !judge.table.context.dates.isSaidOfLate
        else { return }
        let table = judge.table
        row.isRefused = true
        judge.say(Self.self) {
            finding(
                at: table.position(row, column), value: table.text(block, row.index, column), day: day,
                days: table.context.days)
        }
    }

    static func finding(at position: Position, value: String, day: Day, days: ClosedRange<Day>) -> Finding {
        finding(
            .error, at: position, value: value, .late(day, days), expected: .daysOfPeriod(days),
            remedy: Bilingual(
                vi: "Chuyển dòng này sang kỳ sau, hoặc sửa ngày nếu gõ nhầm.",
                en: "Move the row to the next period, or correct the date."))
    }
}

extension Bilingual {
    fileprivate static func late(_ day: Day, _ days: ClosedRange<Day>) -> Self {
        Self(
            vi: "ngày \(Language.vi.date(day)) sau ngày cuối kỳ \(Language.vi.date(days.upperBound))",
            en: "\(Language.en.date(day)) is after the period's last day, \(Language.en.date(days.upperBound))")
    }

    /// The first and the last day of the period.
    static func daysOfPeriod(_ days: ClosedRange<Day>) -> Self {
        Self(
            vi: "từ ngày \(Language.vi.date(days.lowerBound)) đến ngày \(Language.vi.date(days.upperBound))",
            en: "\(Language.en.date(days.lowerBound)) to \(Language.en.date(days.upperBound))")
    }
}
