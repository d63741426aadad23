import DelimitedText
import Domain

/// What counts is not struck through.
enum StruckThrough: RowRule {
    static let code = "struck-through"
    static let page = Bilingual(
        vi: """
            Dòng, hoặc ô số liệu của dòng, bị gạch ngang (định dạng chữ Strikethrough). Chương trình không biết gạch để bỏ \
            dòng đó đi hay chỉ để đánh dấu, nên số vẫn được tính và được hỏi lại. Nếu bỏ: xóa hẳn dòng, hoặc xóa số trong ô, \
            rồi gửi lại. Nếu vẫn tính: bỏ gạch ngang (chọn ô, Ctrl+5), hoặc ghi lý do.
            """,
        en: """
            The row, or figures of it, are struck through. Nobody can say whether they were crossed out or only marked, so \
            they count and are asked about. If they are not meant: delete the row, or the numbers, and send the file again. \
            If they are: undo the formatting (Ctrl+5), or say why.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        let table = judge.table
        guard let looks = table.looks, !looks.struck.isEmpty, !row.isRefused else { return }
        let struck = looks.struck.fields(of: row.position.row)
        guard !struck.isEmpty else { return }
        let filled = table.shape.roles.indices.filter { field in
            guard field < row.fieldCount, table.shape.roles[field].says else { return false }
            return !block.withBytes(row.index, field) { Glance($0).isBlank }
        }
        let fields = filled.filter(struck.contains)
        guard let first = fields.first else { return }
        judge.ask(row, Self.self) {
            if fields.count == filled.count {
                return finding(
                    at: table.position(block, row.index), value: table.placeTexts(block, row).name, cells: [],
                    hasReasons: table.plan.reason != nil)
            }
            return finding(
                at: table.position(block, row.index, first), value: block.text(row.index, first).trimmedCell,
                cells: fields.map { Position.letters($0 + 1) + "\(row.position.row)" },
                hasReasons: table.plan.reason != nil)
        }
    }

    /// - Parameter cells: `B5`; none where the whole row is struck through.
    static func finding(at position: Position, value: String, cells: [String], hasReasons: Bool) -> Finding {
        let list = cells.listed(most: shownMax)
        let many = cells.count > 1
        let place = value.isEmpty ? "" : " (\(value.quoted))"
        return finding(
            .query, at: position, value: value,
            cells.isEmpty
                ? Bilingual(
                    vi: "dòng gạch ngang\(place): tính hay bỏ?",
                    en: "the row\(place) is struck through: does it count or not?")
                : Bilingual(
                    vi: "ô gạch ngang (\(list)): tính hay bỏ?",
                    en: "struck through (\(list)): \(many ? "do they count" : "does it count") or not?"),
            remedy: hasReasons
                ? remedy(
                    Bilingual(vi: "ghi lý do ở cột Thuyết minh", en: "say why in the column Thuyết minh"))
                : remedy(Bilingual(vi: "ghi lý do trong phiếu phản hồi", en: "say why in the return")))
    }

    private static func remedy(_ reason: Bilingual) -> Bilingual {
        Bilingual(
            vi: "Nếu bỏ thì xóa hẳn rồi gửi lại; nếu vẫn tính thì bỏ gạch ngang, hoặc \(reason.vi).",
            en: "If not, delete it and send the file again; if it does, undo the line, or \(reason.en).")
    }

    private static let shownMax = 8
}

extension TableShape.Role {
    /// Whether a cell of such a field says what the row counts, or where.
    fileprivate var says: Bool {
        switch self {
        case .quantity, .place, .code, .date: true
        case .ordinal, .text, .unknown, .beyond: false
        }
    }
}
