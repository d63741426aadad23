import Domain

/// Whether 24 November, which a resolution wants to be a day off from 2026, is one has been looked up.
enum HolidayUnsettled: Rule {
    static let code = "holiday-unsettled"
    static let page = Bilingual(
        vi: """
            Ngày 24/11, Ngày Văn hóa Việt Nam, theo Nghị quyết 80-NQ/TW (07/01/2026) là ngày nghỉ hưởng nguyên lương, nhưng Bộ luật \
            Lao động sửa đổi thì khi lập danh mục này chưa thấy. Chương trình không tự đoán: trước ngày đó một tháng mà holidays.csv \
            chưa có dòng nào của ngày 24/11 thì hỏi. Được nghỉ thì ghi dòng có kind là holiday; vẫn làm việc thì ghi make_up.
            """,
        en: """
            24 November, the Day of Vietnamese Culture, is to be a paid day off by Resolution 80-NQ/TW (7 January 2026), but the amended \
            Labour Code had not been seen when this catalogue was made. Nothing is guessed: a month before, if holidays.csv has no line \
            of 24 November, it is asked. Enter kind holiday if it is a day off, make_up if it is worked.
            """)

    /// The day of this year that is to be asked about, from a month before it.
    static func day(asked today: Day, _ calendar: WorkCalendar) -> Day? {
        guard today.year >= 2026, let day = Day(year: today.year, month: 11, day: 24),
            (day.adding(days: -31)...day).contains(today),
            !calendar.holidays.contains(day), !calendar.makeUpDays.contains(day)
        else { return nil }
        return day
    }
}

extension FindingText {
    static func unsettledHoliday(_ day: Day) -> Self {
        Self(
            vi: "ngày \(Language.vi.date(day)) (Ngày Văn hóa Việt Nam) chưa ghi là ngày nghỉ hay ngày làm việc",
            en: "\(Language.en.date(day)) (Day of Vietnamese Culture) is entered neither as a day off nor as worked",
            remedy: (
                "Xem thông báo nghỉ chính thức, rồi ghi dòng \(day) vào holidays.csv: holiday nếu nghỉ, make_up nếu làm việc.",
                "See the official notice, then enter \(day) into holidays.csv: holiday if it is a day off, make_up if worked."
            ))
    }
}
