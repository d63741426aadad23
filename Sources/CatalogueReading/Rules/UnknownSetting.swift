import Domain

/// Every name in a YAML file means something.
enum UnknownSetting: Rule {
    static let code = "unknown-setting"
    static let page = Bilingual(
        vi: """
            Tên mục không có ý nghĩa ở chỗ này, thường do gõ sai (ví dụ bond thay cho bound), nên không \
            có tác dụng. Sửa tên hoặc bỏ mục.
            """,
        en: """
            The name means nothing here, usually for a slip such as bond for bound, so it has no effect. \
            Correct it or remove it.
            """)
}

extension FindingText {
    static func unknown(_ name: String, _ allowed: [String]) -> Self {
        let list = allowed.joined(separator: ", ")
        return Self(
            vi: "không có mục nào tên “\(name)”; mục này không có tác dụng",
            en: "nothing is called “\(name)” here; it has no effect",
            expected: ("một trong: \(list)", "one of: \(list)"),
            remedy: ("Sửa tên mục hoặc bỏ đi.", "Correct the name or remove it."))
    }
}
