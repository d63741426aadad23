import Domain

/// The row `Đơn vị tính | buổi | lượt | tờ` that offices put under the header.
enum UnitsRow {
    /// Whether the first words say so, and no cell names other units than its column asks for: those would be other figures.
    static func isOne(_ fields: [String], under table: TableInHand) -> Bool {
        let cells = fields.enumerated().map { (field: $0, text: $1.trimmedCell) }.filter { !$0.text.isEmpty }
        guard let first = cells.first, names.contains(Folding.key(first.text)) else { return false }
        return cells.dropFirst().allSatisfy { cell in
            let key = Folding.key(cell.text)
            guard !cell.text.contains(where: \.isNumber) else { return false }
            guard let money = ScaleWords.moneyOfColumn(key) else { return !ScaleWords.stand(in: " " + key) }
            let column = table.plan.quantities.first { table.shape.field($0) == cell.field }
            return column.map { ScaleWords.money(Folding.key(table.plan.form.columns[$0].name)) == money } ?? true
        }
    }

    private static let names: Set<String> = ["don vi tinh", "dvt", "dv tinh", "don vi do"]
}
