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
