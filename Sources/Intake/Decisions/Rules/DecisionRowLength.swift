import Domain

/// A decision has no more cells than its header.
enum DecisionRowLength: Rule {
    static let code = "decision-row-length"
    static let page = Bilingual(
        vi: """
            Dòng có nhiều ô hơn dòng tiêu đề, thường vì lý do có dấu chấm phẩy. Đặt ô đó trong ngoặc \
            kép.
            """,
        en: """
            The line has more cells than the header, usually because its reason holds a semicolon. Put \
            that cell in quotes.
            """)
}

extension FindingText {
    static func rowLength(_ count: Int, _ header: Int) -> Self {
        Self(
            vi: "dòng có \(count) ô, dòng tiêu đề có \(header) cột",
            en: "the row has \(count) cells, the header \(header) columns",
            expected: ("\(header) ô", "\(header) cells"),
            remedy: (
                "Đặt ô có dấu phân cách bên trong vào ngoặc kép.", "Put a cell that contains a delimiter in quotes."
            ))
    }
}
