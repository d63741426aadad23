import Domain

/// `departments.csv`: whoever owes submissions, and whoever owed them.
enum DepartmentsRegister: RegisterKind {
    static let path = "catalogue/departments.csv"
    static let columns = [
        "code", "name", "name_en", "short_name", "kind", "unit", "valid_from", "valid_to", "successor", "aliases",
    ]

    static func value(of row: RegisterRow) -> Department? {
        let name = row.required("name") ?? ""
        let shortName = row.required("short_name") ?? ""
        let kind = row.choice("kind", Department.Kind.self) ?? .agency
        let unit = kind == .district || kind == .commune ? row.required("unit") : row.optional("unit")
        let validity = row.validity()
        guard let code = row.required("code") else { return nil }
        if !code.utf8.allSatisfy(Self.isLetterOrDigit) {
            let _: String? = row.bad("code", .badCode(code))
        }
        return Department(
            code: code, name: name, nameEnglish: row.text("name_en"), shortName: shortName, kind: kind, unit: unit,
            validity: validity, successor: row.optional("successor"), aliases: row.aliases("aliases"))
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}

extension FindingText {
    fileprivate static func badCode(_ code: String) -> Self {
        Self(
            vi: "mã đơn vị “\(code)” có ký tự ngoài chữ cái không dấu và chữ số",
            en: "the department's code “\(code)” has more than unaccented letters and digits",
            expected: ("chữ cái không dấu và chữ số", "letters A to Z and digits"),
            remedy: (
                "Đặt mã chỉ gồm chữ cái không dấu và chữ số, vì mã đứng trong tên tệp.",
                "Choose a code of letters A to Z and digits, for it stands in file names."
            ))
    }
}

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

/// A day off, or a day worked instead of one.
struct Holiday: Hashable {
    enum Kind: String, CaseIterable {
        case holiday
        case makeUp = "make_up"
    }

    let day: Day
    let kind: Kind
}

/// `holidays.csv`: days off and days worked instead.
enum HolidaysRegister: RegisterKind {
    static let path = "catalogue/holidays.csv"
    static let columns = ["date", "kind", "name"]

    static func value(of row: RegisterRow) -> Holiday? {
        let kind = row.choice("kind", Holiday.Kind.self) ?? .holiday
        return row.requiredDay("date").map { Holiday(day: $0, kind: kind) }
    }
}
