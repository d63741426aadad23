import Domain

/// Every row is of a place, or adds up others: what only compares is no row of data.
enum ComparisonRow: Rule {
    static let code = "comparison-row"
    static let page = Bilingual(
        vi: """
            Dòng như “Tổng kỳ trước”, “Cùng kỳ năm trước”, “Tăng, giảm”, “Bình quân”, “Tỷ lệ (%)”, “Lũy kế từ đầu năm” chỉ để \
            so sánh, “Trong đó: …” chỉ nêu một phần của các dòng khác, không phải số của xã, phường nào trong kỳ. Dòng đó được bỏ qua, các dòng khác vẫn được tính. Không phải \
            sửa.
            """,
        en: """
            A row such as “Tổng kỳ trước” (the period before), “Tăng, giảm” (change), “Bình quân” (average), “Tỷ lệ (%)” \
            (share) or “Lũy kế” (since January) only compares, and “Trong đó: …” (of which) is some of what other rows have; neither \
            is a commune's in the period. It is left out; the other \
            rows count. Nothing has to be done.
            """)

    static func finding(at position: Position, label: String) -> Finding {
        let message =
            RowLabel.isPart(Folding.key(label))
            ? Bilingual(
                vi: "dòng \(label.quoted) chỉ nêu một phần của các dòng khác, không phải số của xã, phường nào: "
                    + "được bỏ qua",
                en: "the row \(label.quoted) is some of what other rows have, and no commune's: it is left out")
            : Bilingual(
                vi: "dòng \(label.quoted) chỉ để so sánh, không phải số của xã, phường nào trong kỳ: được bỏ qua",
                en: "the row \(label.quoted) only compares, and is no commune's in the period: it is left out")
        return finding(
            .note, at: position, value: label, message,
            remedy: Bilingual(vi: "Không phải sửa.", en: "Nothing to do."))
    }
}
