import DelimitedText
import Domain

/// Where nothing was held, nobody took part.
enum ZeroTogether: RowRule {
    static let code = "zero-together"
    static let page = Bilingual(
        vi: """
            Hai cột đi đôi với nhau: không có lớp thì không có lượt người, không có vụ thì không có đối tượng. Dòng \
            ghi 0 ở cột trước nhưng có số ở cột sau; thường do quên ghi số lớp. Điền số còn thiếu hoặc sửa số sai. \
            Nếu là lỗi, các ô được so sánh không được tính, các ô khác của dòng vẫn được tính.
            """,
        en: """
            Two columns go together: without classes there are no participants, without cases nobody is involved. \
            The row has 0 in the first and a number in the second; usually the first was forgotten. Fill it in, or \
            correct the second. Where it is an error, the cells compared are not counted; the others of the row are.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        for check in judge.table.checks.zeroTogether {
            guard let first = judge.table.amount(row, check.columns[0]), first.isZero,
                let second = judge.table.amount(row, check.columns[1]), !second.isZero
            else { continue }
            let table = judge.table
            if check.level == .error { row.takeOut(check.columns) }
            judge.ask(row, Self.self) {
                finding(
                    check.level, at: table.position(row, check.columns[1]), second: second,
                    headers: check.columns.map(table.header))
            }
        }
    }

    static func finding(
        _ level: Finding.Level, at position: Position, second: Quantity, headers: [String]
    ) -> Finding {
        finding(
            level, at: position, value: Language.vi.quantity(second), .without(second, headers),
            remedy: Bilingual(
                vi: "Điền số còn thiếu, hoặc sửa số sai.", en: "Fill in what is missing, or correct what is wrong."))
    }
}

extension Bilingual {
    fileprivate static func without(_ second: Quantity, _ headers: [String]) -> Self {
        Self(
            vi: "\(headers[0].quoted) là 0 nhưng \(headers[1].quoted) là \(Language.vi.quantity(second))",
            en: "\(headers[0].quoted) is 0, but \(headers[1].quoted) is \(Language.en.quantity(second))")
    }
}
