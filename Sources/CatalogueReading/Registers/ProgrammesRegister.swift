import Domain

/// `programmes.csv`: the signed coordination programmes.
enum ProgrammesRegister: RegisterKind {
    static let path = "catalogue/programmes.csv"
    static let columns = [
        "code", "number", "name", "signed", "lead", "partners", "annual_plan", "interim_review", "final_review",
        "valid_from", "valid_to",
    ]

    static func value(of row: RegisterRow) -> Programme? {
        let name = row.required("name") ?? ""
        let lead = row.required("lead") ?? ""
        let days = ["signed", "annual_plan", "interim_review", "final_review"].map { row.day($0) }
        let validity = row.validity()
        guard let code = row.required("code") else { return nil }
        return Programme(
            code: code, number: row.text("number"), name: name, signed: days[0], lead: lead,
            partners: row.codes("partners"), annualPlan: days[1], interimReview: days[2], finalReview: days[3],
            validity: validity)
    }
}
