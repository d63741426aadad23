import Domain

/// Adds contributions to a column, place by place.
struct ColumnBuilder {
    let index: PlaceIndex
    let indicator: String
    let month: Month
    /// Communes that may hold a part of a unit divided since this month.
    let uncertain: Set<Int>
    private(set) var column: MonthColumn

    init(index: PlaceIndex, indicator: String, month: Month, uncertain: Set<Int>) {
        self.index = index
        self.indicator = indicator
        self.month = month
        self.uncertain = uncertain
        column = MonthColumn(places: index.places.count)
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
        var settled: Set<Int> = []
        let (reported, overlapping) = try sums(contribution)
        var ofDistricts: [(Reported, PlaceIndex.Landing)] = []
        for (unit, cell) in reported where cell.isKnown || cell.isUncollected {
            let landing = landings.landing(of: unit, in: index)
            if landing.isDistrict(index) {
                ofDistricts.append((cell, landing))
            } else {
                try place(cell, at: landing, settled: &settled)
            }
        }
        for (cell, landing) in ofDistricts { try place(cell, at: landing, settled: &settled) }
        for unit in contribution.readings.flatMap(\.refusedPlaces) + overlapping {
            refuse(landings.landing(of: unit, in: index), settled: &settled)
        }
        if contribution.readings.contains(where: { $0.refusedRowsWithoutPlace > 0 }) {
            for above in index.lineage(contribution.area) { column.cells[above].hasGap = true }
        }
        let zero = contribution.readings.allSatisfy { $0.unlisted == .zero }
        settleUnlisted(covered: covered, settled: settled, asZero: zero)
    }

    /// The sums by unit; what two parts of one slice both give is in neither, and named apart.
    private func sums(
        _ contribution: Contribution
    ) throws(FigureOverflow) -> (reported: [UnitKey: Reported], overlapping: [UnitKey]) {
        let overlapping = contribution.overlapping
        var reported: [UnitKey: Reported] = [:]
        for reading in contribution.readings {
            for tally in reading.tallies
            where contribution.measures.contains(tally.measure) && !overlapping.contains(tally.unit) {
                try merge(tally, into: &reported[tally.unit, default: Reported()])
            }
        }
        return (reported, overlapping.sorted())
    }

    private func merge(_ tally: Tally, into reported: inout Reported) throws(FigureOverflow) {
        let (sum, overflow) = reported.thousandths.addingReportingOverflow(tally.sum.thousandths)
        guard !overflow else { throw FigureOverflow(indicator: indicator, month: month) }
        reported.thousandths = sum
        if tally.cells.number + tally.cells.zero > 0 { reported.isKnown = true }
        if tally.cells.uncollected > 0 { reported.isUncollected = true }
    }

    private mutating func place(
        _ cell: Reported, at landing: PlaceIndex.Landing, settled: inout Set<Int>
    ) throws(FigureOverflow) {
        switch landing {
        case .at(let place):
            for above in index.lineage(place) { try add(cell, at: above, itself: above == place) }
            settled.insert(place)
            settleCommunes(index.communes[place] ?? [], cell, settled: &settled)
        case .amongCommunes(let communes, let districts):
            settled.formUnion(communes)
            for commune in communes { column.cells[commune].isUncertain = true }
            if districts.count == 1 {
                try add(cell, at: districts[0], itself: false)
            } else if cell.thousandths != 0 {
                for district in districts { column.cells[district].isUncertain = true }
            }
            try add(cell, at: PlaceIndex.province, itself: false)
        case .amongDistricts(let districts, let communes):
            for district in districts {
                settled.insert(district)
                if cell.thousandths != 0 {
                    column.cells[district].isUncertain = true
                } else if cell.isKnown {
                    column.cells[district].isKnown = true
                }
            }
            settleCommunes(communes, cell, settled: &settled)
            try add(cell, at: PlaceIndex.province, itself: false)
        case .provinceOnly:
            try add(cell, at: PlaceIndex.province, itself: false)
        }
    }

    /// What is given for a district alone says nothing of its communes, unless it is zero.
    private mutating func settleCommunes(_ communes: [Int], _ cell: Reported, settled: inout Set<Int>) {
        for commune in communes where !settled.contains(commune) {
            settled.insert(commune)
            if cell.isKnown, cell.thousandths == 0 {
                column.cells[commune].isKnown = true
            } else {
                column.cells[commune].hasGap = true
            }
        }
    }

    private mutating func refuse(_ landing: PlaceIndex.Landing, settled: inout Set<Int>) {
        switch landing {
        case .at(let place):
            settled.insert(place)
            for above in index.lineage(place) { column.cells[above].hasGap = true }
        case .amongCommunes(let communes, let districts):
            settled.formUnion(communes)
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
    private mutating func settleUnlisted(covered: [Int], settled: Set<Int>, asZero: Bool) {
        for place in covered where !settled.contains(place) {
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

extension PlaceIndex {
    /// The places that an area covers or lies in.
    func covered(by area: Int) -> [Int] {
        switch places[area] {
        case .province: Array(places.indices)
        case .placeless: [PlaceIndex.province, area]
        case .district: [PlaceIndex.province, area] + (communes[area] ?? [])
        case .commune: lineage(area)
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
