import Domain
import Reporting

/// What a column decides for the cells in it.
struct ColumnManner: Hashable {
    let kind: Table.Column.Kind
    /// Whether its heading says that its numbers are in percent.
    var namesPercent = false
    /// The standing with the widest mark among its numbers.
    var widest = Figure.Standing.reported

    /// The same where no column stands beside.
    var plain: ColumnManner { ColumnManner(kind: .number, namesPercent: namesPercent) }
}

extension Table {
    /// How the cells of each column are drawn beside each other.
    var manners: [ColumnManner] { columns.indices.map(manner) }

    /// How the cells of a column are drawn.
    func manner(of position: Int) -> ColumnManner {
        var widest = Figure.Standing.reported
        for row in rows {
            guard case .known(_, let standing) = row.cells[position].figure?.content, standing != .reported else {
                continue
            }
            widest = standing
            if standing == .revised { break }
        }
        let column = columns[position]
        return ColumnManner(
            kind: column.kind, namesPercent: column.header.contains { $0.contains("%") }, widest: widest)
    }
}
