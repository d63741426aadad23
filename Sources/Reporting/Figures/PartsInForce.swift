import Domain

extension [Reading] {
    /// Visits the tallies of these measures that count: what two parts of one slice both give is in neither.
    func forEachCounted(of measures: [String], _ body: (Tallies.Row, _ codes: String) -> Void) {
        let overlapping = overlappingUnits(in: measures)
        for tallies in lazy.map(\.tallies) {
            for run in tallies.runs(of: measures) {
                for row in tallies.rows(of: run)
                where overlapping.isEmpty || !overlapping.contains(tallies.units[Int(row.unit)]) {
                    body(row, tallies.codes[Int(row.codes)])
                }
            }
        }
    }

    /// Units for which two of these parts of one slice give the same measure; one under two names, in the month of a change,
    /// under both.
    func overlappingUnits(in measures: [String]) -> Set<UnitKey> {
        guard count > 1 else { return [] }
        var givers: [Given: (part: Int, unit: UnitKey)] = [:]
        var overlapping: Set<UnitKey> = []
        for (number, tallies) in lazy.map(\.tallies).enumerated() {
            for run in tallies.runs(of: measures) {
                for row in tallies.rows(of: run) where row.speaks {
                    let unit = tallies.units[Int(row.unit)]
                    let given = Given(code: unit.code, measure: run.measure)
                    let earlier = givers.updateValue((number, unit), forKey: given)
                    if let earlier, earlier.part != number { overlapping.formUnion([unit, earlier.unit]) }
                }
            }
        }
        return overlapping
    }
}

/// What one cell of a part is about.
private struct Given: Hashable {
    let code: String
    let measure: String
}
