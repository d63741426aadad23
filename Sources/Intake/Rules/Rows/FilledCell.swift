import DelimitedText
import Domain

/// What every row needs is filled in.
enum FilledCell: RowRule {
    static let code = "missing-value"
    static let page = Bilingual(
        vi: """
            Cột này phải có ở mọi dòng, ví dụ ngày, vai trò hay số lượng trong danh sách. Ô trống không được coi là \
            0. Điền ô, hoặc xóa cả dòng nếu gõ thừa. Thiếu ngày thì cả dòng không được tính; thiếu số hoặc mã thì \
            chỉ những số liệu phụ thuộc ô đó.
            """,
        en: """
            Every row needs this column: the date, the role, the number in a register. An empty cell is not taken \
            for 0. Fill it, or delete the row if it is not needed. Without its date the row is not counted; without \
            a number or code, only what depends on the cell.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        for column in judge.table.filled {
            let table = judge.table
            let isQuantity = table.plan.form.columns[column].isQuantity
            if isQuantity {
                guard row.cells[column] == .empty else { continue }
                row.takeOut([column])
            } else if row.dates[column] == .blank {
                row.isRefused = true
            } else {
                // What a code selects is not counted: the counter knows that a blank one is missing.
                guard case .blank = row.codes[column] else { continue }
            }
            judge.say(Self.self) {
                finding(at: table.position(row, column), header: table.header(column), isQuantity: isQuantity)
            }
        }
    }

    static func finding(at position: Position, header: String, isQuantity: Bool) -> Finding {
        finding(
            .error, at: position, .empty(header),
            remedy: isQuantity
                ? Bilingual(
                    vi: "Điền ô này; nếu không phát sinh, ghi 0.", en: "Fill the cell; write 0 if nothing occurred.")
                : Bilingual(vi: "Điền ô này.", en: "Fill the cell."))
    }
}

extension Bilingual {
    fileprivate static func empty(_ header: String) -> Self {
        Self(vi: "cột \(header.quoted) bỏ trống", en: "column \(header.quoted) is empty")
    }
}
