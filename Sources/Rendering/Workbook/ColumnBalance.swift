import Domain
import Reporting

/// Gives and takes between columns of words, so that rows are as low as the page's width lets them be.
///
/// What the columns take together stays the same, and none becomes narrower than its widest word.
struct ColumnBalance {
    private var columns: [Column]
    private let rowCount: Int
    private let fontSize: Double

    /// Pixels that go from one column to another at once.
    private static let step = 6.0
    private static let stepsMost = 60
    /// Tables of more rows are left as they are: nobody prints them.
    private static let rowsMost = 400

    /// A column whose words may go on in a second line.
    private struct Column {
        let position: Int
        let least: Double
        let texts: [(text: String, isBold: Bool, beside: Double)]
        /// Lines of each row, by the width for which they were counted.
        var known: [Int: [Int]] = [:]
    }

    /// - Parameter least: Of each column, what its widest word needs; `nil` for one that gives and takes nothing.
    init(_ tables: [Table], least: [Double?], language: Language, indent: Double, fontSize: Double) {
        self.fontSize = fontSize
        let isShort = tables.reduce(0) { $0 + $1.rows.count } <= ColumnBalance.rowsMost
        guard isShort, least.count(where: { $0 != nil }) > 1 else {
            (columns, rowCount) = ([], 0)
            return
        }
        let rows = tables.flatMap { table in table.rows.filter { !$0.isHeading }.map { (row: $0, table: table) } }
        rowCount = rows.count
        columns = least.enumerated().compactMap { position, least in
            guard let least else { return nil }
            let texts = rows.map { row, table -> (text: String, isBold: Bool, beside: Double) in
                guard position < row.cells.count else { return ("", false, 0) }
                let kind = table.columns[position].kind
                let text = row.cells[position].text(in: language)
                return (
                    kind == .term ? text.replacing("-", with: "- ") : text, row.style == .total || row.style == .group,
                    SheetColumns.besides(kind, of: row, indent: indent)
                )
            }
            return Column(position: position, least: least, texts: texts)
        }
    }

    /// The widths with which the rows are lowest, found by the best step at a time.
    mutating func balance(_ widths: inout [Double]) {
        guard columns.count > 1 else { return }
        var height = self.height(widths)
        for _ in 0..<ColumnBalance.stepsMost {
            var best: (height: Int, widths: [Double])?
            for giver in columns.indices {
                for taker in columns.indices where taker != giver {
                    for steps in [1.0, 3.0, 8.0] {
                        let given = ColumnBalance.step * steps
                        guard widths[columns[giver].position] - given >= columns[giver].least else { continue }
                        var tried = widths
                        tried[columns[giver].position] -= given
                        tried[columns[taker].position] += given
                        let reached = self.height(tried)
                        if reached < best?.height ?? height { best = (reached, tried) }
                    }
                }
            }
            guard let best else { return }
            (height, widths) = (best.height, best.widths)
        }
    }

    /// Lines of all rows together.
    private mutating func height(_ widths: [Double]) -> Int {
        var lines = [Int](repeating: 1, count: rowCount)
        for index in columns.indices {
            let own = self.lines(of: index, width: widths[columns[index].position])
            for row in lines.indices where own[row] > lines[row] { lines[row] = own[row] }
        }
        return lines.reduce(0, +)
    }

    private mutating func lines(of index: Int, width: Double) -> [Int] {
        let key = Int(width)
        if let known = columns[index].known[key] { return known }
        let (plain, bold) = (TextMetrics(fontSize: fontSize), TextMetrics(fontSize: fontSize, isBold: true))
        let counted = columns[index].texts.map { text, isBold, beside in
            (isBold ? bold : plain).lineCount(text, width: (width.rounded(.down) - beside) * SheetColumns.trust)
        }
        columns[index].known[key] = counted
        return counted
    }
}
