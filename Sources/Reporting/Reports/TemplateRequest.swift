import Domain

/// A department's form as a person asks for it, and why there is none.
package struct TemplateRequest: Hashable, Sendable {
    package let department: String
    package let form: String
    /// `nil`: the one that is running.
    package let period: Period?

    package init(department: String, form: String, period: Period?) {
        self.department = department
        self.form = form
        self.period = period
    }

    /// Why there is no such form, and what there is.
    package struct Refusal: Error, Hashable, Sendable {
        package let text: Bilingual
    }

    package func template(from catalogue: Catalogue, today: Day) throws(Refusal) -> Template {
        let calendar = catalogue.organisation.calendar
        let day = calendar.lastDay(of: period ?? Period(calendar.month(containing: today)))
        let department = try department(in: catalogue, on: day)
        let owed = catalogue.obligations.filter {
            $0.department == department.code && $0.validity.contains(day)
        }
        let form = try form(in: catalogue, owed)
        guard let obligation = owed.first(where: { $0.form == form.code }) else {
            throw Refusal.notOwed(department, form, owed.compactMap { catalogue.form($0.form) }, on: day, catalogue)
        }
        let period = period ?? Templates.period(of: obligation, on: today, calendar)
        guard period.monthCount == obligation.every.months else {
            throw Refusal.notDue(
                form, period, Templates.period(of: obligation, on: calendar.lastDay(of: period), calendar))
        }
        return Templates.make(obligation, form, for: period, catalogue)
    }

    private func department(in catalogue: Catalogue, on day: Day) throws(Refusal) -> Department {
        let code = department.uppercased()
        guard let found = catalogue.department(code, on: day) else {
            let owing = Set(catalogue.obligations.filter { $0.validity.contains(day) }.map(\.department))
            throw Refusal.unknownDepartment(department, known: owing.sorted())
        }
        return found
    }

    private func form(in catalogue: Catalogue, _ owed: [Obligation]) throws(Refusal) -> Form {
        let wanted = Folding.words(form).joined()
        let found = catalogue.forms.first { form in
            [form.code, form.number].contains { Folding.words($0).joined() == wanted }
        }
        guard let found else { throw Refusal.unknownForm(form, catalogue.forms) }
        return found
    }
}

extension TemplateRequest.Refusal {
    fileprivate static func unknownDepartment(_ code: String, known: [String]) -> Self {
        let list = known.joined(separator: ", ")
        return Self(
            text: Bilingual(
                vi: "không có đơn vị mã “\(code)”; các đơn vị phải gửi báo cáo: \(list)",
                en: "there is no department “\(code)”; those that owe reports: \(list)"))
    }

    fileprivate static func unknownForm(_ code: String, _ forms: [Form]) -> Self {
        let list = listed(forms)
        return Self(
            text: Bilingual(
                vi: "không có biểu “\(code)”; các biểu: \(list)", en: "there is no form “\(code)”; the forms: \(list)"))
    }

    fileprivate static func notOwed(
        _ department: Department, _ form: Form, _ owed: [Form], on day: Day, _ catalogue: Catalogue
    ) -> Self {
        let successor = catalogue.successor(of: department.code, on: day)
        let next = successor == department.code ? "" : catalogue.department(successor, on: day)?.name ?? successor
        let list = listed(owed)
        let vi =
            !owed.isEmpty
            ? "các biểu phải gửi: \(list)"
            : next.isEmpty ? "không phải gửi biểu nào" : "nay do \(next) (\(successor)) gửi"
        let en =
            !owed.isEmpty
            ? "it owes: \(list)" : next.isEmpty ? "it owes no form" : "its work is now that of \(next) (\(successor))"
        return Self(
            text: Bilingual(
                vi: "\(department.name) không phải gửi biểu \(form.number) trong kỳ này; \(vi)",
                en: "\(department.name(in: .en)) does not owe form \(form.number) in this period; \(en)"))
    }

    fileprivate static func notDue(_ form: Form, _ period: Period, _ due: Period) -> Self {
        Self(
            text: Bilingual(
                vi: "biểu \(form.number) không gửi theo kỳ “\(period)”; ghi kỳ như \(due)",
                en: "form \(form.number) is not sent for “\(period)”; name a period such as \(due)"))
    }

    private static func listed(_ forms: [Form]) -> String {
        forms.map { "\($0.code) (\($0.number))" }.joined(separator: ", ")
    }
}
