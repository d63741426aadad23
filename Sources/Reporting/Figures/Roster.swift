import Domain
import Synchronization

/// The units that a submission for a span of days may name, and where their data belong on the geography of an index.
///
/// A month in which communes change has both their states: whoever names the old ones or the new one has named the
/// territory, and who names one of two old ones has not named the other.
final class Roster: Sendable {
    let index: PlaceIndex
    /// Units valid on any of the days.
    let units: [UnitKey]
    let landings: [Landing]
    /// Of each unit, the position of its district among all; `nil` outside any.
    let districts: [Int?]
    let districtCount: Int
    /// Positions of the communes of the last day.
    let communes: [Int]
    /// Of a commune's position, those of the communes of the first day that came into it and are no more on the last.
    let predecessors: [Int: [Int]]
    /// Communes of the index in which no commune of the days is known to lie.
    let orphans: [Int]

    /// Communes of the last day that were divided since, and those of the index that may hold a part of them.
    let divided: [(commune: Int, places: [Int])]

    private let positions: [UnitKey: Int]
    private let levels: [Unit.Level]
    private let since: Day?
    /// The place of a district among all, by its code.
    private let districtNumbers: [String: Int]
    /// Positions of the communes of the last day, by the place of the district that they lie in on it.
    private let communesOfDistricts: [[Int]]
    /// What the units answer for, once it was asked for: each indicator asks for it anew.
    private let areas = Mutex<[UnitKey: ReportingArea]>([:])

    init(_ index: PlaceIndex, days: ClosedRange<Day>) {
        let geography = index.geography
        let (first, last) = (days.lowerBound, days.upperBound)
        let valid = geography.units.filter { $0.validity.touches(days) }
        let since = geography.turn(before: first)
        self.since = since
        self.index = index
        units = valid.map(\.key)
        levels = valid.map(\.level)
        let landings = valid.map { index.landing(of: $0.key, since: since) }
        self.landings = landings
        let positions = Dictionary(zip(valid.map(\.key), valid.indices), uniquingKeysWith: { first, _ in first })
        self.positions = positions
        var codes: [String: Int] = [:]
        districts = valid.map { unit in
            guard let code = unit.district else { return nil }
            if codes[code] == nil { codes[code] = codes.count }
            return codes[code]
        }
        districtCount = codes.count
        let communes = valid.indices.filter { valid[$0].level == .commune }
        let ofLastDay = communes.filter { valid[$0].validity.contains(last) }
        self.communes = ofLastDay
        var ofDistricts = [[Int]](repeating: [], count: codes.count)
        for commune in ofLastDay {
            if let district = valid[commune].district.flatMap({ codes[$0] }) { ofDistricts[district].append(commune) }
        }
        communesOfDistricts = ofDistricts
        districtNumbers = codes
        var predecessors: [Int: [Int]] = [:]
        for position in communes where !valid[position].validity.contains(last) {
            let targets: [UnitKey] =
                switch geography.destination(of: valid[position].key, since: since, on: last) {
                case .whole(let key): [key]
                case .shared(let parts): parts.map(\.unit)
                case .uncertain(let keys): keys.sorted()
                case .none: []
                }
            for target in targets.compactMap({ positions[$0] }) { predecessors[target, default: []].append(position) }
        }
        self.predecessors = predecessors
        divided = communes.filter { valid[$0].validity.contains(last) }.compactMap { commune in
            if case .amongCommunes(let places, _) = landings[commune] { (commune, places) } else { nil }
        }
        let known = Set(communes.flatMap { landings[$0].places })
        orphans = index.communes.values.joined().filter { !known.contains($0) }.sorted()
    }

    func position(of unit: UnitKey) -> Int? { positions[unit] }

    func landing(of unit: UnitKey) -> Landing {
        positions[unit].map { landings[$0] } ?? index.landing(of: unit, since: since)
    }

    func isDistrict(_ position: Int) -> Bool { levels[position] == .district }

    /// The communes of the last day that lie in a district, by its code on that day.
    func communes(ofDistrict code: String) -> [Int] { districtNumbers[code].map(communes(inDistrict:)) ?? [] }

    /// The communes of the last day that lie in a district, by its place among the roster's districts.
    func communes(inDistrict district: Int) -> [Int] { communesOfDistricts[district] }

    /// What a unit, as it is on the last day, answers for.
    func area(of unit: Unit) -> ReportingArea {
        areas.withLock { areas in
            let area = areas[unit.key] ?? ReportingArea(unit, self)
            areas[unit.key] = area
            return area
        }
    }
}

/// The rosters of all spans that a cube is built from: few, since most spans see no change.
struct Rosters: Sendable {
    private struct Key: Hashable {
        let first: Day?
        let last: Day?
    }

    private let index: PlaceIndex
    private var known: [Key: Roster] = [:]

    init(_ index: PlaceIndex, days: some Sequence<ClosedRange<Day>>) {
        self.index = index
        for days in days {
            let key = Rosters.key(index, days)
            if known[key] == nil { known[key] = Roster(index, days: days) }
        }
    }

    private static func key(_ index: PlaceIndex, _ days: ClosedRange<Day>) -> Key {
        Key(
            first: index.geography.turn(before: days.lowerBound), last: index.geography.turn(before: days.upperBound))
    }

    func roster(_ days: ClosedRange<Day>) -> Roster {
        known[Rosters.key(index, days)] ?? Roster(index, days: days)
    }
}

/// What a department answers for in a span of days, on the geography of an index.
struct ReportingArea: Sendable {
    /// The place that bears its name; the province where none does.
    let place: Int
    /// The places in which its territory lies, with all above them; ascending.
    let covered: [Int]
    /// Positions in the roster of its communes; `nil`: all of them.
    let communes: Set<Int>?
    /// The same in their order; none where it is all of them.
    let orderedCommunes: [Int]

    /// Whether what lies there may be of its territory.
    func mayHold(_ landing: Landing) -> Bool {
        communes == nil || landing.places.isEmpty || landing.places.contains(where: covered.contains)
    }

    static func province(_ index: PlaceIndex) -> ReportingArea {
        ReportingArea(place: PlaceIndex.province, covered: Array(index.places.indices), communes: nil)
    }

    /// - Parameter unit: As it is on the last of the days.
    init(_ unit: Unit, _ roster: Roster) {
        let index = roster.index
        var covered: Set<Int> = [PlaceIndex.province]
        switch unit.level {
        case .province:
            self = .province(index)
            return
        case .district:
            let own = roster.communes(ofDistrict: unit.code)
            communes = Set(own)
            orderedCommunes = own
            place = index.index(of: .district(unit.code)) ?? PlaceIndex.province
            covered.insert(place)
            for landing in own.map({ roster.landings[$0] }) { covered.formUnion(landing.places.flatMap(index.lineage)) }
        case .commune:
            orderedCommunes = [roster.position(of: unit.key)].compactMap(\.self)
            communes = Set(orderedCommunes)
            let places = roster.landing(of: unit.key).places
            place = places.count == 1 ? places[0] : PlaceIndex.province
            covered.formUnion(places.flatMap(index.lineage))
        }
        self.covered = covered.sorted()
    }

    private init(place: Int, covered: [Int], communes: Set<Int>?) {
        self.place = place
        self.covered = covered
        self.communes = communes
        orderedCommunes = communes?.sorted() ?? []
    }
}
