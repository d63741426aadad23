import Domain

/// A table of figures has one header, and is of one period.
enum OtherTable: Rule {
    static let code = "other-table"
    static let page = Bilingual(
        vi: """
            Dưới bảng số liệu còn một bảng khác: có dòng tiêu đề khác (các cột đứng ở chỗ khác), hoặc dòng ghi kỳ khác (“Kỳ báo \
            cáo: Tháng 9 năm 2026”), ghi số khác (“II. Kế hoạch tháng 11”, “Chưa tổ chức”, “Lũy kế từ đầu năm”) hoặc việc do đơn vị khác chủ \
            trì (“II. Phối hợp”) trên các dòng của xã, phường. Số của bảng đó không phải là số của kỳ ở các cột bên trên, nên từ dòng ấy \
            trở đi không được tính và các xã, phường ở đó được coi là còn thiếu số liệu. Gửi mỗi bảng thành một tệp, hoặc một trang tính, \
            riêng; bỏ các dòng kế hoạch và các dòng phối hợp, vì đơn vị chủ trì đã ghi.
            """,
        en: """
            Below the table stands another: with another header (its columns stand elsewhere), or under a line of another \
            period (“Kỳ báo cáo: Tháng 9 năm 2026”), of other figures (“II. Kế hoạch tháng 11”, planned; “Lũy kế từ đầu năm”, since \
            January) or of what others lead (“II. Phối hợp”). Its numbers are not the period's in the columns above, so nothing from \
            that row on counts, and its communes count as missing. Send each table as a file, or a sheet, of its own; leave out rows \
            of plans, and of what others lead, who report it.
            """)

    /// What stands below a heading.
    enum Kind {
        case header, figures, partners
    }

    static func finding(at position: Position, value: String, _ kind: Kind) -> Finding {
        finding(.error, at: position, value: value, message(value, kind), remedy: remedy(kind))
    }

    private static func message(_ value: String, _ kind: Kind) -> Bilingual {
        switch kind {
        case .figures:
            Bilingual(
                vi: "từ dòng này là số liệu khác với số của kỳ (\(value.quoted)): các dòng bên dưới không được tính",
                en:
                    "from this row on the figures are others than the period's (\(value.quoted)): the rows below are not counted"
            )
        case .header:
            Bilingual(
                vi: "từ dòng này là một bảng khác (tiêu đề \(value.quoted)): các dòng bên dưới không được tính",
                en: "from this row on it is another table (headed \(value.quoted)): the rows below are not counted")
        case .partners:
            Bilingual(
                vi:
                    "từ dòng này là việc phối hợp (\(value.quoted)), do đơn vị chủ trì báo cáo: các dòng bên dưới không được tính",
                en:
                    "from this row on it is what others lead (\(value.quoted)), who report it: the rows below are not counted"
            )
        }
    }

    private static func remedy(_ kind: Kind) -> Bilingual {
        switch kind {
        case .figures, .header:
            Bilingual(
                vi: "Gửi mỗi bảng thành một tệp, hoặc một trang tính, riêng.",
                en: "Send each table as a file, or a sheet, of its own.")
        case .partners:
            Bilingual(
                vi: "Bỏ các dòng phối hợp rồi gửi lại; nếu là việc do đơn vị chủ trì, sửa tên nhóm.",
                en: "Remove these rows and send the file again; if the department leads them, rename the group.")
        }
    }
}
