import Domain

/// What the cells of a block are, looked at on all cores before its rows are taken one after another.
struct CellsAhead {
    /// Where a cell of the block is.
    struct At: Hashable, Sendable {
        let row: Int
        let field: Int
    }

    struct Cell: Sendable {
        let at: At
        let text: String
        let place: PersonCell.Place
    }

    /// More of one block are not held; they are looked at when their turn comes.
    static let most = 40_000
    /// So many are worth a thread.
    private static let part = 500

    private let found: [At: PersonCell]

    /// None are looked at ahead.
    init() { found = [:] }

    init(_ cells: [Cell]) {
        guard cells.count > Self.part else {
            found = [:]
            return
        }
        let parts = stride(from: 0, to: cells.count, by: Self.part).map { start in
            cells[start..<min(start + Self.part, cells.count)]
        }
        let looked = ParallelMap.map(parts) { part in
            var words = PersonName.KnownWords()
            return part.map { PersonCell($0.text, $0.place, &words) }
        }
        found = Dictionary(zip(cells.map(\.at), looked.joined())) { first, _ in first }
    }

    subscript(row: Int, field: Int) -> PersonCell? { found[At(row: row, field: field)] }
}
