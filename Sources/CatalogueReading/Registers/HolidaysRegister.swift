import Domain

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
