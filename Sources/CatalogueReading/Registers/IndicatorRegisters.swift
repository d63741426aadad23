import Domain

/// `indicators.csv`: the defined figures.
enum IndicatorsRegister: RegisterKind {
    static let path = "catalogue/indicators.csv"
    static let columns = [
        "code", "domain", "name_vi", "name_en", "unit_vi", "unit_en", "kind", "numerator", "denominator", "factor",
        "decimals", "better", "forms", "bound", "suppress_below", "sensitive", "part_of", "short_vi", "short_en",
    ]

    private enum KindWord: String, CaseIterable { case flow, stock, ratio, ytd }

    static func value(of row: RegisterRow) -> Indicator? {
        let domain = row.required("domain") ?? ""
        let name = Bilingual(vi: row.required("name_vi") ?? "", en: row.text("name_en"))
        let unit = Bilingual(vi: row.required("unit_vi") ?? "", en: row.text("unit_en"))
        let kind = self.kind(of: row)
        let decimals = row.required("decimals").flatMap { _ in row.whole("decimals", in: 0...3) } ?? 0
        let better = row.choice("better", Indicator.Direction.self) ?? .none
        let isSensitive = row.flag("sensitive")
        let bound = row.quantity("bound")
        let suppressBelow = row.whole("suppress_below", in: 0...1_000_000)
        guard let code = row.required("code") else { return nil }
        return Indicator(
            code: code, domain: domain, name: name,
            shortName: Bilingual(
                vi: row.optional("short_vi") ?? name.vi, en: row.optional("short_en") ?? name.en),
            unit: unit, kind: kind, decimals: decimals, better: better, forms: row.codes("forms"), bound: bound,
            suppressBelow: suppressBelow, isSensitive: isSensitive, partOf: row.optional("part_of"))
    }

    private static func kind(of row: RegisterRow) -> Indicator.Kind {
        let word = row.choice("kind", KindWord.self)
        let numerator = row.required("numerator") ?? ""
        guard word != .ratio else {
            return .ratio(
                numerator: numerator, denominator: row.required("denominator") ?? "",
                factor: row.whole("factor", in: 1...1_000_000) ?? 1)
        }
        if word != nil { _ = row.required("forms") }
        return switch word {
        case .stock: .stock(row.codes("numerator"))
        case .ytd: .yearToDate(row.codes("numerator"))
        default: .flow(row.codes("numerator"))
        }
    }
}

/// `targets.csv`: what is to be reached in a year.
enum TargetsRegister: RegisterKind {
    static let path = "catalogue/targets.csv"
    static let columns = ["indicator", "unit", "year", "target"]
    static let years = 1900...2999

    static func value(of row: RegisterRow) -> Target? {
        let amount = row.required("target").flatMap { _ in row.quantity("target") } ?? .zero
        let year = row.required("year").flatMap { _ in row.whole("year", in: years) }
        let unit = row.required("unit")
        guard let indicator = row.required("indicator"), let unit, let year else { return nil }
        return Target(indicator: indicator, unit: unit, year: year, amount: amount, row: row.spreadsheetRow)
    }
}

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
