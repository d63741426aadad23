import Reporting

/// The headings above the columns of a text table, broken over several lines.
struct TextTableHead {
    private let columns: [Table.Column]
    private let grid: HeaderGrid

    init(_ columns: [Table.Column]) {
        self.columns = columns
        grid = HeaderGrid(columns)
    }

    /// The widths, the last column of a group made wider where the group's longest word needs it.
    func widened(_ widths: [Int], gap: Int, widthMax: Int) -> [Int] {
        var widths = widths
        for cell in grid.cells where !cell.isLeaf {
            let missing = LineBreaking.widestWord(cell.text) - span(cell.columns, widths, gap)
            let left = widthMax - span(0...widths.count - 1, widths, gap)
            if missing > 0 { widths[cell.columns.upperBound] += min(missing, max(left, 0)) }
        }
        return widths
    }

    func lines(_ widths: [Int], gap: Int) -> [String] {
        let texts = grid.cells.map { cell in
            LineBreaking(width: span(cell.columns, widths, gap)).lines(cell.text)
        }
        let heights = heights(texts)
        var starts = [0]
        for width in widths { starts.append((starts.last ?? 0) + width + gap) }
        let tops = heights.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
        var lines = [[(start: Int, text: String)]](repeating: [], count: tops.last ?? 0)
        for (cell, text) in zip(grid.cells, texts) {
            let width = span(cell.columns, widths, gap)
            let bottom = tops[cell.rows.upperBound + 1] - (cell.isLeaf ? 0 : 1)
            for (offset, line) in text.enumerated() {
                lines[bottom - text.count + offset].append(
                    (starts[cell.columns.lowerBound], drawn(line, cell, width)))
            }
            if !cell.isLeaf {
                lines[bottom].append((starts[cell.columns.lowerBound], String(repeating: "-", count: width)))
            }
        }
        return lines.map { pieces in
            pieces.sorted { $0.start < $1.start }.reduce(into: "") { $0 = $0.paddedRight(to: $1.start) + $1.text }
        }
    }

    private func drawn(_ line: String, _ cell: HeaderGrid.Cell, _ width: Int) -> String {
        guard cell.isLeaf else { return line.centred(in: width) }
        switch columns[cell.columns.lowerBound].kind {
        case .number: return line.paddedLeft(to: width)
        case .code, .term: return line.centred(in: width)
        case .label, .prose, .entry: return line
        }
    }

    /// How many lines each row of the grid takes; a group has a rule below its words.
    private func heights(_ texts: [[String]]) -> [Int] {
        var heights = [Int](repeating: 0, count: grid.rowCount)
        for (cell, text) in zip(grid.cells, texts) where cell.rows.count == 1 {
            heights[cell.rows.lowerBound] = max(heights[cell.rows.lowerBound], text.count + (cell.isLeaf ? 0 : 1))
        }
        for (cell, text) in zip(grid.cells, texts) where cell.rows.count > 1 {
            let missing = text.count - heights[cell.rows].reduce(0, +)
            if missing > 0 { heights[cell.rows.upperBound] += missing }
        }
        return heights
    }

    private func span(_ range: ClosedRange<Int>, _ widths: [Int], _ gap: Int) -> Int {
        widths[range].reduce(0, +) + gap * (range.count - 1)
    }
}
