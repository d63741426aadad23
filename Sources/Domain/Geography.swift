/// The units of a province through time, and where the territory of each went.
package struct Geography: Sendable {
    package let units: [Unit]
    package let changes: [UnitChange]

    private let byKey: [UnitKey: Unit]
    private let byCode: [String: [Unit]]
    /// Changes by date and old code, dates ascending.
    private let outgoing: [String: [UnitChange]]
    /// The days on which anything changes, ascending.
    private let turns: [Day]

    /// Where the territory of a unit lies on a later day.
    package enum Destination: Hashable, Sendable {
        /// Whole, in one unit.
        case whole(UnitKey)
        /// Divided among these units by declared weights, which add up to one; in the order of their keys.
        case shared([Part])
        /// Spread over these units (at least one), by shares that nobody declared.
        case uncertain(Set<UnitKey>)
        /// It ended, or its history is not recorded.
        case none
    }

    /// What of a divided unit lies in another one.
    package struct Part: Hashable, Sendable {
        package let unit: UnitKey
        package let weight: Weight

        package init(unit: UnitKey, weight: Weight) {
            self.unit = unit
            self.weight = weight
        }
    }

    package init(units: [Unit], changes: [UnitChange]) {
        self.units = units
        self.changes = changes
        byKey = Dictionary(units.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        byCode = Dictionary(grouping: units, by: \.code)
        outgoing = Dictionary(grouping: changes.filter { $0.from != nil }, by: { $0.from ?? "" })
            .mapValues { $0.sorted { $0.date < $1.date } }
        turns = Set(changes.map(\.date) + units.flatMap { [$0.validity.from, $0.validity.to].compactMap(\.self) })
            .sorted()
    }

    /// The last day, up to this one, on which anything changed: days with the same answer are the same to the territory of
    /// every unit. `nil`: nothing has changed yet.
    package func turn(before day: Day) -> Day? { turns.last { $0 <= day } }

    package func unit(_ key: UnitKey) -> Unit? { byKey[key] }

    /// The unit that bears a code on a day.
    package func unit(code: String, on day: Day) -> Unit? { byCode[code]?.first { $0.validity.contains(day) } }

    /// All states of a code, in the order of the register.
    package func units(code: String) -> [Unit] { byCode[code] ?? [] }

    /// The units of a level on a day, in the order of the register.
    package func units(_ level: Unit.Level, on day: Day) -> [Unit] {
        units.filter { $0.level == level && $0.validity.contains(day) }
    }

    /// Whether the unit lies in the area on a day: the area itself, a commune of the district, anything of the province.
    package func lies(_ unit: Unit, in area: Unit) -> Bool {
        switch area.level {
        case .province: true
        case .district: unit.district == area.code
        case .commune: unit.key == area.key
        }
    }

    /// Follows the territory of a unit to a later day through every change between.
    ///
    /// A unit divided without weights has an uncertain destination, unless all its possible parts have come together
    /// again in one unit by that day.
    ///
    /// - Parameter since: The first day that the data cover: changes up to it have made the territory that they are of.
    ///   `nil`: since the unit was made.
    package func destination(of key: UnitKey, since: Day? = nil, on day: Day) -> Destination {
        guard let unit = byKey[key] else { return .none }
        var route = Route()
        follow(unit, since: start(of: unit, since), weight: .one, to: day, &route, steps: 0)
        guard let only = route.reached.keys.first else { return .none }
        if route.reached.count == 1, !route.isPartial { return .whole(only) }
        let weights = route.reached.values.reduce(Weight?.some(.zero)) { sum, weight in
            weight.flatMap { sum?.adding($0) }
        }
        guard weights == .one else { return .uncertain(Set(route.reached.keys)) }
        return .shared(
            route.reached.sorted { $0.key < $1.key }.compactMap { unit, weight in
                weight.map { Part(unit: unit, weight: $0) }
            })
    }

    /// Data on a unit that has ended by the day that they begin are those of its last day.
    private func start(of unit: Unit, _ since: Day?) -> Day? {
        guard let since else { return unit.validity.from }
        let last = unit.validity.to.map { min(since, $0.adding(days: -1)) } ?? since
        return unit.validity.from.map { max(last, $0) } ?? last
    }

    /// Where the territory has come to so far.
    private struct Route {
        /// The share in each unit; `nil` where nobody declared it.
        var reached: [UnitKey: Weight?] = [:]
        /// Whether a part is known to have gone elsewhere, not where to.
        var isPartial = false

        mutating func reach(_ unit: UnitKey, _ weight: Weight?) {
            guard let known = reached[unit] else {
                reached[unit] = .some(weight)
                return
            }
            reached[unit] = .some(known.flatMap { known in weight.flatMap(known.adding) })
        }
    }

    /// A unit may give away a part and go on, so its changes count whether its row ends with them or not.
    private func follow(
        _ unit: Unit, since: Day?, weight: Weight?, to day: Day, _ route: inout Route, steps: Int
    ) {
        let ahead = (outgoing[unit.code] ?? []).filter { change in
            change.date <= day && since.map { $0 < change.date } ?? true
                && unit.validity.to.map { change.date <= $0 } ?? true
        }
        guard let next = ahead.first?.date else {
            if unit.validity.to.map({ day < $0 }) ?? true { route.reach(unit.key, weight) }
            return
        }
        guard steps < 64 else { return }
        let changes = ahead.filter { $0.date == next }
        let isDivided = changes.contains { $0.kind == .divided }
        let declared = changes.compactMap(\.weight).reduce(Int64(0)) { $0 &+ $1.thousandths }
        let isDeclared = changes.allSatisfy { $0.weight != nil } && declared == 1_000
        if changes.count == 1, isDivided, !isDeclared { route.isPartial = true }
        for change in changes {
            guard let code = change.to, let target = self.unit(code: code, on: next) else { continue }
            let share: Weight? =
                changes.count == 1 && !isDivided ? .one : isDeclared ? change.weight.map(Weight.init(declared:)) : nil
            follow(
                target, since: next, weight: weight.flatMap { weight in share.flatMap(weight.times) }, to: day, &route,
                steps: steps + 1)
        }
    }

    /// The districts whose territory of communes is not the same on both days, and which district data alone therefore
    /// cannot compare.
    package func districtsRedrawn(between earlier: Day, and later: Day) -> Set<String> {
        var redrawn: Set<String> = []
        for commune in units(.commune, on: earlier) {
            let targets: Set<UnitKey> =
                switch destination(of: commune.key, since: earlier, on: later) {
                case .whole(let key): [key]
                case .shared(let parts): Set(parts.map(\.unit))
                case .uncertain(let keys): keys
                case .none: []
                }
            for target in targets {
                guard let old = commune.district, let new = byKey[target]?.district, old != new else { continue }
                redrawn.formUnion([old, new])
            }
        }
        return redrawn
    }
}
