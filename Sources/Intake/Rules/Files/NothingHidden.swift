import DelimitedText
import Domain

/// What counts can be seen in the workbook.
enum NothingHidden: FileRule {
    static let code = "hidden-cells"
    static let page = Bilingual(
        vi: """
            Trang tính có dòng, cột số liệu bị ẩn (thường do lọc), cả trang bị ẩn, hoặc số viết bằng chữ trắng trên nền trắng. \
            Số liệu ẩn vẫn được tính như \
            số liệu khác, vì chương trình không biết ẩn để bỏ đi hay chỉ để xem cho gọn. Xác nhận là vẫn tính, hoặc \
            xóa hẳn dòng, cột, trang đó rồi gửi lại.
            """,
        en: """
            Rows or columns of figures are hidden, often by a filter, or the sheet is, or figures are white on white. \
            What is hidden counts like all else, for nobody can say whether it was hidden to be left out or only out of the way. Confirm that \
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
        let below = shape.headerRow + 1
        let unseen = unseenFigures(sheet.looks, shape, below..<max(below, table.footerStart))
        if let unseen { parts.append(unseen.words) }
        guard !parts.isEmpty else { return }
        let first = hidden.first?.lowerBound ?? unseen?.row ?? 0
        let here = Position(file: file.path, line: first, row: first)
        verdict.say(Self.self) { finding(at: here, parts) }
    }

    /// Figures that are white on white, or in a format that shows nothing.
    private static func unseenFigures(
        _ looks: CellLooks, _ shape: TableShape, _ rows: Range<Int>
    ) -> (words: Bilingual, row: Int)? {
        var count = 0
        var (shown, first): ([String], Int) = ([], 0)
        for stretch in looks.unseen.rows(within: rows) {
            for field in shape.roles.indices where stretch.fields.contains(field) {
                guard case .quantity = shape.roles[field] else { continue }
                if count == 0 { first = stretch.rows.lowerBound }
                count += stretch.rows.count
                for row in stretch.rows.prefix(max(0, rangesShown - shown.count)) {
                    shown.append(Position.letters(field + 1) + "\(row)")
                }
            }
        }
        guard count > 0 else { return nil }
        let list = shown.joined(separator: ", ") + (count > shown.count ? "…" : "")
        return (
            Bilingual(
                vi: "\(count) ô số liệu viết bằng chữ không nhìn thấy (\(list))",
                en: "\(count) \(count == 1 ? "figure" : "figures") in letters that cannot be seen (\(list))"), first
        )
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
