import Domain

/// What stands under the titles of tables and texts: the period, what kind of set it is, and how much of what was owed is in it.
extension Basis {
    /// `Kỳ báo cáo: Tháng 10 năm 2026 (từ ngày 15/9/2026 đến ngày 14/10/2026)`
    func periodLine(_ language: Language) -> String {
        let name = period.name(in: language)
        let days = organisation.calendar.days(of: period)
        let (first, last) = (language.date(days.lowerBound), language.date(days.upperBound))
        return language == .vi
            ? "Kỳ báo cáo: \(name.prefix(1).uppercased() + name.dropFirst()) (từ ngày \(first) đến ngày \(last))"
            : "Period: \(name.prefix(1).uppercased() + name.dropFirst()) (\(first) to \(last))"
    }

    /// Period and standing in one line under a title.
    func scopeLine(_ language: Language) -> String { "\(periodLine(language)). \(standingLine(language))" }

    /// `DỰ THẢO – số liệu nhận đến ngày 22/10/2026; đã nhận 37/39 báo cáo`
    func standingLine(_ language: Language) -> String {
        standingLine(language, asOf: asOf, roll.completeness)
    }

    /// The same for a part of what was owed, and when the newest of it was received.
    func standingLine(_ language: Language, asOf: Instant?, _ completeness: Completeness) -> String {
        let day = asOf.map { language.date($0.day(in: organisation.timeZone)) }
        let received =
            language == .vi
            ? "đã nhận \(completeness.received)/\(completeness.owed) báo cáo"
            : "\(completeness.received) of \(completeness.owed) reports received"
        let until: String
        if let day {
            until = language == .vi ? "số liệu nhận đến ngày \(day)" : "data received up to \(day)"
        } else {
            until = language == .vi ? "chưa nhận được số liệu" : "no data received"
        }
        switch standing {
        case .draft: return "\(Phrase.draft[language]) – \(until); \(received)"
        case .draftAsOf(let time):
            let name = language == .vi ? "lập lại theo thời điểm" : "as of"
            return "\(Phrase.draft[language]) – \(name) \(clock(time, language)); \(until); \(received)"
        case .edition(let number):
            let name = language == .vi ? "Bản tổng hợp lần \(number)" : "Edition \(number)"
            return "\(name) – \(until); \(received)"
        }
    }

    /// `(Kèm theo Báo cáo số …/BC-SDTTG ngày … tháng … năm 2026 của Sở …)`; number and day are the office's to give.
    func attachmentLine(_ language: Language) -> String {
        language == .vi
            ? "(Kèm theo Báo cáo số …/BC-\(organisation.abbreviation) ngày … tháng … năm \(period.year) của "
                + "\(organisation.agencyName.vi))"
            : "(Attached to Report No. …/BC-\(organisation.abbreviation) of … \(period.year) of the "
                + "\(organisation.agencyName.en))"
    }
}
