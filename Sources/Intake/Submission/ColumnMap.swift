import Domain

/// Which field of a row holds which column of the form.
struct ColumnMap {
    /// By column of the form; `nil` where the file does not have it.
    let fields: [Int?]
    /// By field, as written.
    let headers: [String]
    /// Fields that hold no column of the form.
    let unknown: [Int]
    /// Those of them that only compare, beside the column that they are called after: `Số buổi: kỳ trước`.
    private(set) var comparisons: Set<Int> = []
    /// Columns that stand there more than once, with their fields.
    private(set) var duplicates: [(column: Int, fields: [Int])]
    /// The periods side by side that the words above the columns name, by field; empty where no column stands there twice.
    private(set) var banners: [Int: Period] = [:]

    /// - Parameter period: Of several periods side by side its columns are taken.
    init(_ header: TableHeader, form: Int, plan: FormPlan, period: Period?) {
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
        if let place = plan.unitName, let columns = repeated[place] {
            // A district's name beside its communes': only one of them says that it names communes.
            let own = columns.filter { Self.namesCommunes(header.texts[$0]) }
            if own.count == 1 {
                fields[place] = own[0]
                repeated[place] = nil
                unknown = (unknown + columns.filter { $0 != own[0] }).sorted()
            }
        }
        for (column, places) in repeated {
            let beside = places.filter { Self.compares(header.texts[$0], plan.form.columns[column]) }
            guard beside.count == places.count - 1, let own = places.first(where: { !beside.contains($0) }) else {
                continue
            }
            fields[column] = own
            repeated[column] = nil
            comparisons.formUnion(beside)
        }
        headers = header.texts
        duplicates = repeated.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        self.unknown = (unknown + comparisons).sorted()
        if let period, let banners = Self.banners(duplicates.map(\.fields), header, year: period.year) {
            self.banners = banners
            let own = duplicates.map { column, fields in (column, fields.filter { banners[$0] == period }) }
            if own.allSatisfy({ $0.1.count == 1 }) {
                for (column, chosen) in own { fields[column] = chosen[0] }
                duplicates = []
            }
        }
        self.fields = fields
    }

    /// Whether a header says besides its column's name that it only compares.
    private static func compares(_ text: String, _ column: Form.Column) -> Bool {
        let key = Folding.key(text)
        let names = ([column.name, column.id] + column.aliases).map { Folding.key($0) }
        guard let name = names.filter({ key.hasPrefix($0 + " ") }).max(by: { $0.count < $1.count }) else {
            return false
        }
        return ComparisonWords.nameRow(String(key.dropFirst(name.count + 1)))
    }

    private static func namesCommunes(_ text: String) -> Bool {
        Folding.words(text).contains { $0 == "xa" || $0 == "phuong" }
    }

    /// Whether columns of the period could be told from those of others beside them.
    var hasOwnColumns: Bool { !banners.isEmpty && duplicates.isEmpty }

    /// The period above each of the columns that stand there more than once; `nil` where any has none, or one has two columns
    /// of the same.
    private static func banners(_ groups: [[Int]], _ header: TableHeader, year: Int) -> [Int: Period]? {
        guard !groups.isEmpty else { return nil }
        var banners: [Int: Period] = [:]
        for fields in groups {
            let periods = fields.compactMap { PeriodText.banner(header.texts[$0], year: year) }
            guard periods.count == fields.count, Set(periods).count == fields.count else { return nil }
            for (field, period) in zip(fields, periods) { banners[field] = period }
        }
        // A column that stands there once must not belong to another period.
        for (field, text) in header.texts.enumerated() where banners[field] == nil && !header.columns[field].isEmpty {
            if let other = PeriodText.banner(text, year: year), !banners.values.contains(other) { return nil }
        }
        return banners
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
