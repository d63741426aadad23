/// The registers that say what is reported, by whom, where and when.
package struct Catalogue: Sendable {
    /// SHA-256 (hex) over the bytes of its files, in the order of their names.
    package let digest: String
    package let organisation: Organisation
    package let geography: Geography
    package let departments: [Department]
    package let obligations: [Obligation]
    package let indicators: [Indicator]
    package let sources: [Source]
    package let codes: [CodeEntry]
    package let programmes: [Programme]
    package let targets: [Target]
    package let workCalendar: WorkCalendar
    package let forms: [Form]
    package let checks: [IndicatorCheck]
    package let reports: [ReportPlan]
    package let letter: LetterPlan
    /// The document that the report's text is written into, a .docx; `nil`: the office has none of its own.
    package let letterForm: [UInt8]?
    package let populations: [Population]
    /// `nil` where the office has none.
    package let map: CommuneMap?
    /// What those are given for whom something was laid down.
    private let audiences: [AudiencePlan]

    private let indicatorByCode: [String: Indicator]
    private let formByCode: [String: Form]
    private let departmentsByCode: [String: [Department]]

    package init(
        digest: String, organisation: Organisation, geography: Geography, departments: [Department],
        obligations: [Obligation], indicators: [Indicator], sources: [Source], codes: [CodeEntry],
        programmes: [Programme], targets: [Target], workCalendar: WorkCalendar, forms: [Form],
        checks: [IndicatorCheck], reports: [ReportPlan], letter: LetterPlan = .empty,
        letterForm: [UInt8]? = nil, populations: [Population] = [], audiences: [AudiencePlan] = [],
        map: CommuneMap? = nil
    ) {
        self.digest = digest
        self.organisation = organisation
        self.geography = geography
        self.departments = departments
        self.obligations = obligations
        self.indicators = indicators
        self.sources = sources
        self.codes = codes
        self.programmes = programmes
        self.targets = targets
        self.workCalendar = workCalendar
        self.forms = forms
        self.checks = checks
        self.reports = reports
        self.letter = letter
        self.letterForm = letterForm
        self.populations = populations
        self.map = map
        self.audiences = audiences
        indicatorByCode = Dictionary(indicators.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        formByCode = Dictionary(forms.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        departmentsByCode = Dictionary(grouping: departments, by: \.code)
    }

    package func indicator(_ code: String) -> Indicator? { indicatorByCode[code] }

    /// What an audience is given: the figures alone where nobody has laid down more.
    package func plan(for audience: Audience) -> AudiencePlan {
        audiences.first { $0.audience == audience } ?? .least(audience)
    }

    package func form(_ code: String) -> Form? { formByCode[code] }

    /// The state of a department on a day, else its last state.
    package func department(_ code: String, on day: Day) -> Department? {
        let states = departmentsByCode[code] ?? []
        return states.first { $0.validity.contains(day) } ?? states.last
    }

    /// The department that carries on the work of `code` on a day: itself while it is valid, else its successor's, and so on.
    package func successor(of code: String, on day: Day) -> String {
        var current = code
        for _ in 0..<16 {
            let states = departmentsByCode[current] ?? []
            if states.contains(where: { $0.validity.contains(day) }) { return current }
            guard let next = states.last(where: { $0.validity.to.map { $0 <= day } ?? false })?.successor else {
                return current
            }
            current = next
        }
        return current
    }

    /// Whether a decision speaks of a slice, or of what the department was that carries its work on; what it leaves empty means all.
    /// Which file it names is another question.
    package func speaks(_ decision: Decision, of slice: Slice) -> Bool {
        let own = slice.department
        return decision.period.map { $0.first <= slice.period.first && slice.period.last <= $0.last } ?? true
            && decision.form.map { $0 == slice.form } ?? true
            && decision.department.map {
                $0 == own || successor(of: $0, on: organisation.calendar.lastDay(of: slice.period)) == own
            } ?? true
    }

    /// The entries of a code list that are valid on a day, in the order of the register.
    package func codes(list: String, on day: Day) -> [CodeEntry] {
        codes.filter { $0.list == list && $0.validity.contains(day) }
    }

    package func indicators(domain: String) -> [Indicator] { indicators.filter { $0.domain == domain } }

    /// The last day to send a period's submissions.
    package func deadline(for period: Period) -> Day {
        workCalendar.workingDay(
            organisation.deadline.workingDays, after: organisation.calendar.lastDay(of: period))
    }

    /// What is owed for a month: obligations valid on its last day whose turn it is.
    package func obligations(due month: Month) -> [Obligation] {
        let day = organisation.calendar.lastDay(of: month)
        return obligations.filter {
            $0.validity.contains(day) && month.number.isMultiple(of: $0.every.months)
        }
    }
}

/// An entry of a code list: a category, a severity, an audience, a national programme.
package struct CodeEntry: Hashable, Sendable {
    package let list: String
    package let code: String
    package let name: Bilingual
    package let validity: Validity
    package let aliases: [String]

    package init(list: String, code: String, name: Bilingual, validity: Validity, aliases: [String]) {
        self.list = list
        self.code = code
        self.name = name
        self.validity = validity
        self.aliases = aliases
    }
}

/// A signed coordination programme.
package struct Programme: Hashable, Sendable {
    package let code: String
    package let number: String
    package let name: String
    package let signed: Day?
    package let lead: String
    package let partners: [String]
    /// Day on which this year's plan was issued, the interim and the final review were held; `nil`: not yet.
    package let annualPlan: Day?
    package let interimReview: Day?
    package let finalReview: Day?
    package let validity: Validity

    package init(
        code: String, number: String, name: String, signed: Day?, lead: String, partners: [String], annualPlan: Day?,
        interimReview: Day?, finalReview: Day?, validity: Validity
    ) {
        self.code = code
        self.number = number
        self.name = name
        self.signed = signed
        self.lead = lead
        self.partners = partners
        self.annualPlan = annualPlan
        self.interimReview = interimReview
        self.finalReview = finalReview
        self.validity = validity
    }
}

/// What is to be reached in a year.
package struct Target: Hashable, Sendable {
    package let indicator: String
    package let unit: String
    package let year: Int
    package let amount: Quantity
    /// Its row in the register.
    package let row: Int

    package init(indicator: String, unit: String, year: Int, amount: Quantity, row: Int) {
        self.indicator = indicator
        self.unit = unit
        self.year = year
        self.amount = amount
        self.row = row
    }
}
