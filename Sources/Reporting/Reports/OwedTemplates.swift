import Domain

/// All forms that are sent in a period, of one department or of each.
package struct OwedTemplates: Hashable, Sendable {
    /// `nil`: of each.
    package let department: String?
    /// `nil`: of each form the one that is running. With a month come the quarter, half-year and year that end with it.
    package let period: Period?

    package init(department: String?, period: Period?) {
        self.department = department
        self.period = period
    }

    /// By department, then by form; a department that is none, or owes nothing, is refused.
    package func templates(from catalogue: Catalogue, today: Day) throws(TemplateRequest.Refusal) -> [Template] {
        let calendar = catalogue.organisation.calendar
        let day = calendar.lastDay(of: period ?? Period(calendar.month(containing: today)))
        let all = catalogue.obligations.filter { $0.validity.contains(day) }
        let owed = all.filter { obligation in department.map { $0.uppercased() == obligation.department } ?? true }
        let templates = owed.compactMap { obligation -> Template? in
            guard let form = catalogue.form(obligation.form), let due = due(obligation, today: today, calendar) else {
                return nil
            }
            return Templates.make(obligation, form, for: due, catalogue)
        }
        guard !templates.isEmpty else {
            throw TemplateRequest.Refusal.nothingOwed(department, Set(all.map(\.department)).sorted())
        }
        return templates.sorted { $0.name < $1.name }
    }

    /// The period for which an obligation is due, where it is due with the one that was asked for.
    private func due(_ obligation: Obligation, today: Day, _ calendar: PeriodCalendar) -> Period? {
        guard let period else { return Templates.period(of: obligation, on: today, calendar) }
        let last = calendar.lastDay(of: period)
        let due = Templates.period(of: obligation, on: last, calendar)
        return due == period || due.monthCount > period.monthCount && calendar.lastDay(of: due) == last ? due : nil
    }
}

extension TemplateRequest.Refusal {
    fileprivate static func nothingOwed(_ department: String?, _ known: [String]) -> Self {
        let list = known.joined(separator: ", ")
        guard let department else {
            return Self(
                text: Bilingual(
                    vi: "kỳ này không đơn vị nào phải gửi biểu nào", en: "nobody owes any form in this period"))
        }
        return Self(
            text: Bilingual(
                vi: "“\(department)” không phải gửi biểu nào trong kỳ này; các đơn vị phải gửi báo cáo: \(list)",
                en: "“\(department)” owes no form in this period; those that owe reports: \(list)"))
    }
}
