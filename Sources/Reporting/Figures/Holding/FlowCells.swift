import Domain
import Foundation

/// The counts of a submission that add over time, by measure, place and codes; zeros and blanks aside.
struct FlowCells: Sendable {
    /// By the numbers that `CellNames` gives: a file has thousands of cells, and is held against all of its year.
    struct Cell: Hashable, Sendable {
        let measure: UInt32
        let unit: UInt32
        let codes: UInt32

        /// As two words: cells are looked up by the hundred thousand.
        func hash(into hasher: inout Hasher) {
            hasher.combine(UInt64(measure) << 32 | UInt64(unit))
            hasher.combine(codes)
        }
    }

    /// In thousandths.
    let amounts: [Cell: Int64]
    /// Of which something could not be counted, so that the amount says nothing.
    let refused: Set<Cell>

    /// - Parameter names: They have those of the reading.
    init(_ reading: Reading, measures: [String], names: CellNames) {
        let tallies = reading.tallies
        let runs = tallies.runs(of: measures)
        var amounts: [Cell: Int64] = [:]
        amounts.reserveCapacity(runs.reduce(0) { $0 + $1.rows.count })
        var refused: Set<Cell> = []
        FlowCells.visit(tallies, runs, names) { cell, row in
            if row.cells.refused > 0 { refused.insert(cell) }
            if !row.sum.isZero { amounts[cell, default: 0] &+= row.sum.thousandths }
            return true
        }
        self.amounts = amounts
        self.refused = refused
    }

    /// Hands over each row that counts something or could not be counted, with its cell, until `body` has seen enough.
    static func visit(
        _ tallies: Tallies, _ runs: [Tallies.Run], _ names: CellNames, _ body: (Cell, Tallies.Row) -> Bool
    ) {
        let units = tallies.units.map(names.units.number)
        let codes = tallies.codes.map(names.codes.number)
        var goesOn = true
        for run in runs where goesOn {
            let measure = names.measures.number(of: run.measure)
            tallies.forEachRow(of: run) { row in
                guard goesOn, !row.sum.isZero || row.cells.refused > 0 else { return }
                goesOn = body(
                    Cell(measure: measure, unit: units[Int(row.unit)], codes: codes[Int(row.codes)]), row)
            }
        }
    }
}

/// The names of cells as numbers.
struct CellNames: Sendable {
    struct Numbers<Name: Hashable & Sendable>: Sendable {
        private(set) var names: [Name] = []
        private var numbers: [Name: UInt32] = [:]

        mutating func add(_ name: Name) {
            guard numbers[name] == nil else { return }
            numbers[name] = UInt32(names.count)
            names.append(name)
        }

        /// One number for all names that were not added.
        func number(of name: Name) -> UInt32 { numbers[name] ?? .max }
    }

    private(set) var measures = Numbers<String>()
    private(set) var units = Numbers<UnitKey>()
    private(set) var codes = Numbers<String>()

    mutating func add(_ tallies: Tallies) {
        for run in tallies.runs { measures.add(run.measure) }
        for unit in tallies.units { units.add(unit) }
        for code in tallies.codes { codes.add(code) }
    }
}

/// What each department sent for each form and span, counted or held, and its flows.
struct SubmissionHistory: Sendable {
    struct Key: Hashable, Sendable {
        let department: String
        let form: String
        let period: Period
    }

    /// Whatever its department.
    private struct Span: Hashable {
        let form: String
        let period: Period
    }

    private var candidates: [Key: [Contender]] = [:]
    private var senders: [Span: Set<String>] = [:]
    private var firstReceipts: [Month: Instant] = [:]
    private var totals: [Receipt: [Int64]] = [:]
    /// Rows that are not zero, by measure.
    private var filled: [Receipt: [String: Int]] = [:]
    /// Readings of which a row is less than zero.
    private var withLessThanZero: Set<Receipt> = []
    /// Of all that it has seen.
    private(set) var names = CellNames()
    private let measures: [String: [String]]
    /// When a department's measures enter totals.
    private var counted: [Source: [Validity]] = [:]
    private let zone: TimeZone

    private struct Source: Hashable {
        let department: String
        let measure: String
    }

    init(_ catalogue: Catalogue) {
        zone = catalogue.organisation.timeZone
        let measuresOf = Dictionary(grouping: catalogue.indicators, by: \.code).mapValues { $0.flatMap(\.measures) }
        for source in catalogue.sources where source.role == .count {
            for measure in measuresOf[source.indicator] ?? [] {
                counted[Source(department: source.department, measure: measure), default: []].append(source.validity)
            }
        }
        let flows = Set(catalogue.indicators.filter(\.isFlow).flatMap(\.measures))
        let others = Set(catalogue.indicators.filter { !$0.isFlow }.flatMap(\.measures))
        measures = Dictionary(
            catalogue.forms.map { form in
                (form.code, form.measures.map(\.code).filter { flows.contains($0) && !others.contains($0) })
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Rows that changed are no month to hold another against, but have names, too.
    mutating func add(_ contender: Contender, _ slice: Slice) {
        names.add(contender.reading.tallies)
        guard !contender.isSupplement else { return }
        candidates[Key(department: slice.department, form: slice.form, period: slice.period), default: []]
            .append(contender)
        senders[Span(form: slice.form, period: slice.period), default: []].insert(slice.department)
        let received = contender.precedence.receivedAt
        let measures = flowMeasures(contender.reading)
        let sums = measures.map(contender.reading.tallies.whole)
        totals[contender.reading.receipt] = sums.map(\.sum)
        filled[contender.reading.receipt] = Dictionary(
            zip(measures, sums.map(\.filled)), uniquingKeysWith: { first, _ in first })
        if sums.contains(where: { $0.least < 0 }) { withLessThanZero.insert(contender.reading.receipt) }
        firstReceipts[slice.period.last] = min(firstReceipts[slice.period.last] ?? received, received)
    }

    /// When the first file of a month came, whosever it was.
    func firstReceived(in month: Month) -> Instant? { firstReceipts[month] }

    /// All that came for the span that lies so many months before, save what had been withdrawn when a file came.
    func sent(_ slice: Slice, monthsBefore months: Int, by received: Instant) -> [Reading] {
        contenders(slice, monthsBefore: months, by: received).map(\.reading)
    }

    /// What came for it with the highest precedence, whatever became of it; the parts of a slice together.
    func foremost(_ slice: Slice, monthsBefore months: Int, by received: Instant) -> [Reading] {
        let contenders = contenders(slice, monthsBefore: months, by: received).sorted {
            $0.precedence != $1.precedence
                ? $0.precedence < $1.precedence : $0.reading.receipt.isBefore($1.reading.receipt)
        }
        let byPart = Dictionary(contenders.map { ($0.reading.part, $0) }, uniquingKeysWith: { _, higher in higher })
        return byPart.sorted { $0.key < $1.key }.map(\.value.reading)
    }

    /// What a department sent for a form and span.
    struct Sent {
        let department: String
        let reading: Reading
        /// Before the file that it is held against; else at the same time.
        let isEarlier: Bool
    }

    /// What other departments sent for the same form and span before a file came, or at the same time if nothing of theirs took its
    /// place since; save what was withdrawn.
    func sentByOthers(_ slice: Slice, by received: Instant) -> [Sent] {
        let others = senders[Span(form: slice.form, period: slice.period)]?.subtracting([slice.department]) ?? []
        var found: [Sent] = []
        for department in others.sorted() {
            let sent = candidates[Key(department: department, form: slice.form, period: slice.period)] ?? []
            for contender in sent where contender.withdrawal == nil {
                let time = contender.precedence.receivedAt
                let isReplaced = sent.contains { $0.precedence.receivedAt > time && $0.replaces(contender) }
                guard time < received || time == received && !isReplaced else { continue }
                found.append(Sent(department: department, reading: contender.reading, isEarlier: time < received))
            }
        }
        return found
    }

    private func contenders(_ slice: Slice, monthsBefore months: Int, by received: Instant) -> [Contender] {
        guard
            let period = Period(
                from: slice.period.first.adding(months: -months), through: slice.period.last.adding(months: -months))
        else { return [] }
        return (candidates[Key(department: slice.department, form: slice.form, period: period)] ?? [])
            .filter { !$0.wasWithdrawn(before: received, in: zone) }
    }

    /// Whether what a department says of a measure enters totals on a day.
    func counts(_ measure: String, of department: String, on day: Day) -> Bool {
        (counted[Source(department: department, measure: measure)] ?? []).contains { $0.contains(day) }
    }

    func flowMeasures(_ reading: Reading) -> [String] { reading.form.flatMap { measures[$0] } ?? [] }

    func flows(of reading: Reading) -> FlowCells { flows(of: reading, in: flowMeasures(reading)) }

    func flows(of reading: Reading, in measures: [String]) -> FlowCells {
        FlowCells(reading, measures: measures, names: names)
    }

    /// The sum of each flow measure, in thousandths.
    func totals(of reading: Reading) -> [Int64] {
        totals[reading.receipt] ?? flowMeasures(reading).map { reading.tallies.sum(of: $0).thousandths }
    }

    /// Whether two readings of a month have so nearly as many counts that one in ten may differ at most; only of what it has seen.
    func haveAsManyCounts(_ one: Reading, _ other: Reading, in measures: [String]) -> Bool {
        guard let first = filled[one.receipt], let second = filled[other.receipt] else { return true }
        let counts = [first, second].map { filled in measures.reduce(0) { $0 + (filled[$1] ?? 0) } }
        let (fewer, more) = (min(counts[0], counts[1]), max(counts[0], counts[1]))
        return fewer > 0 && more * (Coincidence.oneChangedIn - 1) <= fewer * Coincidence.oneChangedIn
    }

    /// Whether no row of its flows is less than zero, so that sums of it only grow; only of what it has seen.
    func onlyAdds(_ reading: Reading) -> Bool {
        totals[reading.receipt] != nil && !withLessThanZero.contains(reading.receipt)
    }

    /// Hands over what a reading counts, row by row, until `body` has seen enough.
    func forEachFlow(of reading: Reading, in measures: [String], _ body: (FlowCells.Cell, Int64) -> Bool) {
        let tallies = reading.tallies
        FlowCells.visit(tallies, tallies.runs(of: measures), names) { cell, row in
            row.sum.isZero || body(cell, row.sum.thousandths)
        }
    }
}
