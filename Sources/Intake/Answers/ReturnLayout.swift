import DelimitedText
import Domain

/// Where the questions and reasons of a return stand in a file that may be one sent back.
struct ReturnLayout {
    /// The row of the headings as a spreadsheet numbers it; `nil`: it is a return, and not its sheet of questions.
    let headerRow: Int?
    /// By column of a return, the field that holds it.
    let fields: [ReturnSheet.Column: Int]
    /// How many cells the headings have.
    let width: Int
    /// The title by which it is known, and where it stands; `nil` where only the columns say so.
    let title: Head.Cell?

    /// So many columns under a return's title are its table, even where others were deleted.
    private static let leastUnderTitle = 4
    /// Columns that no submission has together.
    private static let telling: [ReturnSheet.Column] = [.file, .message, .rule]
    /// Without these no reason finds its question.
    static let needed: [ReturnSheet.Column] = [.file, .cell, .level, .message, .rule, .reason]

    /// `nil`: the file is no return.
    init?(_ head: Head) {
        let titles = [ReturnSheet.request, ReturnSheet.confirmation].map(Folding.key)
        title = head.cells.first { cell in titles.contains { Folding.key(cell.text).hasPrefix($0) } }
        let names = ReturnSheet.Column.allCases.flatMap { column in
            column.names.map { (column: column, key: Folding.key($0)) }
        }
        for row in head.rows {
            var fields: [ReturnSheet.Column: Int] = [:]
            for (field, text) in row.fields.enumerated() where text.utf8.count < 100 {
                let key = Folding.key(text)
                guard let column = names.first(where: { $0.key == key })?.column, fields[column] == nil else {
                    continue
                }
                fields[column] = field
            }
            guard Self.telling.allSatisfy({ fields[$0] != nil }) || title != nil && fields.count >= Self.leastUnderTitle
            else { continue }
            self.fields = fields
            headerRow = row.spreadsheetRow
            width = row.fields.count
            return
        }
        guard title != nil else { return nil }
        fields = [:]
        headerRow = nil
        width = 0
    }

    /// Older returns say row and column apart.
    var missing: [ReturnSheet.Column] {
        let isOlder = fields[.cell] == nil && (fields[.row] != nil || fields[.column] != nil)
        let needed = Self.needed.flatMap { isOlder && $0 == .cell ? [.row, .column] : [$0] }
        return needed.filter { fields[$0] == nil }
    }
}

extension Head {
    /// The head of a return: no form's, and its lines say to whom it was sent.
    func ofReturn(_ layout: ReturnLayout) -> Head {
        let above = cells.filter { $0.position.row < layout.headerRow ?? .max }
        let addressee = above.lazy.compactMap { cell -> Entry? in
            let parts = cell.text.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, Folding.key(String(parts[0])) == Folding.key(ReturnSheet.addressee) else {
                return nil
            }
            return Entry(
                key: .department, label: String(parts[0]), value: String(parts[1]).trimmedCell,
                position: cell.position)
        }.first
        let period = entries.filter { $0.key == .period && $0.position.row < layout.headerRow ?? .max }.prefix(1)
        return Head(rows: rows, header: nil, cells: above, entries: period + (addressee.map { [$0] } ?? []))
    }
}
