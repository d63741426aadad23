/// How many people a unit has in a year.
package struct Population: Hashable, Sendable {
    package let unit: String
    package let year: Int
    package let people: Int
    /// Where the number comes from.
    package let source: String

    package init(unit: String, year: Int, people: Int, source: String) {
        self.unit = unit
        self.year = year
        self.people = people
        self.source = source
    }
}

extension Catalogue {
    /// The population of a unit in a year; `nil` where none is given, where it is zero, or where the code of a commune was
    /// borne by more than one unit in that year, for then nobody knows whose it is.
    package func population(of unit: Unit, year: Int) -> Population? {
        if unit.level == .commune, let first = Day(year: year, month: 1, day: 1),
            let last = Day(year: year, month: 12, day: 31),
            geography.units(code: unit.code).count(where: { $0.validity.touches(first...last) }) != 1
        {
            return nil
        }
        return populations.first { $0.unit == unit.code && $0.year == year && $0.people > 0 }
    }
}
