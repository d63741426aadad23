extension SheetRow {
    /// Texts as the rows of a sheet, one below the other.
    package static func rows(of texts: [String], _ body: (SheetRow) throws -> Void) throws {
        var row = SheetRow()
        for (place, text) in texts.enumerated() {
            row.begin(place + 1, isHidden: false)
            row.add(1, .text, text.utf8)
            try body(row)
        }
    }

    /// Comments as the rows of a sheet, each where its cell is; those whose cell is not known below all others.
    package static func rows(of comments: [SheetMarks.Comment], _ body: (SheetRow) throws -> Void) throws {
        let placed = comments.filter { $0.row > 0 && $0.column > 0 }
            .sorted { ($0.row, $0.column) < ($1.row, $1.column) }
        var row = SheetRow()
        for comment in placed {
            if comment.row != row.number {
                if row.number > 0 { try body(row) }
                row.begin(comment.row, isHidden: false)
            }
            // A cell has one comment; an answer to it stands in the next column.
            let column = max(comment.column, (row.cells.last?.column ?? 0) + 1)
            row.add(column, .text, comment.text.utf8)
        }
        if row.number > 0 { try body(row) }
        var next = row.number + 1
        for comment in comments where comment.row <= 0 || comment.column <= 0 {
            row.begin(next, isHidden: false)
            row.add(1, .text, comment.text.utf8)
            try body(row)
            next += 1
        }
    }
}
