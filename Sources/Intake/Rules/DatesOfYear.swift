import Domain

/// The dates of a register are not all of another year.
enum DatesOfYear: FileRule {
    static let code = "dates-of-another-year"
    static let page = Bilingual(
        vi: """
            Mọi ngày trong danh sách đều thuộc năm khác với kỳ báo cáo: có thể gửi nhầm tệp của năm trước, hoặc quên \
            đổi năm khi dùng lại tệp cũ. Cả tệp không được tính. Gửi danh sách của đúng kỳ, hoặc sửa năm ở cột ngày.
            """,
        en: """
            Every date of the register is of another year than the period: last year's file was sent, or the year was \
            not moved on when an old file was used again. Nothing of the file is counted. Send the period's register, \
            or correct the year of its dates.
            """)

    static let stage = FileStage.table

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let context = file.context, context.dates == .otherYear, let spread = file.spread,
            let first = spread.first, let last = spread.last
        else { return }
        verdict.refuse(Self.self) {
            finding(in: file.path, first: first, last: last, count: spread.count, context.days)
        }
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
    fileprivate static func years(_ first: Day, _ last: Day, _ count: Int) -> Self {
        Self(
            vi: "cả \(count) ngày trong danh sách đều thuộc năm khác (\(Language.vi.date(first)) đến "
                + "\(Language.vi.date(last)))",
            en: "all dates of the register (\(count)) are of another year (\(Language.en.date(first)) to "
                + "\(Language.en.date(last)))")
    }
}
