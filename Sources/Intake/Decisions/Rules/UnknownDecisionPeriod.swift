import Domain

/// The period of a decision is one.
enum UnknownDecisionPeriod: Rule {
    static let code = "unknown-decision-period"
    static let page = Bilingual(
        vi: """
            Kỳ ghi như tên thư mục: 2026-10, 2026-Q3, 2026-H1, 2026-9M, 2026, hoặc bằng chữ: Tháng 10 \
            năm 2026. Để trống là mọi kỳ. Excel có thể đổi 2026-10 thành Oct-26, 10/2026, 01/10/2026: vẫn đọc được, vì \
            chỉ có một cách hiểu, và có một lưu ý. Số như 46296, hay ngày 10/01/2026 có thể là hai kỳ, thì phải ghi lại. \
            Dùng xu-ly.xlsx lập bằng “tonghop template --decisions”, hoặc định dạng cột là Văn bản.
            """,
        en: """
            A period is written as its folder is named (2026-10, 2026-Q3, 2026-H1, 2026-9M, 2026) or in \
            words. Empty means all. Excel may turn 2026-10 into Oct-26, 10/2026, 01/10/2026: read all the same, since \
            there is one reading, with a note. A number such as 46296, or a day such as 10/01/2026, which may be two \
            periods, is to be written again. Use the xu-ly.xlsx of “tonghop template --decisions”, or a column of text.
            """)
}

extension FindingText {
    static func unknownPeriod(_ text: String, _ reading: DecisionPeriod.Reading) -> Self {
        let remedy = (
            vi: "Ghi kỳ như tên thư mục, ví dụ 2026-10; trong Excel, định dạng cột là Văn bản. Để trống là mọi kỳ.",
            en: "Write it as its folder is named, such as 2026-10, in a column that Excel takes for text. Empty: all."
        )
        let expected = ("ví dụ 2026-10, 2026-Q3, 2026", "such as 2026-10, 2026-Q3, 2026")
        switch reading {
        case .either(let first, let second):
            return Self(
                vi: "“\(text)” là ngày, có thể là kỳ \(first) hoặc \(second)",
                en: "“\(text)” is a day, and may be \(first) or \(second)", expected: expected, remedy: remedy)
        case .serial:
            return Self(
                vi: "“\(text)” là số mà bảng tính lưu thay cho ngày, không phải kỳ báo cáo",
                en: "“\(text)” is a number that a spreadsheet stores for a day, and no period", expected: expected,
                remedy: remedy)
        case .period, .respelled, .nothing:
            return Self(
                vi: "không có kỳ báo cáo “\(text)”", en: "there is no period “\(text)”", expected: expected,
                remedy: remedy)
        }
    }
}
