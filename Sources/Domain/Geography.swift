/// The units of a province through time, and where the territory of each went.
package struct Geography: Sendable {
    package let units: [Unit]
    package let changes: [UnitChange]

    private let byKey: [UnitKey: Unit]
    private let byCode: [String: [Unit]]
    /// Changes by date and old code, dates ascending.
    private let outgoing: [String: [UnitChange]]

    /// Where the territory of a unit lies on a later day.
    package enum Destination: Hashable, Sendable {
        /// Whole, in one unit.
        case whole(UnitKey)
        /// Spread over these units (at least one), by shares that nobody declared.
        case uncertain(Set<UnitKey>)
        /// It ended, or its history is not recorded.
        case none
    }

    package init(units: [Unit], changes: [UnitChange]) {
        self.units = units
        self.changes = changes
        byKey = Dictionary(units.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        byCode = Dictionary(grouping: units, by: \.code)
        outgoing = Dictionary(grouping: changes.filter { $0.from != nil }, by: { $0.from ?? "" })
            .mapValues { $0.sorted { $0.date < $1.date } }
    }

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
    package func destination(of key: UnitKey, on day: Day) -> Destination {
        guard let start = byKey[key] else { return .none }
        var reached: Set<UnitKey> = []
        var partly = false
        follow(start, since: start.validity.from, to: day, reached: &reached, partly: &partly, steps: 0)
        guard let only = reached.first else { return .none }
        return reached.count == 1 && !partly ? .whole(only) : .uncertain(reached)
    }

    /// A unit may give away a part and go on, so its changes count whether its row ends with them or not.
    private func follow(
        _ unit: Unit, since: Day?, to day: Day, reached: inout Set<UnitKey>, partly: inout Bool, steps: Int
    ) {
        let ahead = (outgoing[unit.code] ?? []).filter { change in
            change.date <= day && since.map { $0 < change.date } ?? true
                && unit.validity.to.map { change.date <= $0 } ?? true
        }
        guard let next = ahead.first?.date else {
            if unit.validity.to.map({ day < $0 }) ?? true { reached.insert(unit.key) }
            return
        }
        guard steps < 64 else { return }
        let changes = ahead.filter { $0.date == next }
        if changes.count == 1, changes[0].kind == .divided { partly = true }
        for change in changes {
            guard let code = change.to, let target = self.unit(code: code, on: next) else { continue }
            follow(target, since: next, to: day, reached: &reached, partly: &partly, steps: steps + 1)
        }
    }

    /// The districts whose territory of communes is not the same on both days, and which district data alone therefore
    /// cannot compare.
    package func districtsRedrawn(between earlier: Day, and later: Day) -> Set<String> {
        var redrawn: Set<String> = []
        for commune in units(.commune, on: earlier) {
            let targets: Set<UnitKey> =
                switch destination(of: commune.key, on: later) {
                case .whole(let key): [key]
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
