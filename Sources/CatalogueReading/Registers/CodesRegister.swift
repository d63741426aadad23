import Domain

/// `codes.csv`: the lists of categories that registers and domains draw on.
enum CodesRegister: RegisterKind {
    static let path = "catalogue/codes.csv"
    static let columns = ["list", "code", "name_vi", "name_en", "valid_from", "valid_to", "aliases"]

    /// The list whose codes are the domains of forms and indicators.
    static let domains = "linh_vuc"

    static func value(of row: RegisterRow) -> CodeEntry? {
        let name = Bilingual(vi: row.required("name_vi") ?? "", en: row.text("name_en"))
        let validity = row.validity()
        let list = row.required("list")
        guard let code = row.required("code"), let list else { return nil }
        return CodeEntry(list: list, code: code, name: name, validity: validity, aliases: row.aliases("aliases"))
    }
}
