import Domain

/// The list of decisions has all its columns.
enum MissingDecisionColumn: Rule {
    static let code = "missing-decision-column"
    static let page = Bilingual(
        vi: """
            Dòng tiêu đề của xu-ly.csv thiếu cột, nên không dòng nào được thực hiện. Dòng tiêu đề đầy \
            đủ: Ngày; Kỳ; Đơn vị; Biểu; Tệp; Việc; Giá trị; Lý do; Chức danh người duyệt.
            """,
        en: """
            The header of xu-ly.csv lacks columns, so no line is obeyed. In full it is: Ngày; Kỳ; Đơn \
            vị; Biểu; Tệp; Việc; Giá trị; Lý do; Chức danh người duyệt.
            """)
}

extension FindingText {
    static func missingColumns(_ columns: [DecisionColumn]) -> Self {
        let list = columns.map { "“\($0.name)”" }.joined(separator: ", ")
        return Self(
            vi: "thiếu cột \(list)", en: "columns are missing: \(list)",
            remedy: (
                "Thêm các cột còn thiếu vào dòng tiêu đề; thứ tự cột tùy ý.",
                "Add the missing columns to the header; their order does not matter."
            ))
    }
}
