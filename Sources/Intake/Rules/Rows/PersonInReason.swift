import DelimitedText
import Domain

/// A reason says why, not who.
enum PersonInReason: RowRule {
    static let code = "person-in-reason"
    static let page = Bilingual(
        vi: """
            Thuyết minh được in lại trong báo cáo nên không ghi họ tên, ngày sinh của ai. Thuyết minh có tên người \
            hoặc ngày, năm sinh không được nhận và không lưu làm câu trả lời; câu hỏi của dòng đó vẫn còn, số liệu vẫn \
            tính. Viết lại không nêu người, ví dụ “01 trường hợp tảo hôn phát sinh ở bản giáp ranh”. Số giấy tờ, số \
            điện thoại trong thuyết minh thì cả tệp bị từ chối.
            """,
        en: """
            Reasons are printed in reports, so they name no person and no date of birth. One that does is not taken \
            and not kept as an answer; the row's question stays open and its figures count. Write it again without \
            the person. An identity or telephone number in a reason has the whole file refused.
            """)

    static var judgesMovedCells: Bool { true }

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard let reason = row.reason, isIn(reason) else { return }
        row.reason = nil
        let table = judge.table
        judge.say(Self.self) { finding(at: table.position(row, table.plan.reason)) }
    }

    /// Whether a reason names somebody, or says when somebody was born.
    static func isIn(_ text: String) -> Bool {
        BirthMention.isIn(text) || PersonName.isNamed(in: text) || PersonName.isAddressed(in: text, leastWords: 1)
    }

    static func finding(at position: Position) -> Finding {
        finding(
            .query, at: position, .named,
            expected: Bilingual(vi: "lý do, không nêu người", en: "why, without the person"),
            remedy: Bilingual(
                vi: "Viết lại thuyết minh, không ghi họ tên, ngày sinh.",
                en: "Write the reason again without names and dates of birth."))
    }
}

extension Bilingual {
    fileprivate static var named: Self {
        Self(
            vi: "thuyết minh có họ tên hoặc ngày sinh của người, không nhận làm câu trả lời",
            en: "the reason names a person or a date of birth and is not taken")
    }
}
