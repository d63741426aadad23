import Domain

/// Finds in a package of the past the indicators and units of another, whatever they were called then.
///
/// An indicator is the same where it counts the same; else where it gives the same counts; else where it bears the code. A
/// unit is the same where key and name are; else where its name and area are; else where it bears the key or the code. Taking
/// two for one is no danger: only equal counts of the same month become one, and that they are equal is true.
struct Recognition {
    private let now: SeenFigures
    private let units: UnitRecognition
    /// What is counted by what was found in other packages before, by code: of few counts nothing can be told alone.
    private let found: [[String]: String]

    init(_ release: SeenFigures, in now: SeenFigures, found: [[String]: String] = [:]) {
        self.now = now
        self.found = found
        units = UnitRecognition(release.names, in: now.names)
    }

    /// The package in the names of the other, and what of its indicators is no more.
    func renamed(_ release: SeenFigures) -> (release: SeenFigures, gone: [SeenFigures.Seen]) {
        let placed = release.renaming(
            places: release.places.map(units.place), units: release.units.map(units.key), codes: [:])
        let codes = codes(of: placed)
        var names: [String: String] = [:]
        for code in placed.indicators.keys {
            // What is no more must not be taken for another that has its code now.
            names[code] = codes[code] ?? (now.indicators[code] == nil ? code : "\(code)?")
        }
        let gone = placed.indicators.filter { codes[$0.key] == nil }.sorted { $0.key < $1.key }.map(\.value)
        return (placed.renaming(places: placed.places, units: placed.units, codes: names), gone)
    }

    private func codes(of release: SeenFigures) -> [String: String] {
        var codes: [String: String] = [:]
        var taken: Set<String> = []
        func match(_ isSame: (SeenFigures.Seen, SeenFigures.Seen) -> Bool) {
            for (old, seen) in release.indicators.sorted(by: { $0.key < $1.key }) where codes[old] == nil {
                let found = now.indicators.filter { !taken.contains($0.key) && isSame(seen, $0.value) }.keys.sorted()
                guard let code = found.contains(old) ? old : found.first else { continue }
                codes[old] = code
                taken.insert(code)
            }
        }
        match { !$0.counts.isEmpty && $0.counts == $1.counts }
        match { $0.countsSame(as: $1) }
        for (old, seen) in release.indicators where codes[old] == nil {
            guard let code = found[seen.counts], !seen.counts.isEmpty, taken.insert(code).inserted else { continue }
            codes[old] = code
        }
        guard codes.count < release.indicators.count else { return codes }
        let amounts = ComparedAmounts(release.units, now.units)
        match { amounts.areSame($0, $1) }
        // What bears the code and counts some of the same, but not all, is what it was divided into or became a part of.
        for (old, seen) in release.indicators where codes[old] == nil && !taken.contains(old) {
            guard let own = now.indicators[old], !seen.overlaps(own) else { continue }
            codes[old] = old
        }
        return codes
    }
}

/// The amounts of two packages, unit by unit.
private struct ComparedAmounts {
    private let first: [UnitKey]
    private let second: [UnitKey: Int]

    /// So many counts at least are to be compared, and so many of a hundred to be equal.
    private static let least = 3
    private static let equalPercent = 90

    init(_ first: [UnitKey], _ second: [UnitKey]) {
        self.first = first
        self.second = Dictionary(zip(second, second.indices), uniquingKeysWith: { first, _ in first })
    }

    func areSame(_ one: SeenFigures.Seen, _ other: SeenFigures.Seen) -> Bool {
        var (equal, all) = (0, 0)
        for (month, amounts) in one.amounts {
            guard let others = other.amounts[month] else { continue }
            all += max(amounts.count, others.count)
            equal += amounts.count { unit, amount in second[first[unit]].map { others[$0] == amount } ?? false }
        }
        return all >= ComparedAmounts.least && equal * 100 >= all * ComparedAmounts.equalPercent
    }
}

/// The units of one catalogue in another, by their keys as they are printed.
struct UnitRecognition {
    private var keys: [String: String] = [:]
    private var codes: [String: String] = [:]
    private let isSame: Bool

    /// - Parameters:
    ///   - names: What units are called, by key; empty where it is not known.
    ///   - now: The same of the other catalogue.
    init(_ names: [String: String], in now: [String: String]) {
        isSame = names.isEmpty || now.isEmpty || names == now
        guard !isSame else { return }
        var taken: Set<String> = []
        var byName: [String: [String]] = [:]
        for (key, name) in now { byName[name, default: []].append(key) }
        let ordered = names.sorted { $0.key < $1.key }
        func claim(_ find: (String, String) -> [String]) {
            for (key, name) in ordered where keys[key] == nil {
                let found = find(key, name).filter { !taken.contains($0) }.sorted()
                guard let only = found.first, found.count == 1 else { continue }
                keys[key] = only
                taken.insert(only)
            }
        }
        claim { now[$0] == $1 ? [$0] : [] }
        claim { key, name in (byName[name] ?? []).filter { Self.day($0) == Self.day(key) } }
        claim { byName[$1] ?? [] }
        claim { key, _ in now[key] == nil ? [] : [key] }
        claim { key, _ in now.keys.filter { Self.code($0) == Self.code(key) } }
        for (key, _) in ordered {
            // Another unit bears its key now.
            let found = keys[key] ?? (now[key] == nil ? key : "\(Self.code(key))?" + Self.day(key))
            keys[key] = found
            codes[Self.code(key)] = Self.code(found)
        }
    }

    private static func code(_ key: String) -> String { String(key.prefix { $0 != "@" }) }
    private static func day(_ key: String) -> String { String(key.drop { $0 != "@" }) }

    func place(_ place: PlaceIndex.Place) -> PlaceIndex.Place {
        switch place {
        case .province, .placeless: place
        case .district(let code): .district(codes[code] ?? code)
        case .commune(let key): .commune(self.key(key))
        }
    }

    /// A unit that is counted in parts bears the codes of their places behind its own.
    func key(_ key: UnitKey) -> UnitKey {
        guard !isSame else { return key }
        let parts = key.code.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let plain = UnitKey(code: parts[0], from: key.from)
        let now = keys[plain.description].flatMap { UnitKey(decoding: $0) } ?? plain
        guard parts.count == 2 else { return now }
        let places = parts[1].split(separator: "+", omittingEmptySubsequences: false).map { code in
            codes[String(code)] ?? String(code)
        }
        return UnitKey(code: "\(now.code)~\(places.joined(separator: "+"))", from: now.from)
    }
}

extension SeenFigures {
    /// The same with places, units and indicators under other names; a code that has none keeps its own.
    fileprivate func renaming(
        places: [PlaceIndex.Place], units: [UnitKey], codes: [String: String]
    ) -> SeenFigures {
        SeenFigures(
            period: period, audience: audience, edition: edition, places: places, units: units, lineage: lineage,
            indicators: Dictionary(
                indicators.map { (codes[$0.key] ?? $0.key, $0.value) }, uniquingKeysWith: { first, _ in first }),
            names: names)
    }

    /// Whether it says what its indicators count and what its units are called.
    package var isIdentified: Bool { !names.isEmpty }

    /// With what its indicators counted and its units were called by the catalogue of its time, where it does not say so
    /// itself.
    package func identified(by catalogue: Catalogue) -> SeenFigures {
        guard !isIdentified else { return self }
        var known = indicators
        for (code, seen) in indicators {
            guard let indicator = catalogue.indicator(code) else { continue }
            known[code] = Seen(
                amounts: seen.amounts, views: seen.views, counts: catalogue.counts(of: indicator),
                below: indicator.threshold ?? 0)
        }
        return SeenFigures(
            period: period, audience: audience, edition: edition, places: places, units: units, lineage: lineage,
            indicators: known, names: catalogue.unitNames)
    }
}
