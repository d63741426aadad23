import DelimitedText
import Domain

/// A part is not greater than its whole.
enum PartAtMostWhole: RowRule {
    static let code = "part-exceeds-whole"
    static let page = Bilingual(
        vi: """
            Số “trong đó” lớn hơn số chung của cùng dòng, ví dụ 40 nữ trong 35 lượt người. Một trong hai số sai, \
            hoặc hai cột bị đổi chỗ. Sửa số sai rồi gửi lại. Nếu là lỗi, các ô được so sánh không được tính, các ô \
            khác của dòng vẫn được tính.
            """,
        en: """
            A part is greater than its whole in the same row: 40 women among 35 people, say. One of the two is \
            wrong, or the columns were exchanged. Correct it and send the file again. Where it is an error, the \
            cells compared are not counted; the others of the row are.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        for check in judge.table.checks.atMost {
            guard let part = judge.table.amount(row, check.columns[0]),
                let whole = judge.table.amount(row, check.columns[1]), part > whole
            else { continue }
            let table = judge.table
            if check.level == .error { row.takeOut(check.columns) }
            judge.ask(row, Self.self) {
                finding(
                    check.level, at: table.position(row, check.columns[0]), part: part, whole: whole,
                    headers: check.columns.map(table.header))
            }
        }
    }

    static func finding(
        _ level: Finding.Level, at position: Position, part: Quantity, whole: Quantity, headers: [String]
    ) -> Finding {
        finding(
            level, at: position, value: Language.vi.quantity(part), .exceeds(part, whole, headers),
            expected: Bilingual(
                vi: "không quá \(Language.vi.quantity(whole))", en: "at most \(Language.en.quantity(whole))"),
            remedy: Bilingual(
                vi: "Kiểm tra hai số này trong biểu gốc, sửa số sai.",
                en: "Check both numbers and correct the wrong one."))
    }
}

extension Bilingual {
    fileprivate static func exceeds(_ part: Quantity, _ whole: Quantity, _ headers: [String]) -> Self {
        Self(
            vi:
                "\(headers[0].quoted) là \(Language.vi.quantity(part)), lớn hơn \(headers[1].quoted) là "
                + "\(Language.vi.quantity(whole))",
            en:
                "\(headers[0].quoted) is \(Language.en.quantity(part)), more than \(headers[1].quoted), "
                + "\(Language.en.quantity(whole))"
        )
    }
}
