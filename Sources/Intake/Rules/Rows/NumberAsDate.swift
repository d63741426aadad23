import DelimitedText
import Domain

/// No number was turned into a date.
enum NumberAsDate: RowRule {
    static let code = "date-for-number"
    static let page = Bilingual(
        vi: """
            Excel đã đổi thứ gõ vào thành ngày: “1-2” thành “02-Jan”, “3/5” thành “03/05/2026”. Không thể biết số \
            gốc là gì. Định dạng ô là Văn bản hoặc Số trước khi gõ, ghi lại một số duy nhất, không ghi dạng “1-2”. Ô \
            đó không được tính, các ô khác của dòng vẫn được tính.
            """,
        en: """
            Excel turned what was typed into a date: “1-2” became “02-Jan”. What was meant cannot be known. Format \
            the cell as Number before typing, and write a single number. The cell is not counted; the others of its \
            row are.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard !row.faults.isEmpty else { return }
        judge.sayFaults(row, block, Self.self, where: { $0.kind == .words(.date) }) { here, written, _ in
            finding(at: here, value: written)
        }
    }

    static func finding(at position: Position, value: String) -> Finding {
        finding(
            .error, at: position, value: value, .date(value), expected: Bilingual(vi: "một số", en: "a number"),
            remedy: Bilingual(
                vi: "Định dạng ô là Số, gõ lại một số duy nhất.",
                en: "Format the cell as Number and type a single number."))
    }
}

extension Bilingual {
    fileprivate static func date(_ value: String) -> Self {
        Self(
            vi: "\(value.quoted) là ngày, không phải số; có thể Excel đã tự đổi",
            en: "\(value.quoted) is a date, not a number; Excel may have made it so")
    }
}
