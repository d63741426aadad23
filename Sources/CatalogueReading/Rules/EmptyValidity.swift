import Domain

/// What is valid is valid for a day at least.
enum EmptyValidity: Rule {
    static let code = "empty-validity"
    static let page = Bilingual(
        vi: """
            Hiệu lực kết thúc không sau khi bắt đầu, nên dòng không có hiệu lực ngày nào. valid_to là \
            ngày đầu tiên không còn hiệu lực; để trống là chưa kết thúc.
            """,
        en: """
            The validity ends no later than it begins, so the row is valid on no day. valid_to is the \
            first day no longer valid; empty means open.
            """)
}

extension FindingText {
    static func emptyValidity(from: Day, to: Day) -> Self {
        Self(
            vi: "hiệu lực kết thúc (\(to)) không sau khi bắt đầu (\(from))",
            en: "validity ends (\(to)) no later than it begins (\(from))",
            remedy: (
                "valid_to là ngày đầu tiên không còn hiệu lực, phải sau valid_from.",
                "valid_to is the first day no longer valid and comes after valid_from."
            ))
    }
}
