import Domain
import Synchronization

/// What the units of a register are called, in each of the ways in which names are compared.
///
/// Worked out when the first name is looked for: most files name their units by code, and as the register does.
final class UnitNames: Sendable {
    struct Index: Sendable {
        /// Places in the register by what the units are called: as written, with diacritics, without.
        fileprivate(set) var byWritten: [ExactText: [Int]] = [:]
        fileprivate(set) var byExact: [ExactText: [Int]] = [:]
        fileprivate(set) var byPlain: [ExactText: [Int]] = [:]
        /// By place in the register, the names without diacritics.
        fileprivate(set) var plain: [[String]] = []
    }

    private let units: [Unit]
    private let made = Mutex<Index?>(nil)

    init(_ units: [Unit]) { self.units = units }

    var index: Index {
        made.withLock { made in
            let index = made ?? Self.index(of: units)
            made = index
            return index
        }
    }

    private static func index(of units: [Unit]) -> Index {
        var index = Index()
        for (place, unit) in units.enumerated() {
            var plainOfUnit: [String] = []
            for name in [unit.name, unit.fullName] + unit.aliases {
                guard index.byWritten[ExactText(name), default: []].appendOnce(place) else { continue }
                let exact = PlaceName(name).whole
                guard index.byExact[ExactText(exact), default: []].appendOnce(place) else { continue }
                let plain = Folding.plain(exact)
                if index.byPlain[ExactText(plain), default: []].appendOnce(place) { plainOfUnit.append(plain) }
            }
            index.plain.append(plainOfUnit)
        }
        return index
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
