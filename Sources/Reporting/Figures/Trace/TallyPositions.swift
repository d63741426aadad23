import Domain

extension Contribution {
    /// Units of which two parts of one slice both give a measure: what they say of them counts in neither.
    var overlapping: Set<UnitKey> { readings.overlappingUnits(in: measures) }
}

/// The positions of the units of tallies in their roster, worked out once for all indicators.
struct TallyPositions {
    private var known: [ObjectIdentifier: [Int?]] = [:]

    /// The tallies outlive this.
    mutating func of(_ tallies: Tallies, in roster: Roster) -> [Int?] {
        if let positions = known[tallies.identity] { return positions }
        let positions = tallies.units.map(roster.position)
        known[tallies.identity] = positions
        return positions
    }
}
