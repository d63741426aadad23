/// Which rows of a table are suppressed so that nothing suppressed can be worked out.
///
/// First the small counts themselves; then, for each suppressed row and each small cell in turn, what has to be suppressed
/// with it so that other tables exist that agree with all that is known. Each of these tables is kept as a witness, and
/// all are checked once more at the end.
struct SuppressionChoice {
    /// Another table, by what differs from the true one.
    struct Witness {
        let changes: [Int: Int64]
        let floor: Int64
        /// Changes of rows.
        let rows: [Int: Int64]
    }

    enum Reason {
        case small
        /// For the sake of another row, or of a cell that is no row.
        case protects(Target)
        case before
    }

    enum Target: Hashable {
        case row(Int)
        case cell(Int)
    }

    private(set) var table: ProtectedTable
    private(set) var reasons: [Int: Reason] = [:]
    private(set) var witnesses: [Witness] = []
    /// What could not be made safe.
    private(set) var failed: [Target] = []
    private let search: WitnessSearch
    private let limits: [Limit]
    private let lost: Set<Target>
    private var reach: [Target: Reach] = [:]
    private var queue: [Int]

    /// How far a figure can be moved: with rows that may come to zero, and with rows that stay above it.
    private struct Reach {
        var up: Int64 = 0
        var down: Int64 = 0
        var upAboveZero: Int64 = 0
        var downAboveZero: Int64 = 0
    }

    /// What holds for an indicator.
    struct Limit {
        /// The count from which a figure is shown.
        let below: Int64
        /// By how much rows stay open, and cells of packages before.
        let kept: Int64

        /// - Parameters:
        ///   - below: The count from which a figure is shown.
        ///   - kept: By how much what was suppressed before stays open, where that was more.
        init(below: Int, kept: Int = 0) {
            self.below = Int64(below)
            self.kept = Int64(max(below, kept))
        }
    }

    /// - Parameters:
    ///   - limits: One of each indicator of the table.
    ///   - lost: What was given away before and cannot be protected any more.
    ///   - bundles: Which cells of the table are moved together.
    init(_ table: ProtectedTable, _ limits: [Limit], lost: Set<Target> = [], bundles: CellBundles? = nil) {
        self.table = table
        search = WitnessSearch(table, bundles ?? CellBundles(table))
        self.limits = limits
        self.lost = lost
        queue = []
        for (position, row) in table.rows.enumerated() {
            if row.state == .open, row.amount < limits[row.series].below {
                self.table.suppress(position)
                search.suppress(position)
                reasons[position] = .small
            } else if row.state == .suppressed {
                reasons[position] = .before
            }
        }
        queue = table.rows.indices.filter { self.table.rows[$0].state == .suppressed }.sorted(by: isBefore)
        protectRows()
        for (position, cell) in table.cells.enumerated()
        where cell.amount < width(of: .cell(position)) && !isKnown(cell) {
            protect(.cell(position))
        }
        protectRows()
        // What was found for others since may be enough, or leads further.
        let tried = failed
        failed = []
        for target in tried { protect(target) }
        protectRows()
    }

    var isSafe: Bool { failed.isEmpty && holds }

    /// Positions of the indicators of what could not be made safe; none where that is not known.
    var failedSeries: Set<Int> {
        Set(
            failed.map { target in
                switch target {
                case .row(let row): table.rows[row].series
                case .cell(let cell): table.cells[cell].series
                }
            })
    }

    /// Whether a figure is suppressed for its own sake.
    func isSmall(_ row: Int) -> Bool { table.rows[row].amount < limits[table.rows[row].series].below }

    private func isBefore(_ first: Int, _ second: Int) -> Bool {
        let (left, right) = (table.rows[first].name, table.rows[second].name)
        return left.place.rank != right.place.rank ? left.place.rank < right.place.rank : left < right
    }

    private func isKnown(_ cell: ProtectedTable.Cell) -> Bool {
        cell.rows.contains { table.rows[$0].state == .known && table.rows[$0].cells.count == 1 }
    }

    private mutating func protectRows() {
        while !queue.isEmpty {
            let rows = queue
            queue = []
            for row in rows { protect(.row(row)) }
        }
    }

    private func amount(_ target: Target) -> Int64 {
        switch target {
        case .row(let row): table.rows[row].amount
        case .cell(let cell): table.cells[cell].amount
        }
    }

    private func members(_ target: Target) -> [Int] {
        switch target {
        case .row(let row): table.rows[row].cells
        case .cell(let cell): [cell]
        }
    }

    /// Whatever is suppressed is open by the threshold, and small counts are open by as much as there are small counts even
    /// for those who know that no zero is suppressed.
    private mutating func protect(_ target: Target) {
        guard !lost.contains(target) else { return }
        let least = width(of: target)
        let isOpen = amount(target) >= least || widen(target, to: least - 2, floor: 1)
        if !isOpen || !widen(target, to: least, floor: 0) { failed.append(target) }
    }

    /// By how much a target stays open.
    private func width(of target: Target) -> Int64 {
        switch target {
        case .row(let row): limits[table.rows[row].series].kept
        case .cell(let cell):
            table.cells[cell].wasSeen ? limits[table.cells[cell].series].kept : limits[table.cells[cell].series].below
        }
    }

    /// Whether a figure can be moved so far, up and down taken together.
    private mutating func widen(_ target: Target, to wanted: Int64, floor: Int64) -> Bool {
        let room = wanted - width(target, floor)
        if room <= 0 { return true }
        let lowest = amount(target) - floor
        let down = min(lowest, room + reached(target, -1, floor))
        if down > reached(target, -1, floor) { find(target, -down, floor) }
        let missing = wanted - width(target, floor)
        if missing > 0 { find(target, reached(target, 1, floor) + missing, floor) }
        return width(target, floor) >= wanted
    }

    private func width(_ target: Target, _ floor: Int64) -> Int64 {
        reached(target, 1, floor) + reached(target, -1, floor)
    }

    private func reached(_ target: Target, _ sign: Int64, _ floor: Int64) -> Int64 {
        guard let own = reach[target] else { return 0 }
        return sign > 0 ? (floor > 0 ? own.upAboveZero : own.up) : (floor > 0 ? own.downAboveZero : own.down)
    }

    private mutating func find(_ target: Target, _ amount: Int64, _ floor: Int64) {
        let changes = search.changes(of: members(target), by: amount, floor: floor)
        guard !changes.isEmpty else { return }
        var rows: [Int: Int64] = [:]
        for (cell, change) in changes {
            for row in table.cells[cell].rows { rows[row, default: 0] += change }
        }
        rows = rows.filter { $0.value != 0 }
        for row in rows.keys.sorted() where table.rows[row].state == .open {
            table.suppress(row)
            search.suppress(row)
            reasons[row] = .protects(target)
            queue.append(row)
        }
        let witness = Witness(changes: changes, floor: floor, rows: rows)
        witnesses.append(witness)
        for (cell, change) in changes { extend(.cell(cell), change, floor) }
        for (row, change) in rows { extend(.row(row), change, floor) }
    }

    private mutating func extend(_ target: Target, _ change: Int64, _ floor: Int64) {
        var own = reach[target] ?? Reach()
        own.up = max(own.up, change)
        own.down = max(own.down, -change)
        if floor > 0 {
            own.upAboveZero = max(own.upAboveZero, change)
            own.downAboveZero = max(own.downAboveZero, -change)
        }
        reach[target] = own
    }

    /// Whether a cell that is changed is what it may be beside those that it is bound by.
    private func agrees(_ cell: ProtectedTable.Cell, _ change: Int64, _ changes: [Int: Int64]) -> Bool {
        let amount = cell.amount + change
        func now(_ other: Int) -> Int64 { table.cells[other].amount + (changes[other] ?? 0) }
        return amount >= cell.least && cell.wholes.allSatisfy { amount <= now($0) }
            && cell.parts.allSatisfy { now($0) <= amount }
    }

    /// Whether every witness agrees with all that is known in the end, and counts nothing below zero.
    private var holds: Bool {
        witnesses.allSatisfy { witness in
            witness.changes.allSatisfy { agrees(table.cells[$0.key], $0.value, witness.changes) }
                && witness.rows.allSatisfy { row, change in
                    table.rows[row].state == .suppressed && table.rows[row].amount + change >= witness.floor
                }
        }
    }
}
