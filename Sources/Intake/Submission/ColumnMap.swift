import Domain

/// Which field of a row holds which column of the form.
struct ColumnMap {
    /// By column of the form; `nil` where the file does not have it.
    let fields: [Int?]
    /// By field, as written.
    let headers: [String]
    /// Fields that hold no column of the form.
    let unknown: [Int]
    /// Columns that stand there more than once, with their fields.
    let duplicates: [(column: Int, fields: [Int])]

    init(_ header: TableHeader, form: Int, plan: FormPlan) {
        var fields = [Int?](repeating: nil, count: plan.form.columns.count)
        var repeated: [Int: [Int]] = [:]
        var unknown: [Int] = []
        for (field, matches) in header.columns.enumerated() {
            let columns = matches.filter { $0.form == form }.map(\.column)
            // Of several meanings, the one that is not taken yet.
            if let column = columns.first(where: { fields[$0] == nil }) {
                fields[column] = field
            } else if let column = columns.first {
                repeated[column, default: [fields[column] ?? field]].append(field)
            } else {
                unknown.append(field)
            }
        }
        self.fields = fields
        self.unknown = unknown
        headers = header.texts
        duplicates = repeated.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    func has(_ column: Int?) -> Bool { column.map { fields[$0] != nil } ?? false }

    /// The measures whose columns are all there.
    func measures(of plan: FormPlan) -> [FormPlan.MeasurePlan] {
        plan.measures.filter { measure in
            measure.isComplete && measure.columns.allSatisfy { has($0) }
                && measure.selection.allSatisfy { has($0.column) }
        }
    }
}
