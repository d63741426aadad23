import Domain

/// The header of a file of no form is beyond doubt.
enum GuessedHeader: Rule {
    static let code = "header-guessed"
    static let page = Bilingual(
        vi: """
            Tệp không theo biểu nào đã biết, nên dòng tiêu đề chỉ được phỏng đoán: một dòng phía trên có thể là tiêu đề \
            viết bằng dấu ngăn cột khác, hoặc dòng đầu tiên trông như số liệu. Kiểm tra tên các cột trước khi dùng.
            """,
        en: """
            The file follows no known form, so its header is a guess: a line above may be the header in another \
            delimiter, or the first row looks like data. Check the names of the columns before using them.
            """)

    static func finding(at position: Position, header: Int) -> Finding {
        finding(
            .query, at: position,
            Bilingual(
                vi: "chưa rõ dòng tiêu đề; dòng \(header) được coi là tiêu đề",
                en: "which row is the header is not clear; row \(header) was taken for it"),
            remedy: Bilingual(vi: "Kiểm tra tên các cột.", en: "Check the names of the columns."))
    }
}

/// A file of no form holds one table.
enum OneTable: Rule {
    static let code = "several-tables"
    static let page = Bilingual(
        vi: """
            Sau một dòng trống lại có các dòng số liệu, hoặc dòng tiêu đề được lặp lại: có thể tệp ghép từ nhiều bảng, \
            và các cột bên dưới có nghĩa khác. Tách mỗi bảng thành một tệp.
            """,
        en: """
            Rows follow a blank line, or the header comes again: the file may hold several tables, and the columns \
            further down may mean something else. Put each table into a file of its own.
            """)

    static func finding(at position: Position) -> Finding {
        finding(
            .query, at: position,
            Bilingual(
                vi: "từ dòng này có thể là một bảng khác", en: "from this row on it may be another table"),
            remedy: Bilingual(vi: "Tách mỗi bảng thành một tệp.", en: "Put each table into a file of its own."))
    }
}

/// No cell holds what are rows by themselves.
enum SwallowedRows: Rule {
    static let code = "cell-holds-rows"
    static let page = Bilingual(
        vi: """
            Một ô gồm nhiều dòng, trong đó có dòng đủ dấu ngăn cột như một dòng số liệu: có thể dấu nháy kép đặt sai đã \
            gộp các dòng vào một ô. Kiểm tra dấu nháy kép trong tệp.
            """,
        en: """
            A cell has several lines, and one of them has as many delimiters as a row: a misplaced quotation mark may \
            have swallowed rows. Check the quotation marks of the file.
            """)

    static func finding(at position: Position) -> Finding {
        finding(
            .query, at: position,
            Bilingual(
                vi: "một ô trong dòng này có thể đã gộp cả những dòng khác",
                en: "a cell of this row may have swallowed other rows"),
            remedy: Bilingual(vi: "Kiểm tra dấu nháy kép.", en: "Check the quotation marks."))
    }
}

extension PlainTable {
    /// What files of no form are held to.
    package static let rules: [any Rule.Type] = [GuessedHeader.self, OneTable.self, SwallowedRows.self]

    /// Whether a finding says that a row is longer or shorter than the header.
    package static func isOfLength(_ finding: Finding) -> Bool { finding.rule == RowLength.name }
}
