import Domain

/// What each unit of each submission adds to an indicator in a month, before it is added up by place.
///
/// It says the same as the cube's column: what two parts of a slice both give is in neither, and only units of which a
/// cell says something are there.
struct Addends {
    /// A submission that enters, or something owed that does not.
    struct Source {
        let contribution: Contribution
        /// `nil` where nothing of the contribution can be counted.
        let reading: Reading?
        let addends: [Addend]
        /// Units that it gives and another part of the same slice gives too.
        let overlapping: [UnitKey]
        /// Units of which a cell is blank where a number is asked for, or holds what cannot be counted.
        let missing: [UnitKey]
    }

    struct Addend {
        let unit: UnitKey
        let landing: Landing
        let sum: Quantity
    }

    let month: Month
    let sources: [Source]

    /// - Parameter contributions: Those that enter the figure.
    init(_ contributions: [Contribution], month: Month) {
        self.month = month
        var made: [Source] = []
        for contribution in contributions {
            if contribution.readings.isEmpty {
                made.append(Source(contribution: contribution, reading: nil, addends: [], overlapping: [], missing: []))
            }
            let overlapping = contribution.overlapping
            for (reading, blanksAreMissing) in zip(contribution.readings, contribution.blanksAreMissing) {
                made.append(Source(contribution, reading, blanksAreMissing: blanksAreMissing, overlapping))
            }
        }
        self.sources = made
    }
}

extension Addends.Source {
    fileprivate init(
        _ contribution: Contribution, _ reading: Reading, blanksAreMissing: Bool, _ overlapping: Set<UnitKey>
    ) {
        var sums: [UnitKey: Quantity] = [:]
        var twice: Set<UnitKey> = []
        var missing: Set<UnitKey> = []
        let tallies = reading.tallies
        for row in tallies.runs(of: contribution.measures).lazy.flatMap(tallies.rows(of:)) {
            let unit = tallies.units[Int(row.unit)]
            if row.cells.refused > 0 || blanksAreMissing && row.cells.empty > 0 { missing.insert(unit) }
            guard row.speaks else { continue }
            if overlapping.contains(unit) {
                twice.insert(unit)
            } else {
                // A sum that does not fit has stopped the cube before.
                let sum = sums[unit] ?? .zero
                sums[unit] = sum.adding(row.sum) ?? sum
            }
        }
        self.contribution = contribution
        self.reading = reading
        addends = sums.sorted { $0.key < $1.key }.map { unit, sum in
            Addends.Addend(unit: unit, landing: contribution.roster.landing(of: unit), sum: sum)
        }
        self.overlapping = twice.sorted()
        self.missing = missing.sorted()
    }
}
