import Domain

/// The registers of one province, made from the national one: rows of `units.csv`, `unit_changes.csv` and `open_points.csv`, in
/// the order of their columns.
///
/// Districts of before go on as reporting areas («địa bàn»), each with the communes that carry on its code. What the national
/// register does not know for certain is an open point, and nothing is made up for it.
package struct ProvinceRegisters: Sendable {
    package let province: NationalUnit
    package private(set) var units: [[String]] = []
    package private(set) var changes: [[String]] = []
    package private(set) var openPoints: [[String]] = []
    /// The communes of today, in the order of their codes.
    package let communes: [NationalUnit]

    private let register: NationalRegister
    private let districts: [NationalUnit]
    /// All communes of any time.
    private let allCommunes: [NationalUnit]
    /// The districts of before that some commune carries on.
    private let areas: Set<String>

    package init(of province: NationalUnit, in register: NationalRegister) {
        self.province = province
        self.register = register
        districts = register.districts.filter { register.home(of: $0) == province.code }.sorted { $0.code < $1.code }
        allCommunes = register.communes.filter { register.home(of: $0) == province.code }.sorted {
            ($0.code, $0.validity.from?.number ?? .min) < ($1.code, $1.validity.from?.number ?? .min)
        }
        communes = allCommunes.filter { $0.validity.to == nil }
        areas = Set(communes.map(\.district))
        addUnits()
        addChanges()
        addOpenPoints()
    }

    /// The communes since the districts ended, with those that have come to an end since, or will.
    package var communesSinceDistricts: [NationalUnit] {
        let end = districts.compactMap(\.validity.to).max()
        return allCommunes.filter { commune in
            guard let to = commune.validity.to else { return true }
            return end.map { $0 < to } ?? false
        }
    }

    /// Where the greater part of a commune goes that ends; `nil`: it does not, or to several.
    package func successor(of commune: NationalUnit) -> String? {
        guard let end = commune.validity.to else { return nil }
        let next = Set(register.changes.filter { $0.date == end && $0.from == commune.code }.map(\.to))
        return next.count == 1 ? next.first : nil
    }

    private mutating func addUnits() {
        let isCity = province.type == "thành phố"
        units.append(
            unit(
                province.code, province.name, province.type, .province, parent: "", district: "", Validity.always,
                aliases: isCity ? ["TP \(province.name)", "TP. \(province.name)"] : []))
        for district in districts {
            units.append(
                unit(
                    district.code, district.name, district.type, .district, parent: province.code, district: "",
                    district.validity, aliases: city(district)))
        }
        let names = AreaNames(districts, province: province, formerProvinces: register.formerProvinces)
        for district in districts where areas.contains(district.code) {
            guard let end = district.validity.to else { continue }
            let (name, aliases) = names.name(of: district)
            units.append(
                unit(
                    district.code, name, "địa bàn", .district, parent: province.code, district: "",
                    Validity(from: end, to: nil), aliases: aliases))
        }
        for commune in allCommunes {
            units.append(
                unit(
                    commune.code, commune.name, commune.type, .commune, parent: commune.parent,
                    district: commune.district, commune.validity, aliases: []))
        }
    }

    private func city(_ district: NationalUnit) -> [String] {
        district.type == "thành phố" ? ["TP \(district.name)", "TP. \(district.name)"] : []
    }

    private func unit(
        _ code: String, _ name: String, _ type: String, _ level: Unit.Level, parent: String, district: String,
        _ validity: Validity, aliases: [String]
    ) -> [String] {
        [
            code, name, type, level.rawValue, parent, district, "0", validity.from?.description ?? "",
            validity.to?.description ?? "", aliases.joined(separator: "|"),
        ]
    }

    private mutating func addChanges() {
        let groups = Dictionary(grouping: register.changes) { Source(date: $0.date, code: $0.from) }
        let arriving = Dictionary(grouping: register.changes) { Source(date: $0.date, code: $0.to) }
        for district in districts { addChange(of: district, groups) }
        let own = groups.keys.filter { key in
            register.unit(key.code, on: key.date.adding(days: -1)).map { register.home(of: $0) == province.code }
                ?? false
        }.sorted()
        for key in own {
            guard let old = register.unit(key.code, on: key.date.adding(days: -1)) else { continue }
            addChange(of: old, groups[key] ?? [], arriving)
        }
        addBeginnings(arriving)
    }

    private struct Source: Hashable, Comparable {
        let date: Day
        let code: String

        static func < (left: Source, right: Source) -> Bool {
            (left.date, left.code) < (right.date, right.code)
        }
    }

    /// A district ends as a unit of government and goes on as an area, whole or with some of it elsewhere.
    private mutating func addChange(of district: NationalUnit, _ groups: [Source: [NationalChange]]) {
        guard let end = district.validity.to else { return }
        let own = allCommunes.filter { $0.parent == district.code && $0.validity.to == end }
        let leaving = own.flatMap { groups[Source(date: end, code: $0.code)] ?? [] }
        let reached = Set(
            leaving.compactMap { register.unit($0.to, on: end) }.filter { register.home(of: $0) == province.code }
                .map(\.district)
        ).union(areas.contains(district.code) ? [district.code] : []).sorted()
        let sources = (leaving + (groups[Source(date: end, code: district.code)] ?? [])).map(\.source)
        let text = "cấp huyện thôi là đơn vị hành chính, còn là địa bàn để so sánh"
        let source = (sources.min().map { "\($0): " } ?? "") + text
        if reached == [district.code] {
            add(end, district.code, district.code, .retyped, source)
        } else if reached.isEmpty {
            add(end, district.code, "", .ended, source)
        } else {
            for area in reached { add(end, district.code, area, .divided, source) }
        }
    }

    private mutating func addChange(
        of old: NationalUnit, _ lines: [NationalChange], _ arriving: [Source: [NationalChange]]
    ) {
        guard old.level == .commune else { return }
        let inside = lines.filter { line in
            register.unit(line.to, on: line.date).map { register.home(of: $0) == province.code } ?? true
        }
        for line in inside.sorted(by: { $0.to < $1.to }) {
            let others = arriving[Source(date: line.date, code: line.to)] ?? []
            add(line.date, line.from, line.to, kind(of: line, from: old, isAlone: others.count == 1), line.source)
        }
        if inside.isEmpty, let line = lines.first {
            add(line.date, line.from, "", .ended, line.source)
            openPoint(
                old, .destination, "sổ đăng ký ghi nhập vào đơn vị \(line.to) của tỉnh khác; chưa rõ nhập vào đâu")
        }
    }

    private func kind(of line: NationalChange, from old: NationalUnit, isAlone: Bool) -> UnitChange.Kind {
        guard !line.isPart else { return .divided }
        guard isAlone, line.from == line.to, let new = register.unit(line.to, on: line.date) else { return .merged }
        return new.name != old.name ? .renamed : new.type != old.type ? .retyped : .moved
    }

    /// Communes that were made of no commune of the province: of an island district, say.
    private mutating func addBeginnings(_ arriving: [Source: [NationalChange]]) {
        for commune in allCommunes {
            guard let start = commune.validity.from else { continue }
            let lines = arriving[Source(date: start, code: commune.code)] ?? []
            let hasOwn = lines.contains { line in
                register.unit(line.from, on: start.adding(days: -1)).map {
                    $0.level == .commune && register.home(of: $0) == province.code
                } ?? false
            }
            if !hasOwn { add(start, "", commune.code, .created, lines.first?.source ?? "") }
        }
    }

    private mutating func add(_ date: Day, _ from: String, _ to: String, _ kind: UnitChange.Kind, _ source: String) {
        changes.append([date.description, from, to, kind.rawValue, "", source])
    }

    private mutating func addOpenPoints() {
        openPoint(province, .border, "sổ đăng ký không ghi xã, phường nào có đường biên giới trên đất liền")
        let arriving = Dictionary(grouping: register.changes) { Source(date: $0.date, code: $0.to) }
        for commune in communes where !commune.isDistrictCertain {
            guard let start = commune.validity.from else { continue }
            let day = start.adding(days: -1)
            let sources = (arriving[Source(date: start, code: commune.code)] ?? []).compactMap {
                register.unit($0.from, on: day)
            }
            let byDistrict = Dictionary(grouping: sources, by: \.district).sorted { $0.key < $1.key }.map {
                code, units in
                let district = register.unit(code, on: day)?.fullName ?? code
                return "\(units.map(\.name).joined(separator: ", ")) (\(district))"
            }
            openPoint(commune, .district, "hình thành từ \(byDistrict.joined(separator: "; "))")
        }
        let parted = Dictionary(grouping: register.changes.filter(\.isPart)) { Source(date: $0.date, code: $0.from) }
        for key in parted.keys.sorted() {
            guard let old = register.unit(key.code, on: key.date.adding(days: -1)),
                register.home(of: old) == province.code
            else { continue }
            let targets = (parted[key] ?? []).compactMap { register.unit($0.to, on: key.date)?.fullName }
            openPoint(old, .parts, "chia vào \(targets.joined(separator: ", ")); sổ đăng ký không ghi tỷ lệ")
        }
        for names in twins() {
            openPoint(names[0], .name, "cùng tên trong một huyện: \(names.map(\.code).joined(separator: ", "))")
        }
    }

    /// Communes of one district that the register calls alike at the same time.
    private func twins() -> [[NationalUnit]] {
        struct Name: Hashable {
            let parent, name: String
            let from: Day?
        }
        return Dictionary(grouping: allCommunes) {
            Name(parent: $0.parent, name: $0.fullName, from: $0.validity.from)
        }
        .values.filter { $0.count > 1 }.sorted { $0[0].code < $1[0].code }
    }

    private mutating func openPoint(_ unit: NationalUnit, _ matter: OpenPoint.Matter, _ detail: String) {
        openPoints.append([
            unit.code, unit.validity.from?.description ?? "", unit.fullName, matter.rawValue, detail, "",
        ])
    }
}

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
