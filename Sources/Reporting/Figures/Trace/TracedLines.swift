import Domain

/// The lines of one submission behind a figure, told apart by what became of them.
package struct TracedLines: Sendable {
    /// These add up to what the source adds.
    package let counted: [TracedRow]
    /// Of places that hold the figure's place among others: not added.
    package let possible: [TracedRow]
    /// Of divided units: added by the weights of their division.
    package let shared: [TracedRow]
    /// Given in another part of the same slice, too: not added.
    package let overlapping: [TracedRow]
    /// Rows with an error, of the place or of no place that is known.
    package let refused: [RefusedRow]

    package init(_ trace: SubmissionTrace, of source: FigureTrace.Source) {
        // Rows whose place a supplement took are in the file, and not in its reading as it stands.
        let given =
            source.isSupplemented ? source.reading.tallies.givenMeasures(of: Set(source.measures)) : nil
        func rows(_ units: Set<UnitKey>) -> [TracedRow] {
            trace.rows.filter {
                source.measures.contains($0.measure) && units.contains($0.unit)
                    && given?[$0.unit, default: []].contains($0.measure) != false
            }
        }
        counted = rows(source.units)
        possible = rows(source.possible)
        shared = rows(Set(source.shared.keys))
        overlapping = rows(source.overlapping)
        refused = trace.refused.filter { row in row.unit.map(source.refused.contains) ?? true }
    }

    package var sum: Quantity { counted.reduce(.zero) { $0.adding($1.sum) ?? $0 } }
}
