import Domain

/// Words that several reports share; each report's own stand at its foot.
enum Phrase {
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
        vi: "Trong biểu đồ, cột rỗng và điểm rỗng là số liệu sơ bộ.",
        en: "In charts, hollow columns and points are provisional.")
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
}
