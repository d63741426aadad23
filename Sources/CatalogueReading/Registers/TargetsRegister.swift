import Domain

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
