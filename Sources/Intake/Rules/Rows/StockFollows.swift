import DelimitedText
import Domain

/// What is pending at the end is what was pending before, and arose, and was not settled.
enum StockFollows: RowRule {
    static let code = "stock-does-not-follow"
    static let page = Bilingual(
        vi: """
            Tồn cuối kỳ phải bằng tồn đầu kỳ cộng phát sinh trừ đã giải quyết. Ví dụ tồn đầu 4, phát sinh 2, giải \
            quyết 3 thì còn 3. Số ghi khác với phép tính này; kiểm tra bốn số và sửa số sai. Nếu là lỗi, các ô được \
            so sánh không được tính, các ô khác của dòng vẫn được tính.
            """,
        en: """
            What is pending at the end is what was pending before plus what arose less what was settled: 4, 2 and 3 \
            leave 3. The row says otherwise; check the four numbers and correct the wrong one. Where it is an error, \
            the cells compared are not counted; the others of the row are.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        for check in judge.table.checks.follows {
            let table = judge.table
            let values = check.columns.compactMap { table.amount(row, $0) }
            guard values.count == 4, !holds(values) else { continue }
            if check.level == .error { row.takeOut(check.columns) }
            judge.ask(row, Self.self) {
                finding(
                    check.level, at: table.position(row, check.columns[3]), values: values,
                    headers: check.columns.map(table.header))
            }
        }
    }

    /// - Parameter values: Before, arising, settled, pending.
    private static func holds(_ values: [Quantity]) -> Bool {
        guard let pending = pending(values) else { return false }
        return pending == values[3]
    }

    fileprivate static func pending(_ values: [Quantity]) -> Quantity? {
        values[0].adding(values[1])?.subtracting(values[2])
    }

    static func finding(
        _ level: Finding.Level, at position: Position, values: [Quantity], headers: [String]
    ) -> Finding {
        finding(
            level, at: position, value: Language.vi.quantity(values[3]), .differs(values, headers),
            expected: pending(values).map { Bilingual(vi: Language.vi.quantity($0), en: Language.en.quantity($0)) },
            remedy: Bilingual(
                vi: "Kiểm tra tồn đầu kỳ, phát sinh, đã giải quyết, tồn cuối kỳ; sửa số sai.",
                en: "Check the four numbers and correct the wrong one."))
    }
}

extension Bilingual {
    fileprivate static func differs(_ values: [Quantity], _ headers: [String]) -> Self {
        func sum(_ language: Language) -> String {
            let texts = values.map(language.quantity)
            let result = StockFollows.pending(values).map(language.quantity) ?? "…"
            return "\(texts[0]) + \(texts[1]) - \(texts[2]) = \(result)"
        }
        return Self(
            vi: "\(headers[3].quoted) ghi \(Language.vi.quantity(values[3])), tính ra \(sum(.vi))",
            en: "\(headers[3].quoted) says \(Language.en.quantity(values[3])), but \(sum(.en))")
    }
}
