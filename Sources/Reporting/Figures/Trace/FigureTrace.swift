import Domain

/// What a figure is made of: the submissions that enter it and what they say of its place, and what is missing.
///
/// Which lines of their files that is, Intake says by reading them again (`SubmissionTrace`).
package struct FigureTrace: Sendable {
    package let catalogue: Catalogue
    package let index: PlaceIndex
    package let indicator: Indicator
    package let place: Int
    package let period: Period
    package let figure: Figure
    /// The indicator itself; of a ratio its numerator, then its denominator.
    package let parts: [Part]

    package struct Part: Sendable {
        package let indicator: Indicator
        package let figure: Figure
        package let months: [MonthPart]

        package var sources: [Source] { months.flatMap(\.sources) }

        /// What the sources come to, whether or not the figure shows it.
        package var sum: Quantity { sources.reduce(.zero) { $0.adding($1.sum) ?? $0 } }
    }

    package struct MonthPart: Sendable {
        package let month: Month
        package let sources: [Source]
        package let gaps: [Gap]

        package var sum: Quantity { sources.reduce(.zero) { $0.adding($1.sum) ?? $0 } }
    }

    /// A submission that enters the figure.
    package struct Source: Sendable {
        /// Who counts; its predecessor may have written the file.
        package let department: String
        package let reading: Reading
        package let measures: [String]
        /// Units whose numbers are added.
        package let units: Set<UnitKey>
        /// Units of which a part may lie in the place; nothing of them is added.
        package let possible: Set<UnitKey>
        /// Units that another part of the same slice gives too; nothing of them is added.
        package let overlapping: Set<UnitKey>
        /// Units with a row that is not counted.
        package let refused: Set<UnitKey>
        /// Units of which a cell is blank where a number is asked for, or holds what cannot be counted.
        package let missing: Set<UnitKey>
        /// Divided units, with what the weights of their division give to the place.
        package let shared: [UnitKey: Quantity]
        /// The form that owes the figure, where this file is of another one.
        package let standsInFor: String?
        /// Whether rows of it, or of one beside it, took the place of others.
        package let isSupplemented: Bool
        package let sum: Quantity

        /// What the units whose numbers are added as they stand come to.
        package var wholeSum: Quantity {
            shared.values.reduce(sum) { $0.subtracting($1) ?? $0 }
        }

        /// Whether anything in the file speaks of the place.
        package var speaks: Bool {
            !(units.isEmpty && possible.isEmpty && overlapping.isEmpty && refused.isEmpty && missing.isEmpty
                && shared.isEmpty)
        }
    }

    /// What should enter the figure and does not.
    package struct Gap: Sendable {
        package let department: String
        /// What is owed and what became of it; a file that counts is there where it lacks the column.
        package let entries: [SubmissionRoll.Entry]
        package let reason: Reason

        package enum Reason: Hashable, Sendable {
            case notCounted
            /// Reported for a longer span only.
            case reportedFor(Period)
            /// The other side of the ratio is on another form.
            case onAnotherForm
        }
    }

    package init(
        _ evidence: Evidence, _ indicator: Indicator, at place: PlaceIndex.Place, over period: Period
    ) throws(FigureOverflow) {
        try self.init(
            evidence, SlicesInForce(evidence), indicator, at: place, over: period,
            on: evidence.catalogue.organisation.calendar.lastDay(of: period))
    }

    /// - Parameter day: Whose geography the place is of: the last one of the period whose reports show the figure.
    init(
        _ evidence: Evidence, _ slices: SlicesInForce, _ indicator: Indicator, at place: PlaceIndex.Place,
        over period: Period, on day: Day
    ) throws(FigureOverflow) {
        let catalogue = evidence.catalogue
        let wanted = indicator.parts(catalogue)
        let cube = try Cube(
            evidence, slices, months: Set(period.months), on: day,
            indicators: indicator.isRatio ? wanted + [indicator] : wanted)
        self.catalogue = catalogue
        self.index = cube.index
        self.indicator = indicator
        self.period = period
        let here = cube.index.index(of: place) ?? PlaceIndex.province
        self.place = here
        figure = cube.figure(indicator, at: here, over: period)
        parts = wanted.map { part in
            let months = part.isFlow ? period.months : [period.last]
            let figure =
                indicator.isRatio
                ? cube.side(part, of: indicator, at: here, over: period) : cube.figure(part, at: here, over: period)
            return Part(
                indicator: part, figure: figure,
                months: months.map { month in
                    let sources = cube.sources(of: month, evidence, slices)
                    return MonthPart(
                        Addends(sources.entering(part, of: indicator, over: period), month: month), part, at: here,
                        index: cube.index,
                        longer: sources.reportedLonger(part, of: indicator, over: period),
                        gap: { FigureTrace.gap($0, part, month, evidence, slices) })
                })
        }
    }

    /// Whether any submission speaks of the figure.
    package var isReceived: Bool { parts.contains { !$0.sources.isEmpty } }

    private static func gap(
        _ contribution: Contribution, _ indicator: Indicator, _ month: Month, _ evidence: Evidence,
        _ slices: SlicesInForce
    ) -> Gap {
        let owed = evidence.catalogue.obligations(due: month).filter {
            $0.department == contribution.department && indicator.forms.contains($0.form)
        }
        return Gap(
            department: contribution.department,
            entries: owed.map { SubmissionRoll.entry($0, month: month, evidence, slices) },
            reason: contribution.isApart ? .onAnotherForm : .notCounted)
    }
}

extension FigureTrace.MonthPart {
    fileprivate init(
        _ addends: Addends, _ indicator: Indicator, at place: Int, index: PlaceIndex, longer: [Contribution],
        gap: (Contribution) -> FigureTrace.Gap
    ) {
        month = addends.month
        let supplemented = Set(
            addends.sources.filter { source in
                guard let reading = source.reading, reading.isSupplement else { return false }
                return FigureTrace.Source(source, reading, indicator, at: place, index: index).speaks
            }.map(\.contribution.department))
        var sources: [FigureTrace.Source] = []
        var gaps: [FigureTrace.Gap] = []
        for source in addends.sources {
            let isCovered = source.contribution.area.covered.contains(place)
            guard let reading = source.reading else {
                if isCovered { gaps.append(gap(source.contribution)) }
                continue
            }
            let made = FigureTrace.Source(source, reading, indicator, at: place, index: index)
            // Of a file and its supplement, only what speaks of the place.
            let isSilent =
                !made.speaks && (reading.isSupplement || supplemented.contains(source.contribution.department))
            // A district's commune may lie elsewhere by now: then the data are here, whoever answers for the area.
            if !isSilent, isCovered || made.speaks { sources.append(made) }
        }
        self.sources = sources
        self.gaps =
            gaps
            + longer.filter { $0.area.covered.contains(place) }.map {
                FigureTrace.Gap(department: $0.department, entries: [], reason: .reportedFor($0.span))
            }
    }
}

extension FigureTrace.Source {
    fileprivate init(
        _ source: Addends.Source, _ reading: Reading, _ indicator: Indicator, at place: Int, index: PlaceIndex
    ) {
        var units: Set<UnitKey> = []
        var possible: Set<UnitKey> = []
        var shared: [UnitKey: Quantity] = [:]
        var sum = Quantity.zero
        for addend in source.addends {
            switch index.holding(of: addend.sum, addend.landing, at: place, decimals: indicator.decimals) {
            case .whole(let amount):
                units.insert(addend.unit)
                sum = sum.adding(amount) ?? sum
            case .part(let amount):
                shared[addend.unit] = amount
                sum = sum.adding(amount) ?? sum
            case .possible where !addend.sum.isZero: possible.insert(addend.unit)
            case .possible, .none: break
            }
        }
        let contribution = source.contribution
        func touching(_ keys: [UnitKey]) -> Set<UnitKey> {
            Set(
                keys.filter {
                    index.holding(
                        of: .zero, contribution.roster.landing(of: $0), at: place, decimals: indicator.decimals)
                        != .none
                })
        }
        self.init(
            department: contribution.department, reading: reading, measures: contribution.measures, units: units,
            possible: possible, overlapping: touching(source.overlapping), refused: touching(reading.refusedPlaces),
            missing: touching(source.missing), shared: shared,
            standsInFor: contribution.isStandIn ? contribution.owedForm : nil,
            isSupplemented: contribution.readings.contains(where: \.isSupplement), sum: sum)
    }
}

extension Indicator {
    /// Itself; of a ratio its numerator, then its denominator.
    package func parts(_ catalogue: Catalogue) -> [Indicator] {
        guard case .ratio(let numerator, let denominator, _) = kind else { return [self] }
        return [numerator, denominator].compactMap(catalogue.indicator)
    }
}
