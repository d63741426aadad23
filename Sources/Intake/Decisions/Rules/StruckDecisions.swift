import Domain

/// Decisions that are struck through in the workbook are decisions all the same, and asked about.
enum StruckDecisions: Rule {
    static let code = "struck-decisions"
    static let page = Bilingual(
        vi: """
            Trong xu-ly.xlsx có dòng, hoặc ô của dòng, bị gạch ngang (định dạng chữ Strikethrough). Chương trình không biết \
            gạch để bỏ quyết định hay chỉ để đánh dấu việc đã xong, nên dòng vẫn được thực hiện và được hỏi lại. Muốn bỏ một \
            quyết định thì xóa hẳn dòng đó; nếu vẫn cần thì bỏ gạch ngang (chọn dòng, Ctrl+5).
            """,
        en: """
            In xu-ly.xlsx rows, or cells of them, are struck through. Nobody can say whether a decision was taken back or only \
            marked as done, so it is obeyed and asked about. To take one back, delete its row; if it is meant, undo the \
            formatting (Ctrl+5).
            """)

    private static let shownMax = 8

    /// - Parameter rows: Of the decisions that are struck through, in their order; `nil` where there are none.
    static func finding(_ file: String, rows: [Int]) -> Finding? {
        guard let first = rows.first else { return nil }
        let list = rows.listed(most: shownMax)
        let (vi, en) = (Language.vi.count(rows.count), Language.en.count(rows.count))
        return finding(
            .query, at: Position(file: file, line: first, row: first), value: list,
            Bilingual(
                vi: "\(vi) quyết định ở dòng gạch ngang vẫn được thực hiện: dòng \(list)",
                en:
                    "\(en) \(rows.count == 1 ? "decision" : "decisions") struck through, obeyed all the same: row \(list)"
            ),
            remedy: Bilingual(
                vi: "Muốn bỏ quyết định nào thì xóa hẳn dòng đó; nếu vẫn cần thì bỏ gạch ngang.",
                en: "To take one back, delete its row; if it is meant, undo the line."))
    }
}
