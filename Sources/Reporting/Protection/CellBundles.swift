/// Which cells of a table are moved together: those of a unit in a month, of all editions, or one alone; where cells are bound by
/// others, also with these.
struct CellBundles {
    /// Those of one kind, one behind the other: they are gone through millions of times.
    private struct Kept {
        var cells: [Int] = []
        /// Where the cells of each begin; one more at the end.
        var starts = [0]
        var known: [UInt64] = []
        /// By unit and month.
        var spots: [Range<Int>] = []
    }

    /// By cell, the row that is this cell alone, which changes whenever it does; -1: there is none.
    let loneRow: [Int]
    private let known: [UInt64]
    private let months: ClosedRange<Int>
    private let kept: [Kept]

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
        var kept = [Kept](repeating: Kept(), count: table.hasBonds ? 2 : 1)
        for unit in 0..<units {
            for month in months {
                let cells = table.cellsAt[.init(unit: unit, month: month)] ?? []
                let alone = cells.count < 2 ? (cells.isEmpty ? [] : [cells]) : [cells] + cells.map { [$0] }
                for kind in kept.indices {
                    let bundles = kind == 0 ? alone : Self.joined(alone, table)
                    let first = kept[kind].known.count
                    for bundle in bundles {
                        kept[kind].cells += bundle
                        kept[kind].starts.append(kept[kind].cells.count)
                        kept[kind].known.append(Self.sum(bundle, known))
                    }
                    kept[kind].spots.append(first..<kept[kind].known.count)
                }
            }
        }
        (self.known, self.months, self.kept) = (known, months, kept)
    }

    /// The numbers of the bundles of a unit in a month.
    func at(_ unit: Int, _ month: Int, joins: Bool) -> Range<Int> {
        guard months.contains(month) else { return 0..<0 }
        let place = unit * months.count + month - months.lowerBound
        let spots = kept[joins ? 1 : 0].spots
        return place < spots.count ? spots[place] : 0..<0
    }

    func cells(_ bundle: Int, joins: Bool) -> ArraySlice<Int> {
        let starts = kept[joins ? 1 : 0].starts
        return kept[joins ? 1 : 0].cells[starts[bundle]..<starts[bundle + 1]]
    }

    /// What a bundle changes of the rows that are known, as one number: a sum over cells of sums over rows, to each of which a
    /// number belongs. A move whose numbers do not add up to zero changes such a row.
    func known(_ bundle: Int, joins: Bool) -> UInt64 { kept[joins ? 1 : 0].known[bundle] }

    /// The same of any cells.
    func known(of cells: [Int]) -> UInt64 { Self.sum(cells, known) }

    /// Those with a cell; none where it is fixed, which is the start of nothing.
    func starting(at cell: Int, in table: ProtectedTable, joins: Bool) -> [[Int]] {
        let (unit, month) = (table.cells[cell].unit, table.cells[cell].month)
        guard let all = table.cellsAt[.init(unit: unit, month: month)], all.contains(cell) else { return [] }
        let alone = all.count == 1 ? [all] : [all, [cell]]
        return joins ? Self.joined(alone, table) : alone
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

    private static func sum(_ cells: [Int], _ known: [UInt64]) -> UInt64 { cells.reduce(0) { $0 &+ known[$1] } }

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
