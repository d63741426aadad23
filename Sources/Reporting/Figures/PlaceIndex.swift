import Domain

/// The places that figures are given for, on one geography.
///
/// The order is that of the tables: the province, what has no place, the districts, then the communes.
package struct PlaceIndex: Sendable {
    package enum Place: Hashable, Sendable {
        case province
        /// Reported for the province as a whole, under no district.
        case placeless
        case district(String)
        case commune(UnitKey)

        var isCommune: Bool { if case .commune = self { true } else { false } }
    }

    package let places: [Place]
    /// The day on which the geography is taken.
    package let day: Day
    /// Indices of the communes of each district, by the district's index.
    package let communes: [Int: [Int]]
    package let districts: [Int]

    private let indices: [Place: Int]
    private let districtOfCommune: [Int: Int]
    /// Of each place, itself and all above it.
    private let lineages: [[Int]]
    let geography: Geography

    package static let province = 0
    package static let placeless = 1

    package init(_ geography: Geography, on day: Day) {
        self.geography = geography
        self.day = day
        let whole = geography.units.first { $0.level == .province }
        level = whole?.type == Unit.country ? .nation : .province
        let districtUnits = geography.units(.district, on: day)
        let communeUnits = geography.units(.commune, on: day)
        var places: [Place] = [.province, .placeless]
        places += districtUnits.map { .district($0.code) }
        districts = Array(2..<(2 + districtUnits.count))
        places += communeUnits.map { .commune($0.key) }
        self.places = places
        indices = Dictionary(zip(places, places.indices), uniquingKeysWith: { first, _ in first })
        var owner: [Int: Int] = [:]
        var members: [Int: [Int]] = [:]
        for (offset, unit) in communeUnits.enumerated() {
            let index = 2 + districtUnits.count + offset
            guard let district = unit.district, let parent = indices[.district(district)] else { continue }
            owner[index] = parent
            members[parent, default: []].append(index)
        }
        districtOfCommune = owner
        lineages = places.indices.map { place in
            place == PlaceIndex.province ? [place] : [place] + [owner[place]].compactMap(\.self) + [PlaceIndex.province]
        }
        communes = members
    }

    /// Whether it is a province or the nation.
    package let level: OfficeLevel

    package func index(of place: Place) -> Int? { indices[place] }

    package func unit(_ index: Int) -> Unit? {
        switch places[index] {
        case .province, .placeless: nil
        case .district(let code): geography.unit(code: code, on: day)
        case .commune(let key): geography.unit(key)
        }
    }

    /// The place itself and all above it.
    func lineage(_ index: Int) -> [Int] { lineages[index] }

    func district(ofCommune index: Int) -> Int? { districtOfCommune[index] }

    /// Where data on a unit, of a time that begins on the day `since`, belong on this geography.
    func landing(of key: UnitKey, since: Day?) -> Landing {
        guard let unit = geography.unit(key) else { return .provinceOnly }
        switch unit.level {
        case .province: return .at(PlaceIndex.placeless)
        case .district: return landing(ofDistrict: unit, since: since)
        case .commune: break
        }
        switch geography.destination(of: key, since: since, on: day) {
        case .whole(let target): return indices[.commune(target)].map { .at($0) } ?? .provinceOnly
        case .none: return .provinceOnly
        case .shared(let parts):
            let shares = parts.compactMap { part in
                indices[.commune(part.unit)].map { Landing.Share(place: $0, weight: part.weight) }
            }
            return shares.count == parts.count ? .split(shares) : among(parts.map(\.unit))
        case .uncertain(let targets): return among(targets)
        }
    }

    private func among(_ targets: some Sequence<UnitKey>) -> Landing {
        let reached = targets.compactMap { indices[.commune($0)] }.sorted()
        return .amongCommunes(reached, districts: Set(reached.compactMap { districtOfCommune[$0] }).sorted())
    }

    /// A district carries on its code; data given for it alone fit it no more once it has lost or gained a commune.
    private func landing(ofDistrict unit: Unit, since: Day?) -> Landing {
        guard let own = indices[.district(unit.code)] else { return .provinceOnly }
        var districts: Set<Int> = [own]
        var communes: Set<Int> = []
        var hasGained = false
        for commune in geography.units(.commune, on: dayOfDistrict(unit, since: since)) {
            let (places, owners) =
                switch landing(of: commune.key, since: since) {
                case .at(let place): ([place], districtOfCommune[place].map { [$0] } ?? [])
                case .split(let shares): (shares.map(\.place), shares.compactMap { districtOfCommune[$0.place] })
                case .amongCommunes(let places, let owners): (places, owners)
                case .amongDistricts, .provinceOnly: ([], [])
                }
            if commune.district == unit.code {
                districts.formUnion(owners)
                communes.formUnion(places)
            } else if owners.contains(own) {
                hasGained = true
            }
        }
        return districts.count == 1 && !hasGained
            ? .at(own) : .amongDistricts(districts.sorted(), communes: communes.sorted())
    }

    /// The day whose communes are the district's: the first that the data cover, as far as the district is there on it.
    private func dayOfDistrict(_ unit: Unit, since: Day?) -> Day {
        let last = min(unit.validity.to.map { $0.adding(days: -1) } ?? day, day)
        guard let since else { return last }
        let first = unit.validity.from.map { max(since, $0) } ?? since
        return min(first, last)
    }
}
