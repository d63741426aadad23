import Domain

/// A figure that is another than in the edition before.
package struct FigureChange: Sendable {
    package let indicator: Indicator
    package let place: Int
    package let span: Period
    package let before: Figure
    package let after: Figure
    /// What the submissions did to it; none where a definition did.
    package let causes: [Cause]

    /// One department's submissions of one month.
    package struct Cause: Sendable {
        package let department: String
        package let month: Month
        /// Files that counted and do no more.
        package let gone: [Receipt]
        /// Files that count and did not before.
        package let come: [Receipt]
        /// What they did to the figure; of a ratio `nil`.
        package let difference: Quantity?
        /// The rows that say something else than before, by file.
        package let rows: [TracedRow]
        /// Those that count whose rows took the place of others, while the rest stood.
        package var supplements: Set<Receipt> = []

        /// What the department says of them (Thuyết minh), each once.
        package var reasons: [String] {
            var seen: Set<String> = []
            return rows.compactMap(\.reason).filter { seen.insert($0).inserted }
        }
    }

    /// The new figure less the old one. What was not reported added nothing to a total, and counts as nothing here, so that
    /// the differences of places add up to that of their total.
    package var difference: Figure {
        if indicator.isRatio { return Comparison.difference(of: after, from: before) }
        let marks = [before.absence, after.absence].compactMap(\.self).filter {
            $0 != .notReported && $0 != .notCollected
        }
        if let mark = marks.first { return Figure(.absent(mark)) }
        guard let change = (after.quantity ?? .zero).subtracting(before.quantity ?? .zero) else {
            return Figure(.absent(.notApplicable))
        }
        return Figure(.known(.quantity(change), .reported))
    }
}

/// All that moved since the edition before, told apart by what moved it.
package struct FigureChanges: Sendable {
    /// In the order of the indicators, then of the periods and the places.
    package let data: [FigureChange]
    package let definitions: [FigureChange]

    package var isEmpty: Bool { data.isEmpty && definitions.isEmpty }

    /// Communes are listed for the period itself; districts and the province for all that it is compared with, too.
    init(_ now: EarlierEdition.State, of period: Period, since earlier: EarlierEdition) {
        // Causes are looked up by indicator: all cores work on them.
        let changes = ParallelMap.map(now.evidence.catalogue.indicators) { indicator in
            OfIndicator(indicator, now, of: period, since: earlier)
        }
        data = changes.flatMap(\.data)
        definitions = changes.flatMap(\.definitions)
    }

    /// What moved of one indicator.
    private struct OfIndicator: Sendable {
        private(set) var data: [FigureChange] = []
        private(set) var definitions: [FigureChange] = []

        init(_ indicator: Indicator, _ now: EarlierEdition.State, of period: Period, since earlier: EarlierEdition) {
            let base = earlier.recast ?? earlier.issued
            var causes = ChangeCauses(before: base, after: now, rows: earlier.rows)
            let index = now.cube.index
            for span in period.spans(of: indicator) {
                for place in index.places.indices {
                    if span != period, index.district(ofCommune: place) != nil { continue }
                    let recast = base.cube.figure(indicator, at: place, over: span)
                    let published = earlier.published(indicator, at: index.places[place], over: span)
                    if earlier.recast != nil, indicator.isMoved(from: published, to: recast) {
                        definitions.append(
                            FigureChange(
                                indicator: indicator, place: place, span: span, before: published, after: recast,
                                causes: []))
                    }
                    let after = now.cube.figure(indicator, at: place, over: span)
                    if indicator.isMoved(from: recast, to: after) {
                        data.append(
                            FigureChange(
                                indicator: indicator, place: place, span: span, before: recast, after: after,
                                causes: causes.of(indicator, at: place, over: span)))
                    }
                }
            }
        }
    }
}
