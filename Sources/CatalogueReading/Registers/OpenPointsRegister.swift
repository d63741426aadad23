import Domain

/// Something about the province's units that the national register does not know for certain.
struct OpenPoint: Hashable {
    enum Matter: String, CaseIterable {
        /// The commune lies over several former districts.
        case district
        /// The unit was divided, and the shares are not known.
        case parts
        /// Which communes lie on the border.
        case border
        /// Into which commune the unit went.
        case destination
        /// Units of one place and time that are called alike.
        case name
    }

    let code: String
    let from: Day?
    let name: String
    let matter: Matter
    /// By what it was settled, in the officer's words; `nil`: it is open.
    let settled: String?
}

/// `open_points.csv`: what the office has still to settle about its units. An office may be without it.
enum OpenPointsRegister: RegisterKind {
    static let path = "catalogue/open_points.csv"
    static let columns = ["unit", "valid_from", "name", "matter", "detail", "settled"]

    static func value(of row: RegisterRow) -> OpenPoint? {
        let matter = row.choice("matter", OpenPoint.Matter.self)
        guard let code = row.required("unit"), let matter else { return nil }
        return OpenPoint(
            code: code, from: row.day("valid_from"), name: row.text("name"), matter: matter,
            settled: row.optional("settled"))
    }

    /// Nothing is open where there is no such file.
    static func readIfThere(_ files: [String: SourceFile], _ findings: FindingCollection) -> Register<OpenPoint> {
        guard files[path] != nil || files[RegisterText.workbook(of: path)] != nil else {
            return Register([], isKnown: true)
        }
        return read(files, findings)
    }
}
