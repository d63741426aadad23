import Domain

/// What a department led, joined and reported since the start of the year.
struct DepartmentRecord: Sendable {
    let department: String
    let reports: Reports
    /// By the activities of the plan.
    let activities: [Done]

    struct Done: Sendable {
        let led: Figure
        /// `nil` where the activity is not asked for by role.
        let joined: Figure?
    }

    struct Reports: Sendable {
        var owed = 0
        var received = 0
        var onTime = 0
        var partial = 0
    }

    /// In the order of the register: whoever owed a report or did something.
    static func all(_ basis: Basis, _ activities: [ReportPlan.Activity]) -> [DepartmentRecord] {
        let months = basis.monthsOfYear()
        let roll = SubmissionRoll(basis.evidence, basis.slices, months: months)
        let owed = Dictionary(grouping: roll.owed, by: \.key.department)
        let forms = formsByMeasure(basis.catalogue)
        let formsBefore = basis.earlier.map { formsByMeasure($0.issued.evidence.catalogue) } ?? [:]
        var seen: Set<String> = []
        return basis.catalogue.departments.map(\.code).filter { seen.insert($0).inserted }.compactMap { code in
            let entries = owed[code] ?? []
            let awaited = Set(entries.filter { !$0.isReceived }.map(\.key))
            let now = ActivityTally(basis.state, code, forms, months: months, awaited: awaited)
            let before = basis.earlier.map { ActivityTally($0.issued, code, formsBefore, months: months) }
            func figure(_ measures: [String]) -> Figure {
                let figure = now.figure(measures)
                if figure.amount != nil, basis.isProtected(measures) { return Figure(.absent(.suppressed)) }
                return basis.marked(figure, was: before?.figure(measures), decimals: 0)
            }
            let done = activities.map {
                Done(led: figure($0.led), joined: $0.joined.isEmpty ? nil : figure($0.joined))
            }
            guard !entries.isEmpty || done.contains(where: { $0.led.amount != nil || $0.joined?.amount != nil })
            else { return nil }
            return DepartmentRecord(department: code, reports: reports(entries), activities: done)
        }
    }

    /// The forms that have a measure, in the order of the catalogue.
    private static func formsByMeasure(_ catalogue: Catalogue) -> [String: [String]] {
        var forms: [String: [String]] = [:]
        for form in catalogue.forms {
            for code in Set(form.measures.map(\.code)) { forms[code, default: []].append(form.code) }
        }
        return forms
    }

    private static func reports(_ entries: [SubmissionRoll.Entry]) -> Reports {
        var reports = Reports(owed: entries.count)
        for entry in entries where entry.isReceived {
            reports.received += 1
            if !entry.isLate { reports.onTime += 1 }
            if entry.state == .partial { reports.partial += 1 }
        }
        return reports
    }
}

/// Adds measures over what one department sent.
private struct ActivityTally {
    private let state: EarlierEdition.State
    private let department: String
    private let forms: [String: [String]]
    private let months: [Month]
    private let awaited: Set<SlicesInForce.Key>

    /// - Parameters:
    ///   - forms: Those that have a measure, by its code.
    ///   - awaited: What the department owes and has not sent.
    init(
        _ state: EarlierEdition.State, _ department: String, _ forms: [String: [String]], months: [Month],
        awaited: Set<SlicesInForce.Key> = []
    ) {
        self.state = state
        self.department = department
        self.forms = forms
        self.months = months
        self.awaited = awaited
    }

    /// Of each measure and month, the first form that the department sent with it; `x` where it is asked for none.
    func figure(_ measures: [String]) -> Figure {
        var total = Quantity.zero
        var isKnown = false
        var hasGap = false
        for month in months {
            for measure in measures {
                switch sum(measure, in: month) {
                case .none: continue
                case .some(.missing): hasGap = true
                case .some(.sent(let readings, let isStandIn)):
                    isKnown = true
                    hasGap = hasGap || isStandIn || readings.contains { $0.state == .partial }
                    let blanksAreMissing = readings.contains { $0.blanksAreMissing(state.evidence.catalogue) }
                    var fits = true
                    readings.forEachCounted(of: [measure]) { row, _ in
                        let sum = total.adding(row.sum)
                        fits = fits && sum != nil
                        total = sum ?? total
                        let cells = row.cells
                        hasGap = hasGap || cells.uncollected + cells.refused > 0 || blanksAreMissing && cells.empty > 0
                    }
                    if !fits { return Figure(.absent(.notApplicable)) }
                }
            }
        }
        guard isKnown else { return Figure(.absent(hasGap ? .notReported : .notApplicable)) }
        return Figure(.known(.quantity(total), hasGap ? .provisional : .reported))
    }

    /// Whether anything is expected of the department: a form has measures of others, too. Of what no indicator is made of, it is.
    private func isSource(of measure: String, in month: Month) -> Bool {
        let catalogue = state.evidence.catalogue
        let day = catalogue.organisation.calendar.lastDay(of: month)
        let indicators = Set(catalogue.indicators.filter { $0.measures.contains(measure) }.map(\.code))
        return indicators.isEmpty
            || catalogue.sources.contains {
                $0.department == department && indicators.contains($0.indicator) && $0.validity.contains(day)
            }
    }

    private enum Found {
        /// Stand-in: an earlier form that has the measure is owed and has not come.
        case sent([Reading], isStandIn: Bool)
        case missing
    }

    private func sum(_ measure: String, in month: Month) -> Found? {
        var isAwaited = false
        for form in forms[measure] ?? [] {
            let key = SlicesInForce.Key(department: department, form: form, month: month)
            let readings = (state.slices.readings[key] ?? []).filter { $0.measures.contains(measure) }
            if !readings.isEmpty { return .sent(readings, isStandIn: isAwaited) }
            isAwaited = isAwaited || awaited.contains(key)
        }
        return isAwaited && isSource(of: measure, in: month) ? .missing : nil
    }
}
