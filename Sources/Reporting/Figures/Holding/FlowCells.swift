import Domain

/// The counts of a submission that add over time, by measure, place and codes; zeros and blanks aside.
struct FlowCells: Sendable {
    struct Cell: Hashable, Sendable {
        let measure: String
        let unit: UnitKey
        let codes: String
    }

    /// In thousandths.
    let amounts: [Cell: Int64]

    init(_ reading: Reading, measures: [String]) {
        let tallies = reading.tallies
        var amounts: [Cell: Int64] = [:]
        for run in tallies.runs(of: measures) {
            for row in tallies.rows[run.rows] where !row.sum.isZero {
                let cell = Cell(
                    measure: run.measure, unit: tallies.units[Int(row.unit)], codes: tallies.codes[Int(row.codes)])
                amounts[cell, default: 0] &+= row.sum.thousandths
            }
        }
        self.amounts = amounts
    }
}

/// What each department sent for each form and span, counted or held, and its flows.
struct SubmissionHistory: Sendable {
    struct Key: Hashable, Sendable {
        let department: String
        let form: String
        let period: Period
    }

    private var candidates: [Key: [Contender]] = [:]
    private var firstReceipts: [Month: Instant] = [:]
    private let measures: [String: [String]]

    init(_ catalogue: Catalogue) {
        let flows = Set(catalogue.indicators.filter(\.isFlow).flatMap(\.measures))
        let others = Set(catalogue.indicators.filter { !$0.isFlow }.flatMap(\.measures))
        measures = Dictionary(
            catalogue.forms.map { form in
                (form.code, form.measures.map(\.code).filter { flows.contains($0) && !others.contains($0) })
            }, uniquingKeysWith: { first, _ in first })
    }

    mutating func add(_ contender: Contender, _ slice: Slice) {
        candidates[Key(department: slice.department, form: slice.form, period: slice.period), default: []]
            .append(contender)
        let received = contender.precedence.receivedAt
        firstReceipts[slice.period.last] = min(firstReceipts[slice.period.last] ?? received, received)
    }

    /// When the first file of a month came, whosever it was.
    func firstReceived(in month: Month) -> Instant? { firstReceipts[month] }

    /// All that came for the span that lies so many months before.
    func sent(_ slice: Slice, monthsBefore months: Int) -> [Reading] {
        contenders(slice, monthsBefore: months).map(\.reading)
    }

    /// What came for it with the highest precedence, whatever became of it; the parts of a slice together.
    func foremost(_ slice: Slice, monthsBefore months: Int) -> [Reading] {
        let contenders = contenders(slice, monthsBefore: months).sorted {
            $0.precedence != $1.precedence
                ? $0.precedence < $1.precedence : $0.reading.receipt.isBefore($1.reading.receipt)
        }
        let byPart = Dictionary(contenders.map { ($0.reading.part, $0) }, uniquingKeysWith: { _, higher in higher })
        return byPart.sorted { $0.key < $1.key }.map(\.value.reading)
    }

    private func contenders(_ slice: Slice, monthsBefore months: Int) -> [Contender] {
        guard
            let period = Period(
                from: slice.period.first.adding(months: -months), through: slice.period.last.adding(months: -months))
        else { return [] }
        return candidates[Key(department: slice.department, form: slice.form, period: period)] ?? []
    }

    func flowMeasures(_ reading: Reading) -> [String] { reading.form.flatMap { measures[$0] } ?? [] }

    func flows(of reading: Reading) -> FlowCells { FlowCells(reading, measures: flowMeasures(reading)) }

    /// The sum of each flow measure, in thousandths.
    func totals(of reading: Reading) -> [Int64] {
        flowMeasures(reading).map { reading.tallies.sum(of: $0).thousandths }
    }
}
