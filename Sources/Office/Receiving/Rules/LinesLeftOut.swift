import Domain

/// Every line of a file stands in its table.
enum LinesLeftOut: Rule {
    static let code = "lines-left-out"
    static let page = Bilingual(
        vi:
            "Các dòng này nằm trên hoặc dưới bảng (tiêu đề, dòng tổng cộng, chữ ký, ghi chú) nên không phải là số liệu. "
            + "Đây chỉ là lưu ý khi xem cách đọc tệp; không phải làm gì.",
        en:
            "These lines stand above or below the table (titles, totals, signatures, notes) and are no data. It is only a "
            + "note on how the file is read; there is nothing to do.")

    static func finding(at position: Position, rows: ClosedRange<Int>) -> Finding {
        finding(
            .note, at: position,
            Bilingual(
                vi: "các dòng \(rows.lowerBound)–\(rows.upperBound) nằm ngoài bảng nên được bỏ qua",
                en: "rows \(rows.lowerBound)–\(rows.upperBound) stand outside the table and are left out"),
            remedy: Bilingual(vi: "Không phải làm gì.", en: "Nothing to do."))
    }
}
