/// A row of a sheet as it was read: its cells that hold something, from left to right.
///
/// The same value is filled again for every row, and lent.
package struct SheetRow {
    /// What a cell holds; its bytes say it.
    package enum Kind: UInt8, Sendable {
        /// Letters; tabs and line ends are blanks.
        case text
        /// A number with a point before its decimals, of 15 digits at most, as spreadsheets show it: `-1234.5`, `1E+20`.
        case number
        /// A number shown in hundredths: `12.5%` of 0.125.
        case percentage
        /// A number shown with zeros before it, as codes are: `03646`.
        case digits
        /// A number that its format makes a day, and perhaps a time of it: `2026-09-25`, `2026-09-25 08:30`.
        case date
        /// A number that its format makes a time: `08:30:00`.
        case time
        /// `TRUE`, `FALSE`.
        case boolean
        /// `#REF!`
        case error
        /// A formula whose value was not saved: `=SUM(C5:C9)`.
        case formula
    }

    package struct Cell: Sendable {
        /// From 1.
        package let column: Int
        package let kind: Kind
        package fileprivate(set) var look: CellLook = []
        let start: Int
        let end: Int
    }

    /// As a spreadsheet numbers it.
    package internal(set) var number = 0
    package internal(set) var isHidden = false
    package internal(set) var cells: [Cell] = []
    private(set) var bytes: [UInt8] = []

    package init() {}

    package func bytes(of cell: Cell) -> ArraySlice<UInt8> { bytes[cell.start..<cell.end] }

    package func text(of cell: Cell) -> String { String(decoding: bytes[cell.start..<cell.end], as: UTF8.self) }

    var byteCount: Int { bytes.count }

    mutating func begin(_ number: Int, isHidden: Bool) {
        self.number = number
        self.isHidden = isHidden
        cells.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Adds a cell that `write` puts behind the bytes of those before; one without bytes is none.
    mutating func add(_ column: Int, _ kind: Kind, _ write: (inout [UInt8]) -> Void) {
        let start = bytes.count
        write(&bytes)
        guard bytes.count > start else { return }
        cells.append(Cell(column: column, kind: kind, start: start, end: bytes.count))
    }

    mutating func add(_ column: Int, _ kind: Kind, _ text: some Sequence<UInt8>) {
        add(column, kind) { $0.append(contentsOf: text) }
    }

    /// Says how the cell looks that was added last, if it is the column's.
    mutating func dress(_ column: Int, _ look: CellLook) {
        guard let last = cells.indices.last, cells[last].column == column else { return }
        cells[last].look.formUnion(look)
    }

    /// Puts what a merged cell holds into a column in which the row has nothing of its own.
    package mutating func fill(_ column: Int, _ kind: Kind, _ text: [UInt8]) {
        guard !cells.contains(where: { $0.column == column }) else { return }
        add(column, kind, text)
        _ = settle()
    }

    /// Puts the cells into the order of their columns; says whether no column has two.
    mutating func settle() -> Bool {
        var isSorted = true
        for place in cells.indices.dropFirst() where cells[place].column <= cells[place - 1].column { isSorted = false }
        guard !isSorted else { return true }
        cells.sort { $0.column < $1.column }
        return !cells.indices.dropFirst().contains { cells[$0].column == cells[$0 - 1].column }
    }
}
