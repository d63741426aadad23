import CatalogueReading
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
                NoCatalogue.self, .error, at: folder, .noCatalogue(Failure(error).message))
            return nil
        }
        let open = read.findings.filter(\.needsPerson)
        if let worst = open.map(\.level).max() {
            let errors = open.count { $0.level == .error }
            add(
                CatalogueNeedsCare.self, worst, at: folder,
                .catalogueNeedsCare(errors: errors, queries: open.count - errors))
        }
        for note in read.findings where note.level == .note {
            add(note, at: workplace.shownPath(note.position.file))
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

    /// What is asked of a catalogue that can be read: who sends nothing, and whether the months ahead are in it.
    mutating func examineReadiness(of catalogue: Catalogue, _ workplace: Workplace, now: Instant) {
        let folder = "\(workplace.inputs)/catalogue"
        let today = now.day(in: catalogue.organisation.timeZone)
        examineObligations(catalogue, folder: folder, today: today)
        examineYears(catalogue, folder: folder, today: today)
    }

    /// Who sends nothing, though they are there to send or their figures are counted.
    mutating func examineObligations(_ catalogue: Catalogue, folder: String, today: Day) {
        let owing = catalogue.obligations.filter { $0.validity.to.map { today < $0 } ?? true }
        let owingCodes = Set(owing.map(\.department))
        let owed = Set(catalogue.obligations.map(\.department))
        let once = owed.union(catalogue.departments.compactMap { owed.contains($0.code) ? $0.successor : nil })
        // Where no commune sends anything, none of them is missing.
        let hasCommunes = catalogue.departments.contains { $0.kind == .commune && owed.contains($0.code) }
        let present = catalogue.departments.filter { department in
            let isThere = department.validity.contains(today)
            let comes = once.contains(department.code) && department.validity.from.map { today < $0 } ?? false
            return (isThere || comes) && !owingCodes.contains(department.code)
                && (hasCommunes || department.kind != .commune)
        }
        let place = CatalogueHealth.file("obligations.csv", in: folder)
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
        add(
            DepartmentOwesNothing.self, level, at: place, value: codes.joined(separator: " "), .oweNothing(codes))
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
        add(
            SourceOwesNothing.self, .query, at: CatalogueHealth.file("sources.csv", in: folder),
            value: silent.joined(separator: " "),
            .countYetOweNothing(silent))
    }

    /// Holidays and targets of the years in which the next deadlines fall.
    mutating func examineYears(_ catalogue: Catalogue, folder: String, today: Day) {
        let month = catalogue.organisation.calendar.month(containing: today)
        let deadlines = (0...1).map { catalogue.deadline(for: Period(month.adding(months: $0))) }
        let known = Set(catalogue.workCalendar.holidays.map(\.year))
        let missing = Set(deadlines.map(\.year)).subtracting(known).sorted()
        for year in missing {
            add(
                HolidaysMissing.self, .query, at: "\(folder)/holidays.csv", value: "\(year)", .withoutHolidays(year))
        }
        if let day = HolidayUnsettled.day(asked: today, catalogue.workCalendar) {
            add(HolidayUnsettled.self, .query, at: "\(folder)/holidays.csv", value: "\(day)", .unsettledHoliday(day))
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
                TargetsMissing.self, .query, at: "\(folder)/targets.csv", value: "\(month.year)",
                .withoutTargets(month.year))
        }
    }
}

/// Where the catalogue's registers are.
private enum CatalogueHealth {
    /// A register, or the table that stands for it.
    static func file(_ register: String, in folder: String) -> String {
        let table = "\(folder)/\(AssignmentMarks.file)"
        return FolderContent.isThere(table) ? table : "\(folder)/\(register)"
    }
}
