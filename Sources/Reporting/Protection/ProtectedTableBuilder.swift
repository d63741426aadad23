import Domain

/// Puts releases together, the new one last.
struct ProtectedTableBuilder {
    /// The count of the first cell is never more than that of the second.
    struct Bond: Hashable {
        let part: Int
        let whole: Int
    }

    private let indicators: [String]
    private let inequalities: KnownInequalities
    private(set) var cells: [ProtectedTable.Cell]? = []
    private(set) var rows: [ProtectedTable.Row] = []
    private(set) var bonds: Set<Bond> = []
    /// Cells that are never zero.
    private(set) var positive: Set<Int> = []
    private var positions: [CellKey: Int] = [:]
    private var units: [SeriesUnit: Int] = [:]
    private var groups: [[Int]: Group] = [:]
    private var order: [[Int]] = []
    private var suppressedBefore: Set<FigureKey> = []

    private struct SeriesUnit: Hashable {
        let series: Int
        let key: UnitKey
    }

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

    /// The cell of each unit of a release in each month.
    private typealias Placed = [Month: [Int: Int]]

    init(_ indicators: [String], _ inequalities: KnownInequalities) {
        self.indicators = indicators
        self.inequalities = inequalities
    }

    mutating func add(_ release: SeenFigures, isNew: Bool) {
        var placed: [String: Placed] = [:]
        for (series, indicator) in indicators.enumerated() {
            guard let figures = release.indicators[indicator] else { continue }
            let (members, own) = members(release, figures, series, isNew: isNew)
            placed[indicator] = own
            for (span, views) in figures.views.sorted(by: { $0.key < $1.key }) {
                for (place, view) in views.enumerated() where view != .none {
                    let own = span.months.flatMap { members[$0]?[place] ?? [] }.sorted()
                    guard !own.isEmpty else { continue }
                    let key = FigureKey(indicator: indicator, place: release.places[place], span: span)
                    note(key, own, view, isNew: isNew, of: release.period)
                }
            }
        }
        bind(placed)
        guard isNew else { return }
        finish()
    }

    /// The cells of each place in each month, and of each unit.
    private mutating func members(
        _ release: SeenFigures, _ figures: SeenFigures.Seen, _ series: Int, isNew: Bool
    ) -> (ofPlaces: [Month: [[Int]]], ofUnits: Placed) {
        var members: [Month: [[Int]]] = [:]
        var placed: Placed = [:]
        for (month, amounts) in figures.amounts.sorted(by: { $0.key < $1.key }) {
            var ofPlaces: [[Int]] = Array(repeating: [], count: release.places.count)
            for (unit, thousandths) in amounts.sorted(by: { $0.key < $1.key }) {
                guard ProtectedTableBuilder.isCount(thousandths) else {
                    cells = nil
                    return ([:], [:])
                }
                let cell = cell(release.units[unit], month, thousandths / 1_000, series, isNew: isNew)
                placed[month, default: [:]][unit] = cell
                for place in release.lineage[unit] { ofPlaces[place].append(cell) }
            }
            members[month] = ofPlaces
        }
        return (members, placed)
    }

    private mutating func cell(
        _ unit: UnitKey, _ month: Month, _ amount: Int64, _ series: Int, isNew: Bool
    ) -> Int {
        let own = SeriesUnit(series: series, key: unit)
        let number = units[own] ?? units.count
        units[own] = number
        let key = CellKey(unit: number, month: month.index, amount: amount)
        if let position = positions[key] { return position }
        let position = cells?.count ?? 0
        positions[key] = position
        cells?.append(.init(unit: number, month: month.index, amount: amount, wasSeen: !isNew, series: series))
        return position
    }

    /// What is known of the cells of one release by what is known of their indicators; nothing where the data break it.
    private mutating func bind(_ placed: [String: Placed]) {
        guard let cells else { return }
        func both(_ pair: KnownInequalities.Pair, _ take: (Int, Int) -> Void) {
            guard let parts = placed[pair.part], let wholes = placed[pair.whole] else { return }
            for (month, own) in parts {
                for (unit, part) in own { if let whole = wholes[month]?[unit] { take(part, whole) } }
            }
        }
        var bonds = self.bonds
        var positive = self.positive
        func hold(_ part: Int, _ whole: Int) {
            if cells[part].amount <= cells[whole].amount { bonds.insert(Bond(part: part, whole: whole)) }
        }
        for pair in inequalities.atMost { both(pair, hold) }
        for pair in inequalities.together { both(pair) { first, _ in positive.insert(first) } }
        for indicator in inequalities.neverFalling {
            for (month, own) in placed[indicator] ?? [:] where month.number < 12 {
                let next = placed[indicator]?[month.adding(months: 1)] ?? [:]
                for (unit, cell) in own { if let later = next[unit] { hold(cell, later) } }
            }
        }
        (self.bonds, self.positive) = (bonds, positive)
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
            guard let group = groups[own], let first = own.first else { return nil }
            let amount = own.reduce(Int64(0)) { $0 + cells[$1].amount }
            let state: ProtectedTable.State = group.isKnown ? .known : group.isSuppressed ? .suppressed : .open
            // Of rows that lose as much, the one with the smaller count goes first.
            let size = Int64.bitWidth - amount.leadingZeroBitCount
            return .init(
                cells: own, amount: amount, state: state, cost: group.cost * Int64.bitWidth + size,
                keys: group.keys, name: group.name, series: cells[first].series)
        }
    }

    /// Whether thousandths other than zero are a count.
    static func isCount(_ thousandths: Int64) -> Bool {
        thousandths % 1_000 == 0 && thousandths > 0 && thousandths / 1_000 < greatest
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
