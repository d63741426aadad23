import Domain

/// A form with its columns looked up once, by their place in it.
struct FormPlan: Sendable {
    let form: Form
    /// Code and number as words: what file names and `Biểu số` are compared with.
    let names: [[String]]
    let unitCode: Int?
    let unitName: Int?
    let ordinal: Int?
    let date: Int?
    let reason: Int?
    /// Where a list names what it counts.
    let subject: Int?
    let placeless: (column: Int, codes: Set<String>)?
    /// Columns of numbers, in the order of the form.
    let quantities: [Int]
    let dates: [Int]
    /// Columns of codes with their lists.
    let codes: [(column: Int, list: String)]
    let measures: [MeasurePlan]
    let checks: [CheckPlan]
    let key: [Int]
    let levels: Set<Unit.Level>
    let totals: TotalsPlan

    /// By what `check` tells totals apart.
    struct TotalsPlan: Sendable {
        let isByDistrict: Bool
        let isByMonth: Bool
        let codes: [Int]

        var isAsked: Bool { isByDistrict || isByMonth || !codes.isEmpty }
    }

    struct MeasurePlan: Sendable {
        let code: String
        let columns: [Int]
        let selection: [(column: Int, codes: Set<String>)]
        let by: [(column: Int, id: String)]
        /// Whether the form has every column that it names.
        let isComplete: Bool
    }

    struct CheckPlan: Sendable {
        let kind: RowCheck.Kind
        let level: Finding.Level
        /// In the order in which the kind names them.
        let columns: [Int]
    }

    init(_ form: Form) {
        self.form = form
        names = [form.code, form.number].map { Folding.words($0) }
        let places = Dictionary(
            form.columns.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        func first(_ kind: Form.Column.Kind) -> Int? { form.columns.firstIndex { $0.kind == kind } }
        unitCode = first(.unitCode)
        unitName = first(.unitName)
        ordinal = first(.ordinal)
        reason = first(.reason)
        date = form.dateColumn.flatMap { places[$0] }
        subject =
            form.layout == .list
            ? form.columns.firstIndex {
                switch $0.kind {
                case .text, .code: true
                default: false
                }
            } : nil
        placeless = form.placeless.flatMap { rule in places[rule.column].map { ($0, Set(rule.codes)) } }
        quantities = form.columns.indices.filter { form.columns[$0].isQuantity }
        dates = form.columns.indices.filter { form.columns[$0].kind == .date }
        codes = form.columns.enumerated().compactMap { index, column in
            if case .code(let list) = column.kind { (index, list) } else { nil }
        }
        measures = form.measures.map { measure in
            let columns = measure.columns.compactMap { places[$0] }
            let selection = measure.selection.sorted { $0.key < $1.key }.compactMap { entry in
                places[entry.key].map { (column: $0, codes: Set(entry.value)) }
            }
            return MeasurePlan(
                code: measure.code, columns: columns, selection: selection,
                by: measure.by.compactMap { id in places[id].map { ($0, id) } },
                isComplete: columns.count == measure.columns.count && selection.count == measure.selection.count)
        }
        checks = form.checks.compactMap { check in
            let columns = check.kind.columns.compactMap { places[$0] }
            return columns.count == check.kind.columns.count
                ? CheckPlan(kind: check.kind, level: check.level, columns: columns) : nil
        }
        key = form.key.compactMap { places[$0] }
        totals = TotalsPlan(
            isByDistrict: form.totals.contains(Form.totalsByDistrict),
            isByMonth: form.totals.contains(Form.totalsByMonth), codes: form.totals.compactMap { places[$0] })
        levels =
            switch form.places {
            case .commune: [.commune]
            case .district: [.district]
            case .both: [.commune, .district]
            }
    }

    /// How many decimals the numbers of a column may have.
    func decimals(_ column: Int) -> Int {
        if case .decimal(let decimals) = form.columns[column].kind { decimals } else { 0 }
    }
}

extension RowCheck.Kind {
    /// The columns that it compares.
    fileprivate var columns: [String] {
        switch self {
        case .atMost(let part, let whole): [part, whole]
        case .zeroTogether(let first, let second): [first, second]
        case .follows(let before, let arising, let settled, let pending): [before, arising, settled, pending]
        case .addsUp(let total, let parts): [total] + parts
        case .before(let first, let second): [first, second]
        }
    }
}
