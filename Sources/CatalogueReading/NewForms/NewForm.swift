import Domain

/// A form that the catalogue does not have yet, with what comes along: indicators, who sends it, a domain.
package struct NewForm: Sendable {
    package let form: Form
    /// Those that are new.
    package let indicators: [Indicator]
    /// Codes of indicators that there are, and that take figures from this form, too.
    package let extended: [String]
    package let obligations: [Obligation]
    package let sources: [Source]
    /// `nil`: its domain is one that there is.
    package let domain: CodeEntry?
    /// What goes onto the leader's page, each with what it stands in for.
    package let page: [PagePlace]

    /// An indicator for the leader's page; `instead` leaves it.
    package struct PagePlace: Hashable, Sendable {
        package let indicator: String
        package let instead: String?
    }
}

/// What is wrong with an answer.
package struct NewFormFault: Sendable {
    package enum Place: Hashable, Sendable {
        case item(NewFormItem)
        case part(Int, NewFormPart)
        case columns
    }

    package let place: Place
    package let position: Position
    package let value: String?
    package let text: FindingText

    package var finding: Finding {
        Finding(
            rule: NewFormAnswer.self, level: .error, position: position, value: value, message: text.text,
            expected: text.expected, remedy: text.remedy)
    }
}

/// What is said of a new form can be made into one.
package enum NewFormAnswer: Rule {
    package static let code = "new-form-answer"
    package static let page = Bilingual(
        vi: """
            Khi lập biểu mới (tonghop template --new-form), mỗi câu trả lời phải dùng được: mã biểu, số biểu và mã chỉ tiêu chưa có, \
            lĩnh vực, đơn vị gửi có trong danh mục, tên cột không trùng nhau, cột số có đơn vị tính, tỷ lệ có tử số và mẫu số. Mọi chỗ \
            sai được nêu cùng lúc và chưa ghi gì vào danh mục. Sửa tệp hoặc câu trả lời rồi chạy lại. Không lập cột ghi họ tên, số \
            căn cước, số điện thoại của cá nhân.
            """,
        en: """
            For a new form (tonghop template --new-form) every answer must be one that can be used: codes and numbers that are not \
            taken, a domain and departments of the catalogue, columns with names of their own, a unit for each figure, both sides of \
            a ratio. All that is wrong is said at once, and nothing is written before it is right. Correct the file or the answer and \
            run again. No column may ask for persons' names, papers or telephones.
            """)
}
