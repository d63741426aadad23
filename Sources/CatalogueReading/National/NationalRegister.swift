import Domain

/// The country's administrative units through time, from which the registers of a province are made.
///
/// It holds facts of the whole country, as of a day; where it is uncertain the registers made from it say so
/// (`open_points.csv`).
package struct NationalRegister: Sendable {
    /// The provinces of now, in the order of the register.
    package let provinces: [NationalUnit]
    /// Those of before that are none any more, or are something else under the same code.
    package let formerProvinces: [NationalUnit]
    /// The newest day on which a unit begins or ends: what changed later is not in it.
    package let asOf: Day?

    let districts: [NationalUnit]
    let communes: [NationalUnit]
    let changes: [NationalChange]
    /// Of each province of before, today's code of where most of its communes went.
    let heirs: [String: String]
    private let byCode: [String: [NationalUnit]]

    /// The files that it is read from, below its folder.
    package static let files = [NationalUnits.path, NationalChanges.path].map {
        String($0.dropFirst("register/".count))
    }

    /// - Parameter files: with paths such as `register/vietnam-units.csv`.
    /// - Returns: `nil` with any error, which the findings say.
    package static func read(_ files: [SourceFile]) -> (register: NationalRegister?, findings: [Finding]) {
        let byPath = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let collection = FindingCollection()
        let units = NationalUnits.read(byPath, collection)
        let changes = NationalChanges.read(byPath, collection)
        let hasProvince = units.entries.contains { $0.value.level == .province }
        if units.isKnown, !hasProvince {
            collection.add(EmptyRegister.self, at: Position(file: NationalUnits.path), .withoutProvinces)
        }
        let findings = collection.all.sorted { $0.position < $1.position }
        guard units.isKnown, changes.isKnown, hasProvince, !findings.contains(where: { $0.level == .error }) else {
            return (nil, findings)
        }
        return (NationalRegister(units: units.values, changes: changes.values), findings)
    }

    init(units: [NationalUnit], changes: [NationalChange]) {
        self.changes = changes
        provinces = units.filter { $0.level == .province && $0.validity.to == nil }
        districts = units.filter { $0.level == .district }
        communes = units.filter { $0.level == .commune }
        let byCode = Dictionary(grouping: units, by: \.code)
        self.byCode = byCode
        asOf = units.flatMap { [$0.validity.from, $0.validity.to].compactMap(\.self) }.max()
        let current = Set(provinces.map(\.code))
        var flows: [String: [String: Int]] = [:]
        for change in changes {
            let before = change.date.adding(days: -1)
            guard let old = byCode[change.from]?.first(where: { $0.validity.contains(before) }), old.level == .commune,
                let district = byCode[old.parent]?.first(where: { $0.level == .district }),
                let new = byCode[change.to]?.first(where: { $0.validity.contains(change.date) }),
                current.contains(new.parent)
            else { continue }
            flows[district.parent, default: [:]][new.parent, default: 0] += 1
        }
        heirs = flows.mapValues { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "" }
        let names = Dictionary(provinces.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        formerProvinces = units.filter {
            $0.level == .province && $0.validity.to != nil && names[$0.code] != $0.name
        }
    }

    /// The unit that bears a code on a day.
    func unit(_ code: String, on day: Day) -> NationalUnit? { byCode[code]?.first { $0.validity.contains(day) } }

    /// Today's province of a unit of any time.
    func home(of unit: NationalUnit) -> String {
        switch unit.level {
        case .province: heirs[unit.code] ?? unit.code
        case .district: heirs[unit.parent] ?? unit.parent
        case .commune:
            byCode[unit.parent]?.first { $0.level == .district }.map { heirs[$0.parent] ?? $0.parent } ?? unit.parent
        }
    }

    /// Today's province in which a province of before lies now.
    package func successor(of former: NationalUnit) -> NationalUnit? {
        let code = heirs[former.code] ?? former.code
        return provinces.first { $0.code == code }
    }
}

extension FindingText {
    fileprivate static let withoutProvinces = Self(
        vi: "sổ đăng ký không có tỉnh, thành phố nào", en: "the register has no province",
        remedy: (
            "Lấy lại tệp của sổ đăng ký đi cùng chương trình (share/tonghop/register), hoặc chỉ thư mục khác bằng --register.",
            "Take the file that came with the program again (share/tonghop/register), or name another folder with --register."
        ))
}
