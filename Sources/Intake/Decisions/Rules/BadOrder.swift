import Domain

/// An order speaks of one period as a whole, by a code or an audience that there may be.
enum BadOrder: Rule {
    static let code = "bad-order"
    static let page = Bilingual(
        vi: """
            “duyệt”, “phát hành” và “xuất gói” nói về cả một kỳ: ghi kỳ, bỏ trống cột Đơn vị, Biểu, Tệp. Giá trị của “duyệt” \
            và “phát hành” là mã in trên dự thảo đã xem, hai nhóm bốn ký tự 0–9, a–f, ví dụ 1a2b-3c4d; chép cả dòng trong \
            viec-can-quyet.csv thì không phải gõ mã. Giá trị của “xuất gói” là nơi nhận: lãnh đạo, phối hợp hoặc công khai.
            """,
        en: """
            “duyệt”, “phát hành” and “xuất gói” are about a whole period: name it, and leave Đơn vị, Biểu and Tệp empty. The \
            value of “duyệt” and “phát hành” is the code printed on the draft that was looked at, two groups of four of \
            0–9 and a–f, such as 1a2b-3c4d; the line of viec-can-quyet.csv has it. The value of “xuất gói” is the audience: \
            lãnh đạo, phối hợp or công khai.
            """)
}

extension FindingText {
    static let codeExpected = ("ví dụ 1a2b-3c4d", "such as 1a2b-3c4d")
    static let copyCode = (
        vi: "Chép mã in trên dự thảo, hoặc cả dòng trong viec-can-quyet.csv.",
        en: "Copy the code printed on the draft, or the whole line of viec-can-quyet.csv."
    )

    static var audiencesExpected: (vi: String, en: String) {
        let words = Audience.allCases.map(\.word).joined(separator: ", ")
        return ("một trong: \(words)", "one of: \(words)")
    }

    static func badCode(_ text: String) -> Self {
        Self(
            vi: "“\(text)” không phải là mã dự thảo", en: "“\(text)” is no code of a draft", expected: codeExpected,
            remedy: copyCode)
    }

    static func unknownAudience(_ text: String) -> Self {
        Self(
            vi: "không có nơi nhận “\(text)”", en: "there is no audience “\(text)”", expected: audiencesExpected,
            remedy: ("Ghi một trong các nơi nhận đó.", "Write one of these audiences."))
    }

    static func orderWithoutPeriod(_ action: DecisionAction) -> Self {
        Self(
            vi: "“\(action.word)” không nêu kỳ", en: "“\(action.word)” names no period",
            expected: ("ví dụ 2026-10", "such as 2026-10"),
            remedy: ("Ghi kỳ vào cột “Kỳ”.", "Write the period in the column “Kỳ”."))
    }

    static func orderOfPart(_ action: DecisionAction, _ column: DecisionColumn) -> Self {
        Self(
            vi: "“\(action.word)” nói về cả kỳ, không về một phần ở cột “\(column.name)”",
            en: "“\(action.word)” is about the whole period, not a part of it in “\(column.name)”",
            remedy: ("Bỏ trống cột này.", "Leave the column empty."))
    }
}
