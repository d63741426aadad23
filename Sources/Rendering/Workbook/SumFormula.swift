import Domain
import Reporting
import Spreadsheet

/// The formula by which Excel finds a sum again.
///
/// There is one only where it gives the very value of the cell: marks among the rows are texts, which `SUM` leaves out.
struct SumFormula {
    private let table: Table
    /// The sheet's row of the table's first.
    private let firstRow: Int

    /// The most arguments that a function takes.
    private static let argumentsMax = 255

    init(_ table: Table, firstRow: Int) {
        self.table = table
        self.firstRow = firstRow
    }

    /// The formula of the cell in `row` and `column`, which does not count itself.
    func formula(_ sum: Figure, of rows: [Int], row: Int, column: Int) -> String? {
        guard let value = sum.quantity, !rows.isEmpty, !rows.contains(row), Set(rows).count == rows.count,
            total(of: rows, column: column) == value
        else { return nil }
        let spans = spans(of: rows.sorted())
        guard spans.count <= SumFormula.argumentsMax else { return nil }
        let arguments = spans.map { span in
            let first = CellAddress(row: firstRow + span.lowerBound, column: column)
            let last = CellAddress(row: firstRow + span.upperBound, column: column)
            return first == last ? first.description : CellRange(first, last).description
        }
        return "SUM(\(arguments.joined(separator: ",")))"
    }

    /// What `SUM` gives; `nil` where a cell is no plain quantity and no mark.
    private func total(of rows: [Int], column: Int) -> Quantity? {
        var total = Quantity.zero
        for row in rows {
            guard table.rows.indices.contains(row), table.rows[row].cells.indices.contains(column) else { return nil }
            switch table.rows[row].cells[column] {
            case .figure(let figure, _), .sum(let figure, _, _):
                if figure.absence != nil { continue }
                guard let quantity = figure.quantity, let sum = total.adding(quantity) else { return nil }
                total = sum
            case .blank, .text, .entry: continue
            default: return nil
            }
        }
        return total
    }

    private func spans(of rows: [Int]) -> [ClosedRange<Int>] {
        rows.reduce(into: []) { spans, row in
            if let last = spans.last, last.upperBound + 1 == row {
                spans[spans.count - 1] = last.lowerBound...row
            } else {
                spans.append(row...row)
            }
        }
    }
}
