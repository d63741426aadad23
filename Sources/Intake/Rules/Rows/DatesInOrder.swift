import DelimitedText
import Domain

/// What begins does so before it ends.
enum DatesInOrder: RowRule {
    static let code = "dates-out-of-order"
    static let page = Bilingual(
        vi: """
            Ngày sau lại sớm hơn ngày trước, ví dụ bế mạc 05/10 nhưng khai mạc 07/10. Thường do đổi chỗ hai cột hoặc \
            gõ nhầm tháng. Sửa ngày sai rồi gửi lại.
            """,
        en: """
            The second date is earlier than the first: closed on 5 October, say, but opened on the 7th. Usually the \
            columns were exchanged or a month mistyped. Correct it and send the file again.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        for check in judge.table.checks.before {
            guard let first = row.day(check.columns[0]), let second = row.day(check.columns[1]), second < first else {
                continue
            }
            let table = judge.table
            if check.level == .error { row.isRefused = true }
            judge.ask(row, Self.self) {
                finding(
                    check.level, at: table.position(row, check.columns[0]), first: first, second: second,
                    headers: check.columns.map(table.header))
            }
        }
    }

    static func finding(
        _ level: Finding.Level, at position: Position, first: Day, second: Day, headers: [String]
    ) -> Finding {
        finding(
            level, at: position, value: Language.vi.date(first), .order(first, second, headers),
            remedy: Bilingual(vi: "Sửa ngày sai.", en: "Correct the wrong date."))
    }
}

extension Bilingual {
    fileprivate static func order(_ first: Day, _ second: Day, _ headers: [String]) -> Self {
        Self(
            vi:
                "\(headers[0].quoted) (\(Language.vi.date(first))) sau \(headers[1].quoted) "
                + "(\(Language.vi.date(second)))",
            en:
                "\(headers[0].quoted) (\(Language.en.date(first))) is after \(headers[1].quoted) "
                + "(\(Language.en.date(second)))"
        )
    }
}
