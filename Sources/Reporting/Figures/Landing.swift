import Domain

/// Where data on a unit belong.
enum Landing: Hashable, Sendable {
    case at(Int)
    /// Divided among these communes by weights that add up to one.
    case split([Share])
    /// In these communes, not known how much in which; they lie in these districts.
    case amongCommunes([Int], districts: [Int])
    /// Given for a district that has been redrawn since: the districts and the communes in which its own lie now.
    case amongDistricts([Int], communes: [Int])
    /// In the province, not known where.
    case provinceOnly

    struct Share: Hashable, Sendable {
        let place: Int
        let weight: Weight
    }

    /// The places in which some of it lies, without those above them.
    var places: [Int] {
        switch self {
        case .at(let place): [place]
        case .split(let shares): shares.map(\.place)
        case .amongCommunes(let communes, _): communes
        case .amongDistricts(let districts, let communes): districts + communes
        case .provinceOnly: []
        }
    }
}

extension PlaceIndex {
    /// What of a unit's data is a place's.
    enum Holding: Hashable {
        case whole(Quantity)
        /// So much of it, by the weights of its division.
        case part(Quantity)
        /// Some of it, it is not known how much.
        case possible
        case none

        /// What is added up at the place; `nil` where nothing is.
        var amount: Quantity? {
            switch self {
            case .whole(let amount), .part(let amount): amount
            case .possible, .none: nil
            }
        }
    }

    /// What a place holds of an amount that belongs at `landing`.
    ///
    /// - Parameter decimals: Those of the indicator, in which amounts are divided.
    func holding(of amount: Quantity, _ landing: Landing, at place: Int, decimals: Int) -> Holding {
        switch landing {
        case .at(let target):
            if lineage(target).contains(place) { return .whole(amount) }
            return communes[target]?.contains(place) == true ? .possible : .none
        case .split(let shares):
            let held = shares.indices.filter { lineage(shares[$0].place).contains(place) }
            if held.isEmpty { return .none }
            if held.count == shares.count { return .whole(amount) }
            let parts = Weight.divide(amount, by: shares.map(\.weight), decimals: decimals)
            return .part(held.reduce(.zero) { $0.adding(parts[$1]) ?? $0 })
        case .amongCommunes(let communes, let districts):
            if place == PlaceIndex.province || districts == [place] { return .whole(amount) }
            return communes.contains(place) || districts.contains(place) ? .possible : .none
        case .amongDistricts(let districts, let communes):
            if place == PlaceIndex.province { return .whole(amount) }
            return districts.contains(place) || communes.contains(place) ? .possible : .none
        case .provinceOnly: return place == PlaceIndex.province ? .whole(amount) : .none
        }
    }
}
