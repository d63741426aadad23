import Domain
import Reporting

/// A table drawn with characters, no line wider than `widthMax`.
///
/// What does not fit side by side follows below in blocks of columns, each with the leading labels again. Numbers stand
/// at the right and are never broken; labels and sentences are.
struct TextTable {
    private let columns: [Table.Column]
    private let rows: [Row]
    private let widthMax: Int

    private struct Row {
        let style: Table.Row.Style
        let texts: [String]
    }

    /// What stands between two columns.
    private static let gap = 2

    init(_ table: Table, language: Language, widthMax: Int) {
        columns = table.columns.map { Table.Column($0.header.map(\.onOneLine), kind: $0.kind) }
        rows = table.rows.map { row in
            Row(style: row.style, texts: row.cells.map { $0.text(in: language).onOneLine })
        }
        self.widthMax = widthMax
    }

    /// The lines, without spaces at their ends; blocks of columns are parted by an empty line.
    func lines() -> [String] {
        guard !columns.isEmpty else { return [] }
        return Array(blocks().map(lines(of:)).joined(separator: [""])).map(\.withoutTrailingSpaces)
    }

    /// The columns that every block begins with: up to the first label.
    private var leading: Range<Int> {
        guard let label = columns.firstIndex(where: { $0.kind == .label }), label < 3 else { return 0..<1 }
        return 0..<label + 1
    }

    /// The columns of each block. Columns under one heading stay together if a block can hold them.
    private func blocks() -> [[Int]] {
        let repeated = Array(leading)
        var blocks: [[Int]] = []
        var block = repeated
        func isFree(_ candidate: [Int]) -> Bool { width(ofNarrowest: candidate) <= widthMax }
        for group in groups() {
            if isFree(block + group) {
                block += group
                continue
            }
            if block.count > repeated.count, isFree(repeated + group) {
                blocks.append(block)
                block = repeated + group
                continue
            }
            for column in group {
                if block.count > repeated.count, !isFree(block + [column]) {
                    blocks.append(block)
                    block = repeated
                }
                block.append(column)
            }
        }
        if block.count > repeated.count || blocks.isEmpty { blocks.append(block) }
        return balanced(blocks, repeated.count)
    }

    /// Moves columns from the block before the last, so that no column or two follow alone.
    private func balanced(_ blocks: [[Int]], _ repeated: Int) -> [[Int]] {
        guard blocks.count > 1 else { return blocks }
        var blocks = blocks
        let last = blocks.count - 1
        while blocks[last].count - repeated < 3, blocks[last - 1].count > blocks[last].count + 1,
            let moved = blocks[last - 1].last, columns[moved].header.count == 1,
            width(ofNarrowest: blocks[last] + [moved]) <= widthMax
        {
            blocks[last - 1].removeLast()
            blocks[last].insert(moved, at: repeated)
        }
        return blocks
    }

    private func groups() -> [[Int]] {
        var groups: [[Int]] = []
        for column in leading.upperBound..<columns.count {
            let path = columns[column].header
            if path.count > 1, let before = groups.last?.last, columns[before].header.count > 1,
                columns[before].header[0] == path[0]
            {
                groups[groups.count - 1].append(column)
            } else {
                groups.append([column])
            }
        }
        return groups
    }

    private func width(ofNarrowest block: [Int]) -> Int {
        let widths = block.map { narrowest($0) }
        return widths.reduce(0, +) + TextTable.gap * (block.count - 1)
    }

    /// The width that a column needs: its widest number, or enough of its words to be read.
    private func narrowest(_ column: Int) -> Int {
        let heading = columns[column].header.last.map(LineBreaking.widestWord) ?? 0
        let needed: Int
        switch columns[column].kind {
        case .number: needed = max(heading, widest(column))
        case .code, .term: needed = max(heading, min(widest(column), 16))
        case .label: needed = max(min(heading, 20), min(widest(column), 20))
        case .prose, .entry: needed = max(min(heading, 20), min(widest(column), 20))
        }
        // Three leading columns and one more always fit.
        return min(max(needed, 1), (widthMax - 3 * TextTable.gap) / 4)
    }

    /// The width with which nothing in the column is broken for want of room, within reason.
    private func natural(_ column: Int) -> Int {
        let heading = columns[column].header.last.map { min(DisplayWidth.of($0), 12) } ?? 0
        let most = columns[column].kind == .prose ? 60 : 40
        return max(narrowest(column), min(max(heading, widest(column)), most))
    }

    private func widest(_ column: Int) -> Int {
        rows.lazy.filter { !isHeading($0) }.map { row in
            let indent = row.style == .part && column == labelColumn ? 2 : 0
            return DisplayWidth.of(row.texts[column]) + indent
        }.max() ?? 0
    }

    private var labelColumn: Int { columns.firstIndex { $0.kind == .label } ?? 0 }

    /// Whether a row is words alone, over the rows below it.
    private func isHeading(_ row: Row) -> Bool {
        row.style == .group && row.texts.filter { !$0.isEmpty }.count <= 1
    }
}

extension TextTable {
    private func lines(of block: [Int]) -> [String] {
        let head = TextTableHead(block.map { columns[$0] })
        let widths = head.widened(widths(of: block), gap: TextTable.gap, widthMax: widthMax)
        let rule = widths.map { String(repeating: "-", count: $0) }
            .joined(separator: String(repeating: " ", count: TextTable.gap))
        var lines = head.lines(widths, gap: TextTable.gap) + [rule]
        for (index, row) in rows.enumerated() {
            if row.style == .total, index > 0, rows[index - 1].style != .total { lines.append(rule) }
            lines +=
                isHeading(row)
                ? LineBreaking(width: widthMax, hanging: "  ").lines(row.texts.joined())
                : self.lines(of: row, block, widths)
            if row.style == .total, index + 1 < rows.count, rows[index + 1].style != .total { lines.append(rule) }
        }
        return lines
    }

    /// Gives the room that is left to the columns that want it most.
    private func widths(of block: [Int]) -> [Int] {
        var widths = block.map { narrowest($0) }
        let wanted = block.map { natural($0) }
        var left = widthMax - widths.reduce(0, +) - TextTable.gap * (block.count - 1)
        while left > 0, let neediest = widths.indices.max(by: { wanted[$0] - widths[$0] < wanted[$1] - widths[$1] }),
            wanted[neediest] > widths[neediest]
        {
            widths[neediest] += 1
            left -= 1
        }
        return widths
    }

    private func lines(of row: Row, _ block: [Int], _ widths: [Int]) -> [String] {
        let cells = zip(block, widths).map { column, width in
            let breaking = LineBreaking(width: width, hanging: columns[column].kind == .number ? "" : "  ")
            guard row.style == .part, column == labelColumn else {
                return (columns[column].kind == .label ? breaking : LineBreaking(width: width))
                    .lines(row.texts[column])
            }
            return LineBreaking(width: width - 2, hanging: "  ").lines(row.texts[column]).map { "  " + $0 }
        }
        return (0..<(cells.map(\.count).max() ?? 0)).map { line in
            zip(block.indices, cells).map { position, cell in
                let text = line < cell.count ? cell[line] : ""
                switch columns[block[position]].kind {
                case .number: return text.paddedLeft(to: widths[position])
                case .code, .term: return text.centred(in: widths[position]).paddedRight(to: widths[position])
                case .label, .prose, .entry: return text.paddedRight(to: widths[position])
                }
            }.joined(separator: String(repeating: " ", count: TextTable.gap))
        }
    }
}
