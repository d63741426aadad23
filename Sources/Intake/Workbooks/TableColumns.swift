import DelimitedText
import Domain

/// In which columns a sheet's table has its places and its figures: by it rows of another sheet are known that go on with the
/// table and have no header.
struct TableColumns {
    private var places: [Int] = []
    private var figures: [Int] = []

    init(_ header: TableHeader, _ names: CatalogueNames) {
        guard let form = header.forms.first else { return }
        for (field, columns) in header.columns.enumerated() {
            guard let column = columns.first(where: { $0.form == form })?.column else { continue }
            switch names.plans[form].form.columns[column].kind {
            case .unitCode, .unitName: places.append(field)
            case .count, .decimal: figures.append(field)
            case .ordinal, .date, .code, .text, .reason: break
            }
        }
    }

    private static let ever = Day(number: 0)...Day(number: 100_000)

    /// Whether a row names a place of the register, and has a figure, where the table has them.
    func hold(_ fields: [String], _ names: CatalogueNames) -> Bool {
        func isFigure(_ field: Int) -> Bool {
            guard field < fields.count else { return false }
            let text = fields[field].trimmedCell
            return !text.isEmpty && NumberText(text) != nil
        }
        guard figures.contains(where: isFigure) else { return false }
        return places.contains { field in
            guard field < fields.count else { return false }
            let text = fields[field].trimmedCell
            if text.isEmpty { return false }
            let code = WrittenCode.plain(text)
            let ofCode = [code, "0" + code].contains { !names.catalogue.geography.units(code: $0).isEmpty }
            return ofCode || !names.units.units(named: text, during: Self.ever).isEmpty
        }
    }
}
