import Domain

/// `units.csv`: the administrative units through time.
enum UnitsRegister: RegisterKind {
    static let path = "catalogue/units.csv"
    static let columns = [
        "code", "name", "type", "level", "parent", "district", "border", "valid_from", "valid_to", "aliases",
    ]

    static func value(of row: RegisterRow) -> Unit? {
        let name = row.required("name") ?? ""
        let type = row.required("type") ?? ""
        let level = row.choice("level", Unit.Level.self) ?? .commune
        let validity = row.validity()
        let parent = level == .province ? row.optional("parent") : row.required("parent")
        let district = level == .commune ? row.required("district") : row.optional("district")
        let border = row.flag("border")
        guard let code = row.required("code") else { return nil }
        return Unit(
            key: UnitKey(code: code, from: validity.from), name: name, type: type, level: level, parent: parent,
            district: level == .district ? code : district, border: border, validity: validity,
            aliases: row.aliases("aliases"))
    }
}
