import Domain

/// The list of decisions can be read to its end.
enum UnreadableDecisions: Rule {
    static let code = "unreadable-decisions"
    static let page = Bilingual(
        vi: """
            Tệp xu-ly.csv có ký tự không đọc được hoặc ngoặc kép không đóng. Lưu lại thành CSV UTF-8.
            """,
        en: """
            xu-ly.csv has bytes that are no letters or a quote that is not closed. Save it as CSV UTF-8.
            """)
}
