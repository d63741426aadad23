import Domain

extension [Reading] {
    /// The tallies of these measures that count: what two parts of one slice both give is in neither.
    func countedTallies(of measures: [String]) -> [Tally] {
        let overlapping = overlappingUnits(in: measures)
        return flatMap(\.tallies).filter { measures.contains($0.measure) && !overlapping.contains($0.unit) }
    }

    /// Units for which two of these parts of one slice give the same measure.
    func overlappingUnits(in measures: [String]) -> Set<UnitKey> {
        guard count > 1 else { return [] }
        var givers: [Given: Int] = [:]
        var overlapping: Set<UnitKey> = []
        for (number, reading) in enumerated() {
            for tally in reading.tallies where measures.contains(tally.measure) && tally.speaks {
                let given = Given(unit: tally.unit, measure: tally.measure)
                if let earlier = givers.updateValue(number, forKey: given), earlier != number {
                    overlapping.insert(tally.unit)
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

extension Tally {
    /// Whether any of its cells says something.
    var speaks: Bool { cells.number + cells.zero + cells.uncollected > 0 }
}
