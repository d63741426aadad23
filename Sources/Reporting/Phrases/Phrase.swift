import Domain

/// Words that several reports share; each report's own stand at its foot.
enum Phrase {
    static let placeless = Bilingual(vi: "Cấp tỉnh (không phân theo xã)", en: "Provincial level (no commune)")
    static let place = Bilingual(vi: "Địa bàn", en: "Area")
    static let indicator = Bilingual(vi: "Chỉ tiêu", en: "Indicator")
    static let unitOfMeasure = Bilingual(vi: "Đơn vị tính", en: "Unit")
    static let department = Bilingual(vi: "Đơn vị", en: "Department")
    static let form = Bilingual(vi: "Biểu", en: "Form")
    static let thisPeriod = Bilingual(vi: "Kỳ này", en: "This period")
    static let previousPeriod = Bilingual(vi: "Kỳ trước", en: "Previous period")
    static let lastYear = Bilingual(vi: "Cùng kỳ năm trước", en: "Same period last year")
    static let difference = Bilingual(vi: "Tăng, giảm", en: "Change")
    static let percent = Bilingual(vi: "Tốc độ tăng, giảm (%)", en: "Change (%)")
    static let cumulative = Bilingual(vi: "Lũy kế từ đầu năm", en: "Year to date")
    static let cumulativeLastYear = Bilingual(vi: "Lũy kế cùng kỳ", en: "Year to date, last year")
    static let target = Bilingual(vi: "Kế hoạch năm", en: "Target")
    static let targetShare = Bilingual(vi: "Đạt kế hoạch (%)", en: "Share of target (%)")
    static let reports = Bilingual(vi: "Báo cáo nhận/phải gửi", en: "Reports received / due")
    static let item = Bilingual(vi: "mục", en: "item")
    static let report = Bilingual(vi: "báo cáo", en: "report")
    static let departmentCounted = Bilingual(vi: "đơn vị", en: "department")
    static let placeCounted = Bilingual(vi: "địa bàn", en: "area")
    static let indicatorCounted = Bilingual(vi: "chỉ tiêu", en: "indicator")
    static let lacking = Bilingual(
        vi: "Số liệu sơ bộ, chưa đủ báo cáo của các đơn vị: ", en: "Provisional, since reports are missing: ")
    static let uncounted = Bilingual(
        vi: "Số liệu sơ bộ, đã đủ báo cáo nhưng còn dòng, ô hoặc tệp chưa được tính: ",
        en: "Provisional: all reports are in, but rows, cells or files of them are not counted: ")
    static let hollow = Bilingual(
        vi: "Trong biểu đồ, cột rỗng và điểm to, rỗng giữa là số liệu sơ bộ.",
        en: "In charts, hollow columns and larger, hollow points are provisional.")
    static let draft = Bilingual(vi: "DỰ THẢO", en: "DRAFT")

    static func annex(_ number: Int) -> Bilingual {
        Bilingual(vi: "Phụ lục \(roman(number))", en: "Annex \(roman(number))")
    }

    static func annexShort(_ number: Int) -> Bilingual {
        Bilingual(vi: "PL \(roman(number))", en: "Annex \(roman(number))")
    }
}

extension Indicator {
    /// The short name over a column, with the unit where the name does not begin with it: `Vụ ma túy`, `Tài liệu (tờ)`.
    func headed(_ language: Language) -> String {
        let (name, unit) = (shortName[language], unit[language])
        // English names what is counted in its plural: `Households`, `Drug cases`.
        if language == .en, name.lowercased().split(separator: " ").contains(where: { $0.hasPrefix(unit.lowercased()) })
        {
            return name
        }
        let begins = name.lowercased().hasPrefix(unit.lowercased())
        let isSaid = begins && !(name.dropFirst(unit.count).first?.isLetter ?? false)
        return isSaid || unit.isEmpty ? name : "\(name) (\(unitOfMany(language)))"
    }

    /// The unit behind a number other than one: `cases`.
    func unitOfMany(_ language: Language) -> String {
        let unit = unit[language]
        guard language == .en, unit.last?.isLetter == true, !unit.hasSuffix("dong") else { return unit }
        if unit.hasSuffix("s") { return unit + "es" }
        return unit.hasSuffix("y") ? unit.dropLast() + "ies" : unit + "s"
    }
}

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
