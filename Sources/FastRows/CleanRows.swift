import DelimitedText
import Domain
import Synchronization

/// The rows of a register read by their bytes: what the clean ones add up to, and the others in their order.
package final class CleanRows {
    /// What clean rows add up to in the columns of numbers.
    package struct Sums: Sendable {
        package var rows: Int
        package var columns: [Int64]

        package init(rows: Int, columns: [Int64]) {
            self.rows = rows
            self.columns = columns
        }
    }

    /// A row set aside that may add up those before it, with the clean rows of its block before it.
    package struct Mark: Sendable {
        package let row: Int
        package let sums: Sums
    }

    /// What one block came to.
    package struct Stretch: Sendable {
        /// The rows set aside; none where there were so many that only their places are kept.
        fileprivate(set) var aside: RowCollection
        /// Their places in the block, where they are to be read again.
        fileprivate(set) var places: [UInt32] = []
        package let marks: [Mark]
        package let sums: Sums

        init(aside: RowCollection, marks: [Mark], sums: Sums) {
            self.aside = aside
            self.marks = marks
            self.sums = sums
        }
    }

    /// A cell that something was found in.
    package struct Spot: Sendable {
        package let line: Int
        package let row: Int
        package let field: Int
        package let text: String
    }

    /// A date as it was written: two numbers before the year, or the year first.
    package enum WrittenDate: Sendable {
        case ordered(first: Int, second: Int, year: Int)
        case day(Day)
    }

    package let plan: CleanPlan
    /// By block, in the order of the file.
    let stretches: [Stretch]
    /// The last row of the file.
    package let lastRow: Int
    private let worker: Worker
    private let document: DelimitedDocument

    /// So many bytes of rows set aside are kept; of further rows, only their places.
    private static let asideBytesMax = 3 << 22
    /// So many rows that are not clean, and the file is read with care from its beginning.
    private static let asideRowsMax = 1 << 22
    private static let readersMax = 2
    /// A file of fewer bytes is read before another reader has begun.
    private static let bytesForSeveral = 1 << 21

    private final class Worker: @unchecked Sendable {
        var reader: CleanRowReader
        var stretches: [(index: Int, stretch: Stretch)] = []
        var lastRow = 0

        init(_ plan: CleanPlan) { reader = CleanRowReader(plan) }
    }

    /// `nil` where rows are in doubt, or so many are not clean that reading them with care costs the same.
    package init?(_ document: DelimitedDocument, plan: CleanPlan) {
        guard let feed = document.feed() else { return nil }
        let isAbandoned = Atomic(false)
        let asideBytes = Atomic(0)
        let asideRows = Atomic(0)
        let count = feed.byteCount < Self.bytesForSeveral ? 1 : Self.readersMax
        let workers = (0..<count).map { _ in Worker(plan) }
        let quote = document.dialect.quote
        let isStreamed = document.isStreamed
        @Sendable func work(_ worker: Worker) {
            var window = feed.window()
            while !isAbandoned.load(ordering: .relaxed), feed.next(&window) {
                var isGood = !window.hasIrregularities
                if isGood {
                    var stretch = window.withBlock { block in
                        worker.lastRow = max(worker.lastRow, block.firstRow + block.rowCount - 1)
                        return worker.reader.read(block, quote: quote)
                    }
                    if isStreamed, !stretch.aside.isText {
                        document.refute()
                        isGood = false
                    }
                    let rows = asideRows.wrappingAdd(stretch.aside.count, ordering: .relaxed).newValue
                    isGood = isGood && rows <= Self.asideRowsMax
                    let bytes = asideBytes.wrappingAdd(stretch.aside.byteCount, ordering: .relaxed).newValue
                    if bytes > Self.asideBytesMax {
                        stretch.places = window.withBlock { stretch.aside.places(in: $0) }
                        stretch.aside = RowCollection()
                    }
                    worker.stretches.append((window.index, stretch))
                }
                if !isGood { isAbandoned.store(true, ordering: .relaxed) }
            }
        }
        _ = ParallelMap.map(workers, work)
        guard !isAbandoned.load(ordering: .relaxed) else { return nil }
        for other in workers.dropFirst() where !workers[0].reader.merge(other.reader) { return nil }
        self.plan = plan
        self.document = document
        stretches = workers.flatMap(\.stretches).sorted { $0.index < $1.index }.map(\.stretch)
        lastRow = workers.map(\.lastRow).max() ?? 0
        worker = workers[0]
    }

    /// Clean rows of the whole file.
    package var rowCount: Int { stretches.reduce(0) { $0 + $1.sums.rows } }

    /// Fields without a column of the form in which something stands.
    package var filledUnknown: [Int] { (0..<64).filter { worker.reader.filledUnknown >> UInt64($0) & 1 == 1 } }

    /// What the clean rows of one place, month and choice of codes add up to.
    package struct Group {
        package let place: UnitKey
        package let month: Month
        /// By slot of `CleanPlan.keptCodes`: the place of the code in its list, from 1; 0: none.
        package let codes: [Int]
        package let rows: Int
        /// By slot of `CleanPlan.quantities`.
        package let columns: [(sum: Int64, numbers: Int, zeros: Int)]
    }

    package func forEachGroup(_ body: (Group) -> Void) {
        let count = worker.reader.tally.groupsPerPlace
        let stride = worker.reader.tally.stride
        let places = worker.reader.tally.places
        for (index, place) in places.enumerated() {
            for group in 0..<count {
                let words = worker.reader.tally.groups + (index * count + group) * stride
                guard words[0] > 0 else { continue }
                var rest = group
                var codes = [Int](repeating: 0, count: plan.keptCodes.count)
                for slot in codes.indices.reversed() {
                    codes[slot] = rest % plan.keptCodes[slot].values
                    rest /= plan.keptCodes[slot].values
                }
                let columns = plan.quantities.indices.map { slot in
                    let counts = words[2 + 2 * slot]
                    return (sum: words[1 + 2 * slot], numbers: Int(counts & 0xFFFF_FFFF), zeros: Int(counts >> 32))
                }
                body(
                    Group(
                        place: place, month: plan.days.firstMonth.adding(months: rest), codes: codes,
                        rows: Int(words[0]),
                        columns: columns))
            }
        }
    }

    /// How often each day was written in a column, as it was written, and where first.
    package func forEachDate(_ body: (_ column: Int, WrittenDate, _ count: Int, Spot) -> Void) {
        let half = plan.days.years * CleanPlan.daysOfYear
        for (slot, column) in plan.columns.dates.enumerated() {
            for day in 0..<2 * half {
                let place = slot * 2 * half + day
                let count = Int(worker.reader.tally.dayCounts[place])
                guard count > 0, let spot = worker.reader.tally.firstSpots[place] else { continue }
                let year = plan.days.firstYear + day % half / CleanPlan.daysOfYear
                let (month, dayOfMonth) = (day % CleanPlan.daysOfYear / 31 + 1, day % CleanPlan.daysOfYear % 31 + 1)
                if day < half {
                    body(column, .ordered(first: dayOfMonth, second: month, year: year), count, spot)
                } else if let written = Day(year: year, month: month, day: dayOfMonth) {
                    body(column, .day(written), count, spot)
                }
            }
        }
    }

    /// Visits the rows set aside, block by block; where only their places were kept, the blocks are read again.
    package func forEachStretch(_ body: (_ aside: borrowing RowBlock, _ stretch: Stretch) -> Void) {
        guard stretches.contains(where: { !$0.places.isEmpty }), let feed = document.feed() else {
            for stretch in stretches { stretch.aside.withBlock { body($0, stretch) } }
            return
        }
        var window = feed.window()
        while feed.next(&window) {
            guard window.index < stretches.count else { return }
            let stretch = stretches[window.index]
            var aside = stretch.aside
            window.withBlock { block in
                for place in stretch.places where place < block.rowCount { aside.append(block, Int(place)) }
            }
            aside.withBlock { body($0, stretch) }
        }
    }
}
