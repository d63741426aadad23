import DelimitedText
import Domain

/// A reason is short.
enum ReasonLength: RowRule {
    static let code = "reason-too-long"
    static let page = Bilingual(
        vi: """
            Cột Thuyết minh trả lời câu hỏi về số liệu của dòng, nhiều nhất 200 ký tự, vì được in lại trong báo cáo. \
            Thuyết minh dài hơn không được nhận làm câu trả lời. Rút ngắn, không ghi tên người.
            """,
        en: """
            The column Thuyết minh answers what is asked about its row in at most 200 characters, since it is \
            printed in the report. A longer one is not taken. Shorten it, and name no persons.
            """)

    /// Characters.
    static let most = 200

    static var judgesMovedCells: Bool { true }

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard let reason = row.reason else { return }
        row.reason = usable(reason)
        guard row.reason == nil else { return }
        let table = judge.table
        judge.say(Self.self) { finding(at: table.position(row, table.plan.reason), length: reason.count) }
    }

    /// A reason as it is kept; `nil` where there is none, or one too long.
    static func usable(_ reason: String) -> String? {
        reason.isEmpty || reason.utf8.count > most && reason.count > most ? nil : reason.shownOnOneLine
    }

    static func finding(at position: Position, length: Int) -> Finding {
        finding(
            .query, at: position, .long(length),
            expected: Bilingual(vi: "nhiều nhất \(most) ký tự", en: "at most \(most) characters"),
            remedy: Bilingual(
                vi: "Rút ngắn thuyết minh còn nhiều nhất \(most) ký tự.", en: "Shorten it to \(most) characters."))
    }
}

extension Bilingual {
    fileprivate static func long(_ length: Int) -> Self {
        Self(
            vi: "thuyết minh dài \(length) ký tự, không nhận làm câu trả lời",
            en: "the reason has \(length) characters and is not taken")
    }
}
