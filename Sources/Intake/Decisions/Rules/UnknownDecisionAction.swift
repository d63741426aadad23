import Domain

/// The action of a decision is one that the program obeys.
enum UnknownDecisionAction: Rule {
    static let code = "unknown-decision-action"
    static let page = Bilingual(
        vi: """
            Việc là một trong: ngày nhận, gia hạn, miễn, nhận tệp, thay tệp, rút tệp, chốt, mở lại, duyệt, \
            phát hành, xuất gói; viết có dấu \
            hay không dấu đều được.
            """,
        en: """
            The action is one of: ngày nhận, gia hạn, miễn, nhận tệp, thay tệp, rút tệp, chốt, mở lại, duyệt, \
            phát hành, xuất gói, with or \
            without diacritics.
            """)
}

extension FindingText {
    static func unknownAction(_ text: String) -> Self {
        let list = DecisionAction.allCases.map(\.word).joined(separator: ", ")
        return Self(
            vi: "không có việc “\(text)”", en: "there is no action “\(text)”",
            expected: ("một trong: \(list)", "one of: \(list)"),
            remedy: ("Ghi một trong: \(list).", "Write one of: \(list)."))
    }
}
