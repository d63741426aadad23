/// Which cells of a table are moved together: those of a unit in a month, of all editions, or one alone; where cells are bound by
/// others, also with these.
struct CellBundles {
    /// By cell, the row that is this cell alone, which changes whenever it does; -1: there is none.
    let loneRow: [Int]
    /// The cells of all bundles, one bundle behind the other: they are gone through millions of times.
    let cells: [Int]
    /// What a bundle changes of the rows that are known, as one number: a sum over cells of sums over rows, to each of which a
    /// number belongs. A move whose numbers do not add up to zero changes such a row.
    let known: [UInt64]
    /// Where the cells of each begin; one more at the end.
    let starts: [Int]
    private let months: ClosedRange<Int>
    private let units: Int
    /// The bundles of a unit in a month, one `spot` behind the other: alone, and where cells are bound all of them once more, joined.
    let spots: [Range<Int>]

    /// - Parameters:
    ///   - isPriced: Whether moves are passed over by what rows of single cells cost.
    ///   - number: Of a row at its position; 0 for rows that may change.
    init(
        _ table: ProtectedTable, isPriced: Bool = true,
        _ number: (_ row: ProtectedTable.Row, _ position: Int) -> UInt64 = CellBundles.number(of:at:)
    ) {
        let numbers = table.rows.enumerated().map { number($1, $0) }
        let knownOfCells = table.cells.map { cell in cell.rows.reduce(0) { $0 &+ numbers[$1] } }
        loneRow = table.cells.map { cell in
            cell.rows.first { isPriced && table.rows[$0].cells.count == 1 } ?? -1
        }
        let keys = table.cellsAt.keys
        months = (keys.map(\.month).min() ?? 0)...(keys.map(\.month).max() ?? 0)
        units = (keys.map(\.unit).max() ?? -1) + 1
        var (cells, known, starts): ([Int], [UInt64], [Int]) = ([], [], [0])
        var spots: [Range<Int>] = []
        for joins in table.hasBonds ? [false, true] : [false] {
            for unit in 0..<units {
                for month in months {
                    let own = table.cellsAt[.init(unit: unit, month: month)] ?? []
                    let alone = own.count < 2 ? (own.isEmpty ? [] : [own]) : [own] + own.map { [$0] }
                    let first = known.count
                    for bundle in joins ? Self.joined(alone, table) : alone {
                        cells += bundle
                        starts.append(cells.count)
                        known.append(bundle.reduce(0) { $0 &+ knownOfCells[$1] })
                    }
                    spots.append(first..<known.count)
                }
            }
        }
        (self.cells, self.known, self.starts, self.spots) = (cells, known, starts, spots)
    }

    /// Where in `spots` the numbers of the bundles of a unit in a month stand.
    func spot(_ unit: Int, _ month: Int, joins: Bool) -> Int {
        ((joins ? units : 0) + unit) * months.count + month - months.lowerBound
    }

    /// Where in `cells` those of a bundle stand.
    func places(of bundle: Int) -> Range<Int> { starts[bundle]..<starts[bundle + 1] }

    /// Those with a cell; none where it is fixed, which is the start of nothing.
    func starting(at cell: Int, in table: ProtectedTable, joins: Bool) -> [Int] {
        let (unit, month) = (table.cells[cell].unit, table.cells[cell].month)
        guard let all = table.cellsAt[.init(unit: unit, month: month)], all.contains(cell) else { return [] }
        let alone = all.count == 1 ? [all] : [all, [cell]]
        let spot = spots[spot(unit, month, joins: joins)]
        return (joins ? Self.joined(alone, table) : alone).compactMap { wanted in
            spot.first { cells[places(of: $0)].elementsEqual(wanted) }
        }
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
