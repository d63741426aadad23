/// The tallies of a reading, in their order: kept by measure, so that those of one are found without looking at the others.
///
/// A unit and a choice of codes are kept once, and many rows as bytes, which are rows again while somebody looks at them.
/// Copies share what they hold.
package struct Tallies: Hashable, Sendable {
    /// A tally without what its run says.
    package struct Row: Hashable, Sendable {
        /// Its places in `units` and in `codes`.
        package let unit: UInt32
        package let codes: UInt32
        package let sum: Quantity
        package let cells: Tally.Cells

        package init(unit: UInt32, codes: UInt32, sum: Quantity, cells: Tally.Cells) {
            self.unit = unit
            self.codes = codes
            self.sum = sum
            self.cells = cells
        }

        /// The same with so many cells that cannot be counted.
        package func refusing(cells count: Int) -> Row {
            var cells = cells
            cells.refused = count
            return Row(unit: unit, codes: codes, sum: sum, cells: cells)
        }

        /// Whether any of its cells says something.
        package var speaks: Bool { cells.number + cells.zero + cells.uncollected > 0 }
    }

    /// Tallies of one measure and month that follow one another.
    package struct Run: Hashable, Sendable {
        package let measure: String
        package let month: Month
        /// Their places in `rows`.
        package let rows: Range<Int>

        package init(measure: String, month: Month, rows: Range<Int>) {
            self.measure = measure
            self.month = month
            self.rows = rows
        }
    }

    private final class Content: Sendable {
        let units: [UnitKey]
        let codes: [String]
        let runs: [Run]
        /// None where they are packed.
        let held: [Row]
        let packed: PackedRows?
        let count: Int

        init(units: [UnitKey], codes: [String], runs: [Run], rows: [Row]) {
            self.units = units
            self.codes = codes
            self.runs = runs
            let isPacked = rows.count >= Tallies.packedFrom
            packed = isPacked ? PackedRows(rows, runs: runs) : nil
            held = isPacked ? [] : rows
            count = rows.count
        }

        init(units: [UnitKey], codes: [String], runs: [Run], packed: PackedRows, count: Int) {
            (self.units, self.codes, self.runs, self.count) = (units, codes, runs, count)
            (self.packed, held) = (packed, [])
        }
    }

    /// So many rows are packed: a province's package has them, a department's sheet has not.
    static let packedFrom = 1_500

    private let content: Content

    private init(content: Content) { self.content = content }

    /// - Parameters:
    ///   - units, codes: In the order in which the rows first name them.
    ///   - runs: They cover the rows without a gap; each is as long as it can be.
    package init(units: [UnitKey], codes: [String], runs: [Run], rows: [Row]) {
        self.init(content: Content(units: units, codes: codes, runs: runs, rows: rows))
    }

    /// The same of rows that are handed over one by one, so that of many no more than one is held as it is.
    ///
    /// - Parameter next: Called once for each row that the runs cover.
    package init(units: [UnitKey], codes: [String], runs: [Run], next: () throws -> Row) rethrows {
        let count = runs.last?.rows.upperBound ?? 0
        guard count >= Tallies.packedFrom else {
            var rows: [Row] = []
            rows.reserveCapacity(count)
            for _ in 0..<count { rows.append(try next()) }
            self.init(units: units, codes: codes, runs: runs, rows: rows)
            return
        }
        let packed = try PackedRows(count: count, runs: runs, next: next)
        self.init(content: Content(units: units, codes: codes, runs: runs, packed: packed, count: count))
    }

    package init(_ tallies: [Tally]) {
        var (units, codes) = (FirstPlaces<UnitKey>(), FirstPlaces<String>())
        var (runs, rows): ([Run], [Row]) = ([], [])
        for tally in tallies {
            let start = rows.count
            rows.append(
                Row(
                    unit: units.place(of: tally.unit), codes: codes.place(of: tally.codes), sum: tally.sum,
                    cells: tally.cells))
            if let last = runs.last, last.measure == tally.measure, last.month == tally.month {
                runs[runs.count - 1] = Run(
                    measure: last.measure, month: last.month, rows: last.rows.lowerBound..<rows.count)
            } else {
                runs.append(Run(measure: tally.measure, month: tally.month, rows: start..<rows.count))
            }
        }
        self.init(units: units.elements, codes: codes.elements, runs: runs, rows: rows)
    }

    package var isEmpty: Bool { content.count == 0 }
    package var count: Int { content.count }

    package var units: [UnitKey] { content.units }
    package var codes: [String] { content.codes }
    package var runs: [Run] { content.runs }
    /// All of them; where they are packed, made anew.
    package var rows: [Row] { content.packed == nil ? content.held : runs.flatMap(rows(of:)) }

    /// The rows of one of the runs.
    package func rows(of run: Run) -> ArraySlice<Row> {
        content.packed.map { $0.rows(of: run)[...] } ?? content.held[run.rows]
    }

    /// The same for copies, for as long as one of them lives.
    package var identity: ObjectIdentifier { ObjectIdentifier(content) }

    /// Visits the rows of one of the runs: of what is packed, none is held.
    package func forEachRow(of run: Run, _ body: (Row) -> Void) {
        if let packed = content.packed { packed.forEach(of: run, body) } else { content.held[run.rows].forEach(body) }
    }

    package func runs(of measures: [String]) -> [Run] { runs.filter { measures.contains($0.measure) } }

    /// The sum over all rows of a measure.
    package func sum(of measure: String) -> Quantity {
        Quantity(thousandths: whole(of: measure).sum)
    }

    /// What all rows of a measure come to, in thousandths.
    package struct Whole: Sendable {
        package fileprivate(set) var sum: Int64 = 0
        package fileprivate(set) var least: Int64 = .max
        /// Rows that are not zero.
        package fileprivate(set) var filled = 0
    }

    package func whole(of measure: String) -> Whole {
        var whole = Whole()
        for run in runs where run.measure == measure {
            forEachRow(of: run) { row in
                whole.sum &+= row.sum.thousandths
                whole.least = Swift.min(whole.least, row.sum.thousandths)
                if !row.sum.isZero { whole.filled += 1 }
            }
        }
        return whole
    }

    package static func == (left: Tallies, right: Tallies) -> Bool {
        left.content === right.content
            || left.units == right.units && left.codes == right.codes && left.runs == right.runs
                && left.content.packed == right.content.packed && left.content.held == right.content.held
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(units)
        hasher.combine(codes)
        hasher.combine(runs)
        hasher.combine(content.packed)
        hasher.combine(content.held)
    }
}

extension Tallies: ExpressibleByArrayLiteral {
    package init(arrayLiteral tallies: Tally...) { self.init(tallies) }
}

extension Tallies: Sequence {
    package func makeIterator() -> some IteratorProtocol<Tally> {
        runs.lazy.flatMap { run in
            rows(of: run).lazy.map { row in
                Tally(
                    measure: run.measure, unit: units[Int(row.unit)], month: run.month, codes: codes[Int(row.codes)],
                    sum: row.sum, cells: row.cells)
            }
        }.makeIterator()
    }
}

/// Elements in the order in which they first came.
private struct FirstPlaces<Element: Hashable> {
    private(set) var elements: [Element] = []
    private var places: [Element: UInt32] = [:]

    mutating func place(of element: Element) -> UInt32 {
        if let place = places[element] { return place }
        let place = UInt32(elements.count)
        elements.append(element)
        places[element] = place
        return place
    }
}
