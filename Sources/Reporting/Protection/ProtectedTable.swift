import Domain

/// Indicators as an audience may know them: the counts that everything is added up from, and the sums of them that were
/// shown, suppressed or could be shown now.
///
/// A cell is the count of one unit in one month. Where a later edition corrected it there is a cell of each amount; where it
/// is the same in several releases, it is one cell, so that what was seen in one of them counts for all. Counts of zero
/// are no cells: whoever tries to work out the others is taken to know them. Rows that add up the same cells are one row.
/// Several indicators are one table where something is known of how they lie to one another.
struct ProtectedTable {
    struct Cell {
        /// Of a unit in one indicator.
        let unit: Int
        let month: Int
        let amount: Int64
        /// Whether it was counted in a package before.
        let wasSeen: Bool
        /// Position of its indicator.
        let series: Int
        /// What it may not fall below whatever else holds.
        fileprivate(set) var least: Int64 = 0
        /// Positions of the rows that it is added up in.
        fileprivate(set) var rows: [Int] = []
        /// Cells that it is never more than, and cells that are never more than it.
        fileprivate(set) var wholes: [Int] = []
        fileprivate(set) var parts: [Int] = []
    }

    enum State {
        /// Seen before, or shown for certain now: nothing may change it.
        case known
        /// Could be shown now.
        case open
        case suppressed
    }

    struct Row {
        let cells: [Int]
        let amount: Int64
        fileprivate(set) var state: State
        /// What suppressing it loses.
        let cost: Int
        /// The figures of this package that it stands for.
        let keys: [FigureKey]
        /// The first figure by which it is known, in this package or before.
        let name: FigureKey
        /// Position of its indicator.
        let series: Int
    }

    private(set) var cells: [Cell] = []
    private(set) var rows: [Row] = []
    /// Cells of each unit in each month, of all editions, but for those that a figure of their own fixes.
    private(set) var cellsAt: [Spot: [Int]] = [:]
    /// Units that have a cell in a month, by series, and months in which a unit has one; ascending.
    private(set) var unitsIn: [SeriesMonth: [Int]] = [:]
    private(set) var monthsOf: [Int: [Int]] = [:]
    /// Whether any cell is bound by another.
    private(set) var hasBonds = false
    private var joinedCells: [[[Int]]] = []

    /// On which side a cell is joined with those that it is bound by.
    enum Side: Int, CaseIterable { case wholes, parts, all }

    struct Spot: Hashable {
        let unit: Int
        let month: Int
    }

    struct SeriesMonth: Hashable {
        let series: Int
        let month: Int
    }

    init?(_ indicator: String, candidate: SeenFigures, seen: [SeenFigures]) {
        self.init([indicator], .none, candidate: candidate, seen: seen)
    }

    /// `nil` where an indicator has amounts that are no counts.
    init?(
        _ indicators: [String], _ inequalities: KnownInequalities, candidate: SeenFigures, seen: [SeenFigures]
    ) {
        var builder = ProtectedTableBuilder(indicators, inequalities)
        for release in seen { builder.add(release, isNew: false) }
        builder.add(candidate, isNew: true)
        guard let cells = builder.cells else { return nil }
        self.cells = cells
        rows = builder.rows
        for (position, row) in rows.enumerated() {
            for cell in row.cells { self.cells[cell].rows.append(position) }
        }
        for bond in builder.bonds.sorted(by: { ($0.part, $0.whole) < ($1.part, $1.whole) }) {
            self.cells[bond.part].wholes.append(bond.whole)
            self.cells[bond.whole].parts.append(bond.part)
        }
        for cell in builder.positive { self.cells[cell].least = 1 }
        hasBonds = !builder.bonds.isEmpty || !builder.positive.isEmpty
        joinedCells = hasBonds ? cells.indices.map { cell in Side.allCases.map { closed(cell, on: $0) } } : []
        let fixed = Set(rows.compactMap { $0.state == .known && $0.cells.count == 1 ? $0.cells[0] : nil })
        for (position, cell) in cells.enumerated() where !fixed.contains(position) {
            cellsAt[Spot(unit: cell.unit, month: cell.month), default: []].append(position)
        }
        for (spot, own) in cellsAt {
            unitsIn[SeriesMonth(series: cells[own[0]].series, month: spot.month), default: []].append(spot.unit)
        }
        unitsIn = unitsIn.mapValues { $0.sorted() }
        monthsOf = Dictionary(grouping: cellsAt.keys, by: \.unit).mapValues { $0.map(\.month).sorted() }
    }

    /// A cell with all that it is bound by on a side, ascending.
    func joined(_ cell: Int, _ side: Side) -> [Int] { joinedCells[cell][side.rawValue] }

    func joined(_ cells: [Int], _ side: Side) -> [Int] { Set(cells.flatMap { joined($0, side) }).sorted() }

    private func closed(_ cell: Int, on side: Side) -> [Int] {
        var all: Set<Int> = [cell]
        var waiting = [cell]
        while let next = waiting.popLast() {
            let bound =
                switch side {
                case .wholes: cells[next].wholes
                case .parts: cells[next].parts
                case .all: cells[next].wholes + cells[next].parts
                }
            for other in bound where all.insert(other).inserted { waiting.append(other) }
        }
        return all.sorted()
    }

    /// A cell as a figure of its own month, at the narrowest place that it is counted in.
    func name(ofCell cell: Int) -> FigureKey? {
        let narrowest = cells[cell].rows.max { rows[$0].name.place.rank < rows[$1].name.place.rank }
        guard let name = narrowest.map({ rows[$0].name }) else { return nil }
        return FigureKey(
            indicator: name.indicator, place: name.place, span: Period(Month(index: cells[cell].month)))
    }

    mutating func suppress(_ row: Int) { rows[row].state = .suppressed }
}
