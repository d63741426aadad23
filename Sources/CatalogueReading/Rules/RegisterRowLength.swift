import Domain

/// A row of a register is as long as its header.
enum RegisterRowLength: Rule {
    static let code = "register-row-length"
    static let page = Bilingual(
        vi: """
            Dòng có nhiều hoặc ít ô hơn dòng tiêu đề, nên giá trị có thể nằm sai cột. Thường do một ô có \
            dấu phẩy mà không đặt trong ngoặc kép.
            """,
        en: """
            The row has more or fewer cells than the header, so values may stand in the wrong column. \
            Usually a cell holds a comma and is not in quotes.
            """)
}

extension FindingText {
    static func rowLength(_ count: Int, header: Int) -> Self {
        Self(
            vi: "dòng có \(count) ô, dòng tiêu đề có \(header) cột",
            en: "the row has \(count) cells, the header \(header) columns",
            expected: ("\(header) ô", "\(header) cells"),
            remedy: (
                "Thêm hoặc bớt dấu phân cách cho đủ số ô; ô có dấu phân cách bên trong thì đặt trong ngoặc kép.",
                "Add or remove delimiters; put a cell that contains a delimiter in quotes."
            ))
    }

    static func headerLength(_ count: Int, rows: Int) -> Self {
        Self(
            vi: "dòng tiêu đề có \(count) cột, mọi dòng có từ \(rows) ô: có thể dòng tiêu đề mất một dấu phân cách",
            en: "the header has \(count) columns, every row \(rows) cells or more: it may have lost a delimiter",
            remedy: (
                "Kiểm tra tên các cột; thêm dấu phân cách vào dòng tiêu đề hoặc bỏ dấu thừa ở cuối các dòng.",
                "Check the names of the columns; add the delimiter to the header, or take it from the rows' ends."
            ))
    }
}
