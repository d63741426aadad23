import DelimitedText
import Domain

/// Each figure has a cell of its own.
enum MergedFigure: RowRule {
    static let code = "merged-figure"
    static let page = Bilingual(
        vi: """
            Ô số liệu bị gộp (Merge) qua nhiều dòng hoặc nhiều cột: một số đứng cho nhiều xã hoặc nhiều cột, không \
            biết tính cho ô nào. Các ô bị gộp đó không được tính, các ô khác của dòng vẫn được tính. Chọn ô, bấm \
            “Hợp nhất & Căn giữa” để bỏ gộp, ghi số vào từng ô. Gộp ô ở tiêu đề và tên biểu thì không sao.
            """,
        en: """
            A cell of figures is merged over several rows or columns: one number stands for several communes or \
            columns, and nobody can say for which. Those cells are not counted; the others of their rows are. Choose \
            the cell, undo “Merge & Center” and write a number into each. Merged headers and titles do no harm.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard !row.faults.isEmpty else { return }
        let table = judge.table
        let number = row.position.row
        judge.sayFaults(row, block, Self.self, where: { $0.kind == .merged }) { here, written, fault in
            let range = table.shape.field(fault.column).flatMap { table.merged.range(row: number, field: $0) }
            let cells = range.map { range in
                Position.letters(range.columns.lowerBound) + "\(range.rows.lowerBound):"
                    + Position.letters(range.columns.upperBound) + "\(range.rows.upperBound)"
            }
            return finding(at: here, value: written, cells: cells ?? "")
        }
    }

    static func finding(at position: Position, value: String, cells: String) -> Finding {
        finding(
            .error, at: position, value: value,
            Bilingual(
                vi: "số \(value.quoted) đứng trong ô gộp \(cells): không biết tính cho ô nào",
                en: "\(value.quoted) stands in the merged cells \(cells): for which of them it counts is not known"),
            expected: Bilingual(vi: "mỗi ô một số", en: "a number in each cell"),
            remedy: Bilingual(
                vi: "Bỏ gộp ô (Hợp nhất & Căn giữa), ghi số vào từng ô rồi gửi lại.",
                en: "Undo the merging, write a number into each cell and send it again."))
    }
}
