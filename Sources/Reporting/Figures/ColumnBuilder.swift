import Domain

/// Adds contributions to a column, place by place.
struct ColumnBuilder {
    let index: PlaceIndex
    let indicator: Indicator
    private let sums: UnitSums
    private(set) var column: MonthColumn
    private var said = SaidOfPlaces()

    init(index: PlaceIndex, indicator: Indicator, month: Month) {
        self.index = index
        self.indicator = indicator
        sums = UnitSums(indicator: indicator.code, month: month)
        column = MonthColumn(places: index.places.count)
    }

    mutating func add(_ contribution: Contribution, _ positions: inout TallyPositions) throws(FigureOverflow) {
        for place in contribution.area.covered {
            column.cells[place].owe(isReceived: contribution.isReceived)
        }
        guard !contribution.readings.isEmpty else {
            leaveOpen(contribution.area)
            return
        }
        let roster = contribution.roster
        // Who does not report on the unit that was divided says nothing that lies in two of its heirs.
        for (commune, places) in roster.divided where contribution.area.communes?.contains(commune) != false {
            for place in places { column.cells[place].isUncertain = true }
        }
        said = SaidOfPlaces(roster)
        var headings: [Int] = []
        for (unit, cell) in try sums.of(contribution, &positions) where cell.speaks {
            let landing = unit.landing(roster)
            if cell.isEmpty, let position = unit.position, roster.isDistrict(position) {
                headings.append(position)
                continue
            }
            if let position = unit.position {
                said.name(position, roster, isZero: cell.isKnown && !cell.isMissing && cell.thousandths == 0)
            }
            try place(cell, at: landing)
            if cell.isMissing { leaveGap(landing) }
            if cell.isSuppressed { mask(landing, isWhole: unit.position.map(roster.isDistrict) ?? true) }
        }
        settle(headings, roster)
        for unit in contribution.readings.flatMap(\.refusedPlaces) + contribution.overlapping.sorted() {
            let landing = roster.landing(of: unit)
            // A place that another answers for stays as that says; what the row meant is missing somewhere.
            guard contribution.area.mayHold(landing) else {
                leaveHole(PlaceIndex.province)
                continue
            }
            if let position = roster.position(of: unit) { said.name(position, roster, isZero: false) }
            leaveGap(landing)
        }
        settleUnlisted(contribution)
        // A refused row may be of any place; what another form gives in place of the one owed is nowhere sure.
        if contribution.isStandIn || !contribution.isWhole
            || contribution.readings.contains(where: { $0.refusedRowsWithoutPlace > 0 })
        {
            leaveOpen(contribution.area, received: true)
            for place in said.isPlaced.indices where said.isPlaced[place] {
                for above in index.lineage(place) { leaveHole(above) }
            }
        }
        if contribution.isDoubtful { leaveOpen(contribution.area) }
    }

    /// Something of an area should be here and is not, or is not sure.
    ///
    /// - Parameter received: Whether it should be in what was received.
    mutating func leaveOpen(_ area: ReportingArea, received: Bool = false) {
        for place in area.covered {
            column.cells[place].hasGap = true
            if received { column.cells[place].lacksReceived = true }
        }
    }

    /// Somebody who would report on an area was let off.
    mutating func excuse(_ area: ReportingArea) {
        for place in area.covered { column.cells[place].isExempt = true }
    }

    /// What was received does not say all.
    private mutating func leaveHole(_ place: Int) {
        column.cells[place].hasGap = true
        column.cells[place].lacksReceived = true
    }

    /// Somebody reports on an area who does not report each month.
    mutating func note(_ longer: LongerSpans, of area: ReportingArea) {
        for place in area.covered { column.cells[place].longer.formUnion(longer) }
    }

    private mutating func place(_ cell: Reported, at landing: Landing) throws(FigureOverflow) {
        switch landing {
        case .at(let place): try add(cell, along: place)
        case .split(let shares):
            let parts = Weight.divide(
                Quantity(thousandths: cell.thousandths), by: shares.map(\.weight), decimals: indicator.decimals)
            for (share, part) in zip(shares, parts) {
                var piece = cell
                piece.thousandths = part.thousandths
                try add(piece, along: share.place)
            }
        case .amongCommunes(let communes, let districts):
            for commune in communes {
                said.isPlaced[commune] = true
                column.cells[commune].isUncertain = true
            }
            if districts.count == 1 {
                try add(cell, at: districts[0])
            } else if cell.thousandths != 0 {
                for district in districts { column.cells[district].isUncertain = true }
            }
            try add(cell, at: PlaceIndex.province)
        case .amongDistricts(let districts, _):
            for district in districts {
                said.isPlaced[district] = true
                if cell.thousandths != 0 {
                    column.cells[district].isUncertain = true
                } else {
                    try add(cell, at: district)
                }
            }
            try add(cell, at: PlaceIndex.province)
        case .provinceOnly: try add(cell, at: PlaceIndex.province)
        }
    }

    private mutating func add(_ cell: Reported, along place: Int) throws(FigureOverflow) {
        said.isPlaced[place] = true
        for above in index.lineage(place) { try add(cell, at: above) }
    }

    private mutating func add(_ cell: Reported, at place: Int) throws(FigureOverflow) {
        column.cells[place].thousandths = try sums.adding(column.cells[place].thousandths, cell.thousandths)
        if cell.isKnown { column.cells[place].isKnown = true }
        if cell.isUncollected { column.cells[place].isUncollected = true }
    }

    /// The row of a district without a number is a heading over its communes where these are named; else it is missing.
    private mutating func settle(_ headings: [Int], _ roster: Roster) {
        guard !headings.isEmpty else { return }
        let named = Set(
            roster.units.indices.filter { said.isNamed[$0] && !roster.isDistrict($0) }.map { roster.districts[$0] })
        for district in headings where !named.contains(roster.districts[district]) {
            said.name(district, roster, isZero: false)
            leaveGap(roster.landings[district])
        }
    }

    /// What of a district lies in these places is not known.
    private mutating func leaveOpen(_ places: [Int]) {
        for place in places where index.communes[place] == nil {
            said.isMissing[place] = true
            leaveHole(place)
        }
    }

    /// What a province masks is not known here; what its own row masks is missing in all that lies above it.
    private mutating func mask(_ landing: Landing, isWhole: Bool) {
        for place in landing.places {
            column.cells[place].isSuppressed = true
            if index.communes[place] == nil { said.isMissing[place] = true }
            leaveHole(place)
            if isWhole { for above in index.lineage(place) where above != place { leaveHole(above) } }
        }
    }

    /// What belongs there is not known.
    private mutating func leaveGap(_ landing: Landing) {
        var above: [Int] = [PlaceIndex.province]
        switch landing {
        case .at, .split:
            for place in landing.places { above += index.lineage(place) }
        case .amongCommunes(let communes, let districts): above += communes + districts
        case .amongDistricts(let districts, _): above += districts
        case .provinceOnly: break
        }
        for place in landing.places where index.communes[place] == nil { said.isMissing[place] = true }
        for place in above { leaveHole(place) }
    }
}

extension ColumnBuilder {
    /// The units of the area, and of districts given alone, that the submission does not name.
    ///
    /// What is given for a district alone says nothing of its communes, unless it is zero.
    private mutating func settleUnlisted(_ contribution: Contribution) {
        let roster = contribution.roster
        // A supplement says nothing of what it does not list.
        let isZero =
            contribution.isWhole && contribution.readings.allSatisfy { $0.isSupplement || $0.unlisted == .zero }
        for commune in communesAsked(contribution) where !said.isNamed[commune] {
            let before = roster.predecessors.isEmpty ? [] : roster.predecessors[commune] ?? []
            // Whoever names one of the communes that came together has not named the others.
            let unnamed = before.contains { said.isNamed[$0] } ? before.filter { !said.isNamed[$0] } : [commune]
            let word = roster.districts[commune].map { said.ofDistricts[$0] } ?? .nothing
            for unit in unnamed {
                let landing = roster.landings[unit]
                switch word {
                case .zero: settleAsZero(landing)
                case .nothing where isZero: settleAsZero(landing)
                case .nothing: leaveGap(landing)
                // What is given for the whole lacks nothing; of its communes nothing is known.
                case .other: leaveOpen(landing.places)
                }
            }
        }
        let covered = Set(roster.orphans.isEmpty ? [] : contribution.area.covered)
        for place in roster.orphans where covered.contains(place) && !said.isPlaced[place] {
            if isZero { said.isZero[place] = true } else { leaveGap(.at(place)) }
        }
        for place in said.isZero.indices where said.isZero[place] && !said.isMissing[place] {
            for above in index.lineage(place) { column.cells[above].isKnown = true }
        }
        let isPlacelessOpen = !said.isPlaced[PlaceIndex.placeless] && !said.isMissing[PlaceIndex.placeless]
        if contribution.area.communes == nil, isPlacelessOpen { column.cells[PlaceIndex.placeless].isKnown = true }
    }

    /// The communes of which the submission says something, named or not: those of its area, and of districts given alone.
    private func communesAsked(_ contribution: Contribution) -> [Int] {
        let roster = contribution.roster
        guard let own = contribution.area.communes else { return roster.communes }
        let others = said.ofDistricts.indices.filter { said.ofDistricts[$0] != .nothing }
            .flatMap(roster.communes(inDistrict:)).filter { !own.contains($0) }
        return contribution.area.orderedCommunes + others
    }

    private mutating func settleAsZero(_ landing: Landing) {
        switch landing {
        case .at, .split: for place in landing.places { said.isZero[place] = true }
        case .amongCommunes, .amongDistricts: break
        case .provinceOnly: column.cells[PlaceIndex.province].isKnown = true
        }
    }
}

/// What the contribution in hand has said so far.
struct SaidOfPlaces {
    /// By position in the roster.
    var isNamed: [Bool] = []
    /// By district: what was given for it alone.
    var ofDistricts: [OfDistrict] = []
    /// By place: a number stands there; nothing occurred in a unit that lies there; one that lies there is missing.
    var isPlaced: [Bool] = []
    var isZero: [Bool] = []
    var isMissing: [Bool] = []

    enum OfDistrict { case nothing, zero, other }

    init() {}

    init(_ roster: Roster) {
        isNamed = Array(repeating: false, count: roster.units.count)
        ofDistricts = Array(repeating: .nothing, count: roster.districtCount)
        isPlaced = Array(repeating: false, count: roster.index.places.count)
        isZero = isPlaced
        isMissing = isPlaced
    }

    mutating func name(_ position: Int, _ roster: Roster, isZero: Bool) {
        isNamed[position] = true
        guard roster.isDistrict(position), let district = roster.districts[position] else { return }
        ofDistricts[district] = isZero && ofDistricts[district] != .other ? .zero : .other
    }
}
