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
    private let geography: Geography

    package static let province = 0
    package static let placeless = 1

    package init(_ geography: Geography, on day: Day) {
        self.geography = geography
        self.day = day
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

    /// The places that an area covers or lies in.
    func covered(by area: Int) -> [Int] {
        switch places[area] {
        case .province: Array(places.indices)
        case .placeless: [PlaceIndex.province, area]
        case .district: [PlaceIndex.province, area] + (communes[area] ?? [])
        case .commune: lineage(area)
        }
    }

    func district(ofCommune index: Int) -> Int? { districtOfCommune[index] }

    /// Where data on a unit belong.
    enum Landing: Hashable {
        case at(Int)
        /// In these communes, not known how much in which; they lie in these districts.
        case amongCommunes([Int], districts: [Int])
        /// Given for a district that has been redrawn since: the districts and the communes in which its own lie now.
        case amongDistricts([Int], communes: [Int])
        /// In the province, not known where.
        case provinceOnly
    }

    /// Where data on a unit, of a time before `day`, belong on this geography.
    func landing(of key: UnitKey) -> Landing {
        guard let unit = geography.unit(key) else { return .provinceOnly }
        switch unit.level {
        case .province: return .at(PlaceIndex.placeless)
        case .district: return landing(ofDistrict: unit)
        case .commune: break
        }
        switch geography.destination(of: key, on: day) {
        case .whole(let target): return indices[.commune(target)].map { .at($0) } ?? .provinceOnly
        case .none: return .provinceOnly
        case .uncertain(let targets):
            let reached = targets.compactMap { indices[.commune($0)] }.sorted()
            return .amongCommunes(reached, districts: Set(reached.compactMap { districtOfCommune[$0] }).sorted())
        }
    }

    /// A district carries on its code; data given for it alone fit it no more once it has lost or gained a commune.
    private func landing(ofDistrict unit: Unit) -> Landing {
        guard let own = indices[.district(unit.code)] else { return .provinceOnly }
        var districts: Set<Int> = [own]
        var communes: Set<Int> = []
        var hasGained = false
        let lastDay = unit.validity.to?.adding(days: -1)
        for commune in geography.units(.commune, on: min(lastDay ?? day, day)) {
            let (places, owners): ([Int], [Int]) =
                switch landing(of: commune.key) {
                case .at(let place): ([place], districtOfCommune[place].map { [$0] } ?? [])
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
}
