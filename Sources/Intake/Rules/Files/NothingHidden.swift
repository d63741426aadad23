import DelimitedText
import Domain

/// What counts can be seen in the workbook.
enum NothingHidden: FileRule {
    static let code = "hidden-cells"
    static let page = Bilingual(
        vi: """
            Trang tính có dòng, cột số liệu bị ẩn (thường do lọc), hoặc cả trang bị ẩn. Số liệu ẩn vẫn được tính như \
            số liệu khác, vì chương trình không biết ẩn để bỏ đi hay chỉ để xem cho gọn. Xác nhận là vẫn tính, hoặc \
            xóa hẳn dòng, cột, trang đó rồi gửi lại.
            """,
        en: """
            Rows or columns of figures are hidden, often by a filter, or the sheet is. What is hidden counts like \
            all else, for nobody can say whether it was hidden to be left out or only out of the way. Confirm that \
            it counts, or delete it and send the file again.
            """)

    static let stage = FileStage.rows

    private static let rangesShown = 5

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let sheet = file.sheet, let rows = file.rows, let shape = file.shape else { return }
        let table = rows.table
        let hidden = sheet.hiddenRows.compactMap { range -> ClosedRange<Int>? in
            let first = max(range.lowerBound, shape.headerRow + 1)
            let last = min(range.upperBound, table.footerStart - 1)
            return first <= last ? first...last : nil
        }
        let columns = table.plan.quantities.compactMap { shape.field($0) }.filter { field in
            sheet.marks.hiddenColumns.contains { $0.contains(field + 1) }
        }
        var parts: [Bilingual] = []
        if sheet.isHidden { parts.append(Bilingual(vi: "cả trang tính", en: "the whole sheet")) }
        if !hidden.isEmpty {
            let list = hidden.prefix(rangesShown).map { range in
                range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
            }.joined(separator: ", ")
            let count = hidden.reduce(0) { $0 + $1.count }
            let more = hidden.count > rangesShown ? "…" : ""
            parts.append(Bilingual(vi: "\(count) dòng (\(list)\(more))", en: "\(count) rows (\(list)\(more))"))
        }
        if !columns.isEmpty {
            let list = columns.prefix(rangesShown).map { Position.letters($0 + 1) }.joined(separator: ", ")
            parts.append(Bilingual(vi: "cột số liệu \(list)", en: "columns of figures \(list)"))
        }
        guard !parts.isEmpty else { return }
        let first = hidden.first?.lowerBound ?? 0
        let here = Position(file: file.path, line: first, row: first)
        verdict.say(Self.self) { finding(at: here, parts) }
    }

    static func finding(at position: Position, _ parts: [Bilingual]) -> Finding {
        finding(
            .query, at: position,
            Bilingual(
                vi: "đang bị ẩn mà vẫn được tính: \(parts.map(\.vi).joined(separator: "; "))",
                en: "hidden, and counted all the same: \(parts.map(\.en).joined(separator: "; "))"),
            remedy: Bilingual(
                vi: "Xác nhận là vẫn tính, hoặc xóa hẳn phần ẩn rồi gửi lại.",
                en: "Confirm that it counts, or delete what is hidden and send the file again."))
    }
}
