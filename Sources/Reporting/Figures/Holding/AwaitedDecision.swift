import Domain

/// A held file on which somebody has to decide, and what the province's figures would become if it were taken.
package struct AwaitedDecision: Sendable {
    package let reading: Reading
    /// Why it is held.
    package let doubts: [Finding]
    /// Only figures that would be others.
    package let moves: [Move]

    /// One figure of the province over the period.
    package struct Move: Sendable {
        package let indicator: Indicator
        package let now: Figure
        package let taken: Figure
    }

    /// Those of a period, by path.
    static func all(
        _ evidence: Evidence, _ slices: SlicesInForce, _ cube: Cube, period: Period
    ) throws(FigureOverflow) -> [AwaitedDecision] {
        var awaited: [AwaitedDecision] = []
        for held in slices.heldReadings(of: period) where held.isWaiting {
            let fed = evidence.catalogue.indicators.filter { feeds(held.reading, $0, evidence.catalogue) }
            let taken = try Cube(
                evidence, slices.taking(held.reading, evidence), months: Set(period.months), on: cube.index.day,
                indicators: fed + fed.flatMap { $0.parts(evidence.catalogue) })
            let moves = fed.compactMap { indicator -> Move? in
                let now = cube.figure(indicator, at: PlaceIndex.province, over: period)
                let then = taken.figure(indicator, at: PlaceIndex.province, over: period)
                return indicator.isMoved(from: now, to: then)
                    ? Move(indicator: indicator, now: now, taken: then) : nil
            }
            awaited.append(AwaitedDecision(reading: held.reading, doubts: held.doubts, moves: moves))
        }
        return awaited
    }

    private static func feeds(_ reading: Reading, _ indicator: Indicator, _ catalogue: Catalogue) -> Bool {
        indicator.parts(catalogue).contains { part in reading.form.map(part.forms.contains) ?? false }
    }
}
