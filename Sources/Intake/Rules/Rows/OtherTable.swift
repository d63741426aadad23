import Domain

/// A table of figures has one header, and is of one period.
enum OtherTable: Rule {
    static let code = "other-table"
    static let page = Bilingual(
        vi: """
            Dưới bảng số liệu còn một bảng khác: có dòng tiêu đề khác (các cột đứng ở chỗ khác), hoặc dòng ghi kỳ khác (“Kỳ báo \
            cáo: Tháng 9 năm 2026”), ghi số khác (“Dự kiến tháng 11”, “Lũy kế từ đầu năm”) trên các dòng của xã, phường. Số của bảng đó không phải là số của các cột ở trên, nên từ dòng ấy trở đi không được tính \
            và các xã, phường ở đó được coi là còn thiếu số liệu. Gửi mỗi bảng thành một tệp, hoặc một trang tính, riêng.
            """,
        en: """
            Below the table stands another: with another header (its columns stand elsewhere), or under a line of another \
            period (“Kỳ báo cáo: Tháng 9 năm 2026”) or of other figures (“Dự kiến tháng 11”, planned; “Lũy kế từ đầu năm”, since \
            January). Its numbers are not those of the columns above, so nothing from that row \
            on counts, and its communes count as missing. Send each table as a file, or a sheet, of its own.
            """)

    static func finding(at position: Position, value: String, isOfPeriod: Bool) -> Finding {
        finding(
            .error, at: position, value: value,
            isOfPeriod
                ? Bilingual(
                    vi:
                        "từ dòng này là số liệu khác với số của kỳ (\(value.quoted)): các dòng bên dưới không được tính",
                    en:
                        "from this row on the figures are others than the period's (\(value.quoted)): the rows below are not counted"
                )
                : Bilingual(
                    vi: "từ dòng này là một bảng khác (tiêu đề \(value.quoted)): các dòng bên dưới không được tính",
                    en: "from this row on it is another table (headed \(value.quoted)): the rows below are not counted"),
            remedy: Bilingual(
                vi: "Gửi mỗi bảng thành một tệp, hoặc một trang tính, riêng.",
                en: "Send each table as a file, or a sheet, of its own."))
    }
}
