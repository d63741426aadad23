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
    }

    struct Addend {
        let unit: UnitKey
        let landing: PlaceIndex.Landing
        let sum: Quantity
    }

    let month: Month
    let sources: [Source]

    init(
        _ indicator: Indicator, _ sources: SourcesOfMonth, month: Month, index: PlaceIndex,
        landings: inout LandingCache
    ) {
        self.month = month
        var made: [Source] = []
        for contribution in sources.counting(indicator) {
            if contribution.readings.isEmpty {
                made.append(Source(contribution: contribution, reading: nil, addends: [], overlapping: []))
            }
            let overlapping = contribution.overlapping
            for reading in contribution.readings {
                var sums: [UnitKey: Quantity] = [:]
                var twice: Set<UnitKey> = []
                let tallies = reading.tallies
                for row in tallies.runs(of: contribution.measures).lazy.flatMap({ tallies.rows[$0.rows] })
                where row.speaks {
                    let unit = tallies.units[Int(row.unit)]
                    if overlapping.contains(unit) {
                        twice.insert(unit)
                    } else {
                        // A sum that does not fit has stopped the cube before.
                        let sum = sums[unit] ?? .zero
                        sums[unit] = sum.adding(row.sum) ?? sum
                    }
                }
                made.append(
                    Source(
                        contribution: contribution, reading: reading,
                        addends: sums.sorted { $0.key < $1.key }.map { unit, sum in
                            Addend(unit: unit, landing: landings.landing(of: unit, in: index), sum: sum)
                        }, overlapping: twice.sorted()))
            }
        }
        self.sources = made
    }
}

extension PlaceIndex {
    /// What of a unit's data is a place's.
    enum Share {
        case whole
        /// Some of it, it is not known how much.
        case possible
        case none
    }

    func share(of landing: Landing, at place: Int) -> Share {
        switch landing {
        case .at(let target):
            if lineage(target).contains(place) { return .whole }
            return communes[target]?.contains(place) == true ? .possible : .none
        case .amongCommunes(let communes, let districts):
            if place == PlaceIndex.province || districts == [place] { return .whole }
            return communes.contains(place) || districts.contains(place) ? .possible : .none
        case .amongDistricts(let districts, let communes):
            if place == PlaceIndex.province { return .whole }
            return districts.contains(place) || communes.contains(place) ? .possible : .none
        case .provinceOnly: return place == PlaceIndex.province ? .whole : .none
        }
    }
}
