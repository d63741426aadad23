import Domain

/// The dates follow the reporting period, not the calendar month.
enum CalendarMonth: FileRule {
    static let code = "calendar-month"
    static let page = Bilingual(
        vi: """
            Số liệu được lấy theo những ngày khác với ngày của kỳ báo cáo, thường là theo tháng dương lịch (từ ngày \
            01 đến ngày cuối tháng), trong khi kỳ báo cáo tháng tính từ ngày 15 tháng trước đến ngày 14 tháng này \
            (Điều 12 Nghị định 09/2019/NĐ-CP), nếu cơ quan tổng hợp không quy định khác. Lấy lại số liệu theo đúng \
            ngày của kỳ được nêu; nếu chỉ ghi nhầm ngày ở dòng “Kỳ báo cáo” thì sửa dòng đó.
            """,
        en: """
            The figures cover other days than the reporting period, most often the calendar month, while a reporting \
            month runs from the 15th of the month before to the 14th (Decree 09/2019, article 12), unless the office \
            lays down otherwise. Collect them for the days shown; if only the line “Kỳ báo cáo” is wrong, correct it.
            """)

    static let stage = FileStage.obligation

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let context = file.context else { return }
        for entry in file.identity.entries where entry.key == .period {
            guard let named = PeriodText.days(entry.value), named != context.days else { continue }
            verdict.say(Self.self) { finding(at: entry.position, value: entry.value, days: context.days) }
        }
        guard context.dates == .calendarMonth, let spread = file.spread, file.head.header != nil else { return }
        verdict.refuse(Self.self) {
            finding(in: file.position, first: spread.first, last: spread.last, late: spread.late, days: context.days)
        }
    }

    /// Throughout a register.
    static func finding(in position: Position, first: Day?, last: Day?, late: Int, days: ClosedRange<Day>) -> Finding {
        finding(
            .error, at: position, .dates(first, last, late, days), expected: .daysOfPeriod(days),
            remedy: Bilingual(
                vi: "Lập lại danh sách theo đúng ngày của kỳ, gửi lại cả tệp.",
                en: "List what falls on the period's days and send the whole file again."))
    }

    /// In the line that names the period.
    static func finding(at position: Position, value: String, days: ClosedRange<Day>) -> Finding {
        finding(
            .query, at: position, value: value, .named(value, days), expected: .daysOfPeriod(days),
            remedy: Bilingual(
                vi: "Xác nhận số liệu lấy theo ngày nào; nếu không phải các ngày trên, lập lại theo ngày của kỳ.",
                en: "Say which days the figures cover; if not these, collect them for the period's days."))
    }
}

extension Bilingual {
    fileprivate static func dates(_ first: Day?, _ last: Day?, _ late: Int, _ days: ClosedRange<Day>) -> Self {
        func span(_ language: Language) -> (String, String) {
            (first.map(language.date) ?? "", last.map(language.date) ?? "")
        }
        let (vi, en) = (span(.vi), span(.en))
        return Self(
            vi: "các ngày đi theo tháng dương lịch (\(vi.0) đến \(vi.1)), \(late) dòng sau ngày cuối kỳ; kỳ này tính "
                + daysOfPeriod(days).vi,
            en:
                "the dates follow the calendar month (\(en.0) to \(en.1)), \(late) rows are after the period's "
                + "last day; the "
                + "period is \(daysOfPeriod(days).en)")
    }

    fileprivate static func named(_ value: String, _ days: ClosedRange<Day>) -> Self {
        Self(
            vi: "\(value.quoted): kỳ này tính \(daysOfPeriod(days).vi)",
            en: "\(value.quoted): the period is \(daysOfPeriod(days).en)")
    }
}
