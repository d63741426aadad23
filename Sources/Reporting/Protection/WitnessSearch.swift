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
    private var touchedCells: [Int] = []

    /// A move of one count: cells that rise by one and cells that fall by one.
    private struct Move {
        var cost: Int
        var times: Int64
        var parts: [(cells: ArraySlice<Int>, sign: Int64)]
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

    /// Cells that are moved together: those that a move starts from, or a bundle.
    private struct Priced {
        let unit: Int
        /// -1: where the move starts.
        let bundle: Int
        let known: UInt64
        /// What of the cost of a move is certain where it is moved and none of its cells is moved back.
        let cost: Int
    }

    /// Tries the moves that begin with some cells. Passed over are those that could not be taken: that change a row that is known
    /// (`CellBundles.known`), that cost more than the best so far by the rows of single cells alone, or in which a cell falls that
    /// cannot.
    private mutating func tryMoves(
        from start: [Int], at cell: ProtectedTable.Cell, joins: Bool, _ sign: Int64, _ most: Int64,
        _ best: inout Move?
    ) {
        func isDone() -> Bool { best?.cost == 0 && best?.times == most }
        func isDearer(_ cost: Int, _ parts: @autoclosure () -> [ArraySlice<Int>]) -> Bool {
            cost > best?.cost ?? .max && (!joins || Self.areApart(parts()))
        }
        func cells(_ part: Priced) -> ArraySlice<Int> {
            part.bundle < 0 ? start[...] : bundles.cells(part.bundle, joins: joins)
        }
        // Apart from one another cells fall by themselves alone.
        if !joins, sign < 0, !canFall(start[...]) { return }
        let own = Priced(unit: cell.unit, bundle: -1, known: bundles.known(of: start), cost: loneCost(start[...]))
        let others = others(at: cell, joins: joins, falling: !joins && sign > 0)
        for other in others where other.known == own.known {
            if isDearer(own.cost + other.cost, [cells(own), cells(other)]) { continue }
            attempt([(start[...], sign), (cells(other), -sign)], most, &best)
            if isDone() { return }
        }
        for month in table.monthsOf[cell.unit] ?? [] where month != cell.month {
            for number in bundles.at(cell.unit, month, joins: joins) {
                let back = priced(cell.unit, number, joins: joins)
                if isInside(cells(back)) || !joins && sign > 0 && !canFall(cells(back)) { continue }
                let both = own.cost + back.cost
                if back.known == own.known, !isDearer(both, [cells(own), cells(back)]) {
                    attempt([(start[...], sign), (cells(back), -sign)], most, &best)
                    if isDone() { return }
                }
                if !joins, isDearer(both, []) { continue }
                let missing = back.known &- own.known
                for other in others {
                    let three = both + other.cost
                    if !joins, isDearer(three, []) { continue }
                    for number in bundles.at(other.unit, month, joins: joins)
                    where bundles.known(number, joins: joins) == other.known &+ missing {
                        let forth = priced(other.unit, number, joins: joins)
                        if isDearer(three + forth.cost, [cells(own), cells(other), cells(back), cells(forth)]) {
                            continue
                        }
                        if isInside(cells(forth)) { continue }
                        attempt(
                            [
                                (start[...], sign), (cells(other), -sign), (cells(back), -sign), (cells(forth), sign),
                            ], most, &best)
                        if isDone() { return }
                    }
                }
            }
        }
        if own.known == 0 { attempt([(start[...], sign)], most, &best) }
    }

    /// What other units have in the month of a cell.
    private func others(at cell: ProtectedTable.Cell, joins: Bool, falling: Bool) -> [Priced] {
        var others: [Priced] = []
        for unit in table.unitsIn[.init(series: cell.series, month: cell.month)] ?? [] where unit != cell.unit {
            for number in bundles.at(unit, cell.month, joins: joins) {
                let cells = bundles.cells(number, joins: joins)
                if isInside(cells) || falling && !canFall(cells) { continue }
                others.append(priced(unit, number, joins: joins))
            }
        }
        return others
    }

    private func priced(_ unit: Int, _ bundle: Int, joins: Bool) -> Priced {
        Priced(
            unit: unit, bundle: bundle, known: bundles.known(bundle, joins: joins),
            cost: loneCost(bundles.cells(bundle, joins: joins)))
    }

    /// What the rows cost that are one of the cells alone.
    private func loneCost(_ cells: ArraySlice<Int>) -> Int {
        var cost = 0
        for cell in cells {
            let row = bundles.loneRow[cell]
            if row >= 0, rowChange[row] == 0, table.rows[row].state == .open { cost += table.rows[row].cost }
        }
        return cost
    }

    /// Whether each of the cells can be less by one.
    private func canFall(_ cells: ArraySlice<Int>) -> Bool {
        cells.allSatisfy { table.cells[$0].amount + cellChange[$0] > table.cells[$0].least }
    }

    private func isInside(_ cells: ArraySlice<Int>) -> Bool { cells.contains { isInTarget[$0] } }

    /// Whether no cell is in two parts of a move.
    private static func areApart(_ parts: [ArraySlice<Int>]) -> Bool {
        for (count, part) in parts.enumerated() {
            for other in parts.dropFirst(count + 1) where part.contains(where: other.contains) { return false }
        }
        return true
    }

    /// Keeps the move if it is better than the best so far.
    private mutating func attempt(_ parts: [(cells: ArraySlice<Int>, sign: Int64)], _ most: Int64, _ best: inout Move?)
    {
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
