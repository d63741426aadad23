import Domain

/// What the contribution in hand has said so far.
struct SaidOfPlaces {
    /// By position in the roster.
    var isNamed: [Bool] = []
    /// By district: what was given for it alone.
    var ofDistricts: [OfDistrict] = []
    /// By place: a number stands there; nothing occurred in a unit that lies there; one that lies there is missing.
    var isPlaced: [Bool] = []
    var isZero: [Bool] = []
    var isMissing: [Bool] = []

    enum OfDistrict { case nothing, zero, other }

    init() {}

    init(_ roster: Roster) {
        isNamed = Array(repeating: false, count: roster.units.count)
        ofDistricts = Array(repeating: .nothing, count: roster.districtCount)
        isPlaced = Array(repeating: false, count: roster.index.places.count)
        isZero = isPlaced
        isMissing = isPlaced
    }

    mutating func name(_ position: Int, _ roster: Roster, isZero: Bool) {
        isNamed[position] = true
        guard roster.isDistrict(position), let district = roster.districts[position] else { return }
        ofDistricts[district] = isZero && ofDistricts[district] != .other ? .zero : .other
    }
}
