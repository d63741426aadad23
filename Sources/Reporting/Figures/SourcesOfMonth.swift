import Domain

/// Who reports what in a month: the departments that count for an indicator, and those that are compared.
struct SourcesOfMonth: Sendable {
    private let catalogue: Catalogue
    private let slices: SlicesInForce
    private let month: Month
    private let index: PlaceIndex
    private let obligations: [String: [Obligation]]
    private let sources: [String: [Source]]

    init(
        _ catalogue: Catalogue, _ slices: SlicesInForce, month: Month, index: PlaceIndex, exempt: Exemptions
    ) {
        self.catalogue = catalogue
        self.slices = slices
        self.month = month
        self.index = index
        let owed = catalogue.obligations(due: month).filter { !exempt.covers($0, month: month) }
        obligations = Dictionary(grouping: owed, by: \.department)
        let day = catalogue.organisation.calendar.lastDay(of: month)
        sources = Dictionary(grouping: catalogue.sources.filter { $0.validity.contains(day) }, by: \.indicator)
    }

    /// The first of the indicator's forms that a counting department sent stands for it.
    func counting(_ indicator: Indicator) -> [Contribution] {
        (sources[indicator.code] ?? []).filter { $0.role == .count }.compactMap { source in
            let sent = sent(indicator, by: source.department)
            let owed = owed(indicator, by: source.department)
            let isReceived = !sent.isEmpty || hasSent(indicator, by: source.department)
            guard isReceived || !owed.isEmpty else { return nil }
            let obligation = owed.first { $0.form == sent.first?.form } ?? owed.first
            let isDoubtful = indicator.forms.contains {
                slices.isDoubtful(.init(department: source.department, form: $0, month: month))
            }
            return Contribution(
                department: source.department, area: area(obligation), isReceived: isReceived,
                readings: sent.first?.readings ?? [], measures: indicator.measures, isDoubtful: isDoubtful)
        }
    }

    /// What is shown beside the count: departments that are compared, and the second form of one that counts.
    func compared(_ indicator: Indicator) -> [(form: String, contribution: Contribution)] {
        (sources[indicator.code] ?? []).flatMap { source in
            let sent = sent(indicator, by: source.department)
            return (source.role == .count ? Array(sent.dropFirst()) : Array(sent.prefix(1))).map { item in
                let owed = owed(indicator, by: source.department).first { $0.form == item.form }
                return (
                    item.form,
                    Contribution(
                        department: source.department, area: area(owed), isReceived: true,
                        readings: item.readings, measures: indicator.measures)
                )
            }
        }
    }

    private func sent(_ indicator: Indicator, by department: String) -> [(form: String, readings: [Reading])] {
        indicator.forms.compactMap { form in
            let readings = slices.readings[.init(department: department, form: form, month: month)] ?? []
            let feeding = readings.filter { reading in
                indicator.measures.allSatisfy { reading.measures.contains($0) }
            }
            return feeding.isEmpty ? nil : (form, feeding)
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

    private func area(_ obligation: Obligation?) -> Int {
        guard let obligation, obligation.area != catalogue.organisation.province else { return PlaceIndex.province }
        let day = catalogue.organisation.calendar.lastDay(of: month)
        guard let unit = catalogue.geography.unit(code: obligation.area, on: day),
            case .at(let place) = index.landing(of: unit.key)
        else { return PlaceIndex.province }
        return place
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
