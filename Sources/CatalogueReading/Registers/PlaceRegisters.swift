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

/// `unit_changes.csv`: what became of units on the days when they changed.
enum UnitChangesRegister: RegisterKind {
    static let path = "catalogue/unit_changes.csv"
    static let columns = ["date", "from", "to", "kind", "weight", "source"]

    private static let whole = Quantity(thousandths: 1_000)

    static func value(of row: RegisterRow) -> UnitChange? {
        let kind = row.choice("kind", UnitChange.Kind.self)
        let from = kind == .created ? row.optional("from") : row.required("from")
        let to = kind == .ended ? row.optional("to") : row.required("to")
        var weight = row.quantity("weight")
        if let given = weight, given > whole { weight = row.bad("weight", .badWeight(row.text("weight"))) }
        guard let date = row.requiredDay("date") else { return nil }
        return UnitChange(
            date: date, from: from, to: to, kind: kind ?? .divided, weight: weight, source: row.text("source"))
    }
}

extension FindingText {
    fileprivate static func badWeight(_ text: String) -> Self {
        Self(
            vi: "tỷ lệ “\(text)” lớn hơn 1", en: "the share “\(text)” is more than 1",
            expected: ("số từ 0 đến 1, hoặc để trống", "a number from 0 to 1, or nothing"),
            remedy: (
                "Ghi phần của đơn vị cũ nhập vào đơn vị mới (ví dụ 0.25); chưa rõ thì để trống.",
                "Write the part of the old unit that went to the new one (such as 0.25); leave it empty if not known."
            ))
    }
}

/// `populations.csv`: populations, with where they come from.
enum PopulationsRegister: RegisterKind {
    static let path = "catalogue/populations.csv"
    static let columns = ["unit", "year", "population", "source"]

    static func value(of row: RegisterRow) -> Population? {
        let people = row.required("population").flatMap { _ in row.whole("population", in: 0...1_000_000_000) }
        let year = row.required("year").flatMap { _ in row.whole("year", in: TargetsRegister.years) }
        guard let unit = row.required("unit"), let year else { return nil }
        return Population(unit: unit, year: year, people: people ?? 0, source: row.text("source"))
    }
}

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
