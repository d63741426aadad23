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
