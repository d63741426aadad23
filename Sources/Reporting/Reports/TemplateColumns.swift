import Domain

/// Which columns of a form a department fills, and what stands in them already.
struct TemplateColumns {
    let columns: [Form.Column]
    private let form: Form
    private let days: ClosedRange<Day>
    private let catalogue: Catalogue
    private let area: Unit?
    private let indicators: [Indicator]

    init(_ obligation: Obligation, _ form: Form, _ days: ClosedRange<Day>, _ catalogue: Catalogue) {
        self.form = form
        self.days = days
        self.catalogue = catalogue
        area =
            catalogue.geography.unit(code: obligation.area, on: days.upperBound)
            ?? catalogue.geography.units(code: obligation.area).last
        let named = Set(
            catalogue.sources.filter {
                catalogue.successor(of: $0.department, on: days.upperBound) == obligation.department
                    && $0.validity.touches(days)
            }.map(\.indicator))
        indicators = catalogue.indicators.filter { named.contains($0.code) && $0.forms.contains(form.code) }
        let owed = Self.owed(indicators, form)
        columns = form.columns.filter { !$0.isQuantity || owed.isEmpty || owed.contains($0.id) || $0.required }
    }

    /// The columns of what the department is asked for, and those that a check compares them with.
    private static func owed(_ indicators: [Indicator], _ form: Form) -> Set<String> {
        var owed = Set(indicators.flatMap(\.measures).compactMap(form.measure).flatMap(\.columns))
        var count = -1
        while count != owed.count {
            count = owed.count
            for check in form.checks {
                switch check.kind {
                case .atMost(let part, let whole): if owed.contains(part) { owed.insert(whole) }
                case .zeroTogether(let first, let second): if owed.contains(second) { owed.insert(first) }
                case .follows(let before, let arising, let settled, let pending):
                    let all = [before, arising, settled, pending]
                    if all.contains(where: owed.contains) { owed.formUnion(all) }
                case .addsUp(let total, let parts): if owed.contains(total) { owed.formUnion(parts) }
                case .before: break
                }
            }
        }
        return owed
    }

    func column(_ column: Form.Column) -> Template.Column {
        Template.Column(header: column.name, entry: entry(column), isNeeded: column.filled)
    }

    private func entry(_ column: Form.Column) -> Template.Column.Entry {
        let most = column.bound.map { Int($0.thousandths / 1_000) } ?? 999_999_999
        switch column.kind {
        case .ordinal: return .numbering
        case .count: return .whole(upTo: most)
        case .decimal(let decimals): return .decimal(upTo: most, decimals: decimals)
        case .date:
            return .day(column.id == form.dateColumn ? days : days.lowerBound.adding(days: -366)...days.upperBound)
        case .code(let list):
            return .oneOf(catalogue.codes.filter { $0.list == list && $0.validity.touches(days) }.map(\.name.vi))
        case .unitName: return form.layout == .register ? .oneOf(places.map(\.fullName)) : .text
        case .reason: return .reason(200)
        case .unitCode, .text: return .text
        }
    }

    /// The communes of the department's area on the period's last day, or its districts where the form asks for them.
    private var places: [Unit] {
        let level: Unit.Level = form.places == .district ? .district : .commune
        return catalogue.geography.units(level, on: days.upperBound).filter { unit in
            guard let area else { return true }
            return area.level == .commune ? unit.code == area.code : catalogue.geography.lies(unit, in: area)
        }
    }

    /// A row for each place; in a list, for each place and indicator.
    var rows: [[String]] {
        let subjects: [String?] = form.layout == .list ? indicators.map(\.name.vi) : [nil]
        let subjectColumn = form.layout == .list ? form.columns.first { $0.kind == .text }?.id : nil
        let rows: [(Unit?, String?)] = places.flatMap { place in subjects.map { (place, $0) } }
        // What cannot be told apart by commune has a row of its own.
        let placeless: [(Unit?, String?)] = area?.level == .province && form.layout == .sheet ? [(nil, nil)] : []
        return (rows + placeless).enumerated().map { index, row in
            columns.map { column in
                if let subject = row.1, column.id == subjectColumn { return subject }
                return switch column.kind {
                case .ordinal: String(index + 1)
                case .unitCode: row.0?.code ?? ""
                case .unitName: row.0?.fullName ?? OfficeLevel.province.placeless.vi
                default: ""
                }
            }
        }
    }
}
