import Reporting

/// The headings of a table as cells: columns that begin with the same words share one above.
struct HeaderGrid: Hashable {
    struct Cell: Hashable {
        let text: String
        /// From 0, the widest heading.
        let rows: ClosedRange<Int>
        let columns: ClosedRange<Int>
        /// Whether it is the heading of one column, and not of a group.
        let isLeaf: Bool
    }

    let rowCount: Int
    /// Every place of the grid is in exactly one of them.
    let cells: [Cell]

    init(_ columns: [Table.Column]) {
        let paths = columns.map { $0.header.isEmpty ? [""] : $0.header }
        rowCount = paths.map(\.count).max() ?? 1
        var cells: [Cell] = []
        HeaderGrid.place(paths, columns: 0..<paths.count, level: 0, rowCount: rowCount, into: &cells)
        self.cells = cells
    }

    /// How many lines each row of headings has, where `count` says how many a cell needs.
    func lines(_ count: (Cell) -> Int) -> [Int] {
        var lines = [Int](repeating: 1, count: rowCount)
        let counts = cells.map(count)
        for (cell, count) in zip(cells, counts) where cell.rows.count == 1 {
            lines[cell.rows.lowerBound] = max(lines[cell.rows.lowerBound], count)
        }
        for (cell, count) in zip(cells, counts) where cell.rows.count > 1 {
            lines[cell.rows.upperBound] += max(0, count - lines[cell.rows].reduce(0, +))
        }
        return lines
    }

    private static func place(
        _ paths: [[String]], columns: Range<Int>, level: Int, rowCount: Int, into cells: inout [Cell]
    ) {
        var first = columns.lowerBound
        while first < columns.upperBound {
            let text = paths[first][level]
            guard paths[first].count > level + 1 else {
                cells.append(
                    Cell(text: text, rows: level...rowCount - 1, columns: first...first, isLeaf: true))
                first += 1
                continue
            }
            var end = first + 1
            while end < columns.upperBound, paths[end].count > level + 1, paths[end][level] == text { end += 1 }
            cells.append(Cell(text: text, rows: level...level, columns: first...end - 1, isLeaf: false))
            place(paths, columns: first..<end, level: level + 1, rowCount: rowCount, into: &cells)
            first = end
        }
    }
}
