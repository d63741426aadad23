import Domain

/// The dates of a register are not all, or nearly all, of another year.
enum DatesOfYear: FileRule {
    static let code = "dates-of-another-year"
    static let page = Bilingual(
        vi: """
            Mọi ngày trong danh sách đều thuộc năm khác với kỳ báo cáo: có thể gửi nhầm tệp của năm trước, hoặc quên \
            đổi năm khi dùng lại tệp cũ. Cả tệp không được tính. Nếu chỉ gần hết các ngày (từ ba phần tư trở lên) thuộc \
            năm khác thì tệp được giữ lại chờ quyết định. Gửi danh sách của đúng kỳ, hoặc sửa năm ở cột ngày.
            """,
        en: """
            Every date of the register is of another year than the period: last year's file was sent, or the year was \
            not moved on when an old file was used again. Nothing of the file is counted. If only nearly all are \
            (three quarters or more), the file is held until somebody decides. Send the period's register, or correct \
            the year of its dates.
            """)

    static let stage = FileStage.table

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let context = file.context, let spread = file.spread, let first = spread.first, let last = spread.last
        else { return }
        if context.dates == .otherYear {
            verdict.refuse(Self.self) {
                finding(in: file.path, first: first, last: last, count: spread.count, context.days)
            }
        } else if case .nearlyOtherYear(let part) = context.dates {
            verdict.say(Self.self) { finding(in: file.path, part, of: spread.count, context.days) }
        }
    }

    /// Where nearly all dates are of another year.
    static func finding(
        in file: String, _ part: RegisterDates.Part, of count: Int, _ days: ClosedRange<Day>
    ) -> Finding {
        finding(
            .query, at: Position(file: file), value: Language.vi.date(part.days.lowerBound), .nearly(part, of: count),
            expected: .daysOfPeriod(days),
            remedy: Bilingual(
                vi: "Gửi danh sách của đúng kỳ hoặc sửa năm ở cột ngày; nếu ngày đã ghi đúng thì xác nhận.",
                en: "Send the period's register, or correct the year; if the dates are right, confirm it."),
            holds: true)
    }

    static func finding(in file: String, first: Day, last: Day, count: Int, _ days: ClosedRange<Day>) -> Finding {
        finding(
            .error, at: Position(file: file), value: Language.vi.date(first), .years(first, last, count),
            expected: .daysOfPeriod(days),
            remedy: Bilingual(
                vi: "Gửi danh sách của đúng kỳ; nếu chỉ ghi nhầm năm thì sửa cột ngày rồi gửi lại.",
                en: "Send the period's register; if only the year is wrong, correct the dates and send it again."))
    }
}

extension Bilingual {
    fileprivate static func nearly(_ part: RegisterDates.Part, of count: Int) -> Self {
        Self(
            vi: "\(part.count) trong \(count) ngày của danh sách thuộc năm khác "
                + "(\(Language.vi.date(part.days.lowerBound)) đến \(Language.vi.date(part.days.upperBound)))",
            en: "\(part.count) of the \(count) dates of the register are of another year "
                + "(\(Language.en.date(part.days.lowerBound)) to \(Language.en.date(part.days.upperBound)))")
    }

    fileprivate static func years(_ first: Day, _ last: Day, _ count: Int) -> Self {
        Self(
            vi: "cả \(count) ngày trong danh sách đều thuộc năm khác (\(Language.vi.date(first)) đến "
                + "\(Language.vi.date(last)))",
            en: "all dates of the register (\(count)) are of another year (\(Language.en.date(first)) to "
                + "\(Language.en.date(last)))")
    }
}
