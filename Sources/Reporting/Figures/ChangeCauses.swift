import Domain

/// Which submissions moved a figure, found by adding up both states unit by unit.
struct ChangeCauses {
    private var before: Side
    private var after: Side
    private let rows: [Receipt: SubmissionTrace]

    init(before: EarlierEdition.State, after: EarlierEdition.State, rows: [Receipt: SubmissionTrace]) {
        self.before = Side(before)
        self.after = Side(after)
        self.rows = rows
    }

    mutating func of(_ indicator: Indicator, at place: Int, over span: Period) -> [FigureChange.Cause] {
        let catalogue = after.state.evidence.catalogue
        var causes: [FigureChange.Cause] = []
        for part in indicator.parts(catalogue) {
            for month in part.isFlow ? span.months : [span.last] {
                causes += self.causes(part, of: indicator, month: month, over: span, at: place)
            }
        }
        let moving = causes.filter { $0.difference?.isZero == false }
        let shown = moving.isEmpty ? causes : moving
        return indicator.isRatio ? ChangeCauses.merged(shown) : shown
    }

    private mutating func causes(
        _ indicator: Indicator, of whole: Indicator, month: Month, over span: Period, at place: Int
    ) -> [FigureChange.Cause] {
        let key = SentKey(indicator: indicator, whole: whole, month: month, span: span)
        let (old, new) = (before.sent(key), after.sent(key))
        let index = after.state.cube.index
        let departments = Set(old.keys).union(new.keys).sorted()
        return departments.compactMap { department in
            let (first, second) = (old[department] ?? Sent(), new[department] ?? Sent())
            guard first.receipts != second.receipts || first.sums != second.sums else { return nil }
            func held(_ sent: Sent, _ unit: UnitKey) -> Quantity? {
                guard let landing = second.landings[unit] ?? first.landings[unit] else { return nil }
                return index.holding(
                    of: sent.sums[unit] ?? .zero, landing, at: place, decimals: indicator.decimals
                ).amount
            }
            let units = Set(first.sums.keys).union(second.sums.keys).filter { held(first, $0) != nil }
            let isCovered = (first.areas + second.areas).contains { $0.covered.contains(place) }
            guard isCovered || !units.isEmpty else { return nil }
            var difference = Quantity.zero
            for unit in units {
                let change = (held(second, unit) ?? .zero).subtracting(held(first, unit) ?? .zero) ?? .zero
                difference = difference.adding(change) ?? difference
            }
            let moved = units.filter { first.sums[$0] != second.sums[$0] }
            return FigureChange.Cause(
                department: department, month: month, gone: first.receipts.filter { !second.receipts.contains($0) },
                come: second.receipts.filter { !first.receipts.contains($0) }, difference: difference,
                rows: self.rows(moved, indicator.measures, second, else: first),
                supplements: second.supplemented.isEmpty
                    ? [] : Set(second.supplemented.values.filter(\.isSupplement).map(\.receipt)))
        }
    }

    /// The rows of what counts now, and of what counted before for units that now have none.
    private func rows(
        _ units: Set<UnitKey>, _ measures: [String], _ after: Sent, else before: Sent
    ) -> [TracedRow] {
        func rows(of receipts: [Receipt], _ sent: Sent, _ units: Set<UnitKey>) -> [TracedRow] {
            receipts.flatMap { receipt in
                let given = sent.supplemented[receipt]?.tallies.givenMeasures(of: Set(measures))
                return (self.rows[receipt]?.rows ?? []).filter {
                    units.contains($0.unit) && measures.contains($0.measure)
                        && given?[$0.unit, default: []].contains($0.measure) != false
                }
            }
        }
        let found = rows(of: after.receipts, after, units)
        let rest = units.subtracting(found.map(\.unit))
        return found + rows(of: before.receipts.filter { !after.receipts.contains($0) }, before, rest)
    }

    /// A ratio's two parts come from the same files: one cause for each department and month.
    private static func merged(_ causes: [FigureChange.Cause]) -> [FigureChange.Cause] {
        struct Key: Hashable {
            let month: Month
            let department: String
        }
        var order: [Key] = []
        var groups: [Key: [FigureChange.Cause]] = [:]
        for cause in causes {
            let key = Key(month: cause.month, department: cause.department)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(cause)
        }
        return order.compactMap { key in
            guard let group = groups[key] else { return nil }
            var seen: Set<Position> = []
            func receipts(_ path: KeyPath<FigureChange.Cause, [Receipt]>) -> [Receipt] {
                Set(group.flatMap { $0[keyPath: path] }).sorted { $0.path < $1.path }
            }
            return FigureChange.Cause(
                department: key.department, month: key.month, gone: receipts(\.gone), come: receipts(\.come),
                difference: nil,
                rows: group.flatMap(\.rows).sorted { $0.position < $1.position }.filter {
                    seen.insert($0.position).inserted
                }, supplements: group.reduce(into: []) { $0.formUnion($1.supplements) })
        }
    }

    /// What a department sent for an indicator in a month.
    private struct Sent {
        var receipts: [Receipt] = []
        /// The readings as they stand, where one of them supplements the others.
        var supplemented: [Receipt: Reading] = [:]
        var sums: [UnitKey: Quantity] = [:]
        var landings: [UnitKey: Landing] = [:]
        var areas: [ReportingArea] = []
    }

    /// What was looked up: a side of a ratio, or the indicator itself, over the span of a figure.
    private struct SentKey: Hashable {
        let indicator: Indicator
        let whole: Indicator
        let month: Month
        let span: Period
    }

    /// One of the two states, with what was looked up already.
    private struct Side {
        let state: EarlierEdition.State
        private var known: [SentKey: [String: Sent]] = [:]

        init(_ state: EarlierEdition.State) { self.state = state }

        mutating func sent(_ key: SentKey) -> [String: Sent] {
            if let sent = known[key] { return sent }
            let ofMonth = state.cube.sources(of: key.month, state.evidence, state.slices)
            let entering = ofMonth.entering(key.indicator, of: key.whole, over: key.span)
            var sent: [String: Sent] = [:]
            for source in Addends(entering, month: key.month).sources {
                var entry = sent[source.contribution.department] ?? Sent()
                if let reading = source.reading {
                    entry.receipts.append(reading.receipt)
                    if source.contribution.readings.contains(where: \.isSupplement) {
                        entry.supplemented[reading.receipt] = reading
                    }
                }
                for addend in source.addends {
                    let sum = entry.sums[addend.unit] ?? .zero
                    entry.sums[addend.unit] = sum.adding(addend.sum) ?? sum
                    entry.landings[addend.unit] = addend.landing
                }
                entry.areas.append(source.contribution.area)
                sent[source.contribution.department] = entry
            }
            known[key] = sent
            return sent
        }
    }
}
