import DelimitedText
import Domain

/// A row dated before the period is meant to be there.
enum DateNotEarly: RowRule {
    static let code = "before-period"
    static let page = Bilingual(
        vi: """
            Ngày của dòng trước ngày đầu kỳ. Dòng vẫn được tính vào kỳ này như số liệu bổ sung và được đánh dấu cần \
            xác nhận. Nếu đã báo ở kỳ trước thì xóa dòng để khỏi tính hai lần; nếu gõ nhầm ngày thì sửa.
            """,
        en: """
            The row is dated before the period's first day. It is counted in this period as an addition, and marked. \
            If it was reported before, delete it, or it counts twice; if the date is a slip, correct it.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard let column = judge.table.plan.date, let day = row.day(column), day < judge.table.context.days.lowerBound,
            !judge.table.context.dates.isSaidOfEarly(day)
        else { return }
        let table = judge.table
        judge.ask(row, Self.self) {
            finding(
                at: table.position(row, column), value: table.text(block, row.index, column), day: day,
                days: table.context.days)
        }
    }

    static func finding(at position: Position, value: String, day: Day, days: ClosedRange<Day>) -> Finding {
        finding(
            .query, at: position, value: value, .early(day, days), expected: .daysOfPeriod(days),
            remedy: Bilingual(
                vi: "Xác nhận là số bổ sung; nếu đã báo ở kỳ trước thì xóa dòng, nếu gõ nhầm thì sửa ngày.",
                en: "Confirm that it is an addition; delete it if it was reported before, or correct the date."))
    }
}

extension Bilingual {
    fileprivate static func early(_ day: Day, _ days: ClosedRange<Day>) -> Self {
        Self(
            vi:
                "ngày \(Language.vi.date(day)) trước ngày đầu kỳ \(Language.vi.date(days.lowerBound)), tính là "
                + "số bổ sung",
            en:
                "\(Language.en.date(day)) is before the period's first day, "
                + "\(Language.en.date(days.lowerBound)); counted as an addition"
        )
    }
}
