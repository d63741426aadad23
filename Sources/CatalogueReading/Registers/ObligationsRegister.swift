import Domain

/// `obligations.csv`: who owes which form, how often and for which area.
enum ObligationsRegister: RegisterKind {
    static let path = "catalogue/obligations.csv"
    static let columns = ["department", "form", "every", "area", "valid_from", "valid_to"]

    static func value(of row: RegisterRow) -> Obligation? {
        let every = row.choice("every", Obligation.Frequency.self) ?? .month
        let area = row.required("area") ?? ""
        let validity = row.validity()
        let form = row.required("form")
        guard let department = row.required("department"), let form else { return nil }
        return Obligation(department: department, form: form, every: every, area: area, validity: validity)
    }
}
