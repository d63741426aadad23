import Domain
import Foundation

/// A date in a decision is a date.
enum BadDecisionDate: Rule {
    static let code = "bad-decision-date"
    static let page = Bilingual(
        vi: """
            Ngày ghi dạng dd/MM/yyyy, có thể thêm giờ HH:mm, theo giờ của cơ quan; không ghi giờ là \
            00:00. Hạn gửi của “gia hạn” chỉ ghi ngày. Ngày quyết định và ngày nhận chưa tới thì được hỏi lại: có thể gõ nhầm \
            năm hoặc tháng.
            """,
        en: """
            Dates are dd/MM/yyyy, perhaps with HH:mm, on the office's clock; without a time, 00:00. The \
            last day of “gia hạn” has no time. A day of decision or receipt that is still to come is asked about: year or \
            month may be a slip.
            """)

    /// What is dated behind the day of the run.
    static func report(
        _ decision: Decision, after now: Instant, in zone: TimeZone, to findings: FindingCollection,
        at position: (DecisionColumn) -> Position
    ) {
        let today = now.day(in: zone)
        func ask(_ time: Instant, _ column: DecisionColumn) {
            let day = time.day(in: zone)
            guard day > today else { return }
            findings.add(
                Self.self, .query, at: position(column), value: Language.vi.date(day), .dayToCome(day, today: today))
        }
        ask(decision.at, .at)
        if case .received(let time) = decision.action { ask(time, .value) }
    }
}

extension FindingText {
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
