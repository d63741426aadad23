import Domain
import Intake

extension Health {
    /// Whether the catalogue can be used, and is ready for the months ahead.
    mutating func examineCatalogue(_ workplace: Workplace, now: Instant) -> Catalogue? {
        let folder = "\(workplace.inputs)/catalogue"
        let read: (loaded: Workplace.LoadedCatalogue?, findings: [Finding])
        do {
            read = try workplace.readCatalogue()
        } catch {
            add(
                "no-catalogue", .error, at: folder, Failure(error).message,
                Bilingual(
                    vi: "Đặt danh mục vào đó, hoặc lập danh mục mới bằng “tonghop init THƯ_MỤC”.",
                    en: "Put the catalogue there, or begin one with “tonghop init DIR”."))
            return nil
        }
        let open = read.findings.filter(\.needsPerson)
        if let worst = open.map(\.level).max() {
            let errors = open.count { $0.level == .error }
            add(
                "catalogue-needs-care", worst, at: folder,
                Bilingual(
                    vi: "danh mục có \(errors) lỗi và \(open.count - errors) nội dung cần xác nhận",
                    en: "the catalogue has \(errors) errors and \(open.count - errors) queries"),
                Bilingual(
                    vi: "Chạy “tonghop check --catalogue” để xem từng dòng và cách sửa.",
                    en: "Run “tonghop check --catalogue” for each line and what to do."))
        }
        guard let catalogue = read.loaded?.catalogue else { return nil }
        if open.isEmpty {
            pass(
                Bilingual(
                    vi: "danh mục: \(catalogue.departments.count) đơn vị, \(catalogue.forms.count) biểu, "
                        + "\(catalogue.indicators.count) chỉ tiêu, không có lỗi",
                    en: "catalogue: \(catalogue.departments.count) departments, \(catalogue.forms.count) forms, "
                        + "\(catalogue.indicators.count) indicators, no fault"))
        }
        return catalogue
    }

    /// Who sends nothing, though they are there to send or their figures are counted.
    mutating func examineObligations(_ catalogue: Catalogue, folder: String, today: Day) {
        let owing = catalogue.obligations.filter { $0.validity.to.map { today < $0 } ?? true }
        let owingCodes = Set(owing.map(\.department))
        let present = catalogue.departments.filter { $0.validity.contains(today) && !owingCodes.contains($0.code) }
        let once = Set(catalogue.obligations.map(\.department))
        let place = "\(folder)/obligations.csv"
        addDepartments(present.filter { once.contains($0.code) }.map(\.code), .query, at: place)
        addDepartments(present.filter { !once.contains($0.code) }.map(\.code), .note, at: place)
        examineSources(catalogue, owing, folder: folder, today: today)
        pass(
            Bilingual(
                vi: "\(owingCodes.count) đơn vị phải gửi \(owing.count) biểu",
                en: "\(owingCodes.count) departments owe \(owing.count) forms"))
    }

    private mutating func addDepartments(_ codes: [String], _ level: Finding.Level, at place: String) {
        guard !codes.isEmpty else { return }
        let list = Health.list(codes)
        add(
            "department-owes-nothing", level, at: place, value: codes.joined(separator: " "),
            Bilingual(
                vi: "\(codes.count) đơn vị không phải gửi biểu nào: \(list.vi)",
                en: "\(codes.count) departments owe no form: \(list.en)"),
            Bilingual(
                vi: "Thêm dòng vào obligations.csv cho đơn vị phải gửi; đơn vị không phải gửi thì để nguyên.",
                en: "Add a line to obligations.csv for each that is to send; leave the others as they are."))
    }

    private mutating func examineSources(
        _ catalogue: Catalogue, _ owing: [Obligation], folder: String, today: Day
    ) {
        var silent: [String] = []
        for source in catalogue.sources where source.role == .count && source.validity.contains(today) {
            guard let indicator = catalogue.indicator(source.indicator) else { continue }
            let department = catalogue.successor(of: source.department, on: today)
            if !owing.contains(where: { $0.department == department && indicator.forms.contains($0.form) }) {
                silent.append("\(source.indicator)/\(source.department)")
            }
        }
        guard !silent.isEmpty else { return }
        let list = Health.list(silent)
        add(
            "source-owes-nothing", .query, at: "\(folder)/sources.csv", value: silent.joined(separator: " "),
            Bilingual(
                vi: "đơn vị được tính số nhưng không phải gửi biểu nào có chỉ tiêu đó: \(list.vi)",
                en: "departments count for indicators, yet owe no form that has them: \(list.en)"),
            Bilingual(
                vi: "Thêm nghĩa vụ vào obligations.csv, hoặc bỏ dòng ở sources.csv.",
                en: "Add the obligation to obligations.csv, or take the line out of sources.csv."))
    }

    /// Holidays and targets of the years in which the next deadlines fall.
    mutating func examineYears(_ catalogue: Catalogue, folder: String, today: Day) {
        let month = catalogue.organisation.calendar.month(containing: today)
        let deadlines = (0...1).map { catalogue.deadline(for: Period(month.adding(months: $0))) }
        let known = Set(catalogue.workCalendar.holidays.map(\.year))
        let missing = Set(deadlines.map(\.year)).subtracting(known).sorted()
        for year in missing {
            add(
                "holidays-missing", .query, at: "\(folder)/holidays.csv", value: "\(year)",
                Bilingual(
                    vi: "chưa có ngày nghỉ lễ, Tết nào của năm \(year), nên hạn gửi có thể tính sai",
                    en: "there is no holiday of \(year), so deadlines may be wrong"),
                Bilingual(
                    vi: "Ghi ngày nghỉ và ngày làm bù theo thông báo chính thức vào holidays.csv.",
                    en: "Enter the official days off and days worked instead into holidays.csv."))
        }
        if let next = deadlines.first, missing.isEmpty {
            let zone = catalogue.organisation.calendar
            pass(
                Bilingual(
                    vi:
                        "kỳ \(month) kết thúc \(Language.vi.date(zone.lastDay(of: month))), hạn gửi \(Language.vi.date(next))",
                    en:
                        "period \(month) ends \(Language.en.date(zone.lastDay(of: month))), due \(Language.en.date(next))"
                ))
        }
        let years = Set(catalogue.targets.map(\.year))
        if years.contains(month.year - 1), !years.contains(month.year) {
            add(
                "targets-missing", .query, at: "\(folder)/targets.csv", value: "\(month.year)",
                Bilingual(
                    vi: "chưa có kế hoạch năm \(month.year), dù năm \(month.year - 1) có",
                    en: "there is no target for \(month.year), though \(month.year - 1) had some"),
                Bilingual(
                    vi:
                        "Ghi kế hoạch năm \(month.year) vào targets.csv; chưa giao thì báo cáo để trống cột so với kế hoạch.",
                    en: "Enter the targets of \(month.year) into targets.csv; until then that comparison stays empty."))
        }
    }
}
