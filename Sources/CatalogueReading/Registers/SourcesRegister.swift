import Domain

/// `sources.csv`: whose data on an indicator enter the totals, and whose are compared.
enum SourcesRegister: RegisterKind {
    static let path = "catalogue/sources.csv"
    static let columns = ["indicator", "department", "role", "valid_from", "valid_to", "reason"]

    static func value(of row: RegisterRow) -> Source? {
        let role = row.choice("role", Source.Role.self) ?? .compare
        let validity = row.validity()
        let department = row.required("department")
        guard let indicator = row.required("indicator"), let department else { return nil }
        return Source(
            indicator: indicator, department: department, role: role, validity: validity, reason: row.text("reason"))
    }
}
