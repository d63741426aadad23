import Domain

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
