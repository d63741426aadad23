import Domain

/// Who reports what in a month: the departments that count for an indicator, and those that are compared.
struct SourcesOfMonth: Sendable {
    private let catalogue: Catalogue
    private let slices: SlicesInForce
    private let month: Month
    private let rosters: Rosters
    private let obligations: [String: [Obligation]]
    /// Owed for a longer span that goes on after this month.
    private let later: [String: [Obligation]]
    /// What would be owed for the month, or for a longer span that it lies in, had the officer not let it off.
    private let exempted: [String: [Obligation]]
    private let sources: [String: [Source]]

    init(
        _ catalogue: Catalogue, _ slices: SlicesInForce, month: Month, rosters: Rosters, exempt: Exemptions
    ) {
        self.catalogue = catalogue
        self.slices = slices
        self.month = month
        self.rosters = rosters
        let due = catalogue.obligations(due: month)
        obligations = Dictionary(
            grouping: due.filter { !exempt.covers($0, month: month) }, by: \.department)
        let day = catalogue.organisation.calendar.lastDay(of: month)
        func end(_ obligation: Obligation) -> Month { obligation.every.span(of: month).last }
        let goingOn = catalogue.obligations.filter { end($0) != month && $0.validity.contains(day) }
        later = Dictionary(
            grouping: goingOn.filter { !exempt.covers($0, month: end($0)) }, by: \.department)
        exempted = Dictionary(
            grouping: (due + goingOn).filter { exempt.covers($0, month: end($0)) }, by: \.department)
        sources = Dictionary(grouping: catalogue.sources.filter { $0.validity.contains(day) }, by: \.indicator)
    }

    /// The first of the indicator's forms that a counting department sent stands for it.
    func counting(_ indicator: Indicator) -> [Contribution] {
        counters(indicator).compactMap { department in
            guard reportedLater(indicator, by: department) == nil else { return nil }
            let sent = sent(indicator, by: department)
            return contribution(indicator, by: department, sent.first, isReceived: !sent.isEmpty)
        }
    }

    /// The same for one side of a ratio: a department's numerator and denominator are of one form.
    ///
    /// Where the first form of each would be another, the first that has both stands for both; where none has, the
    /// department is on neither side. Indicators that share no form are asked for on different ones, and stand as they are.
    func counting(_ indicator: Indicator, beside other: Indicator) -> [Contribution] {
        let partners = counting(other)
        let common = indicator.forms.filter(other.forms.contains)
        return counting(indicator).map { own in
            guard !common.isEmpty, let form = own.form,
                let partner = partners.first(where: { $0.department == own.department })?.form, partner != form
            else { return own }
            let both = sent(indicator, by: own.department).filter { common.contains($0.form) }
            let others = Set(sent(other, by: own.department).map(\.form))
            guard let shared = both.first(where: { others.contains($0.form) }) else { return own.apart() }
            return contribution(indicator, by: own.department, shared, isReceived: true) ?? own
        }
    }

    /// What enters a figure of `part`, which is itself or a side of a ratio, over a period; of a flow only what is reported for
    /// no time outside it.
    func entering(_ part: Indicator, of indicator: Indicator, over period: Period) -> [Contribution] {
        counting(part, of: indicator).filter { !part.isFlow || period.first <= $0.span.first }
    }

    /// What would enter it, were it not reported for a longer time.
    func reportedLonger(_ part: Indicator, of indicator: Indicator, over period: Period) -> [Contribution] {
        counting(part, of: indicator).filter { part.isFlow && $0.span.first < period.first }
    }

    private func counting(_ part: Indicator, of indicator: Indicator) -> [Contribution] {
        guard let sides = RatioSides(indicator, catalogue) else { return counting(part) }
        return counting(part, beside: sides.numerator.code == part.code ? sides.denominator : sides.numerator)
    }

    /// Those who count for the indicator in a longer span that goes on after this month, with what they answer for.
    func reportingLater(_ indicator: Indicator) -> [(spans: LongerSpans, area: ReportingArea)] {
        guard !later.isEmpty else { return [] }
        return counters(indicator).compactMap { department in
            guard let obligation = reportedLater(indicator, by: department) else { return nil }
            return (LongerSpans(obligation.every), area(obligation, roster(of: Period(month))))
        }
    }

    /// The areas of those who count for the indicator and were let off, and owe nothing else for it.
    func exempted(_ indicator: Indicator) -> [ReportingArea] {
        guard !exempted.isEmpty else { return [] }
        return counters(indicator).compactMap { department in
            guard let obligation = first(exempted[department] ?? [], of: indicator),
                owed(indicator, by: department).isEmpty, first(later[department] ?? [], of: indicator) == nil
            else { return nil }
            return area(obligation, roster(of: Period(month)))
        }
    }

    /// What a department owes for a span that goes on after this month, where that is the form that counts: what a less
    /// trusted one says of the month would be counted again with the span.
    private func reportedLater(_ indicator: Indicator, by department: String) -> Obligation? {
        guard !later.isEmpty, let obligation = first(later[department] ?? [], of: indicator) else { return nil }
        let now = [sent(indicator, by: department).first?.form, owed(indicator, by: department).first?.form]
        let places = now.compactMap(\.self).compactMap(indicator.forms.firstIndex)
        guard let asked = indicator.forms.firstIndex(of: obligation.form) else { return nil }
        return places.contains { $0 < asked } ? nil : obligation
    }

    /// What is shown beside the count: departments that are compared, and the second form of one that counts, with the
    /// first.
    func compared(_ indicator: Indicator) -> [(contribution: Contribution, own: Contribution?)] {
        (sources[indicator.code] ?? []).flatMap { source in
            let sent = sent(indicator, by: source.department)
            let isCounted = source.role == .count
            let own =
                isCounted ? contribution(indicator, by: source.department, sent.first, isReceived: true) : nil
            return (isCounted ? sent.dropFirst() : sent.prefix(1)).compactMap { item in
                contribution(indicator, by: source.department, item, isReceived: true).map {
                    // The second form of one that counts stands in for nothing.
                    (isCounted ? $0.besideTheCount() : $0, own)
                }
            }
        }
    }

    private func counters(_ indicator: Indicator) -> [String] {
        (sources[indicator.code] ?? []).filter { $0.role == .count }.map(\.department)
    }

    /// What a department sent in one of the indicator's forms.
    private struct Sent {
        let form: String
        /// Those of its parts that have the measures.
        let readings: [Reading]
        let isWhole: Bool
    }

    private func contribution(
        _ indicator: Indicator, by department: String, _ chosen: Sent?, isReceived: Bool
    ) -> Contribution? {
        let owed = owed(indicator, by: department)
        let isReceived = isReceived || hasSent(indicator, by: department)
        guard isReceived || !owed.isEmpty else { return nil }
        let obligation = owed.first { $0.form == chosen?.form } ?? owed.first
        let span = span(chosen?.form ?? owed.first?.form, by: department, obligation)
        let roster = roster(of: span)
        let readings = chosen?.readings ?? []
        return Contribution(
            department: department, span: span, area: area(obligation, roster), roster: roster,
            isReceived: isReceived, form: chosen?.form, owedForm: owed.first?.form,
            isStandIn: isStandIn(chosen?.form, for: owed.first?.form, indicator), isWhole: chosen?.isWhole ?? true,
            readings: readings,
            blanksAreMissing: readings.map { $0.blanksAreMissing(catalogue) }, measures: indicator.measures,
            isDoubtful: isDoubtful(indicator, by: department, counted: chosen?.form))
    }

    /// Whether a held file would change what is counted: one of the form that is counted, or of one that goes before it.
    private func isDoubtful(_ indicator: Indicator, by department: String, counted: String?) -> Bool {
        let last = counted.flatMap(indicator.forms.firstIndex) ?? indicator.forms.count - 1
        return indicator.forms.prefix(last + 1).contains {
            slices.isDoubtful(.init(department: department, form: $0, month: month))
        }
    }

    /// Whether a form comes after the one that owes the indicator, by trust.
    private func isStandIn(_ form: String?, for owed: String?, _ indicator: Indicator) -> Bool {
        guard let form, let owed, let given = indicator.forms.firstIndex(of: form),
            let asked = indicator.forms.firstIndex(of: owed)
        else { return false }
        return asked < given
    }

    private func sent(_ indicator: Indicator, by department: String) -> [Sent] {
        indicator.forms.compactMap { form in
            let readings = slices.readings[.init(department: department, form: form, month: month)] ?? []
            let feeding = readings.filter { reading in
                indicator.measures.allSatisfy { reading.measures.contains($0) }
            }
            // The columns that a supplement has not stay as they were.
            let isWhole = feeding.count { !$0.isSupplement } == readings.count { !$0.isSupplement }
            return feeding.isEmpty ? nil : Sent(form: form, readings: feeding, isWhole: isWhole)
        }
    }

    /// Whether a file of one of the indicator's forms counts, with its columns or without.
    private func hasSent(_ indicator: Indicator, by department: String) -> Bool {
        indicator.forms.contains {
            slices.readings[.init(department: department, form: $0, month: month)]?.isEmpty == false
        }
    }

    private func owed(_ indicator: Indicator, by department: String) -> [Obligation] {
        let owed = obligations[department] ?? []
        return indicator.forms.compactMap { form in owed.first { $0.form == form } }
    }

    private func first(_ obligations: [Obligation], of indicator: Indicator) -> Obligation? {
        indicator.forms.lazy.compactMap { form in obligations.first { $0.form == form } }.first
    }

    /// As long as the longest file of the slice, else as the form is owed for.
    private func span(_ form: String?, by department: String, _ obligation: Obligation?) -> Period {
        let readings = form.flatMap {
            slices.readings[.init(department: department, form: $0, month: month)]
        }
        let sent = (readings ?? []).compactMap(\.period).max { $0.monthCount < $1.monthCount }
        return sent ?? obligation?.every.span(of: month) ?? Period(month)
    }

    private func roster(of span: Period) -> Roster { rosters.roster(catalogue.organisation.calendar.days(of: span)) }

    private func area(_ obligation: Obligation?, _ roster: Roster) -> ReportingArea {
        let day = catalogue.organisation.calendar.lastDay(of: month)
        guard let obligation, obligation.area != catalogue.organisation.province,
            let unit = catalogue.geography.unit(code: obligation.area, on: day)
        else { return .province(roster.index) }
        return roster.area(of: unit)
    }
}

extension Reading {
    /// Whether a blank cell is a number that is not known: always in a register; in a sheet unless the file says that it means
    /// zero.
    func blanksAreMissing(_ catalogue: Catalogue) -> Bool {
        !unlisted.blankIsZero || form.flatMap(catalogue.form)?.layout == .register
    }
}

/// The obligations that the officer let off.
struct Exemptions: Sendable {
    private let evidence: Evidence
    private let decisions: [Decision]

    init(_ evidence: Evidence) {
        self.evidence = evidence
        decisions = evidence.leniencies.filter { $0.action == .exempt }
    }

    func covers(_ obligation: Obligation, month: Month) -> Bool {
        guard !decisions.isEmpty else { return false }
        let slice = Slice(department: obligation.department, form: obligation.form, period: Period(month))
        return decisions.contains { evidence.applies($0, to: slice, path: nil) }
    }
}
