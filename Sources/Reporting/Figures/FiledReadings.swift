import Domain

/// What came for the months of a period, and which of it asks something of a person.
struct FiledReadings {
    /// Counted or not, held ones too, by path.
    let readings: [Reading]
    /// Files that count no more, because another took their place or the officer withdrew them.
    let supersededPaths: Set<String>
    /// Findings of the files that stand or were sent in vain.
    let openFindings: [Finding]

    init(_ evidence: Evidence, _ slices: SlicesInForce, period: Period) {
        let all = evidence.readings.filter { reading in reading.period.map { period.contains($0.last) } ?? false }
        let held = Set(slices.heldReadings(of: period).map(\.reading.receipt))
        let free = Evidence.newestByPath(all.lazy.filter { !held.contains($0.receipt) }).values
        let readings = (free + all.filter { held.contains($0.receipt) }).sorted { $0.receipt.isBefore($1.receipt) }
        let standing = Set(
            slices.readings.lazy.filter { period.contains($0.key.month) }.flatMap(\.value).map(\.receipt))
        let conflicting = Set(slices.conflicts.flatMap(\.paths))
        let superseded = Set(
            readings.filter {
                $0.isCounted && !standing.contains($0.receipt) && !held.contains($0.receipt)
                    && !$0.supplementsNothing
            }
            .map(\.receipt.path)
        ).subtracting(conflicting)
        self.readings = readings
        supersededPaths = superseded
        openFindings = readings.filter { !superseded.contains($0.receipt.path) && !evidence.isHeld($0) }
            .flatMap(\.findings).filter { $0.level != .note }
    }
}
