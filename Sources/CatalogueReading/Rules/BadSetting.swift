import Domain

/// An entry of a YAML file is of its type and one of the values allowed.
enum BadSetting: Rule {
    static let code = "bad-setting"
    static let page = Bilingual(
        vi: """
            Một mục trong tệp YAML không đúng kiểu hoặc không phải một trong các giá trị cho phép; lỗi \
            nêu giá trị đúng.
            """,
        en: """
            An entry of a YAML file is of the wrong type or not one of the values allowed, which the \
            finding names.
            """)
}

extension FindingText {
    static func wrongType(_ type: (vi: String, en: String)) -> Self {
        Self(
            vi: "ở đây cần \(type.vi)", en: "\(type.en) is needed here", expected: type,
            remedy: ("Viết lại mục này đúng kiểu.", "Write it as that."))
    }
}
