import DelimitedText
import Domain

/// A cell of figures holds a number, a mark for nothing, or nothing.
enum NumberCell: RowRule {
    static let code = "not-a-number"
    static let page = Bilingual(
        vi: """
            Ô số liệu chỉ ghi số. Được ghi: số (1234 hoặc 1.234), “-”, “0” hoặc “không” khi không phát sinh, “...” \
            khi có phát sinh nhưng chưa thu thập được, hoặc để trống. Không ghi kèm chữ hay dấu như “3 lớp”, “khoảng \
            50”, “56*”, “150 (1)”, “2+1”: chương trình nêu số có thể là số đúng, nhưng không tự lấy. “(120)” có thể là \
            120, cũng có thể là -120 theo cách ghi của kế toán. Ô đó không được tính, các ô khác của dòng vẫn được \
            tính.
            """,
        en: """
            A cell of figures holds a number (1234 or 1.234); “-”, “0” or “không” where nothing occurred; “...” \
            where something did but was not collected; or nothing. No words or marks beside it, as in “3 lớp”, “56*” \
            or “150 (1)”: the likely number is named and not taken. “(120)” may be 120, or -120 as accountants write \
            it. The cell is not counted; the others of its row are.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard !row.faults.isEmpty else { return }
        let notation = judge.table.context.notation
        judge.sayFaults(
            row, block, Self.self, where: { $0.kind == .words(.text) || $0.kind == .unreadable }
        ) { here, written, _ in
            finding(at: here, value: written, notation)
        }
    }

    static func finding(at position: Position, value: String, _ notation: NumberNotation) -> Finding {
        finding(
            .error, at: position, value: value, .noNumber(value),
            expected: Bilingual(
                vi: "số, “-”, “...” hoặc để trống (số viết như \(notation.example))",
                en: "a number, “-”, “...” or nothing (numbers as in \(notation.example))"),
            remedy: Bilingual(
                vi: "Chỉ ghi số, không kèm chữ hay dấu.", en: "Write the number alone, without words or marks."))
    }
}

extension Bilingual {
    fileprivate static func noNumber(_ value: String) -> Self {
        if let number = NumberText(value), number.isBracketed {
            let inside = String(value.trimmedCell.dropFirst().dropLast()).trimmedCell
            return Self(
                vi: "\(value.quoted) có thể là \(inside), cũng có thể là -\(inside)",
                en: "\(value.quoted) may be \(inside), or -\(inside)")
        }
        if let likely = LikelyNumber.text(in: value) {
            return Self(
                vi: "\(value.quoted) không phải chỉ là số; có phải: \(likely)?",
                en: "\(value.quoted) is not a number alone; is it \(likely)?")
        }
        return Self(vi: "\(value.quoted) không phải là số", en: "\(value.quoted) is not a number")
    }
}
