import Domain

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
