import Domain

/// What a unit's cells say, over the measures of the indicator.
struct Reported {
    var thousandths: Int64 = 0
    var isKnown = false
    var isUncollected = false
    /// A cell is blank where a number is asked for.
    var isBlank = false
    /// A cell holds what cannot be counted.
    var isRefused = false
    /// A province masks it.
    var isSuppressed = false

    var isMissing: Bool { isBlank || isRefused }
    /// As the province says of its figure: what is not official lacks something.
    mutating func take(_ state: PackagedState) {
        isSuppressed = state == .suppressed
        isRefused = isRefused || !isSuppressed && !state.isOfficial
        if isSuppressed { (isKnown, isBlank) = (false, false) }
    }

    var speaks: Bool { isKnown || isUncollected || isMissing || isSuppressed }
    /// Nothing but blanks.
    var isEmpty: Bool { isBlank && !isKnown && !isUncollected && !isRefused && !isSuppressed }
}

/// A unit of the tallies, by its position in the roster where it has one.
struct TalliedUnit {
    let key: UnitKey
    let position: Int?

    func landing(_ roster: Roster) -> Landing {
        position.map { roster.landings[$0] } ?? roster.landing(of: key)
    }
}

/// The sums of an indicator's measures in a month, unit by unit.
struct UnitSums {
    /// Its code.
    let indicator: String
    let month: Month

    /// The sums of each unit; what two parts of one slice both give is in none.
    func of(
        _ contribution: Contribution, _ positions: inout TallyPositions
    ) throws(FigureOverflow) -> [(TalliedUnit, Reported)] {
        let roster = contribution.roster
        if contribution.readings.count == 1 {
            let tallies = contribution.readings[0].tallies
            let sums = try sums(tallies, contribution.measures, contribution.blanksAreMissing[0])
            let places = positions.of(tallies, in: roster)
            return tallies.units.indices.map { (TalliedUnit(key: tallies.units[$0], position: places[$0]), sums[$0]) }
        }
        let overlapping = contribution.overlapping
        var reported: [UnitKey: Reported] = [:]
        for (reading, blanksAreMissing) in zip(contribution.readings, contribution.blanksAreMissing) {
            let sums = try sums(reading.tallies, contribution.measures, blanksAreMissing)
            for (unit, sum) in zip(reading.tallies.units, sums) where !overlapping.contains(unit) {
                try merge(sum, into: &reported[unit, default: Reported()])
            }
        }
        return reported.sorted { $0.key < $1.key }.map { unit, sum in
            (TalliedUnit(key: unit, position: roster.position(of: unit)), sum)
        }
    }

    /// By the places of the units in the tallies.
    private func sums(
        _ tallies: Tallies, _ measures: [String], _ blanksAreMissing: Bool
    ) throws(FigureOverflow) -> [Reported] {
        var sums = [Reported](repeating: Reported(), count: tallies.units.count)
        let states = tallies.codes.map(PackagedState.init(tally:))
        var overflow: FigureOverflow?
        for run in tallies.runs(of: measures) {
            tallies.forEachRow(of: run) { row in
                let cells = row.cells
                // A blank cell of a row is zero where the file says so, whatever its district's row holds.
                let isStatedZero = !blanksAreMissing && cells.empty > 0 && cells.uncollected + cells.refused == 0
                var cell = Reported(
                    thousandths: row.sum.thousandths, isKnown: cells.number + cells.zero > 0 || isStatedZero,
                    isUncollected: cells.uncollected > 0,
                    isBlank: blanksAreMissing && cells.empty > 0, isRefused: cells.refused > 0)
                if let state = states[Int(row.codes)] { cell.take(state) }
                do throws(FigureOverflow) {
                    try merge(cell, into: &sums[Int(row.unit)])
                } catch {
                    overflow = overflow ?? error
                }
            }
        }
        if let overflow { throw overflow }
        return sums
    }

    private func merge(_ cell: Reported, into reported: inout Reported) throws(FigureOverflow) {
        reported.thousandths = try adding(reported.thousandths, cell.thousandths)
        reported.isKnown = reported.isKnown || cell.isKnown
        reported.isUncollected = reported.isUncollected || cell.isUncollected
        reported.isBlank = reported.isBlank || cell.isBlank
        reported.isRefused = reported.isRefused || cell.isRefused
        reported.isSuppressed = reported.isSuppressed || cell.isSuppressed
    }

    func adding(_ left: Int64, _ right: Int64) throws(FigureOverflow) -> Int64 {
        let (sum, overflow) = left.addingReportingOverflow(right)
        guard !overflow else { throw FigureOverflow(indicator: indicator, month: month) }
        return sum
    }
}
