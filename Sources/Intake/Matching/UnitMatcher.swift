import Domain

/// Finds the administrative unit that a row names, by code, by name, or by both.
///
/// Names are compared ever more forgivingly (as written; tone marks, letter case and composition; the type in front;
/// diacritics), and each step counts only where it leaves a single unit among those valid on the days given. Nothing is
/// ever chosen between two.
struct UnitMatcher: Sendable {
    enum Match: Equatable {
        /// `isRespelled`: the name agrees only without its diacritics.
        case unit(Unit, isRespelled: Bool)
        /// Neither code nor name was written.
        case missing
        case unknownCode([Unit])
        case unknownName(Unknown)
        /// The name fits each of these.
        case ambiguous([Unit])
        /// The code belonged to these in turn, and without a name none can be told.
        case reusedCode([Unit])
        /// The code says the first, the name says the others (or nothing, then with the nearest names).
        case disagree(Unit, byName: [Unit])
        /// There is such a unit, but not on these days.
        case notValid([Unit])
        /// A unit of a level that the form does not take.
        case wrongLevel(Unit)
    }

    /// A name that no unit bears, and where it was looked for: which come nearest is worked out for those that are shown.
    struct Unknown: Equatable {
        let name: String
        let days: ClosedRange<Day>
        let levels: Set<Unit.Level>
        /// The unit that the row's code says.
        let coded: Unit?
    }

    /// Bytes; what is longer is no name.
    private static let longestName = 400

    private let geography: Geography
    /// Places in the register by code.
    private let byCode: [String: [Int]]
    /// The same by name, worked out for the first name that is looked for: most files name their units by code.
    private let byWritten: OnDemand<[ExactText: [Int]]>
    /// Worked out for the first name that no unit bears as it is written.
    private let names: OnDemand<UnitNames>

    init(_ geography: Geography) {
        self.geography = geography
        var byCode: [String: [Int]] = [:]
        byCode.reserveCapacity(geography.units.count)
        for (index, unit) in geography.units.enumerated() { byCode[unit.code, default: []].append(index) }
        self.byCode = byCode
        byWritten = OnDemand { UnitNames.asWritten(geography.units) }
        names = OnDemand { UnitNames(geography.units) }
    }

    /// Marks without width in a name are nothing, or stand between two words: as the register has it.
    ///
    /// Nor does the mark of a note behind a name, where there is no such name with it.
    func match(
        code: String, name: String, during days: ClosedRange<Day>, levels: Set<Unit.Level>
    ) -> Match {
        let match = match(code: code, hiding: name, during: days, levels: levels)
        guard case .unknownName = match else { return match }
        if let bare = PlaceName.withoutNote(name), !bare.isEmpty,
            case .unit(let unit, _) = self.match(code: code, hiding: bare, during: days, levels: levels)
        {
            return .unit(unit, isRespelled: true)
        }
        return matchWithMore(code: code, name: name, during: days, levels: levels) ?? match
    }

    /// A name with the office in front, or with what proves it beside it: its code, or the area in which it lies.
    private func matchWithMore(
        code: String, name: String, during days: ClosedRange<Day>, levels: Set<Unit.Level>
    ) -> Match? {
        func unit(_ code: String, _ name: String) -> (unit: Unit, match: Match)? {
            let match = match(code: code, hiding: name, during: days, levels: levels)
            if case .unit(let unit, _) = match { return (unit, match) }
            return nil
        }
        let bare = [PlaceName.withoutOffice(name), code.isEmpty ? nil : PlaceName.listed(name)].compactMap(\.self)
        if let found = bare.lazy.compactMap({ unit(code, $0) }).first { return found.match }
        if let parted = PlaceName.partedFromCode(name), !parted.name.isEmpty, let found = unit(parted.code, parted.name)
        {
            return code.isEmpty || unit(code, parted.name)?.unit == found.unit ? found.match : nil
        }
        if let parted = PlaceName.partedByArea(name), let found = unit(code, parted.name) {
            let areas = units(named: parted.area, during: days)
            return areas.contains { geography.lies(found.unit, in: $0) } ? found.match : nil
        }
        return nil
    }

    private func match(
        code: String, hiding name: String, during days: ClosedRange<Day>, levels: Set<Unit.Level>
    ) -> Match {
        guard let parted = HiddenMark.parted(name) else {
            return match(code: code, visible: name, during: days, levels: levels)
        }
        let joined = HiddenMark.removed(from: name).trimmedCell
        let match = self.match(code: code, visible: joined, during: days, levels: levels)
        if case .unit = match { return match }
        let other = self.match(code: code, visible: parted.trimmedCell, during: days, levels: levels)
        if case .unit = other { return other }
        return match
    }

    private func match(
        code written: String, visible name: String, during days: ClosedRange<Day>, levels: Set<Unit.Level>
    ) -> Match {
        let code = WrittenCode.plain(written)
        if code.isEmpty, name.isEmpty { return .missing }
        guard name.utf8.count <= Self.longestName else {
            return .unknownName(Unknown(name: "", days: days, levels: levels, coded: nil))
        }
        guard code.isEmpty else { return match(coded: code, name: name, during: days, levels: levels) }
        let match = match(name: name, during: days, levels: levels)
        guard case .unknownName = match, let (number, rest) = PlaceName.numbered(name) else { return match }
        // `03646 - Tô Hiệu` where both agree; `1. Tô Hiệu` is a number in its list.
        let parted =
            number.utf8.count > PlaceName.listDigitsMost
            ? self.match(coded: number, name: rest, during: days, levels: levels)
            : self.match(name: rest, during: days, levels: levels)
        if case .unit = parted { return parted }
        return match
    }

    /// The units that bear the name on any of the days, whatever their level.
    func units(named name: String, during days: ClosedRange<Day>) -> [Unit] {
        candidates(named: name, valid: { $0.validity.touches(days) }).units
    }

    private func match(
        coded code: String, name: String, during days: ClosedRange<Day>, levels: Set<Unit.Level>
    ) -> Match {
        let all = units(code: code)
        guard !all.isEmpty else {
            let named = name.isEmpty ? [] : units(named: name, during: days)
            // `3.67` may have been 3.670 or a number that was rounded: the name alone proves which.
            let restored = WrittenCode.restored(code).map { "0" + $0 }
            if let unit = single(named.filter { $0.code == restored }, days), levels.contains(unit.level) {
                return .unit(unit, isRespelled: false)
            }
            return .unknownCode(named)
        }
        let valid = all.filter { $0.validity.touches(days) }
        guard !valid.isEmpty else { return .notValid(all) }
        if name.isEmpty {
            guard let unit = single(valid, days) else { return .reusedCode(valid) }
            return levels.contains(unit.level) ? .unit(unit, isRespelled: false) : .wrongLevel(unit)
        }
        let bytes = name.utf8
        let verbatim = valid.filter { $0.name.utf8.elementsEqual(bytes) || $0.fullName.utf8.elementsEqual(bytes) }
        if let unit = single(verbatim, days), levels.contains(unit.level) { return .unit(unit, isRespelled: false) }
        let place = PlaceName(name)
        for isPlain in [false, true] {
            let agreeing = valid.filter { agrees(place, with: $0, isPlain: isPlain) }
            if agreeing.isEmpty { continue }
            let meant = ofType(place.type, among: agreeing)
            guard let unit = single(meant, days) else { return .reusedCode(meant) }
            guard levels.contains(unit.level) else { return .wrongLevel(unit) }
            let former = formerNamesake(of: unit, as: place, isPlain: isPlain)
            return former.map { .notValid([$0]) } ?? .unit(unit, isRespelled: isPlain)
        }
        let first = single(valid, days) ?? valid[0]
        let named = units(named: name, during: days)
        if !named.isEmpty { return .disagree(first, byName: named) }
        let past = candidates(named: name, valid: { levels.contains($0.level) }).units
        if !past.isEmpty { return .notValid(past) }
        return .unknownName(Unknown(name: name, days: days, levels: levels, coded: first))
    }

    private func match(name: String, during days: ClosedRange<Day>, levels: Set<Unit.Level>) -> Match {
        let unknown = Unknown(name: name, days: days, levels: levels, coded: nil)
        // A file may name nothing but what nobody has heard of.
        if candidates(named: name, valid: { _ in true }).units.isEmpty { return .unknownName(unknown) }
        let touches: (Unit) -> Bool = { $0.validity.touches(days) }
        let found = candidates(named: name, valid: { touches($0) && levels.contains($0.level) })
        // Without its diacritics it is this one; with them it was another's.
        let namesakes = found.isPlain ? exactly(named: name, levels) : []
        if !namesakes.isEmpty, !namesakes.contains(where: { past in found.units.contains { $0.code == past.code } }) {
            return .ambiguous(found.units + namesakes)
        }
        if let unit = single(found.units, days) {
            let former = formerNamesake(of: unit, as: PlaceName(name), isPlain: found.isPlain)
            return former.map { .notValid([$0]) } ?? .unit(unit, isRespelled: found.isPlain)
        }
        if !found.units.isEmpty { return .ambiguous(found.units) }
        if let other = single(candidates(named: name, valid: touches).units, days) {
            return .wrongLevel(other)
        }
        let past = candidates(named: name, valid: { levels.contains($0.level) }).units
        return past.isEmpty ? .unknownName(unknown) : .notValid(past)
    }

    /// The units that bore the name at any time, written with all its diacritics.
    private func exactly(named name: String, _ levels: Set<Unit.Level>) -> [Unit] {
        let found = candidates(named: name, valid: { levels.contains($0.level) })
        guard !found.isPlain, Folding.plain(name) != Folding.exact(name) else { return [] }
        var codes: Set<String> = []
        return found.units.filter { codes.insert($0.code).inserted }
    }

    /// The units that the first step with any result leaves.
    private func candidates(
        named name: String, valid: (Unit) -> Bool
    ) -> (units: [Unit], isPlain: Bool) {
        func units(_ places: [Int]?) -> [Unit] { (places ?? []).map { geography.units[$0] }.filter(valid) }
        let verbatim = units(byWritten.value[ExactText(name)])
        if !verbatim.isEmpty { return (verbatim, false) }
        let place = PlaceName(name)
        let names = names.value
        for (index, isPlain) in [(names.byExact, false), (names.byPlain, true)] {
            let whole = units(index[ExactText(isPlain ? Folding.plain(place.whole) : place.whole)])
            if !whole.isEmpty { return (whole, isPlain) }
            guard let type = place.type else { continue }
            let bare = units(index[ExactText(isPlain ? Folding.plain(place.rest) : place.rest)])
            let sameType = bare.filter { $0.type == type }
            if !sameType.isEmpty { return (sameType, isPlain) }
            let sameLevel = bare.filter { $0.level == PlaceName.level(ofType: type) }
            if !sameLevel.isEmpty { return (sameLevel, isPlain) }
        }
        return ([], false)
    }

    /// The units whose names are spelled most alike; the one that the code says, where it is among them or there are none.
    func nearest(to unknown: Unknown) -> [Unit] {
        let valid = geography.units.indices.filter {
            geography.units[$0].validity.touches(unknown.days) && unknown.levels.contains(geography.units[$0].level)
        }
        let place = PlaceName(unknown.name)
        let plain = names.value.plain
        let near = EditDistance.nearest(to: Folding.plain(place.rest), among: valid) { plain[$0] }
            .map { geography.units[$0] }
        guard let coded = unknown.coded else { return near }
        return near.isEmpty || near.contains(coded) ? [coded] : near
    }

    private func agrees(_ place: PlaceName, with unit: Unit, isPlain: Bool) -> Bool {
        for written in [place.whole, place.rest] {
            guard isCalled(isPlain ? Folding.plain(written) : written, unit, isPlain: isPlain) else { continue }
            return place.type.map { PlaceName.level(ofType: $0) == unit.level } ?? true
        }
        return false
    }

    private func isCalled(_ wanted: String, _ unit: Unit, isPlain: Bool) -> Bool {
        // Of a file that gives ever new names the register's are folded once; of others only those of the units that they code.
        if let names = names.ready {
            let places = (isPlain ? names.byPlain : names.byExact)[ExactText(wanted)] ?? []
            return places.contains { geography.units[$0] == unit }
        }
        return unit.isCalled(wanted, isPlain: isPlain)
    }

    /// The units of the type that is written, where that tells some from the others.
    private func ofType(_ type: String?, among units: [Unit]) -> [Unit] {
        let meant = units.filter { $0.type == type }
        return meant.isEmpty ? units : meant
    }

    /// The unit that ended with the mergers of which `unit` came, bore its name, and alone had the type that is written.
    ///
    /// The territories differ, so a list that still says so speaks of a part. One that only changed its type goes on.
    private func formerNamesake(of unit: Unit, as place: PlaceName, isPlain: Bool) -> Unit? {
        guard let type = place.type, type != unit.type, let start = unit.validity.from else { return nil }
        let origins = Set(
            geography.changes.filter { change in
                change.date == start && change.to == unit.code && ![.retyped, .renamed].contains(change.kind)
            }.compactMap(\.from))
        let former = geography.units.filter {
            $0.type == type && $0.validity.to == start && origins.contains($0.code)
                && agrees(place, with: $0, isPlain: isPlain)
        }
        return former.count == 1 ? former[0] : nil
    }

    private func units(code: String) -> [Unit] {
        // A spreadsheet drops the zero in front of a code that it takes for a number.
        (byCode[code] ?? byCode["0" + code] ?? []).map { geography.units[$0] }
    }

    /// One unit, or one in several states of the same code and name: then the state of the last day.
    private func single(_ units: [Unit], _ days: ClosedRange<Day>) -> Unit? {
        guard let first = units.first else { return nil }
        if units.count == 1 { return first }
        guard units.allSatisfy({ $0.code == first.code && Self.isSameName($0, first) }) else { return nil }
        return units.first { $0.validity.contains(days.upperBound) } ?? units.last
    }

    /// `Núi Xanh` and `Núi Xanh (cũ)` are one area whose name the law changed.
    private static func isSameName(_ left: Unit, _ right: Unit) -> Bool {
        left.name == right.name || left.aliases.contains(right.name) || right.aliases.contains(left.name)
    }
}
