import DelimitedText
import Domain

/// A total is the sum of the columns that it is made of.
enum ColumnsAddUp: RowRule {
    static let code = "columns-do-not-add-up"
    static let page = Bilingual(
        vi: """
            Cột tổng phải bằng các cột thành phần của cùng dòng cộng lại, ví dụ 2 hộ vay ngắn hạn và 4 hộ vay dài hạn thì \
            tổng là 6. Số ghi khác với phép cộng này; kiểm tra các số và sửa số sai. Nếu là lỗi, các ô được so sánh không \
            được tính, các ô khác của dòng vẫn được tính.
            """,
        en: """
            A total is the sum of its columns in the same row: 2 short and 4 long loans make 6. The row says otherwise; \
            check the numbers and correct the wrong one. Where it is an error, the cells compared are not counted; the \
            others of the row are.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        for check in judge.table.checks.addsUp {
            let table = judge.table
            let values = check.columns.compactMap { table.amount(row, $0) }
            guard values.count == check.columns.count, sum(values.dropFirst()) != values[0] else { continue }
            if check.level == .error { row.takeOut(check.columns) }
            judge.ask(row, Self.self) {
                finding(
                    check.level, at: table.position(row, check.columns[0]), values: values,
                    headers: check.columns.map(table.header))
            }
        }
    }

    /// `nil`: too large.
    fileprivate static func sum(_ parts: ArraySlice<Quantity>) -> Quantity? {
        parts.reduce(Quantity.zero) { $0?.adding($1) }
    }

    /// - Parameter values: The total, then its parts.
    static func finding(
        _ level: Finding.Level, at position: Position, values: [Quantity], headers: [String]
    ) -> Finding {
        finding(
            level, at: position, value: Language.vi.quantity(values[0]), .differs(values, headers),
            expected: sum(values.dropFirst()).map {
                Bilingual(vi: Language.vi.quantity($0), en: Language.en.quantity($0))
            },
            remedy: Bilingual(
                vi: "Kiểm tra cột tổng và các cột thành phần; sửa số sai.",
                en: "Check the total and its columns, and correct the wrong number."))
    }
}

extension Bilingual {
    /// How many columns are named.
    private static let shown = 8

    fileprivate static func differs(_ values: [Quantity], _ headers: [String]) -> Self {
        func added(_ language: Language) -> String {
            let terms = zip(values, headers).dropFirst().map { "\(language.quantity($0)) (\($1.quoted))" }
            let sum = ColumnsAddUp.sum(values.dropFirst()).map(language.quantity) ?? "…"
            return terms.prefix(shown).joined(separator: " + ") + (terms.count > shown ? " + …" : "") + " = \(sum)"
        }
        return Self(
            vi: "\(headers[0].quoted) ghi \(Language.vi.quantity(values[0])), cộng lại là \(added(.vi))",
            en: "\(headers[0].quoted) says \(Language.en.quantity(values[0])), but \(added(.en))")
    }
}
