import DelimitedText
import Domain

/// What each place has in a sheet or a list, kept to see whether a row only adds up the others.
///
/// It grows with the places, not with the rows.
struct PlaceSums {
    /// A place, with what its rows say.
    struct Entry {
        let unit: UnitKey
        let district: String?
        /// Of its first row.
        let position: Position
        /// As its first row names it.
        let written: String
        fileprivate(set) var reason: String?
        /// Whether a row of it counts.
        fileprivate(set) var counts: Bool
        /// By column of the form.
        fileprivate(set) var amounts: [Amount]

        fileprivate var hasNumbers: Bool { amounts.contains { $0.thousandths ?? 0 > 0 } }
    }

    /// What stands in a column, or for a measure of a list.
    enum Amount {
        case nothing
        case number(Int64)
        /// It could not be read.
        case unknown

        var thousandths: Int64? { if case .number(let number) = self { number } else { nil } }

        static func + (left: Amount, right: Amount) -> Amount {
            switch (left, right) {
            case (.unknown, _), (_, .unknown): return .unknown
            case (.nothing, let other), (let other, .nothing): return other
            case (.number(let first), .number(let second)):
                let (sum, overflow) = first.addingReportingOverflow(second)
                return overflow ? .unknown : .number(sum)
            }
        }
    }

    /// A row that has what other rows add up to.
    struct Found {
        let entry: Entry
        /// The district of which it adds up the other places; `nil`: it adds up the whole table.
        let district: String?
        /// How many other places have numbers.
        let rows: Int
    }

    private struct Place: Hashable {
        let unit: UnitKey
        let isUnallotted: Bool
    }

    private let table: TableInHand
    private let isList: Bool
    private let slots: Int
    private var entries: [Entry] = []
    /// Where each place stands among them.
    private var places: [Place: Int] = [:]
    /// What stands in rows whose place is not known.
    private var placeless: [Amount]

    /// `nil` for a register, in which a place may have many rows.
    init?(_ table: TableInHand) {
        guard table.plan.form.layout != .register else { return nil }
        self.table = table
        isList = table.plan.form.layout == .list
        slots = isList ? table.plan.measures.count : table.plan.form.columns.count
        placeless = [Amount](repeating: .nothing, count: slots)
    }

    /// - Parameter row: As the rules have left it.
    mutating func add(_ row: RowInHand, _ block: borrowing RowBlock) {
        guard !row.isRepeated else { return }
        guard let unit = row.unit else {
            return forEachAmount(of: row) { $0.placeless[$1] = $0.placeless[$1] + $2 }
        }
        let key = Place(unit: unit, isUnallotted: row.isUnallotted)
        let place = places[key] ?? append(entry(of: row, unit, block), key)
        forEachAmount(of: row) { $0.entries[place].amounts[$1] = $0.entries[place].amounts[$1] + $2 }
        if !row.isRefused { entries[place].counts = true }
        if entries[place].reason == nil, let reason = row.reason {
            entries[place].reason = ReasonLength.usable(reason)
        }
    }

    private mutating func append(_ entry: Entry, _ key: Place) -> Int {
        places[key] = entries.count
        entries.append(entry)
        return entries.count - 1
    }

    private func entry(of row: RowInHand, _ unit: UnitKey, _ block: borrowing RowBlock) -> Entry {
        let texts = table.placeTexts(block, row)
        return Entry(
            unit: unit, district: table.context.geography.unit(unit)?.district, position: row.position,
            written: texts.name.isEmpty ? texts.code : texts.name, counts: false,
            amounts: [Amount](repeating: .nothing, count: slots))
    }

    /// What a row says, by slot; of the others it says nothing.
    private mutating func forEachAmount(of row: RowInHand, _ body: (inout PlaceSums, Int, Amount) -> Void) {
        guard !isList else {
            guard let column = table.plan.quantities.first else { return }
            if row.mayHaveMoved {
                for slot in 0..<slots { body(&self, slot, .unknown) }
            } else if let measure = row.listMeasure {
                body(&self, measure.place, Self.amount(row, column))
            }
            return
        }
        for column in table.plan.quantities where table.map.has(column) {
            body(&self, column, row.mayHaveMoved ? .unknown : Self.amount(row, column))
        }
    }

    private static func amount(_ row: RowInHand, _ column: Int) -> Amount {
        switch row.cells[column] {
        case .absent, .empty, .uncollected: .nothing
        case .zero, .number, .fault: row.amounts[column].map { .number($0) } ?? .unknown
        }
    }

    /// What each place has, in the order of the table.
    var inOrder: [Entry] { entries.sorted { $0.position < $1.position } }

    // MARK: Comparing

    /// The rows that have what the others of their district, or of the table, add up to.
    ///
    /// - Parameter standing: Measures of what stands at the end of a period, or since January: they persist, so one
    ///   agreement by chance would come back every month. They must agree, and prove nothing.
    func found(standing: Set<String>) -> [Found] {
        let evidence = evidence(without: standing)
        let all = inOrder
        var found: [Found] = []
        for (district, others) in Dictionary(grouping: all.filter { $0.district != nil }, by: \.district) {
            found += totals(among: others, of: district, beside: nil, evidence)
        }
        let isFound = Set(found.map(\.entry.position.row))
        for rest in [all, all.filter { !isFound.contains($0.position.row) }] {
            let known = Set(found.map(\.entry.position.row))
            found += totals(among: rest, of: nil, beside: placeless, evidence).filter {
                !known.contains($0.entry.position.row)
            }
        }
        return found.sorted { $0.entry.position < $1.entry.position }
    }

    private func totals(
        among entries: [Entry], of district: String?, beside placeless: [Amount]?, _ evidence: [Int]
    ) -> [Found] {
        let rows = entries.count(where: \.hasNumbers)
        guard rows > Self.leastRows else { return [] }
        var sums = placeless ?? [Amount](repeating: .nothing, count: slots)
        for entry in entries { for slot in 0..<slots { sums[slot] = sums[slot] + entry.amounts[slot] } }
        return entries.filter { $0.counts && isHalf($0, of: sums, evidence) }.map {
            Found(entry: $0, district: district, rows: rows - 1)
        }
    }

    /// Whether a place has as much as all others together, wherever it has anything, and in so much that chance does
    /// not explain it.
    private func isHalf(_ entry: Entry, of sums: [Amount], _ evidence: [Int]) -> Bool {
        for slot in 0..<slots {
            guard let own = entry.amounts[slot].thousandths, let sum = sums[slot].thousandths else { continue }
            if sum.subtractingReportingOverflow(own) != (own, false) { return false }
        }
        // Columns that say the same, such as a part that is the whole, are one witness.
        let agreed = Set(
            evidence.compactMap { slot in sums[slot].thousandths == nil ? nil : entry.amounts[slot].thousandths }
        ).filter { $0 > 0 }
        guard let most = agreed.max() else { return false }
        if agreed.count == 1 { return most >= Self.leastAlone }
        return most >= Self.leastOfOne || agreed.count { $0 >= Self.leastOfEach } >= 2
    }

    /// The slots of measures whose agreement proves something.
    private func evidence(without standing: Set<String>) -> [Int] {
        let moving = table.plan.measures.enumerated().filter { !standing.contains($0.element.code) }
        if isList { return moving.map(\.offset) }
        return Set(moving.flatMap(\.element.columns)).sorted()
    }

    /// Two others at least: one row like another is no total.
    private static let leastRows = 2
    /// In thousandths: of two measures, one has so much, or each of two so much; a measure alone, so much.
    private static let (leastOfOne, leastOfEach, leastAlone): (Int64, Int64, Int64) = (20_000, 4_000, 100_000)
}
