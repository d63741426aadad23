import Domain

/// A register has all its columns.
enum MissingRegisterColumn: Rule {
    static let code = "missing-register-column"
    static let page = Bilingual(
        vi: """
            Dòng tiêu đề thiếu cột. Tên cột phải đúng từng chữ, ví dụ valid_from; thứ tự tùy ý, cột thêm \
            được bỏ qua. Mọi cột còn thiếu được nêu một lần.
            """,
        en: """
            The header lacks columns. Their names are exact, such as valid_from; their order does not \
            matter, and further ones are left alone. All that are missing are named at once.
            """)
}

extension FindingText {
    static func missingColumns(_ columns: [String]) -> Self {
        let list = columns.map { "“\($0)”" }.joined(separator: ", ")
        return Self(
            vi: "thiếu cột \(list)", en: "columns are missing: \(list)",
            remedy: (
                "Thêm các cột còn thiếu vào dòng tiêu đề, đúng tên như trên; thứ tự cột tùy ý.",
                "Add the missing columns to the header, named exactly so; their order does not matter."
            ))
    }
}
