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
        var (bytes, starts): ([UInt8], [(row: Int, byte: Int)]) = ([], [])
        bytes.reserveCapacity(rows.count * 7)
        func append(_ value: UInt64) {
            var rest = value
            while rest >= 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(truncatingIfNeeded: rest))
        }
        for run in runs {
            starts.append((run.rows.lowerBound, bytes.count))
            for row in rows[run.rows] {
                append(UInt64(row.unit))
                append(UInt64(row.codes))
                let sum = row.sum.thousandths
                append(UInt64(bitPattern: sum << 1 ^ sum >> 63))
                let cells = row.cells.all
                if cells.allSatisfy({ $0 == 0 || $0 == 1 }) {
                    bytes.append(cells.enumerated().reduce(0) { $0 | UInt8($1.element) << UInt8($1.offset) })
                } else {
                    bytes.append(Self.counted)
                    for count in cells { append(UInt64(bitPattern: Int64(count))) }
                }
            }
        }
        self.bytes = bytes
        self.starts = starts
    }

    /// The rows of a run.
    func rows(of run: Tallies.Run) -> [Tallies.Row] {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle].row <= run.rows.lowerBound { low = middle } else { high = middle }
        }
        return bytes.withUnsafeBufferPointer { buffer in
            var position = starts[low].byte
            func next() -> UInt64 {
                var (value, shift): (UInt64, UInt64) = (0, 0)
                while true {
                    let byte = buffer[position]
                    position += 1
                    value |= UInt64(byte & 0x7F) << shift
                    if byte < 0x80 { return value }
                    shift += 7
                }
            }
            func count() -> Int { Int(Int64(bitPattern: next())) }
            return run.rows.map { _ in
                let (unit, codes, sum) = (UInt32(next()), UInt32(next()), next())
                let kinds = buffer[position]
                position += 1
                let cells =
                    kinds == Self.counted
                    ? Tally.Cells(
                        number: count(), zero: count(), uncollected: count(), empty: count(), refused: count())
                    : Tally.Cells(
                        number: Int(kinds & 1), zero: Int(kinds >> 1 & 1), uncollected: Int(kinds >> 2 & 1),
                        empty: Int(kinds >> 3 & 1), refused: Int(kinds >> 4))
                return Tallies.Row(
                    unit: unit, codes: codes,
                    sum: Quantity(thousandths: Int64(bitPattern: sum >> 1) ^ -Int64(bitPattern: sum & 1)), cells: cells)
            }
        }
    }

    static func == (left: PackedRows, right: PackedRows) -> Bool { left.bytes == right.bytes }

    func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension Tally.Cells {
    fileprivate var all: [Int] { [number, zero, uncollected, empty, refused] }
}
