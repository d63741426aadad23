import Domain

/// A number with a separator before three digits means one thing only.
enum OneReading: FileRule {
    static let code = "ambiguous-number"
    static let page = Bilingual(
        vi: """
            Trong cột có số thập phân, “1.320” có thể là một nghìn ba trăm hai mươi hoặc một phẩy ba hai, và trong tệp \
            không có số nào khác cho thấy cách viết. Số được tính theo cách viết của Việt Nam (dấu chấm ngăn hàng \
            nghìn), và mỗi tệp được hỏi một lần. Xác nhận, hoặc ghi lại không có dấu ngăn hàng nghìn (1320 hay 1,32).
            """,
        en: """
            In a column of decimals “1.320” may be thirteen hundred and twenty or one point three two, and no other \
            number of the file shows which is meant. It is counted with the separator taken for one of thousands, and \
            each file is asked once. Confirm it, or write the number without a separator of thousands (1320, or 1,32).
            """)

    static let stage = FileStage.table

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let context = file.context, let plan = file.plan, !context.hasTwoNotations,
            let doubtful = file.survey?.doubtfulNumber, let reading = doubtful.readings(context, plan)
        else { return }
        verdict.say(Self.self) {
            finding(at: file.position(doubtful.spot), value: doubtful.spot.text, reading.taken, reading.other)
        }
    }

    static func finding(at position: Position, value: String, _ taken: Quantity, _ other: Quantity) -> Finding {
        finding(
            .query, at: position, value: value, .readings(value, taken, other),
            expected: Bilingual(
                vi: "\(Language.vi.quantity(taken)) hoặc \(Language.vi.quantity(other))",
                en: "\(Language.en.quantity(taken)) or \(Language.en.quantity(other))"),
            remedy: Bilingual(
                vi: "Xác nhận số đúng, hoặc ghi lại không có dấu ngăn hàng nghìn.",
                en: "Confirm which it is, or write it without a separator of thousands."))
    }
}

extension Bilingual {
    fileprivate static func readings(_ value: String, _ taken: Quantity, _ other: Quantity) -> Self {
        Self(
            vi: "\(value.quoted) là \(Language.vi.quantity(taken)) hay \(Language.vi.quantity(other))? được tính là "
                + Language.vi.quantity(taken),
            en: "is \(value.quoted) \(Language.en.quantity(taken)) or \(Language.en.quantity(other))? it is counted as "
                + Language.en.quantity(taken))
    }
}
