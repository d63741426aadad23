import Domain

/// A unit of the national register: a province, a district of before, a commune of before or of now.
package struct NationalUnit: Hashable, Sendable {
    package let level: Unit.Level
    package let code: String
    /// `tỉnh`, `thành phố`, `huyện`, `xã`, `đặc khu` …
    package let type: String
    /// Without its type.
    package let name: String
    /// A commune of before lies in a district, one of now in a province; a district in a province of before.
    package let parent: String
    /// The district of before whose code a commune carries on.
    package let district: String
    /// Whether all of its territory lay in that district.
    package let isDistrictCertain: Bool
    package let validity: Validity

    /// With its type in front: `Tỉnh Điện Biên`.
    package var fullName: String { type.isEmpty ? name : type.prefix(1).uppercased() + type.dropFirst() + " " + name }
}

/// `vietnam-units.csv` of the national register.
enum NationalUnits: RegisterKind {
    static let path = "register/vietnam-units.csv"
    static let columns = [
        "level", "code", "type", "name", "parent", "district", "district_certain", "valid_from", "valid_to",
    ]

    static func value(of row: RegisterRow) -> NationalUnit? {
        let name = row.required("name") ?? ""
        let level = row.choice("level", Unit.Level.self) ?? .commune
        let type = row.required("type") ?? ""
        let parent = level == .province ? "" : row.required("parent") ?? ""
        let district = level == .commune ? row.required("district") ?? "" : ""
        let isCertain = level == .commune ? row.flag("district_certain") : true
        let validity = row.validity()
        guard let code = row.required("code") else { return nil }
        return NationalUnit(
            level: level, code: code, type: type.lowercased(), name: name, parent: parent, district: district,
            isDistrictCertain: isCertain, validity: validity)
    }
}

/// What became of a unit, as the national register has it.
struct NationalChange: Hashable, Sendable {
    let date: Day
    let from: String
    let to: String
    /// The unit went to several, and this is one of them.
    let isPart: Bool
    /// The resolution.
    let source: String
}

/// `vietnam-unit-changes.csv` of the national register.
enum NationalChanges: RegisterKind {
    static let path = "register/vietnam-unit-changes.csv"
    static let columns = ["date", "from", "to", "part", "source"]

    private enum Share: String, CaseIterable { case whole, part }

    static func value(of row: RegisterRow) -> NationalChange? {
        let share = row.choice("part", Share.self) ?? .whole
        let date = row.requiredDay("date")
        let from = row.required("from")
        guard let to = row.required("to"), let from, let date else { return nil }
        let source = row.text("source")
        return NationalChange(
            date: date, from: from, to: to, isPart: share == .part,
            source: source.first?.isNumber == true ? "Nghị quyết \(source)" : source)
    }
}
