import Domain

/// Decisions that cannot be seen in the workbook are decisions all the same.
enum HiddenDecisions: Rule {
    static let code = "hidden-decisions"
    static let page = Bilingual(
        vi: """
            Trong xu-ly.xlsx có dòng bị ẩn (thường do lọc danh sách) hoặc cả trang bị ẩn. Dòng ẩn vẫn được thực hiện như dòng \
            khác: lọc chỉ để xem cho gọn, không phải để bỏ quyết định. Muốn bỏ một quyết định thì xóa hẳn dòng đó. Muốn xem \
            hết: Excel, thẻ Data, nút Clear (bỏ lọc).
            """,
        en: """
            In xu-ly.xlsx rows are hidden, mostly because the list is filtered, or its whole sheet is. What is hidden is obeyed \
            like all else: a filter is there to see less, not to take decisions back. To take one back, delete its row. To \
            see all of them: Excel, Data, Clear.
            """)

    private static let shownMax = 8

    /// - Parameter rows: Of the decisions that are hidden, in their order; `nil` where there are none.
    static func finding(_ file: String, rows: [Int]) -> Finding? {
        guard let first = rows.first else { return nil }
        let list = rows.listed(most: shownMax)
        let (vi, en) = (Language.vi.count(rows.count), Language.en.count(rows.count))
        return finding(
            .note, at: Position(file: file, line: first, row: first), value: list,
            Bilingual(
                vi: "\(vi) quyết định ở dòng bị ẩn vẫn được thực hiện: dòng \(list)",
                en: "\(en) \(rows.count == 1 ? "decision" : "decisions") in hidden rows, obeyed all the same: \(list)"),
            remedy: Bilingual(
                vi: "Không phải sửa nếu vẫn cần; muốn bỏ quyết định nào thì xóa hẳn dòng đó.",
                en: "Nothing to mend if they are meant; to take one back, delete its row."))
    }
}
