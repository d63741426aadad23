import Domain

/// What the units of a register are called, in the more forgiving ways in which names are compared.
struct UnitNames: Sendable {
    /// Places in the register by what the units are called: with diacritics, without.
    private(set) var byExact: [ExactText: [Int]] = [:]
    private(set) var byPlain: [ExactText: [Int]] = [:]
    /// By place in the register, the names without diacritics.
    private(set) var plain: [[String]] = []

    init(_ units: [Unit]) {
        for (place, unit) in units.enumerated() {
            var plainOfUnit: [String] = []
            for name in unit.names {
                let exact = PlaceName(name).whole
                guard byExact[ExactText(exact), default: []].appendOnce(place) else { continue }
                let plain = Folding.plain(exact)
                if byPlain[ExactText(plain), default: []].appendOnce(place) { plainOfUnit.append(plain) }
            }
            plain.append(plainOfUnit)
        }
    }

    /// Places in the register by what the units are called, as it is written there.
    static func asWritten(_ units: [Unit]) -> [ExactText: [Int]] {
        var places: [ExactText: [Int]] = [:]
        for (place, unit) in units.enumerated() {
            for name in unit.names { places[ExactText(name), default: []].appendOnce(place) }
        }
        return places
    }
}

extension Unit {
    /// All that it is called.
    var names: [String] { [name, fullName] + aliases }

    /// Whether it is called what was folded so.
    func isCalled(_ wanted: String, isPlain: Bool) -> Bool {
        names.contains { name in
            let exact = PlaceName(name).whole
            return (isPlain ? Folding.plain(exact) : exact) == wanted
        }
    }
}

extension [Int] {
    /// Of places that only grow; false where it is there already.
    @discardableResult
    mutating func appendOnce(_ place: Int) -> Bool {
        if last == place { return false }
        append(place)
        return true
    }
}
