import Domain

/// A YAML file has every entry that it must have.
enum MissingSetting: Rule {
    static let code = "missing-setting"
    static let page = Bilingual(
        vi: """
            Thiếu một mục bắt buộc trong tệp YAML. Thêm mục đó; xem tệp cùng loại để biết cách viết.
            """,
        en: """
            An entry that a YAML file must have is missing. Add it; other files of the kind show how.
            """)
}

extension FindingText {
    static func missing(_ name: String) -> Self {
        Self(
            vi: "thiếu mục “\(name)”", en: "“\(name)” is missing",
            remedy: ("Thêm mục này.", "Add it."))
    }
}
