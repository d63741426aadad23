import Domain

/// What the files of a return add up to, by measure, under the name of its column or indicator.
struct ReturnTotals {
    struct Line {
        let form: String
        let name: String
        fileprivate(set) var sum: Quantity
    }

    /// File by file; a file and what supplements it together.
    private(set) var lines: [Line] = []

    init(_ readings: [Reading], _ basis: Basis) {
        struct Key: Hashable {
            let form: String
            let period: Period?
            let measure: String
        }
        var places: [Key: Int] = [:]
        for reading in readings where !reading.supplementsNothing {
            guard let form = reading.form.flatMap(basis.catalogue.form) else { continue }
            let standing = basis.slices.supplemented[reading.receipt]
            for measure in reading.measures.compactMap(form.measure) {
                let indicator = basis.catalogue.indicators.first { $0.measures == [measure.code] }
                let column = measure.columns.count == 1 ? form.column(measure.columns[0])?.name : nil
                let name = form.layout == .register ? indicator?.name.vi ?? column : column ?? indicator?.name.vi
                guard let name else { continue }
                let sum = (standing ?? reading).tallies.sum(of: measure.code)
                let key = Key(form: form.code, period: reading.period, measure: measure.code)
                if standing != nil, let place = places[key] {
                    lines[place].sum = lines[place].sum.adding(sum) ?? sum
                } else {
                    places[key] = lines.count
                    lines.append(Line(form: form.code, name: name, sum: sum))
                }
            }
        }
    }
}
