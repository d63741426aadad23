/// Which cells of a table are moved together: those of a unit in a month, of all editions, or one alone; where cells are bound by
/// others, also with these.
struct CellBundles {
    /// Cells that rise or fall together.
    struct Bundle {
        let cells: [Int]
        /// What they change of the rows that are known, as one number: a sum over cells of sums over rows, to each of which a number
        /// belongs. A move whose numbers do not add up to zero changes such a row.
        let known: UInt64
    }

    /// By cell, the row that is this cell alone, which changes whenever it does; -1: there is none.
    let loneRow: [Int]
    private let known: [UInt64]
    private let months: ClosedRange<Int>
    /// By unit and month.
    private let apart: [[Bundle]]
    private let joined: [[Bundle]]

    /// - Parameters:
    ///   - isPriced: Whether moves are passed over by what rows of single cells cost.
    ///   - number: Of a row at its position; 0 for rows that may change.
    init(
        _ table: ProtectedTable, isPriced: Bool = true,
        _ number: (_ row: ProtectedTable.Row, _ position: Int) -> UInt64 = CellBundles.number(of:at:)
    ) {
        let numbers = table.rows.enumerated().map { number($1, $0) }
        let known = table.cells.map { cell in cell.rows.reduce(0) { $0 &+ numbers[$1] } }
        loneRow = table.cells.map { cell in
            cell.rows.first { isPriced && table.rows[$0].cells.count == 1 } ?? -1
        }
        let spots = table.cellsAt.keys
        let months = (spots.map(\.month).min() ?? 0)...(spots.map(\.month).max() ?? 0)
        let units = (spots.map(\.unit).max() ?? -1) + 1
        var (apart, joined) = ([[Bundle]](repeating: [], count: units * months.count), [[Bundle]]())
        if table.hasBonds { joined = apart }
        for (spot, cells) in table.cellsAt {
            let place = spot.unit * months.count + spot.month - months.lowerBound
            let alone = cells.count == 1 ? [cells] : [cells] + cells.map { [$0] }
            apart[place] = Self.bundles(alone, known)
            if table.hasBonds { joined[place] = Self.bundles(Self.joined(alone, table), known) }
        }
        (self.known, self.months, self.apart, self.joined) = (known, months, apart, joined)
    }

    /// The bundles of a unit in a month.
    func at(_ unit: Int, _ month: Int, joins: Bool) -> [Bundle] {
        guard months.contains(month) else { return [] }
        let place = unit * months.count + month - months.lowerBound
        let all = joins ? joined : apart
        return place < all.count ? all[place] : []
    }

    /// Those with a cell; none where it is fixed, which is the start of nothing.
    func starting(at cell: Int, in table: ProtectedTable, joins: Bool) -> [Bundle] {
        let (unit, month) = (table.cells[cell].unit, table.cells[cell].month)
        guard let all = table.cellsAt[.init(unit: unit, month: month)], all.contains(cell) else { return [] }
        let alone = all.count == 1 ? [all] : [all, [cell]]
        return Self.bundles(joins ? Self.joined(alone, table) : alone, known)
    }

    /// Each also with all that it is bound by, on either side and on both.
    private static func joined(_ alone: [[Int]], _ table: ProtectedTable) -> [[Int]] {
        var bundles = alone
        for own in alone {
            for side in ProtectedTable.Side.allCases {
                let joined = own.count == 1 ? table.joined(own[0], side) : table.joined(own, side)
                if joined.count > own.count, !bundles.contains(joined) { bundles.append(joined) }
            }
        }
        return bundles
    }

    private static func bundles(_ cells: [[Int]], _ known: [UInt64]) -> [Bundle] {
        cells.map { Bundle(cells: $0, known: $0.reduce(0) { $0 &+ known[$1] }) }
    }

    /// A number of many bits for each row that is known (the finalizer of SplitMix64, after Steele, Lea and Flood 2014), so that sums of others are
    /// hardly ever the same; where they are, the move is tried and found to change the row.
    static func number(of row: ProtectedTable.Row, at position: Int) -> UInt64 {
        guard row.state == .known else { return 0 }
        var number = UInt64(position + 1) &* 0x9E37_79B9_7F4A_7C15
        number = (number ^ number >> 30) &* 0xBF58_476D_1CE4_E5B9
        number = (number ^ number >> 27) &* 0x94D0_49BB_1331_11EB
        return number ^ number >> 31
    }
}
