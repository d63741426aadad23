/// A set of cells: a word of bits for each row, and what is farther to the right by its address.
struct CellSet: Hashable, Sendable {
    /// The rows that have a cell.
    private(set) var rowCount = 0
    /// By row, a bit for each of the first columns; all below the last row with a cell.
    private var rows: [UInt64] = []
    private var beyond: Set<CellAddress> = []
    private var rowsBeyond: Set<Int> = []

    /// Takes in a cell; whether it was not there before.
    mutating func insert(_ address: CellAddress) -> Bool {
        if address.row >= rows.count {
            rows.append(contentsOf: repeatElement(0, count: address.row + 1 - rows.count))
        }
        let before = rows[address.row]
        guard address.column < UInt64.bitWidth else {
            if before == 0, rowsBeyond.insert(address.row).inserted { rowCount += 1 }
            return beyond.insert(address).inserted
        }
        let bit = UInt64(1) << UInt64(address.column)
        if before == 0, rowsBeyond.isEmpty || !rowsBeyond.contains(address.row) { rowCount += 1 }
        rows[address.row] = before | bit
        return before & bit == 0
    }
}
