import Domain

/// A total line says what its rows add up to.
enum UncalculatedTotal: Rule {
    static let code = "uncalculated-total"
    static let page = Bilingual(
        vi: """
            Ô số liệu ở dòng tổng là công thức chưa có kết quả (tệp do phần mềm khác ghi ra, chưa mở và lưu bằng Excel) hoặc \
            công thức bị lỗi (#REF!), nên dòng tổng không đối chiếu được với các dòng của nó. Dòng tổng không bao giờ được \
            cộng, nên số liệu không bị ảnh hưởng. Muốn được đối chiếu: mở tệp trong Excel, bấm Lưu, gửi lại.
            """,
        en: """
            Cells of a total line hold formulas without their values (another program wrote the file, and nobody has saved \
            it in Excel since) or errors of formulas (#REF!), so that the line cannot be held against its rows. Total lines \
            are never added, so no figure is wrong. To have it checked, open the file in Excel, save it, and send it again.
            """)

    /// - Parameter cells: The cells of figures that say nothing: `D12`; at least one.
    static func finding(at position: Position, value: String, cells: [String]) -> Finding {
        let list = cells.listed(most: shownMax)
        return finding(
            .note, at: position, value: value,
            Bilingual(
                vi: "dòng tổng chưa đối chiếu được: \(list) là công thức chưa có kết quả hoặc bị lỗi (\(value.quoted))",
                en: "the total line could not be checked: \(list) holds a formula without a value, or an error "
                    + "(\(value.quoted))"),
            remedy: Bilingual(
                vi: "Không ảnh hưởng số liệu; muốn đối chiếu thì mở tệp trong Excel, bấm Lưu, gửi lại.",
                en: "No figure is affected; to have it checked, open the file in Excel, save it and send it again."))
    }

    private static let shownMax = 6
}
