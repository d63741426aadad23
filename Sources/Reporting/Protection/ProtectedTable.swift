import Domain

/// One indicator as an audience may know it: the counts that everything is added up from, and the sums of them that were
/// shown, suppressed or could be shown now.
///
/// A cell is the count of one unit in one month. Where a later edition corrected it there is a cell of each amount; where it
/// is the same in several releases, it is one cell, so that what was seen in one of them counts for all. Counts of zero
/// are no cells: whoever tries to work out the others is taken to know them. Rows that add up the same cells are one row.
struct ProtectedTable {
    struct Cell {
        let unit: Int
        let month: Int
        let amount: Int64
        /// Whether it was counted in a package before.
        let wasSeen: Bool
        /// Positions of the rows that it is added up in.
        fileprivate(set) var rows: [Int] = []
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
    }

    private(set) var cells: [Cell] = []
    private(set) var rows: [Row] = []
    /// Cells of each unit in each month, of all editions.
    private(set) var cellsAt: [Spot: [Int]] = [:]
    /// Units that have a cell in a month, and months in which a unit has one; ascending.
    private(set) var unitsIn: [Int: [Int]] = [:]
    private(set) var monthsOf: [Int: [Int]] = [:]

    struct Spot: Hashable {
        let unit: Int
        let month: Int
    }

    /// `nil` where the indicator has amounts that are no counts.
    init?(_ indicator: String, candidate: SeenFigures, seen: [SeenFigures]) {
        var builder = Builder(indicator)
        for release in seen { builder.add(release, isNew: false) }
        builder.add(candidate, isNew: true)
        guard let cells = builder.cells else { return nil }
        self.cells = cells
        rows = builder.rows
        for (position, row) in rows.enumerated() {
            for cell in row.cells { self.cells[cell].rows.append(position) }
        }
        for (position, cell) in cells.enumerated() {
            cellsAt[Spot(unit: cell.unit, month: cell.month), default: []].append(position)
        }
        unitsIn = Dictionary(grouping: cellsAt.keys, by: \.month).mapValues { $0.map(\.unit).sorted() }
        monthsOf = Dictionary(grouping: cellsAt.keys, by: \.unit).mapValues { $0.map(\.month).sorted() }
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

extension ProtectedTable {
    /// Puts releases together, the new one last.
    private struct Builder {
        let indicator: String
        private(set) var cells: [Cell]? = []
        private(set) var rows: [Row] = []
        private var positions: [CellKey: Int] = [:]
        private var units: [UnitKey: Int] = [:]
        private var groups: [[Int]: Group] = [:]
        private var order: [[Int]] = []
        private var suppressedBefore: Set<FigureKey> = []

        private struct CellKey: Hashable {
            let unit: Int
            let month: Int
            let amount: Int64
        }

        private struct Group {
            var isKnown = false
            var isSuppressed = false
            var keys: [FigureKey] = []
            var cost = 0
            let name: FigureKey
        }

        init(_ indicator: String) { self.indicator = indicator }

        mutating func add(_ release: SeenFigures, isNew: Bool) {
            guard let figures = release.indicators[indicator] else { return }
            let members = members(release, figures, isNew: isNew)
            for (span, views) in figures.views.sorted(by: { $0.key < $1.key }) {
                for (place, view) in views.enumerated() where view != .none {
                    let own = span.months.flatMap { members[$0]?[place] ?? [] }.sorted()
                    guard !own.isEmpty else { continue }
                    let key = FigureKey(indicator: indicator, place: release.places[place], span: span)
                    note(key, own, view, isNew: isNew, of: release.period)
                }
            }
            guard isNew else { return }
            finish()
        }

        /// The cells of each place in each month.
        private mutating func members(
            _ release: SeenFigures, _ figures: SeenFigures.Seen, isNew: Bool
        ) -> [Month: [[Int]]] {
            var members: [Month: [[Int]]] = [:]
            for (month, amounts) in figures.amounts.sorted(by: { $0.key < $1.key }) {
                var ofPlaces: [[Int]] = Array(repeating: [], count: release.places.count)
                for (unit, thousandths) in amounts.sorted(by: { $0.key < $1.key }) {
                    let (amount, rest) = thousandths.quotientAndRemainder(dividingBy: 1_000)
                    guard rest == 0, amount > 0, amount < ProtectedTable.greatest else {
                        cells = nil
                        return [:]
                    }
                    let cell = cell(release.units[unit], month, amount, isNew: isNew)
                    for place in release.lineage[unit] { ofPlaces[place].append(cell) }
                }
                members[month] = ofPlaces
            }
            return members
        }

        private mutating func cell(_ unit: UnitKey, _ month: Month, _ amount: Int64, isNew: Bool) -> Int {
            let number = units[unit] ?? units.count
            units[unit] = number
            let key = CellKey(unit: number, month: month.index, amount: amount)
            if let position = positions[key] { return position }
            let position = cells?.count ?? 0
            positions[key] = position
            cells?.append(Cell(unit: number, month: month.index, amount: amount, wasSeen: !isNew))
            return position
        }

        private mutating func note(
            _ key: FigureKey, _ own: [Int], _ view: SeenFigures.View, isNew: Bool, of period: Period
        ) {
            if groups[own] == nil {
                groups[own] = Group(name: key)
                order.append(own)
            }
            if isNew {
                groups[own]?.keys.append(key)
                groups[own]?.cost += key.cost(of: period)
                if suppressedBefore.contains(key) { groups[own]?.isSuppressed = true }
            } else if view == .shown {
                groups[own]?.isKnown = true
            } else {
                groups[own]?.isSuppressed = true
                suppressedBefore.insert(key)
            }
        }

        private mutating func finish() {
            guard let cells else { return }
            rows = order.compactMap { own in
                guard let group = groups[own] else { return nil }
                let amount = own.reduce(Int64(0)) { $0 + cells[$1].amount }
                let state: State = group.isKnown ? .known : group.isSuppressed ? .suppressed : .open
                // Of rows that lose as much, the one with the smaller count goes first.
                let size = Int64.bitWidth - amount.leadingZeroBitCount
                return Row(
                    cells: own, amount: amount, state: state, cost: group.cost * Int64.bitWidth + size,
                    keys: group.keys, name: group.name)
            }
        }
    }

    /// Counts beyond it are none that anybody made.
    private static let greatest: Int64 = 1 << 40
}

extension FigureKey {
    /// What a reader loses with a figure: communes before districts before the province; what the period is compared with
    /// before its cumulative figure, and that before its own.
    fileprivate func cost(of period: Period) -> Int {
        let level =
            switch place {
            case .commune: 1
            case .placeless, .district: 1_000
            case .province: 1_000_000
            }
        return level * (span == period || span == Period(period.last) ? 4 : span == period.yearToDate ? 3 : 2)
    }
}
