import Domain

/// A new list of decisions says what the one before it said, and more.
enum DecisionsShrunk: Rule {
    static let code = "decisions-taken-back"
    static let page = Bilingual(
        vi: """
            Danh sách xử lý mới có ít hơn một nửa số quyết định của bản trước, có thể do lưu khi đang lọc, chép dở hoặc xóa \
            nhầm. Danh sách đọc được nên được áp dụng: quyết định không còn trong đó hết hiệu lực. Nếu nhầm thì lấy lại bản \
            trước (bản sao lưu, hoặc Previous Versions của Windows). Nếu đúng ý thì không phải làm gì: thông báo hết khi danh \
            sách được sửa lần sau.
            """,
        en: """
            The new list of decisions has less than half of what the one before it had: it may have been saved in part, copied \
            short or deleted by mistake. It can be read, and is in force: what it no longer says is taken back. If that is a \
            mistake, bring the list before it back (from a backup, or Previous Versions of Windows). If it is meant, nothing \
            is to be done: it is said until the list is changed again.
            """)

    /// Fewer may well be taken back by hand.
    private static let leastLost = 5

    /// What is said of a list, by the one before it.
    static func findings(in file: String, now: [Decision], before: [Decision]) -> [Finding] {
        let (now, before) = (now.count { !$0.action.isOrder }, before.count { !$0.action.isOrder })
        guard before - now >= leastLost, now * 2 < before else { return [] }
        return [
            finding(
                .query, at: Position(file: file), value: "\(now)",
                Bilingual(
                    vi:
                        "danh sách chỉ còn \(now) quyết định, bản trước có \(before); những quyết định không còn đã hết hiệu lực",
                    en: "the list has \(now) decisions, and the one before it had \(before); what is gone is taken back"
                ),
                remedy: Bilingual(
                    vi: "Nếu nhầm thì lấy lại bản trước; nếu đúng thì không phải làm gì.",
                    en: "If that is a mistake, bring the list before it back; if it is meant, nothing is to be done."))
        ]
    }
}
