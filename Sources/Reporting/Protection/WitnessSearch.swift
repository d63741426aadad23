/// Looks for another table that agrees with all that is known, and in which one figure is larger or smaller.
///
/// Such a table is made of small moves of whole counts: from one unit to another in a month; the same with the opposite in
/// another month, so that cumulative figures stay; from one month to another; or one cell alone. Where cells are bound by
/// others, as a part by its whole, they are moved by themselves as far as there is room, or together with what they are bound
/// by. Of all moves that keep what is known, the one that suppresses least is taken; of equals, the first in the order of units
/// and months. What it finds holds exactly; that it finds nothing does not prove that there is nothing.
final class WitnessSearch {
    private typealias Parts = MovedTable.Parts
    private typealias Move = MovedTable.Move

    private let table: ProtectedTable
    private let bundles: CellBundles
    private let moved: MovedTable
    private let bundlesOfSpots: SlotRanges
    private let known: Slots<UInt64>
    /// Of cells: what the search in hand is about.
    private let isInTarget: Slots<Bool>

    init(_ table: ProtectedTable, _ bundles: CellBundles) {
        self.table = table
        self.bundles = bundles
        moved = MovedTable(table, bundles)
        bundlesOfSpots = SlotRanges([0] + bundles.spots.map(\.upperBound))
        known = Slots(bundles.known)
        isInTarget = Slots(repeating: false, count: table.cells.count)
    }

    deinit {
        bundlesOfSpots.deallocate()
        known.deallocate()
        isInTarget.deallocate()
    }

    /// A row may be changed from now on.
    func suppress(_ row: Int) { moved.suppress(row) }

    /// What is changed, by cell, so that the sum of `target` changes by `amount`, or as far towards it as was found; empty where
    /// nothing was.
    ///
    /// - Parameters:
    ///   - target: Cells that are added up.
    ///   - floor: The least that a row that changes may come to.
    func changes(of target: [Int], by amount: Int64, floor: Int64) -> [Int: Int64] {
        for cell in target { isInTarget[cell] = true }
        defer { for cell in target { isInTarget[cell] = false } }
        let sign: Int64 = amount < 0 ? -1 : 1
        var left = amount.magnitude
        while left > 0 {
            guard let move = best(of: target, sign, most: Int64(left), floor: floor) else { break }
            moved.apply(move)
            left -= move.times.magnitude
        }
        return moved.takeChanges()
    }

    private func best(of target: [Int], _ sign: Int64, most: Int64, floor: Int64) -> Move? {
        var best: Move?
        for joins in table.hasBonds ? [false, true] : [false] {
            for (count, cell) in target.enumerated() {
                if count >= WitnessSearch.enoughStarts, best != nil { break }
                for start in bundles.starting(at: cell, in: table, joins: joins) {
                    tryMoves(from: start, at: table.cells[cell], joins: joins, sign, most, floor, &best)
                    if let best, best.cost == 0, best.times == most { return best }
                }
            }
        }
        return best
    }

    /// Cells of a row from which moves are compared; of a row of more, the others are tried only where these have none.
    private static let enoughStarts = 12

    /// A bundle of another unit.
    private struct Other {
        let bundle: Int
        /// Of its unit in its month.
        let spot: Int
        let known: UInt64
        /// What of the cost of a move is certain where it is moved and none of its cells is moved back.
        let cost: Int
    }

    /// Tries the moves that begin with a bundle. Passed over are those that could not be taken: that change a row that is known
    /// (`CellBundles.known`), that cost more than the best so far by the rows of single cells alone, or in which a cell falls that
    /// cannot.
    private func tryMoves(
        from start: Int, at cell: ProtectedTable.Cell, joins: Bool, _ sign: Int64, _ most: Int64,
        _ floor: Int64, _ best: inout Move?
    ) {
        func isDone() -> Bool { best?.cost == 0 && best?.times == most }
        func isDearer(_ cost: Int, _ parts: Parts) -> Bool {
            cost > best?.cost ?? .max && (!joins || moved.areApart(parts))
        }
        // Apart from one another cells fall by themselves alone.
        if !joins, sign < 0, !moved.canFall(start) { return }
        let (ownKnown, cost) = (known[start], moved.loneCost(start))
        let others = others(at: cell, joins: joins, falling: !joins && sign > 0)
        for other in others where other.known == ownKnown {
            let parts = Parts(own: start, other: other.bundle)
            if isDearer(cost + other.cost, parts) { continue }
            moved.attempt(parts, sign, most, floor, &best)
            if isDone() { return }
        }
        for month in table.monthsOf[cell.unit] ?? [] where month != cell.month {
            let away = month - cell.month
            for back in bundlesOfSpots[bundles.spot(cell.unit, month, joins: joins)] {
                if moved.holds(back, of: isInTarget) || !joins && sign > 0 && !moved.canFall(back) { continue }
                let both = cost + moved.loneCost(back)
                if known[back] == ownKnown, !isDearer(both, Parts(own: start, back: back)) {
                    moved.attempt(Parts(own: start, back: back), sign, most, floor, &best)
                    if isDone() { return }
                }
                if !joins, both > best?.cost ?? .max { continue }
                let missing = known[back] &- ownKnown
                for other in others {
                    let three = both + other.cost
                    if !joins, three > best?.cost ?? .max { continue }
                    for forth in bundlesOfSpots[other.spot + away]
                    where known[forth] == other.known &+ missing {
                        let parts = Parts(own: start, other: other.bundle, back: back, forth: forth)
                        if isDearer(three + moved.loneCost(forth), parts) || moved.holds(forth, of: isInTarget) {
                            continue
                        }
                        if !joins, sign < 0, !moved.canFall(forth) { continue }
                        moved.attempt(parts, sign, most, floor, &best)
                        if isDone() { return }
                    }
                }
            }
        }
        if ownKnown == 0 { moved.attempt(Parts(own: start), sign, most, floor, &best) }
    }

    /// What other units have in the month of a cell.
    private func others(at cell: ProtectedTable.Cell, joins: Bool, falling: Bool) -> [Other] {
        var others: [Other] = []
        for unit in table.unitsIn[.init(series: cell.series, month: cell.month)] ?? [] where unit != cell.unit {
            let spot = bundles.spot(unit, cell.month, joins: joins)
            for bundle in bundlesOfSpots[spot] {
                if moved.holds(bundle, of: isInTarget) || falling && !moved.canFall(bundle) { continue }
                others.append(
                    Other(bundle: bundle, spot: spot, known: known[bundle], cost: moved.loneCost(bundle)))
            }
        }
        return others
    }
}
