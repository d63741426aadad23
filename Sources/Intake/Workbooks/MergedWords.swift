import Domain
import SheetReading

/// Cells of words that were merged over several rows of a table: what stands in the first row stands for them all, since the
/// sheet itself says so. Figures are never taken so.
struct MergedWords {
    private struct Open {
        let range: SheetMarks.Range
        var held: (kind: SheetRow.Kind, text: [UInt8])?
        var hasFilled = false

        var column: Int { range.columns.lowerBound }
    }

    /// In the order of their rows; those of one column do not overlap.
    private var ranges: [SheetMarks.Range] = []
    private var next = 0
    /// One a column at most.
    private var open: [Open] = []
    private let figures: Set<Int>
    /// Those that filled a row below their first.
    private(set) var filled: [SheetMarks.Range] = []

    var isEmpty: Bool { ranges.isEmpty }

    /// Without any.
    init() { figures = [] }

    init(_ marks: SheetMarks, header: TableHeader?, plans: [FormPlan]) {
        guard let header else {
            figures = []
            return
        }
        var (words, figures): (Set<Int>, Set<Int>) = ([], [])
        let forms = header.forms
        for (field, columns) in header.columns.enumerated() {
            let meant = columns.filter { forms.contains($0.form) }.map { plans[$0.form].form.columns[$0.column] }
            if meant.contains(where: \.isQuantity) {
                figures.insert(field + 1)
            } else if !meant.isEmpty, meant.allSatisfy({ $0.kind != .ordinal }) {
                words.insert(field + 1)
            }
        }
        self.figures = figures
        let merged = marks.merged.filter { range in
            range.rows.count > 1 && range.rows.lowerBound > header.spreadsheetRow
                && words.contains(range.columns.lowerBound)
        }
        var lastRows: [Int: Int] = [:]
        for range in merged.sorted(by: { $0.rows.lowerBound < $1.rows.lowerBound })
        where range.rows.lowerBound > lastRows[range.columns.lowerBound] ?? 0 {
            lastRows[range.columns.lowerBound] = range.rows.upperBound
            ranges.append(range)
        }
    }

    /// Fills the words of a row that has figures; rows come in their order.
    mutating func fill(_ row: inout SheetRow) {
        while next < ranges.count, ranges[next].rows.lowerBound <= row.number {
            open.removeAll { $0.column == ranges[next].columns.lowerBound }
            open.append(Open(range: ranges[next]))
            next += 1
        }
        guard !open.isEmpty else { return }
        open.removeAll { $0.range.rows.upperBound < row.number }
        let hasFigures = row.cells.contains { figures.contains($0.column) }
        for place in open.indices {
            let column = open[place].column
            if open[place].range.rows.lowerBound == row.number {
                let cell = row.cells.first { $0.column == column }
                open[place].held = cell.map { ($0.kind, Array(row.bytes(of: $0))) }
            } else if hasFigures, let held = open[place].held, !row.cells.contains(where: { $0.column == column }) {
                row.fill(column, held.kind, held.text)
                if !open[place].hasFilled { filled.append(open[place].range) }
                open[place].hasFilled = true
            }
        }
    }
}
