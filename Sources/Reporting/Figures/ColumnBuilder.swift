import Domain

/// Adds contributions to a column, place by place.
struct ColumnBuilder {
    let index: PlaceIndex
    let indicator: String
    let month: Month
    /// Communes that may hold a part of a unit divided since this month.
    let uncertain: Set<Int>
    private(set) var column: MonthColumn
    /// Places of which the contribution in hand has said all that it says.
    private var isSettled: [Bool]

    init(index: PlaceIndex, indicator: String, month: Month, uncertain: Set<Int>) {
        self.index = index
        self.indicator = indicator
        self.month = month
        self.uncertain = uncertain
        column = MonthColumn(places: index.places.count)
        isSettled = []
    }

    /// What a unit's cells say, over the measures of the indicator.
    private struct Reported {
        var thousandths: Int64 = 0
        var isKnown = false
        var isUncollected = false
    }

    mutating func add(_ contribution: Contribution, landings: inout LandingCache) throws(FigureOverflow) {
        let covered = index.covered(by: contribution.area)
        for place in covered {
            column.cells[place].owed += 1
            if contribution.isReceived { column.cells[place].received += 1 }
        }
        guard !contribution.readings.isEmpty else {
            for place in covered { column.cells[place].hasGap = true }
            return
        }
        for place in covered where uncertain.contains(place) { column.cells[place].isUncertain = true }
        isSettled = Array(repeating: false, count: index.places.count)
        let (reported, overlapping) = try sums(contribution, &landings)
        var ofDistricts: [(Reported, PlaceIndex.Landing)] = []
        for (cell, landing) in reported where cell.isKnown || cell.isUncollected {
            if landing.isDistrict(index) {
                ofDistricts.append((cell, landing))
            } else {
                try place(cell, at: landing)
            }
        }
        for (cell, landing) in ofDistricts { try place(cell, at: landing) }
        for unit in contribution.readings.flatMap(\.refusedPlaces) + overlapping {
            refuse(landings.landing(of: unit, in: index))
        }
        if contribution.readings.contains(where: { $0.refusedRowsWithoutPlace > 0 }) {
            for above in index.lineage(contribution.area) { column.cells[above].hasGap = true }
        }
        let zero = contribution.readings.allSatisfy { $0.unlisted == .zero }
        settleUnlisted(covered: covered, asZero: zero)
        if contribution.isDoubtful {
            for place in Set(covered + index.lineage(contribution.area)) { column.cells[place].hasGap = true }
        }
    }

    /// The sums of each unit, with where they belong; what two parts of one slice both give is in neither, and named apart.
    private func sums(
        _ contribution: Contribution, _ landings: inout LandingCache
    ) throws(FigureOverflow) -> (reported: [(Reported, PlaceIndex.Landing)], overlapping: [UnitKey]) {
        if contribution.readings.count == 1 {
            let tallies = contribution.readings[0].tallies
            let sums = try sums(tallies, contribution.measures)
            return (Array(zip(sums, landings.landings(of: tallies, in: index))), [])
        }
        let overlapping = contribution.overlapping
        var reported: [UnitKey: Reported] = [:]
        for tallies in contribution.readings.map(\.tallies) {
            let sums = try sums(tallies, contribution.measures)
            for (unit, sum) in zip(tallies.units, sums) where !overlapping.contains(unit) {
                try merge(sum, into: &reported[unit, default: Reported()])
            }
        }
        let placed = reported.map { unit, sum in (sum, landings.landing(of: unit, in: index)) }
        return (placed, overlapping.sorted())
    }

    /// By the places of the units in the tallies.
    private func sums(_ tallies: Tallies, _ measures: [String]) throws(FigureOverflow) -> [Reported] {
        var sums = [Reported](repeating: Reported(), count: tallies.units.count)
        for run in tallies.runs(of: measures) {
            for row in tallies.rows[run.rows] {
                let cell = Reported(
                    thousandths: row.sum.thousandths, isKnown: row.cells.number + row.cells.zero > 0,
                    isUncollected: row.cells.uncollected > 0)
                try merge(cell, into: &sums[Int(row.unit)])
            }
        }
        return sums
    }

    private func merge(_ cell: Reported, into reported: inout Reported) throws(FigureOverflow) {
        let (sum, overflow) = reported.thousandths.addingReportingOverflow(cell.thousandths)
        guard !overflow else { throw FigureOverflow(indicator: indicator, month: month) }
        reported.thousandths = sum
        reported.isKnown = reported.isKnown || cell.isKnown
        reported.isUncollected = reported.isUncollected || cell.isUncollected
    }

    private mutating func place(_ cell: Reported, at landing: PlaceIndex.Landing) throws(FigureOverflow) {
        switch landing {
        case .at(let place):
            for above in index.lineage(place) { try add(cell, at: above, itself: above == place) }
            isSettled[place] = true
            settleCommunes(index.communes[place] ?? [], cell)
        case .amongCommunes(let communes, let districts):
            for commune in communes {
                isSettled[commune] = true
                column.cells[commune].isUncertain = true
            }
            if districts.count == 1 {
                try add(cell, at: districts[0], itself: false)
            } else if cell.thousandths != 0 {
                for district in districts { column.cells[district].isUncertain = true }
            }
            try add(cell, at: PlaceIndex.province, itself: false)
        case .amongDistricts(let districts, let communes):
            for district in districts {
                isSettled[district] = true
                if cell.thousandths != 0 {
                    column.cells[district].isUncertain = true
                } else if cell.isKnown {
                    column.cells[district].isKnown = true
                }
            }
            settleCommunes(communes, cell)
            try add(cell, at: PlaceIndex.province, itself: false)
        case .provinceOnly:
            try add(cell, at: PlaceIndex.province, itself: false)
        }
    }

    /// What is given for a district alone says nothing of its communes, unless it is zero.
    private mutating func settleCommunes(_ communes: [Int], _ cell: Reported) {
        for commune in communes where !isSettled[commune] {
            isSettled[commune] = true
            if cell.isKnown, cell.thousandths == 0 {
                column.cells[commune].isKnown = true
            } else {
                column.cells[commune].hasGap = true
            }
        }
    }

    private mutating func refuse(_ landing: PlaceIndex.Landing) {
        switch landing {
        case .at(let place):
            isSettled[place] = true
            for above in index.lineage(place) { column.cells[above].hasGap = true }
        case .amongCommunes(let communes, let districts):
            for commune in communes { isSettled[commune] = true }
            for place in districts + [PlaceIndex.province] { column.cells[place].hasGap = true }
        case .amongDistricts(let districts, _):
            for place in districts + [PlaceIndex.province] { column.cells[place].hasGap = true }
        case .provinceOnly:
            column.cells[PlaceIndex.province].hasGap = true
        }
    }

    private mutating func add(_ cell: Reported, at place: Int, itself: Bool) throws(FigureOverflow) {
        let (sum, overflow) = column.cells[place].thousandths.addingReportingOverflow(cell.thousandths)
        guard !overflow else { throw FigureOverflow(indicator: indicator, month: month) }
        column.cells[place].thousandths = sum
        if cell.isKnown { column.cells[place].isKnown = true }
        if cell.isUncollected {
            if itself { column.cells[place].isUncollected = true } else { column.cells[place].hasGap = true }
            if cell.isKnown { column.cells[place].hasGap = true }
        }
    }

    /// Places of the area that the submission does not name.
    private mutating func settleUnlisted(covered: [Int], asZero: Bool) {
        for place in covered where !isSettled[place] {
            switch index.places[place] {
            case .placeless: column.cells[place].isKnown = true
            case .commune:
                if asZero {
                    for above in index.lineage(place) { column.cells[above].isKnown = true }
                } else {
                    for above in index.lineage(place) { column.cells[above].hasGap = true }
                }
            case .province, .district: break
            }
        }
    }

}

extension Contribution {
    /// Units of which two parts of one slice both give a measure: what they say of them counts in neither.
    var overlapping: Set<UnitKey> { readings.overlappingUnits(in: measures) }
}

extension PlaceIndex.Landing {
    /// Whether the data are of a district as a whole.
    fileprivate func isDistrict(_ index: PlaceIndex) -> Bool {
        switch self {
        case .at(let place): index.communes[place] != nil
        case .amongDistricts: true
        case .amongCommunes, .provinceOnly: false
        }
    }
}

/// Landings already worked out, for the same unit comes in every column.
struct LandingCache {
    private var known: [UnitKey: PlaceIndex.Landing] = [:]
    private var ofTallies: [ObjectIdentifier: [PlaceIndex.Landing]] = [:]

    /// Where the units that tallies name belong, in their order there. The tallies outlive the cache.
    mutating func landings(of tallies: Tallies, in index: PlaceIndex) -> [PlaceIndex.Landing] {
        if let landings = ofTallies[tallies.identity] { return landings }
        let landings = tallies.units.map { landing(of: $0, in: index) }
        ofTallies[tallies.identity] = landings
        return landings
    }

    mutating func landing(of key: UnitKey, in index: PlaceIndex) -> PlaceIndex.Landing {
        if let landing = known[key] { return landing }
        let landing = index.landing(of: key)
        known[key] = landing
        return landing
    }

    /// Communes that may hold a part of a unit of that day which was divided since.
    mutating func uncertainCommunes(_ geography: Geography, on earlier: Day, in index: PlaceIndex) -> Set<Int> {
        var communes: Set<Int> = []
        for unit in geography.units(.commune, on: earlier) {
            if case .amongCommunes(let places, _) = landing(of: unit.key, in: index) { communes.formUnion(places) }
        }
        return communes
    }
}
