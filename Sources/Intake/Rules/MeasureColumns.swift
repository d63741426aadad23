import Domain

/// The header has every column of figures that the department is a source of.
enum MeasureColumns: Rule {
    static let code = "missing-measure-column"
    static let page = Bilingual(
        vi: """
            Đơn vị là nguồn số liệu của những chỉ tiêu này, nhưng biểu gửi đến không có cột của chúng: có thể cột bị \
            xóa, hoặc mang tên khác. Các cột khác vẫn được tính; chỉ tiêu thiếu là chưa báo cáo. Thêm cột theo biểu \
            mẫu rồi gửi lại, hoặc ghi lý do.
            """,
        en: """
            The department is a source of these figures, and its form has no column for them: a column was deleted, \
            or has another name. The other columns count; what is missing is not reported. Add the columns as in the \
            template and send the file again, or give the reason.
            """)

    static func finding(at position: Position, columns: [String], _ form: Form) -> Finding {
        finding(
            .query, at: position, .missing(columns),
            expected: Bilingual(vi: "các cột của biểu \(form.number)", en: "the columns of form \(form.number)"),
            remedy: Bilingual(
                vi: "Thêm cột theo biểu mẫu \(form.number) rồi gửi lại, hoặc ghi lý do.",
                en: "Add them as in the template of \(form.number) and send the file again, or give the reason."))
    }
}

extension Bilingual {
    fileprivate static func missing(_ columns: [String]) -> Self {
        let list = columns.map(\.quoted).joined(separator: ", ")
        return Self(
            vi: "thiếu cột số liệu mà đơn vị phải báo cáo: \(list)",
            en: "columns of figures that the department reports are missing: \(list)")
    }
}
