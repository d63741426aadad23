import Domain

/// A YAML file is YAML.
enum BadYaml: Rule {
    static let code = "bad-yaml"
    static let page = Bilingual(
        vi: """
            Tệp YAML sai cú pháp: thụt lề, dấu hai chấm, ngoặc, hoặc một tên mục viết hai lần. Lỗi chỉ \
            dòng nơi chương trình không đọc tiếp được; chỗ sai thường ở ngay trước đó.
            """,
        en: """
            The file is no YAML: indentation, a colon, a bracket, or a name written twice. The line is \
            where reading stopped; the mistake is usually just before it.
            """)
}

extension FindingText {
    static let notAMapping = Self(
        vi: "tệp không có các mục dạng “tên: giá trị”", en: "the file has no entries “name: value”",
        remedy: (
            "Xem tệp mẫu cùng loại trong thư mục danh mục và viết theo mẫu đó.",
            "Follow another file of its kind in the catalogue."
        ))

    static func badYaml(_ problem: String) -> Self {
        Self(
            vi: "tệp sai cú pháp YAML (\(problem))", en: "the file is no YAML (\(problem))",
            remedy: (
                "Kiểm tra thụt lề, dấu hai chấm, ngoặc và tên mục viết hai lần ở gần dòng này.",
                "Look near this line for indentation, colons, brackets and a name written twice."
            ))
    }
}
