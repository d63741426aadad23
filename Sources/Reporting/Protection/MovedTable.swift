/// A table as far as a search has changed it, and the move that it tries: what a move would cost, and how often it can be made.
///
/// What is gone through millions of times lies in `Slots`: arrays count references and look for other owners at each step.
final class MovedTable {
    /// The bundles of a move of one count: where it starts; another unit in the same month, and both in another month, each against
    /// the one before it. -1: none.
    struct Parts {
        let own: Int
        var other = -1
        var back = -1
        var forth = -1
    }

    struct Move {
        let cost: Int
        let times: Int64
        let parts: Parts
        /// Of where it starts.
        let sign: Int64
    }

    /// Of cells: their amounts, what they may not fall below, the rows that they are in, and what they are bound by.
    private let amounts: Slots<Int64>
    private let least: Slots<Int64>
    private let rows: JoinedSlots
    private let wholes: JoinedSlots
    private let parts: JoinedSlots
    /// Of rows.
    private let states: Slots<ProtectedTable.State>
    private let rowAmounts: Slots<Int64>
    private let costs: Slots<Int>
    /// Of bundles.
    private let cells: JoinedSlots
    private let loneRow: Slots<Int>

    /// What was changed so far.
    private let cellChange: Slots<Int64>
    private let rowChange: Slots<Int64>
    private let isChanged: Slots<Bool>
    private let changed: SlotList
    /// Of the move that is tried.
    private let step: Slots<Int64>
    private let isTouched: Slots<Bool>
    private let touched: SlotList
    private let cellStep: Slots<Int64>
    private let isMoved: Slots<Bool>
    private let moved: SlotList

    init(_ table: ProtectedTable, _ bundles: CellBundles) {
        let (cellCount, rowCount) = (table.cells.count, table.rows.count)
        amounts = Slots(table.cells.map(\.amount))
        least = Slots(table.cells.map(\.least))
        rows = JoinedSlots(table.cells.map(\.rows))
        wholes = JoinedSlots(table.cells.map(\.wholes))
        parts = JoinedSlots(table.cells.map(\.parts))
        states = Slots(table.rows.map(\.state))
        rowAmounts = Slots(table.rows.map(\.amount))
        costs = Slots(table.rows.map(\.cost))
        cells = JoinedSlots(bundles.cells, firsts: bundles.starts)
        loneRow = Slots(bundles.loneRow)
        cellChange = Slots(repeating: 0, count: cellCount)
        rowChange = Slots(repeating: 0, count: rowCount)
        isChanged = Slots(repeating: false, count: cellCount)
        changed = SlotList(most: cellCount)
        step = Slots(repeating: 0, count: rowCount)
        isTouched = Slots(repeating: false, count: rowCount)
        touched = SlotList(most: rowCount)
        cellStep = Slots(repeating: 0, count: cellCount)
        isMoved = Slots(repeating: false, count: cellCount)
        moved = SlotList(most: cellCount)
    }

    deinit {
        for numbers in [amounts, least, rowAmounts, cellChange, rowChange, step, cellStep] { numbers.deallocate() }
        for lists in [rows, wholes, parts, cells] { lists.deallocate() }
        for numbers in [costs, loneRow] { numbers.deallocate() }
        for marks in [isChanged, isTouched, isMoved] { marks.deallocate() }
        for list in [changed, touched, moved] { list.deallocate() }
        states.deallocate()
    }

    /// A row may be changed from now on.
    func suppress(_ row: Int) { states[row] = .suppressed }

    /// What was changed, by cell; the table is the true one again.
    func takeChanges() -> [Int: Int64] {
        var changes: [Int: Int64] = [:]
        for count in 0..<changed.count {
            let cell = changed[count]
            if cellChange[cell] != 0 { changes[cell] = cellChange[cell] }
            (cellChange[cell], isChanged[cell]) = (0, false)
            for place in rows.places(of: cell) { rowChange[rows[place]] = 0 }
        }
        changed.removeAll()
        return changes
    }

    /// What the rows cost that are one of the cells alone.
    func loneCost(_ bundle: Int) -> Int {
        var cost = 0
        for place in cells.places(of: bundle) {
            let row = loneRow[cells[place]]
            if row >= 0, rowChange[row] == 0, states[row] == .open { cost += costs[row] }
        }
        return cost
    }

    /// Whether each of the cells can be less by one.
    func canFall(_ bundle: Int) -> Bool {
        for place in cells.places(of: bundle) {
            let cell = cells[place]
            if amounts[cell] + cellChange[cell] <= least[cell] { return false }
        }
        return true
    }

    /// Whether one of the cells is marked.
    func holds(_ bundle: Int, of marks: Slots<Bool>) -> Bool {
        for place in cells.places(of: bundle) where marks[cells[place]] { return true }
        return false
    }

    /// Whether no cell is in two parts of a move.
    func areApart(_ parts: Parts) -> Bool {
        let used = [parts.own, parts.other, parts.back, parts.forth].filter { $0 >= 0 }
        for (count, part) in used.enumerated() {
            for other in used.dropFirst(count + 1) where !areApart(part, other) { return false }
        }
        return true
    }

    private func areApart(_ bundle: Int, _ other: Int) -> Bool {
        for place in cells.places(of: bundle) {
            for far in cells.places(of: other) where cells[place] == cells[far] { return false }
        }
        return true
    }

    /// Keeps the move if it is better than the best so far.
    func attempt(
        _ parts: Parts, _ sign: Int64, _ most: Int64, _ floor: Int64, _ best: inout Move?
    ) {
        defer {
            for count in 0..<touched.count { (step[touched[count]], isTouched[touched[count]]) = (0, false) }
            touched.removeAll()
            forgetStep()
        }
        takeStep(parts, sign)
        // Most moves fail by their cells, which are few.
        var times = min(most, room)
        guard times > 0 else { return }
        for count in 0..<moved.count {
            let change = cellStep[moved[count]]
            if change == 0 { continue }
            for place in rows.places(of: moved[count]) {
                let row = rows[place]
                if !isTouched[row] {
                    isTouched[row] = true
                    touched.append(row)
                }
                step[row] += change
            }
        }
        var cost = 0
        for count in 0..<touched.count {
            let row = touched[count]
            if step[row] == 0 { continue }
            switch states[row] {
            case .known: return
            case .open where rowChange[row] == 0: cost += costs[row]
            case .open, .suppressed: break
            }
            if step[row] < 0 {
                times = min(times, (rowAmounts[row] + rowChange[row] - floor) / -step[row])
                if times <= 0 { return }
            }
            if let best, cost > best.cost { return }
        }
        if let best, (cost, -times) >= (best.cost, -best.times) { return }
        best = Move(cost: cost, times: times, parts: parts, sign: sign)
    }

    /// Moves a count through all parts of a move.
    private func takeStep(_ parts: Parts, _ sign: Int64) {
        takeStep(parts.own, sign)
        takeStep(parts.other, -sign)
        takeStep(parts.back, -sign)
        takeStep(parts.forth, sign)
    }

    /// Moves the cells of a bundle by a count, each of them once in a move.
    private func takeStep(_ bundle: Int, _ sign: Int64) {
        guard bundle >= 0 else { return }
        for place in cells.places(of: bundle) {
            let cell = cells[place]
            if !isMoved[cell] {
                isMoved[cell] = true
                moved.append(cell)
            }
            cellStep[cell] += sign
        }
    }

    private func forgetStep() {
        for count in 0..<moved.count { (cellStep[moved[count]], isMoved[moved[count]]) = (0, false) }
        moved.removeAll()
    }

    /// How often the step can be made before a cell falls too low or breaks what binds it.
    private var room: Int64 {
        var room = Int64.max
        for count in 0..<moved.count {
            let cell = moved[count]
            let (change, now) = (cellStep[cell], amounts[cell] + cellChange[cell])
            // Nearly all fall by one, and a division takes as long as all else.
            if change < 0 { room = min(room, change == -1 ? now - least[cell] : (now - least[cell]) / -change) }
            for place in wholes.places(of: cell) {
                let whole = wholes[place]
                if cellStep[whole] >= change { continue }
                let slack = amounts[whole] + cellChange[whole] - now
                room = min(room, slack / (change - cellStep[whole]))
            }
            for place in parts.places(of: cell) {
                let part = parts[place]
                if cellStep[part] <= change { continue }
                let slack = now - amounts[part] - cellChange[part]
                room = min(room, slack / (cellStep[part] - change))
            }
            if room <= 0 { break }
        }
        return room
    }

    func apply(_ move: Move) {
        takeStep(move.parts, move.sign)
        for count in 0..<moved.count {
            let cell = moved[count]
            let change = cellStep[cell] * move.times
            cellChange[cell] += change
            if !isChanged[cell] {
                isChanged[cell] = true
                changed.append(cell)
            }
            for place in rows.places(of: cell) { rowChange[rows[place]] += change }
        }
        forgetStep()
    }
}
