import Domain

/// Every column of the file is one of the form.
enum KnownColumn: Rule {
    static let code = "unknown-column"
    static let page = Bilingual(
        vi: """
            Cột không có trong biểu thì không được tính. Nếu tên cột gần giống một cột của biểu (ví dụ “Lượt ngươi \
            nge”), chương trình hỏi lại chứ không tự chọn; sửa tên cột rồi gửi lại. Cột riêng của đơn vị có thể để \
            lại, nhưng không được ghi tên người hay số giấy tờ.
            """,
        en: """
            A column that the form does not have is not counted. If its name is nearly that of a column of the form, \
            the program asks and does not choose; correct the header and send the file again. A column of your own \
            may stay, without names or numbers of persons.
            """)

    static func finding(at position: Position, header: String, nearest: String?) -> Finding {
        finding(
            nearest == nil ? .note : .query, at: position, value: header, .unknown(header, nearest),
            expected: nearest.map { Bilingual(vi: "“\($0)”", en: "“\($0)”") },
            remedy: nearest.map {
                Bilingual(
                    vi: "Nếu đúng là cột “\($0)”, sửa tên cột rồi gửi lại.",
                    en: "If it is the column “\($0)”, correct the header and send the file again.")
            }
                ?? Bilingual(
                    vi: "Không phải sửa nếu là cột riêng của đơn vị.", en: "Nothing to do if the column is your own."))
    }

    /// A column without a name in which something stands.
    static func unnamed(at position: Position) -> Finding {
        finding(
            .query, at: position,
            Bilingual(
                vi: "cột có số liệu nhưng không có tên, không được tính",
                en: "a column with contents has no name and is not counted"),
            remedy: Bilingual(
                vi: "Ghi tên cột theo biểu mẫu, hoặc xóa cột.", en: "Name the column as in the template, or delete it.")
        )
    }
}

extension Bilingual {
    fileprivate static func unknown(_ header: String, _ nearest: String?) -> Self {
        guard let nearest else {
            return Self(
                vi: "cột \(header.quoted) không có trong biểu, không được tính",
                en: "column \(header.quoted) is not in the form and is not counted")
        }
        return Self(
            vi: "không có cột \(header.quoted); có phải: \(nearest)?",
            en: "there is no column \(header.quoted); is it \(nearest)?")
    }
}
