import Domain

extension [Reading] {
    /// Visits the tallies of these measures that count: what two parts of one slice both give is in neither.
    func forEachCounted(of measures: [String], _ body: (Tallies.Row, _ codes: String) -> Void) {
        let overlapping = overlappingUnits(in: measures)
        for tallies in lazy.map(\.tallies) {
            for run in tallies.runs(of: measures) {
                for row in tallies.rows[run.rows]
                where overlapping.isEmpty || !overlapping.contains(tallies.units[Int(row.unit)]) {
                    body(row, tallies.codes[Int(row.codes)])
                }
            }
        }
    }

    /// Units for which two of these parts of one slice give the same measure.
    func overlappingUnits(in measures: [String]) -> Set<UnitKey> {
        guard count > 1 else { return [] }
        var givers: [Given: Int] = [:]
        var overlapping: Set<UnitKey> = []
        for (number, tallies) in lazy.map(\.tallies).enumerated() {
            for run in tallies.runs(of: measures) {
                for row in tallies.rows[run.rows] where row.speaks {
                    let unit = tallies.units[Int(row.unit)]
                    let earlier = givers.updateValue(number, forKey: Given(unit: unit, measure: run.measure))
                    if let earlier, earlier != number { overlapping.insert(unit) }
                }
            }
        }
        return overlapping
    }
}

/// What one cell of a part is about.
private struct Given: Hashable {
    let unit: UnitKey
    let measure: String
}
