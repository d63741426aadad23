import Domain

/// The dates of a register are not all, or nearly all, of one other period.
enum DatesOfPeriod: FileRule {
    static let code = "dates-of-another-period"
    static let page = Bilingual(
        vi: """
            Mọi ngày trong danh sách đều nằm trong một kỳ trước, hoặc gần hết (từ ba phần tư trở lên) nằm trong một kỳ \
            khác: có thể danh sách của kỳ khác được gửi nhầm. Tệp được giữ lại, chưa tính, để khỏi tính hai lần, cho \
            đến khi có người quyết định. Gửi danh sách của đúng kỳ; nếu đây thật sự là số bổ sung chưa báo lần nào \
            thì xác nhận.
            """,
        en: """
            Every date of the register lies in one earlier period, or nearly all (three quarters or more) in one other: \
            that period's register may have been sent. The file is held, not counted, lest it count twice, until \
            somebody decides. Send the period's own register; if these are additions that were never reported, \
            confirm it.
            """)

    static let stage = FileStage.table

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let context = file.context, let spread = file.spread, let first = spread.first, let last = spread.last
        else { return }
        if case .otherPeriod(let period) = context.dates {
            verdict.say(Self.self) {
                finding(in: file.path, of: period, first: first, last: last, count: spread.count, context.days)
            }
        } else if case .nearlyOtherPeriod(let period, let part) = context.dates {
            verdict.say(Self.self) { finding(in: file.path, part, in: period, of: spread.count, context.days) }
        }
    }

    /// Where nearly all dates lie in another period.
    static func finding(
        in file: String, _ part: RegisterDates.Part, in period: Period, of count: Int, _ days: ClosedRange<Day>
    ) -> Finding {
        finding(
            .query, at: Position(file: file), value: period.description, .nearly(period, part, of: count),
            expected: .daysOfPeriod(days),
            remedy: Bilingual(
                vi: "Gửi danh sách của đúng kỳ hoặc sửa cột ngày; nếu ngày đã ghi đúng thì xác nhận.",
                en: "Send the period's own register, or correct the dates; if they are right, confirm it."),
            holds: true)
    }

    static func finding(
        in file: String, of period: Period, first: Day, last: Day, count: Int, _ days: ClosedRange<Day>
    ) -> Finding {
        finding(
            .query, at: Position(file: file), value: period.description, .period(period, first, last, count),
            expected: .daysOfPeriod(days),
            remedy: Bilingual(
                vi: "Gửi danh sách của đúng kỳ; nếu là số bổ sung chưa báo lần nào thì xác nhận.",
                en: "Send the period's own register; if these are additions never reported, confirm it."),
            holds: true)
    }
}

extension Bilingual {
    fileprivate static func nearly(_ period: Period, _ part: RegisterDates.Part, of count: Int) -> Self {
        Self(
            vi: "\(part.count) trong \(count) ngày của danh sách thuộc kỳ \(period.name(in: .vi)) "
                + "(\(Language.vi.date(part.days.lowerBound)) đến \(Language.vi.date(part.days.upperBound)))",
            en: "\(part.count) of the \(count) dates of the register lie in \(period.name(in: .en)) "
                + "(\(Language.en.date(part.days.lowerBound)) to \(Language.en.date(part.days.upperBound)))")
    }

    fileprivate static func period(_ period: Period, _ first: Day, _ last: Day, _ count: Int) -> Self {
        Self(
            vi: "cả \(count) ngày trong danh sách đều thuộc kỳ \(period.name(in: .vi)) (\(Language.vi.date(first)) đến "
                + "\(Language.vi.date(last)))",
            en: "all dates of the register (\(count)) lie in \(period.name(in: .en)) (\(Language.en.date(first)) to "
                + "\(Language.en.date(last)))")
    }
}
