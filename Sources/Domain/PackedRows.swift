/// Rows of tallies as bytes: some six of each, where a row in hand takes nine times as many.
///
/// Each row is its unit, its codes, its sum (small ones of either sign are short) and its cells, each in groups of seven
/// bits; of cells of which there is at most one of a kind, one byte says which there are. Equal rows are equal bytes.
struct PackedRows: Hashable, Sendable {
    private let bytes: [UInt8]
    /// By the first row of each run, where its bytes begin.
    private let starts: [(row: Int, byte: Int)]

    /// Cells that are counted one by one, after a byte that is no choice of the five kinds.
    private static let counted: UInt8 = 0x20

    init(_ rows: [Tallies.Row], runs: [Tallies.Run]) {
        var rest = rows.makeIterator()
        self.init(count: rows.count, runs: runs) {
            guard let row = rest.next() else { preconditionFailure("fewer rows than runs") }
            return row
        }
    }

    /// - Parameter next: The rows one after another, as many as the runs cover.
    init(count: Int, runs: [Tallies.Run], next: () throws -> Tallies.Row) rethrows {
        var (writer, starts) = (Writer(rows: count), [(row: Int, byte: Int)]())
        for run in runs {
            starts.append((run.rows.lowerBound, writer.bytes.count))
            for _ in run.rows { writer.append(try next()) }
        }
        // As long as they are: a year has some hundreds of them.
        bytes = writer.bytes.withUnsafeBufferPointer { Array($0) }
        self.starts = starts
    }

    private struct Writer {
        var bytes: [UInt8] = []

        init(rows: Int) { bytes.reserveCapacity(rows * 7) }

        mutating func append(_ row: Tallies.Row) {
            append(UInt64(row.unit))
            append(UInt64(row.codes))
            let sum = row.sum.thousandths
            append(UInt64(bitPattern: sum << 1 ^ sum >> 63))
            let cells = row.cells
            if let kinds = cells.kinds {
                bytes.append(kinds)
            } else {
                bytes.append(PackedRows.counted)
                for count in [cells.number, cells.zero, cells.uncollected, cells.empty, cells.refused] {
                    append(UInt64(bitPattern: Int64(count)))
                }
            }
        }

        private mutating func append(_ value: UInt64) {
            var rest = value
            while rest >= 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(truncatingIfNeeded: rest))
        }
    }

    /// The rows of a run.
    func rows(of run: Tallies.Run) -> [Tallies.Row] {
        var rows: [Tallies.Row] = []
        rows.reserveCapacity(run.rows.count)
        forEach(of: run) { rows.append($0) }
        return rows
    }

    /// Visits the rows of a run, and holds one at a time.
    @inline(__always)
    func forEach(of run: Tallies.Run, _ body: (Tallies.Row) -> Void) {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle].row <= run.rows.lowerBound { low = middle } else { high = middle }
        }
        bytes.withUnsafeBufferPointer { buffer in
            var cursor = Cursor(buffer: buffer, position: starts[low].byte)
            for _ in run.rows { body(cursor.row()) }
        }
    }

    /// Reads rows one after another: a value of one loop, which nothing else can reach while it moves on.
    private struct Cursor {
        let buffer: UnsafeBufferPointer<UInt8>
        var position: Int

        @inline(__always)
        mutating func next() -> UInt64 {
            let first = buffer[position]
            position &+= 1
            guard first >= 0x80 else { return UInt64(first) }
            var (value, shift) = (UInt64(first & 0x7F), UInt64(7))
            while true {
                let byte = buffer[position]
                position &+= 1
                value |= UInt64(byte & 0x7F) << shift
                if byte < 0x80 { return value }
                shift &+= 7
            }
        }

        @inline(__always)
        mutating func row() -> Tallies.Row {
            let (unit, codes, sum) = (UInt32(next()), UInt32(next()), next())
            let kinds = buffer[position]
            position &+= 1
            let cells =
                kinds == PackedRows.counted
                ? Tally.Cells(number: count(), zero: count(), uncollected: count(), empty: count(), refused: count())
                : Tally.Cells(
                    number: Int(kinds & 1), zero: Int(kinds >> 1 & 1), uncollected: Int(kinds >> 2 & 1),
                    empty: Int(kinds >> 3 & 1), refused: Int(kinds >> 4))
            return Tallies.Row(
                unit: unit, codes: codes,
                sum: Quantity(thousandths: Int64(bitPattern: sum >> 1) ^ -Int64(bitPattern: sum & 1)), cells: cells)
        }

        private mutating func count() -> Int { Int(Int64(bitPattern: next())) }
    }

    static func == (left: PackedRows, right: PackedRows) -> Bool { left.bytes == right.bytes }

    func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension Tally.Cells {
    /// Which there are, a bit each; `nil` where there are several of a kind.
    fileprivate var kinds: UInt8? {
        // Less than zero is many, taken without its sign.
        let counts =
            UInt(bitPattern: number) | UInt(bitPattern: zero) | UInt(bitPattern: uncollected)
            | UInt(bitPattern: empty) | UInt(bitPattern: refused)
        guard counts <= 1 else { return nil }
        return UInt8(number) | UInt8(zero) << 1 | UInt8(uncollected) << 2 | UInt8(empty) << 3 | UInt8(refused) << 4
    }
}
