import Domain

/// The holidays of a year with a deadline ahead are known.
enum HolidaysMissing: Rule {
    static let code = "holidays-missing"
    static let page = Bilingual(
        vi:
            "Hạn gửi tính theo ngày làm việc, mà năm có hạn sắp tới chưa có ngày nghỉ nào trong holidays.csv. Ghi theo "
            + "thông báo chính thức của năm đó, kể cả ngày làm bù.",
        en:
            "Deadlines go by working days, and a year with a deadline ahead has no holiday in holidays.csv. Enter the "
            + "official ones, with the days worked instead.")
}

extension FindingText {
    static func withoutHolidays(_ year: Int) -> Self {
        Self(
            vi: "chưa có ngày nghỉ lễ, Tết nào của năm \(year), nên hạn gửi có thể tính sai",
            en: "there is no holiday of \(year), so deadlines may be wrong",
            remedy: (
                "Ghi ngày nghỉ và ngày làm bù theo thông báo chính thức vào holidays.csv.",
                "Enter the official days off and days worked instead into holidays.csv."
            ))
    }
}
