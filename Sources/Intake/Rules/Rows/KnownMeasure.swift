import DelimitedText
import Domain

/// A row of a list names a figure of its form.
enum KnownMeasure: RowRule {
    static let code = "unknown-measure"
    static let page = Bilingual(
        vi: """
            Trong biểu dạng danh sách chỉ tiêu, mỗi dòng ghi nơi, chỉ tiêu và giá trị. Tên hoặc mã chỉ tiêu ở dòng \
            này không có trong biểu, nên giá trị không được tính. Ghi đúng tên hoặc mã theo danh mục chỉ tiêu.
            """,
        en: """
            In a list each row has a place, a figure's name and its value. The name or code in this row is none of \
            the form, so the value is not counted. Write the name or code as in the register of indicators.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard let column = judge.table.plan.subject, row.listMeasure == nil else { return }
        let table = judge.table
        row.isRefused = true
        judge.say(Self.self) {
            finding(at: table.position(row, column), value: table.text(block, row.index, column))
        }
    }

    static func finding(at position: Position, value: String) -> Finding {
        finding(
            .error, at: position, value: value, .unknown(value),
            remedy: Bilingual(
                vi: "Ghi đúng tên hoặc mã chỉ tiêu.", en: "Write the name or code as in the register of indicators."))
    }
}

extension Bilingual {
    fileprivate static func unknown(_ value: String) -> Self {
        value.isEmpty
            ? Self(vi: "dòng không ghi chỉ tiêu", en: "the row names no figure")
            : Self(vi: "không có chỉ tiêu \(value.quoted) trong biểu", en: "\(value.quoted) is no figure of the form")
    }
}
