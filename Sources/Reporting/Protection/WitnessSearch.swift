/// Looks for another table that agrees with all that is known, and in which one figure is larger or smaller.
///
/// Such a table is made of small moves of whole counts: from one unit to another in a month; the same with the opposite in
/// another month, so that cumulative figures stay; from one month to another; or one cell alone. Where cells are bound by
/// others, as a part by its whole, they are moved by themselves as far as there is room, or together with what they are bound
/// by. Of all moves that keep what is known, the one that suppresses least is taken; of equals, the first in the order of units
/// and months. What it finds holds exactly; that it finds nothing does not prove that there is nothing.
struct WitnessSearch {
    private let table: ProtectedTable
    /// The least that a row that changes may come to.
    private let floor: Int64
    private var cellChange: [Int64]
    private var rowChange: [Int64]
    /// Of the move that is tried.
    private var step: [Int64]
    private var isTouched: [Bool]
    private var touched: [Int] = []
    private var cellStep: [Int64]
    private var touchedCells: [Int] = []

    /// A move of one count: cells that rise by one and cells that fall by one.
    private struct Move {
        var cost: Int
        var times: Int64
        var parts: [(cells: [Int], sign: Int64)]
    }

    /// What is changed, by cell, so that the sum of `target` changes by `amount`, or as far towards it as was found; empty where
    /// nothing was. The search is over with it, so that the table is nobody else's when it changes.
    ///
    /// - Parameter target: Cells that are added up.
    static func changes(
        in table: ProtectedTable, floor: Int64, of target: [Int], by amount: Int64
    ) -> [Int: Int64] {
        var search = WitnessSearch(table, floor: floor)
        return search.changes(of: target, by: amount)
    }

    private init(_ table: ProtectedTable, floor: Int64) {
        self.table = table
        self.floor = floor
        cellChange = Array(repeating: 0, count: table.cells.count)
        rowChange = Array(repeating: 0, count: table.rows.count)
        step = rowChange
        isTouched = Array(repeating: false, count: table.rows.count)
        cellStep = cellChange
    }

    private mutating func changes(of target: [Int], by amount: Int64) -> [Int: Int64] {
        let sign: Int64 = amount < 0 ? -1 : 1
        let inTarget = Set(target)
        var left = amount.magnitude
        while left > 0 {
            guard let move = best(target, inTarget, sign, most: Int64(left)) else { break }
            apply(move)
            left -= move.times.magnitude
        }
        return Dictionary(
            uniqueKeysWithValues: cellChange.enumerated().filter { $0.element != 0 }.map { ($0.offset, $0.element) })
    }

    private mutating func best(_ target: [Int], _ inTarget: Set<Int>, _ sign: Int64, most: Int64) -> Move? {
        var best: Move?
        for isJoined in table.hasBonds ? [false, true] : [false] {
            joins = isJoined
            for (count, cell) in target.enumerated() {
                if count >= WitnessSearch.enoughStarts, best != nil { break }
                for start in bundles(table.cells[cell].unit, table.cells[cell].month, only: cell) {
                    tryMoves(from: start, at: table.cells[cell], inTarget, sign, most, &best)
                    if let best, best.cost == 0, best.times == most { return best }
                }
            }
        }
        return best
    }

    /// Whether cells are moved with those that they are bound by, too.
    private var joins = false

    /// Cells of a row from which moves are compared; of a row of more, the others are tried only where these have none.
    private static let enoughStarts = 12

    private mutating func tryMoves(
        from start: [Int], at cell: ProtectedTable.Cell, _ inTarget: Set<Int>, _ sign: Int64, _ most: Int64,
        _ best: inout Move?
    ) {
        func isDone() -> Bool { best?.cost == 0 && best?.times == most }
        func isInside(_ cells: [Int]) -> Bool { cells.contains(where: inTarget.contains) }
        let months = table.monthsOf[cell.unit] ?? []
        let units = table.unitsIn[.init(series: cell.series, month: cell.month)] ?? []
        var others: [(unit: Int, cells: [Int])] = []
        for unit in units where unit != cell.unit {
            for cells in bundles(unit, cell.month) where !isInside(cells) { others.append((unit, cells)) }
        }
        for other in others {
            attempt([(start, sign), (other.cells, -sign)], most, &best)
            if isDone() { return }
        }
        for month in months where month != cell.month {
            for back in bundles(cell.unit, month) where !isInside(back) {
                attempt([(start, sign), (back, -sign)], most, &best)
                if isDone() { return }
                for other in others {
                    for forth in bundles(other.unit, month) where !isInside(forth) {
                        attempt([(start, sign), (other.cells, -sign), (back, -sign), (forth, sign)], most, &best)
                        if isDone() { return }
                    }
                }
            }
        }
        attempt([(start, sign)], most, &best)
    }

    /// The cells of a unit in a month that move together: those of all editions, or one alone.
    private func bundles(_ unit: Int, _ month: Int, only cell: Int? = nil) -> [[Int]] {
        guard let all = table.cellsAt[.init(unit: unit, month: month)] else { return [] }
        // A cell that is fixed is the start of nothing.
        if let cell, !all.contains(cell) { return [] }
        let alone = all.count == 1 ? [all] : [all] + (cell.map { [[$0]] } ?? all.map { [$0] })
        guard joins else { return alone }
        var bundles = alone
        for own in alone {
            for side in ProtectedTable.Side.allCases {
                let joined = own.count == 1 ? table.joined(own[0], side) : table.joined(own, side)
                if joined.count > own.count, !bundles.contains(joined) { bundles.append(joined) }
            }
        }
        return bundles
    }

    /// Keeps the move if it is better than the best so far.
    private mutating func attempt(_ parts: [(cells: [Int], sign: Int64)], _ most: Int64, _ best: inout Move?) {
        defer {
            for row in touched { (step[row], isTouched[row]) = (0, false) }
            touched.removeAll(keepingCapacity: true)
            for cell in touchedCells { cellStep[cell] = 0 }
            touchedCells.removeAll(keepingCapacity: true)
        }
        for part in parts {
            for cell in part.cells {
                cellStep[cell] += part.sign
                touchedCells.append(cell)
            }
        }
        // Most moves fail by their cells, which are few.
        var times = min(most, room)
        guard times > 0 else { return }
        for part in parts {
            for cell in part.cells {
                for place in table.firstRowOfCell[cell]..<table.firstRowOfCell[cell + 1] {
                    let row = table.rowsOfCells[place]
                    if !isTouched[row] {
                        isTouched[row] = true
                        touched.append(row)
                    }
                    step[row] += part.sign
                }
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
        best = Move(cost: cost, times: times, parts: parts)
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
        for part in move.parts {
            for cell in part.cells {
                cellChange[cell] += part.sign * move.times
                for row in table.cells[cell].rows { rowChange[row] += part.sign * move.times }
            }
        }
    }
}
