import Domain

/// Which province was meant by what was typed: a name in any spelling, or a code.
package enum ProvinceChoice: Equatable, Sendable {
    case found(NationalUnit)
    /// A province of before: the one in which it lies now.
    case former(NationalUnit, now: NationalUnit)
    /// What was typed fits several, or none; those that it is nearest to.
    case unclear([NationalUnit])

    package init(_ typed: String, in register: NationalRegister) {
        let key = ProvinceChoice.key(typed)
        if let province = register.provinces.first(where: { ProvinceChoice.key($0.name) == key }) {
            self = .found(province)
            return
        }
        let initials = register.provinces.filter { ProvinceChoice.initials($0.name) == key }
        if initials.count == 1, key.count >= 3, key.first?.isNumber == false {
            self = .found(initials[0])
            return
        }
        let former = register.formerProvinces.first { ProvinceChoice.key($0.name) == key }
        if let former, let now = register.successor(of: former) {
            self = .former(former, now: now)
            return
        }
        self = ProvinceChoice.byCode(key, register) ?? .unclear(ProvinceChoice.near(key, register))
    }

    private static func byCode(_ key: String, _ register: NationalRegister) -> ProvinceChoice? {
        guard !key.isEmpty, key.count <= 2, key.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        let code = key.count == 1 ? "0\(key)" : key
        if let province = register.provinces.first(where: { $0.code == code }) { return .found(province) }
        let former = register.formerProvinces.first { $0.code == code }
        return former.flatMap { former in register.successor(of: former).map { .former(former, now: $0) } }
    }

    /// Names that begin as it does or hold it; else those that differ by the fewest letters.
    private static func near(_ key: String, _ register: NationalRegister) -> [NationalUnit] {
        guard key.count >= 2 else { return [] }
        let holding = register.provinces.filter {
            let name = ProvinceChoice.key($0.name)
            return name.contains(key) || key.contains(name)
        }
        guard holding.isEmpty else { return holding }
        let distances = register.provinces.map { (unit: $0, steps: steps(from: key, to: ProvinceChoice.key($0.name))) }
        guard let least = distances.map(\.steps).min(), least <= 2 else { return [] }
        return distances.filter { $0.steps == least }.map(\.unit)
    }

    /// Letters and digits without diacritics or blanks, and without the words for a province.
    static func key(_ text: String) -> String {
        var words = Folding.words(text)
        for type in [["tinh"], ["thanh", "pho"], ["tp"]] where words.count > type.count && words.starts(with: type) {
            words.removeFirst(type.count)
            break
        }
        let key = words.joined()
        return key.count > 4 && key.hasPrefix("tp") && words.count == 1 ? String(key.dropFirst(2)) : key
    }

    private static func initials(_ name: String) -> String { String(Folding.words(name).compactMap(\.first)) }

    /// How many letters have to be put in, left out or exchanged.
    private static func steps(from first: String, to second: String) -> Int {
        let (left, right) = (Array(first.utf8), Array(second.utf8))
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let above = row[column + 1]
                row[column + 1] = min(
                    above + 1, row[column] + 1, diagonal + (letter == right[column] ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}
