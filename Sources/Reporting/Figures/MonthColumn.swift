import Domain

/// An indicator in one month at every place: what is known, what is missing, and on how many submissions it rests.
struct MonthColumn: Sendable {
    struct Cell: Sendable {
        var thousandths: Int64 = 0
        /// Somebody reported a number or nothing occurred.
        var isKnown = false
        /// Something that should be in it is not.
        var hasGap = false
        /// Somebody said that it occurred and was not collected.
        var isUncollected = false
        /// The place's territory is not that of the data.
        var isUncertain = false
        var owed = 0
        var received = 0
    }

    var cells: [Cell]

    init(places: Int) { cells = Array(repeating: Cell(), count: places) }
}

/// A sum that does not fit in 64 bits.
package struct FigureOverflow: Error, Hashable, Sendable {
    package let indicator: String
    package let month: Month
}

/// What one department adds to one indicator in one month.
struct Contribution {
    let department: String
    /// Index of the place that it answers for.
    let area: Int
    /// Nothing: owed and not received.
    let readings: [Reading]
    /// The measures to add.
    let measures: [String]
}

/// Adds contributions to a column, place by place.
struct ColumnBuilder {
    let index: PlaceIndex
    let indicator: String
    let month: Month
    /// Places that data of this month cannot be given for.
    let uncertain: UncertainPlaces
    private(set) var column: MonthColumn

    init(index: PlaceIndex, indicator: String, month: Month, uncertain: UncertainPlaces) {
        self.index = index
        self.indicator = indicator
        self.month = month
        self.uncertain = uncertain
        column = MonthColumn(places: index.places.count)
        for place in uncertain.communes { column.cells[place].isUncertain = true }
    }

    /// What a unit's cells say, over the measures of the indicator.
    private struct Reported {
        var thousandths: Int64 = 0
        var isKnown = false
        var isUncollected = false
    }

    mutating func add(_ contribution: Contribution, landings: inout LandingCache) throws(FigureOverflow) {
        let covered = coveredPlaces(area: contribution.area)
        let received = !contribution.readings.isEmpty
        for place in covered {
            column.cells[place].owed += 1
            if received { column.cells[place].received += 1 }
        }
        guard received else {
            for place in covered { column.cells[place].hasGap = true }
            return
        }
        var reported: [UnitKey: Reported] = [:]
        for reading in contribution.readings {
            for tally in reading.tallies where contribution.measures.contains(tally.measure) {
                try merge(tally, into: &reported[tally.unit, default: Reported()])
            }
        }
        var settled: Set<Int> = []
        var ofDistricts: [(Reported, PlaceIndex.Landing)] = []
        for (unit, cell) in reported where cell.isKnown || cell.isUncollected {
            let landing = landings.landing(of: unit, in: index)
            if case .at(let place) = landing, index.communes[place] != nil {
                ofDistricts.append((cell, landing))
            } else {
                try place(cell, at: landing, settled: &settled)
            }
        }
        for (cell, landing) in ofDistricts { try place(cell, at: landing, settled: &settled) }
        for unit in contribution.readings.flatMap(\.refusedPlaces) {
            if case .at(let place) = landings.landing(of: unit, in: index) {
                settled.insert(place)
                for above in index.lineage(place) { column.cells[above].hasGap = true }
            }
        }
        if contribution.readings.contains(where: { $0.refusedRowsWithoutPlace > 0 }) {
            for above in index.lineage(contribution.area) { column.cells[above].hasGap = true }
        }
        let zero = contribution.readings.allSatisfy { $0.unlisted == .zero }
        settleUnlisted(covered: covered, settled: settled, asZero: zero)
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
            if let communes = index.communes[place] {
                if uncertain.districts.contains(place), cell.thousandths != 0 { column.cells[place].isUncertain = true }
                for commune in communes where !settled.contains(commune) {
                    settled.insert(commune)
                    if cell.isKnown, cell.thousandths == 0 {
                        column.cells[commune].isKnown = true
                    } else {
                        column.cells[commune].hasGap = true
                    }
                }
            }
        case .among(let communes, let district):
            settled.formUnion(communes)
            if let district { try add(cell, at: district, itself: false) }
            try add(cell, at: PlaceIndex.province, itself: false)
        case .provinceOnly:
            try add(cell, at: PlaceIndex.province, itself: false)
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
                    let district = index.district(ofCommune: place)
                    column.cells[place].hasGap = true
                    if let district, !settled.contains(district) { column.cells[district].hasGap = true }
                    if district.map({ !settled.contains($0) }) ?? true {
                        column.cells[PlaceIndex.province].hasGap = true
                    }
                }
            case .province, .district: break
            }
        }
    }

    /// The places that an area covers or lies in.
    private func coveredPlaces(area: Int) -> [Int] {
        switch index.places[area] {
        case .province: Array(index.places.indices)
        case .placeless: [PlaceIndex.province, area]
        case .district: [PlaceIndex.province, area] + (index.communes[area] ?? [])
        case .commune: index.lineage(area)
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
}

/// The places whose territory on the geography's day is not made of whole units of an earlier month.
struct UncertainPlaces: Sendable {
    /// Communes that may hold a part of a divided unit.
    let communes: Set<Int>
    /// Districts that gained or lost a commune since: data given for the district alone do not fit them.
    let districts: Set<Int>

    init(_ geography: Geography, _ index: PlaceIndex, month: Month, calendar: PeriodCalendar) {
        let earlier = calendar.lastDay(of: month)
        var communes: Set<Int> = []
        for unit in geography.units(.commune, on: earlier) {
            if case .among(let places, _) = index.landing(of: unit.key) { communes.formUnion(places) }
        }
        self.communes = communes
        districts = Set(
            geography.districtsRedrawn(between: earlier, and: index.day).compactMap {
                index.index(of: .district($0))
            })
    }
}
