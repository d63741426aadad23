import Domain

/// What is sent again has a higher number.
enum NumberedLower: Rule {
    static let code = "numbered-lower"
    static let page = Bilingual(
        vi:
            "Tệp nhận sau một tệp khác của cùng đơn vị, biểu và kỳ, nội dung khác, nhưng “Lần gửi” ghi thấp hơn. Lần gửi cao hơn được tính, dù "
            + "nhận trước, nên tệp này không được tính. Nếu đây là bản sửa, gửi lại với “Lần gửi” cao hơn; nếu “Lần gửi” của tệp kia ghi nhầm "
            + "(22 thay vì 2), quyết định “thay tệp” trong xu-ly.csv. Nếu đây là bản cũ thì không phải làm gì.",
        en:
            "The file came after another of the same department, form and period, with other contents and a lower “Lần gửi”. The higher one "
            + "counts, though it came before, so this file does not. If it is a correction, send it with a higher “Lần gửi”; if the other's "
            + "number is a slip (22 for 2), decide “thay tệp” in xu-ly.csv. If it is an old one, nothing has to be done."
    )

    /// Files that came after one that stands in their place by its number alone, with that one.
    static func overtaken(among live: some Sequence<Contender>, by standing: [Contender]) -> [(Contender, Contender)] {
        live.filter { !$0.isSupplement }.compactMap { late in
            let higher = standing.first { other in
                !other.isSupplement && other.reading.part == late.reading.part
                    && other.precedence.decision == late.precedence.decision
                    && other.precedence.sequence > late.precedence.sequence
                    && other.precedence.receivedAt < late.precedence.receivedAt
                    && other.reading.receipt.sha256 != late.reading.receipt.sha256
            }
            return higher.map { (late, $0) }
        }
    }

    static func finding(_ late: Reading, below standing: Reading) -> Finding {
        finding(
            .query, at: Position(file: late.receipt.path),
            Bilingual(
                vi:
                    "nhận sau, nhưng “Lần gửi” là \(late.sequence), thấp hơn lần gửi \(standing.sequence) của \(standing.receipt.path): tệp này "
                    + "không được tính",
                en:
                    "it came later, but its “Lần gửi” is \(late.sequence), lower than the \(standing.sequence) of \(standing.receipt.path): this "
                    + "file does not count"),
            remedy: Bilingual(
                vi: "Nếu là bản sửa, gửi lại với “Lần gửi” cao hơn, hoặc quyết định “thay tệp” trong xu-ly.csv.",
                en: "If it is a correction, send it with a higher “Lần gửi”, or decide “thay tệp” in xu-ly.csv."))
    }
}
