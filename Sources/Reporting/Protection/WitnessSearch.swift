/// Looks for another table that agrees with all that is known, and in which one figure is larger or smaller.
///
/// Such a table is made of small moves of whole counts: from one unit to another in a month; the same with the opposite in
/// another month, so that cumulative figures stay; from one month to another; or one cell alone. Where cells are bound by
/// others, as a part by its whole, they are moved by themselves as far as there is room, or together with what they are bound
/// by. Of all moves that keep what is known, the one that suppresses least is taken; of equals, the first in the order of units
/// and months. What it finds holds exactly; that it finds nothing does not prove that there is nothing.
struct WitnessSearch {
    private let table: ProtectedTable
    private let bundles: CellBundles
    /// The least that a row that changes may come to.
    private let floor: Int64
    private let target: [Int]
    private var isInTarget: [Bool]
    private var cellChange: [Int64]
    private var rowChange: [Int64]
    /// Of the move that is tried.
    private var step: [Int64]
    private var isTouched: [Bool]
    private var touched: [Int] = []
    private var cellStep: [Int64]
    private var isMoved: [Bool]
    private var touchedCells: [Int] = []

    /// The bundles of a move of one count: where it starts; another unit in the same month, and both in another month, each against
    /// the one before it. -1: none.
    private struct Parts {
        let own: Int
        var other = -1
        var back = -1
        var forth = -1
    }

    private struct Move {
        let cost: Int
        let times: Int64
        let parts: Parts
        /// Of where it starts.
        let sign: Int64
    }

    /// What is changed, by cell, so that the sum of `target` changes by `amount`, or as far towards it as was found; empty where
    /// nothing was. The search is over with it, so that the table is nobody else's when it changes.
    ///
    /// - Parameter target: Cells that are added up.
    static func changes(
        in table: ProtectedTable, _ bundles: CellBundles, floor: Int64, of target: [Int], by amount: Int64
    ) -> [Int: Int64] {
        var search = WitnessSearch(table, bundles, floor: floor, target)
        return search.changes(by: amount)
    }

    private init(_ table: ProtectedTable, _ bundles: CellBundles, floor: Int64, _ target: [Int]) {
        self.table = table
        self.bundles = bundles
        self.floor = floor
        self.target = target
        isInTarget = Array(repeating: false, count: table.cells.count)
        for cell in target { isInTarget[cell] = true }
        cellChange = Array(repeating: 0, count: table.cells.count)
        rowChange = Array(repeating: 0, count: table.rows.count)
        step = rowChange
        isTouched = Array(repeating: false, count: table.rows.count)
        cellStep = cellChange
        isMoved = Array(repeating: false, count: table.cells.count)
    }

    private mutating func changes(by amount: Int64) -> [Int: Int64] {
        let sign: Int64 = amount < 0 ? -1 : 1
        var left = amount.magnitude
        while left > 0 {
            guard let move = best(sign, most: Int64(left)) else { break }
            apply(move)
            left -= move.times.magnitude
        }
        return Dictionary(
            uniqueKeysWithValues: cellChange.enumerated().filter { $0.element != 0 }.map { ($0.offset, $0.element) })
    }

    private mutating func best(_ sign: Int64, most: Int64) -> Move? {
        var best: Move?
        for joins in table.hasBonds ? [false, true] : [false] {
            for (count, cell) in target.enumerated() {
                if count >= WitnessSearch.enoughStarts, best != nil { break }
                for start in bundles.starting(at: cell, in: table, joins: joins) {
                    tryMoves(from: start, at: table.cells[cell], joins: joins, sign, most, &best)
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
        let unit: Int
        let bundle: Int
        let known: UInt64
        /// What of the cost of a move is certain where it is moved and none of its cells is moved back.
        let cost: Int
    }

    /// Tries the moves that begin with a bundle. Passed over are those that could not be taken: that change a row that is known
    /// (`CellBundles.known`), that cost more than the best so far by the rows of single cells alone, or in which a cell falls that
    /// cannot.
    private mutating func tryMoves(
        from start: Int, at cell: ProtectedTable.Cell, joins: Bool, _ sign: Int64, _ most: Int64,
        _ best: inout Move?
    ) {
        func isDone() -> Bool { best?.cost == 0 && best?.times == most }
        func isDearer(_ cost: Int, _ parts: Parts) -> Bool {
            cost > best?.cost ?? .max && (!joins || areApart(parts))
        }
        // Apart from one another cells fall by themselves alone.
        if !joins, sign < 0, !canFall(start) { return }
        let (known, cost) = (bundles.known[start], loneCost(start))
        let others = others(at: cell, joins: joins, falling: !joins && sign > 0)
        for other in others where other.known == known {
            let parts = Parts(own: start, other: other.bundle)
            if isDearer(cost + other.cost, parts) { continue }
            attempt(parts, sign, most, &best)
            if isDone() { return }
        }
        for month in table.monthsOf[cell.unit] ?? [] where month != cell.month {
            for back in bundles.at(cell.unit, month, joins: joins) {
                if isInside(back) || !joins && sign > 0 && !canFall(back) { continue }
                let both = cost + loneCost(back)
                if bundles.known[back] == known, !isDearer(both, Parts(own: start, back: back)) {
                    attempt(Parts(own: start, back: back), sign, most, &best)
                    if isDone() { return }
                }
                if !joins, both > best?.cost ?? .max { continue }
                let missing = bundles.known[back] &- known
                for other in others {
                    let three = both + other.cost
                    if !joins, three > best?.cost ?? .max { continue }
                    for forth in bundles.at(other.unit, month, joins: joins)
                    where bundles.known[forth] == other.known &+ missing {
                        let parts = Parts(own: start, other: other.bundle, back: back, forth: forth)
                        if isDearer(three + loneCost(forth), parts) || isInside(forth) { continue }
                        attempt(parts, sign, most, &best)
                        if isDone() { return }
                    }
                }
            }
        }
        if known == 0 { attempt(Parts(own: start), sign, most, &best) }
    }

    /// What other units have in the month of a cell.
    private func others(at cell: ProtectedTable.Cell, joins: Bool, falling: Bool) -> [Other] {
        var others: [Other] = []
        for unit in table.unitsIn[.init(series: cell.series, month: cell.month)] ?? [] where unit != cell.unit {
            for bundle in bundles.at(unit, cell.month, joins: joins) {
                if isInside(bundle) || falling && !canFall(bundle) { continue }
                others.append(
                    Other(unit: unit, bundle: bundle, known: bundles.known[bundle], cost: loneCost(bundle)))
            }
        }
        return others
    }

    /// What the rows cost that are one of the cells alone.
    private func loneCost(_ bundle: Int) -> Int {
        var cost = 0
        for place in bundles.places(of: bundle) {
            let row = bundles.loneRow[bundles.cells[place]]
            if row >= 0, rowChange[row] == 0, table.rows[row].state == .open { cost += table.rows[row].cost }
        }
        return cost
    }

    /// Whether each of the cells can be less by one.
    private func canFall(_ bundle: Int) -> Bool {
        for place in bundles.places(of: bundle) {
            let cell = bundles.cells[place]
            if table.cells[cell].amount + cellChange[cell] <= table.cells[cell].least { return false }
        }
        return true
    }

    private func isInside(_ bundle: Int) -> Bool {
        for place in bundles.places(of: bundle) where isInTarget[bundles.cells[place]] { return true }
        return false
    }

    /// Whether no cell is in two parts of a move.
    private func areApart(_ parts: Parts) -> Bool {
        let used = [parts.own, parts.other, parts.back, parts.forth].filter { $0 >= 0 }
        for (count, part) in used.enumerated() {
            let cells = bundles.cells[bundles.places(of: part)]
            for other in used.dropFirst(count + 1)
            where cells.contains(where: bundles.cells[bundles.places(of: other)].contains) {
                return false
            }
        }
        return true
    }

    /// Keeps the move if it is better than the best so far.
    private mutating func attempt(_ parts: Parts, _ sign: Int64, _ most: Int64, _ best: inout Move?) {
        defer {
            for row in touched { (step[row], isTouched[row]) = (0, false) }
            touched.removeAll(keepingCapacity: true)
            for cell in touchedCells { (cellStep[cell], isMoved[cell]) = (0, false) }
            touchedCells.removeAll(keepingCapacity: true)
        }
        takeStep(parts.own, sign)
        takeStep(parts.other, -sign)
        takeStep(parts.back, -sign)
        takeStep(parts.forth, sign)
        // Most moves fail by their cells, which are few.
        var times = min(most, room)
        guard times > 0 else { return }
        for cell in touchedCells where cellStep[cell] != 0 {
            let change = cellStep[cell]
            for place in table.firstRowOfCell[cell]..<table.firstRowOfCell[cell + 1] {
                let row = table.rowsOfCells[place]
                if !isTouched[row] {
                    isTouched[row] = true
                    touched.append(row)
                }
                step[row] += change
            }
        }
        var cost = 0
        for row in touched where step[row] != 0 {
            switch table.rows[row].state {
            case .known: return
            case .open where rowChange[row] == 0: cost += table.rows[row].cost
            case .open, .suppressed: break
            }
            if step[row] < 0 {
                times = min(times, (table.rows[row].amount + rowChange[row] - floor) / -step[row])
                if times <= 0 { return }
            }
            if let best, cost > best.cost { return }
        }
        if let best, (cost, -times) >= (best.cost, -best.times) { return }
        best = Move(cost: cost, times: times, parts: parts, sign: sign)
    }

    /// Moves the cells of a bundle by a count, each of them once in a move.
    private mutating func takeStep(_ bundle: Int, _ sign: Int64) {
        guard bundle >= 0 else { return }
        for place in bundles.places(of: bundle) {
            let cell = bundles.cells[place]
            if !isMoved[cell] {
                isMoved[cell] = true
                touchedCells.append(cell)
            }
            cellStep[cell] += sign
        }
    }

    /// How often the step can be made before a cell falls too low or breaks what binds it.
    private var room: Int64 {
        var room = Int64.max
        for cell in touchedCells {
            let (change, now) = (cellStep[cell], table.cells[cell].amount + cellChange[cell])
            if change < 0 { room = min(room, (now - table.cells[cell].least) / -change) }
            guard table.hasBonds else { continue }
            for whole in table.cells[cell].wholes where cellStep[whole] < change {
                let slack = table.cells[whole].amount + cellChange[whole] - now
                room = min(room, slack / (change - cellStep[whole]))
            }
            for part in table.cells[cell].parts where cellStep[part] > change {
                let slack = now - table.cells[part].amount - cellChange[part]
                room = min(room, slack / (cellStep[part] - change))
            }
        }
        return room
    }

    private mutating func apply(_ move: Move) {
        takeStep(move.parts.own, move.sign)
        takeStep(move.parts.other, -move.sign)
        takeStep(move.parts.back, -move.sign)
        takeStep(move.parts.forth, move.sign)
        for cell in touchedCells {
            let change = cellStep[cell] * move.times
            cellChange[cell] += change
            for row in table.cells[cell].rows { rowChange[row] += change }
            (cellStep[cell], isMoved[cell]) = (0, false)
        }
        touchedCells.removeAll(keepingCapacity: true)
    }
}
