import Domain
import Foundation

/// A date in a decision is a date.
enum BadDecisionDate: Rule {
    static let code = "bad-decision-date"
    static let page = Bilingual(
        vi: """
            Ngày ghi dạng dd/MM/yyyy, có thể thêm giờ HH:mm, theo giờ của cơ quan; không ghi giờ là \
            00:00; trong các tệp cùng ngày, tệp nào đến trước thì theo giờ máy nhận. Hạn gửi của “gia hạn” chỉ ghi ngày. Ngày quyết định và ngày nhận chưa tới, ngày nhận trước ngày đầu kỳ thì được \
            hỏi lại: có thể gõ nhầm năm hoặc tháng.
            """,
        en: """
            Dates are dd/MM/yyyy, perhaps with HH:mm, on the office's clock; without a time, 00:00, and which of the files of that day came first the clock says. The \
            last day of “gia hạn” has no time. A day of decision or receipt that is still to come, and a day of receipt before the \
            period's first, are asked about: year or month may be a slip.
            """)

    /// What is dated behind the day of the run, or before anything of its period could come.
    static func report(
        _ decision: Decision, after now: Instant, _ context: DecisionContext, to findings: FindingCollection,
        at position: (DecisionColumn) -> Position
    ) {
        let zone = context.zone
        let today = now.day(in: zone)
        func ask(_ time: Instant, _ column: DecisionColumn) {
            let day = time.day(in: zone)
            guard day > today else { return }
            findings.add(
                Self.self, .query, at: position(column), value: Language.vi.date(day), .dayToCome(day, today: today))
        }
        ask(decision.at, .at)
        guard case .received(let time) = decision.action else { return }
        ask(time, .value)
        let day = time.day(in: zone)
        if let period = decision.period ?? decision.path.flatMap({ Period(KnownFiles.folder(of: $0)) }),
            day < context.calendar.days(of: period).lowerBound
        {
            findings.add(
                Self.self, .query, at: position(.value), value: Language.vi.date(day), .dayBefore(day, period))
        }
    }
}

extension FindingText {
    fileprivate static func dayBefore(_ day: Day, _ period: Period) -> Self {
        Self(
            vi: "ngày nhận \(Language.vi.date(day)) ở trước ngày đầu của \(period.name(in: .vi))",
            en: "the day of receipt, \(Language.en.date(day)), lies before the first day of \(period.name(in: .en))",
            remedy: (
                "Kiểm tra ngày, tháng, năm; ghi đúng rồi chạy lại.", "Check day, month and year, and run again."
            ))
    }

    fileprivate static func dayToCome(_ day: Day, today: Day) -> Self {
        Self(
            vi: "ngày \(Language.vi.date(day)) chưa tới (hôm nay \(Language.vi.date(today)))",
            en: "\(Language.en.date(day)) is still to come (today is \(Language.en.date(today)))",
            remedy: (
                "Kiểm tra ngày, tháng, năm; ghi đúng rồi chạy lại.", "Check day, month and year, and run again."
            ))
    }

    static func badTime(_ text: String) -> Self {
        Self(
            vi: "“\(text)” không phải là ngày, giờ", en: "“\(text)” is not a date and time",
            expected: ("dd/MM/yyyy hoặc dd/MM/yyyy HH:mm", "dd/MM/yyyy or dd/MM/yyyy HH:mm"),
            remedy: (
                "Ghi ngày trước, tháng sau, ví dụ 20/10/2026 16:30.", "Write the day first, as in 20/10/2026 16:30."
            ))
    }

    static func badDay(_ text: String) -> Self {
        Self(
            vi: "“\(text)” không phải là một ngày", en: "“\(text)” is not a day",
            expected: ("dd/MM/yyyy", "dd/MM/yyyy"),
            remedy: (
                "Ghi ngày cuối cùng được gửi, không ghi giờ, ví dụ 20/10/2026.",
                "Write the last day to send, without a time, as in 20/10/2026."
            ))
    }
}
