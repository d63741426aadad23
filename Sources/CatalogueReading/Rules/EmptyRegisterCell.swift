import Domain

/// A cell that must be filled is filled.
enum EmptyRegisterCell: Rule {
    static let code = "empty-register-cell"
    static let page = Bilingual(
        vi: """
            Một ô bắt buộc để trống. Điền ô đó; ô chưa rõ thì hỏi lại trước khi dùng danh mục.
            """,
        en: "A cell that must be filled is empty. Fill it.")
}
