import DelimitedText
import Domain
import KeptLists

extension DecisionsReader {
    /// The header of a list of decisions that has none yet.
    package static var header: [String] { DecisionColumn.allCases.map(\.name) }

    /// Where departments, forms and actions stand in it.
    package static var listed: (department: Int, form: Int, action: Int) {
        func place(_ column: DecisionColumn) -> Int { DecisionColumn.allCases.firstIndex(of: column) ?? 0 }
        return (place(.department), place(.form), place(.action))
    }

    /// The words of the actions.
    package static var actions: [String] { DecisionAction.allCases.map(\.word) }

    /// The lines of a list as they are written, in the columns of `header`; `nil` where its header is not found, or it holds
    /// what must not be kept.
    package static func lines(of file: SourceFile) -> [[String]]? {
        guard let written = try? WrittenDecisions(file), !written.doubts.contains(where: \.isFatal),
            written.unreadCells.isEmpty, written.rivals.isEmpty,
            let (place, columns) = WrittenDecisions.header(of: written.list.rows),
            protection(written, columns).isEmpty, columns.count == DecisionColumn.allCases.count
        else { return nil }
        return written.list.rows.dropFirst(place + 1).map { row in
            DecisionColumn.allCases.map { column in
                columns[column].flatMap { $0 < row.fields.count ? row.fields[$0].cleanCell : nil } ?? ""
            }
        }
    }
}
