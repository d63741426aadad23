import Domain

/// What the districts of before are called as reporting areas of a province.
///
/// `Quỳnh Nhai (cũ)`; with its type where the name alone would be the province's or another district's, and with its former
/// province where even that is not enough.
struct AreaNames {
    private let province: NationalUnit
    private let former: [String: String]
    private let byName: [String: Int]
    private let byFullName: [String: Int]

    init(_ districts: [NationalUnit], province: NationalUnit, formerProvinces: [NationalUnit]) {
        self.province = province
        former = Dictionary(formerProvinces.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        byName = Dictionary(districts.map { (Folding.key($0.name), 1) }, uniquingKeysWith: +)
        byFullName = Dictionary(districts.map { (Folding.key($0.fullName), 1) }, uniquingKeysWith: +)
    }

    func name(of district: NationalUnit) -> (name: String, aliases: [String]) {
        let (name, full) = (district.name, district.fullName)
        let isCity = district.type == "thành phố"
        let short = isCity ? ["TP \(name)", "TP. \(name)"] : []
        if byFullName[Folding.key(full)] ?? 0 > 1 {
            let place = former[district.parent] ?? province.name
            return ("\(full), \(place) (cũ)", ["\(full) (\(place))", "\(full) \(place)", "\(name) (\(place))"])
        }
        let isNumber = name.allSatisfy(\.isNumber)
        guard isNumber || byName[Folding.key(name)] ?? 0 > 1 || Folding.key(name) == Folding.key(province.name) else {
            return ("\(name) (cũ)", [name, full] + short + ["\(name) cũ"])
        }
        return ("\(full) (cũ)", [full] + short + [isCity ? "TP \(name) cũ" : "\(full) cũ"])
    }
}
