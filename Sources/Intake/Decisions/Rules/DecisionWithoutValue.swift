import Domain

/// A decision that needs a date has it.
enum DecisionWithoutValue: Rule {
    static let code = "decision-without-value"
    static let page = Bilingual(
        vi: """
            “ngày nhận” cần ngày, giờ nhận tệp ở cột Giá trị; “gia hạn” cần ngày cuối cùng được gửi; \
            “mở lại” có thể ghi ngày cuối cùng được bổ sung (bỏ trống: đến khi chốt lại). \
            “ngày nhận” chỉ nói về tệp đang có ở đường dẫn đó vào thời điểm ghi ở cột Ngày (chỉ ghi ngày: \
            tệp đầu tiên đến trong ngày đó), hoặc về tệp đầu tiên đến sau nếu lúc ấy chưa có. Tệp sửa lại \
            đặt vào cùng đường dẫn về sau thì tính ngày nhận riêng. “duyệt” và “phát hành” cần mã in trên dự thảo; \
            “xuất gói” cần nơi nhận: lãnh đạo, phối hợp, công khai.
            """,
        en: """
            “ngày nhận” needs the date and time of receipt in the column Giá trị, “gia hạn” the last day \
            to send; “mở lại” may have the last day on which files are let in (none: until closed again). \
            “ngày nhận” speaks of the file that stood at the path at the time in the column Ngày \
            (a date alone: the first that came on that day), or of the first that comes, where none did. A \
            corrected file put there later has a date of receipt of its own. “duyệt” and “phát hành” need the code printed \
            on the draft, “xuất gói” the audience: lãnh đạo, phối hợp, công khai.
            """)
}

extension FindingText {
    static func withoutValue(_ action: DecisionAction) -> Self {
        switch action {
        case .approve, .issue:
            Self(
                vi: "“\(action.word)” không có mã dự thảo ở cột “Giá trị”",
                en: "“\(action.word)” has no code of a draft in “Giá trị”", expected: codeExpected, remedy: copyCode)
        case .export:
            Self(
                vi: "“\(action.word)” không có nơi nhận ở cột “Giá trị”",
                en: "“\(action.word)” has no audience in “Giá trị”", expected: audiencesExpected,
                remedy: ("Ghi nơi nhận vào cột “Giá trị”.", "Write the audience in the column “Giá trị”."))
        default:
            Self(
                vi: "“\(action.word)” không có ngày ở cột “Giá trị”",
                en: "“\(action.word)” has no date in “Giá trị”",
                expected: action == .extend
                    ? ("dd/MM/yyyy", "dd/MM/yyyy") : ("dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm"),
                remedy: ("Ghi ngày vào cột “Giá trị”.", "Write the date in the column “Giá trị”."))
        }
    }
}
