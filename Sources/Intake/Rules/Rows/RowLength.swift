import DelimitedText
import Domain

/// A row has as many cells as the header.
enum RowLength: RowRule {
    static let code = "row-length"
    static let page = Bilingual(
        vi: """
            Dòng có nhiều hoặc ít ô hơn dòng tiêu đề, nên một số có thể đã sang cột khác. Thường do có dấu phẩy \
            trong ô mà không để trong nháy kép, hoặc do sửa tệp CSV bằng Notepad. Dòng đó không được tính. Sửa trong \
            Excel rồi lưu lại dưới dạng CSV UTF-8.
            """,
        en: """
            The row has more or fewer cells than the header, so a value may stand in another column. Usually a cell \
            holds a comma without quotation marks, or the file was edited by hand. The row is not counted. Edit it \
            in Excel and save as CSV UTF-8.
            """)

    static var judgesMovedCells: Bool { true }

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        let width = judge.table.width
        guard judge.table.isMoved(row) else { return }
        row.isRefused = true
        judge.say(Self.self) { finding(at: row.position, cells: row.fieldCount, expected: width) }
    }

    static func finding(at position: Position, cells: Int, expected: Int) -> Finding {
        finding(
            .error, at: position, value: "\(cells)", .cells(cells, expected),
            expected: Bilingual(vi: "\(expected) ô", en: "\(expected) cells"),
            remedy: Bilingual(
                vi: "Mở trong Excel, đưa từng số về đúng cột, gửi chính tệp Excel đó.",
                en: "Open it in Excel, put every value into its column, and send the workbook."))
    }
}

extension Bilingual {
    fileprivate static func cells(_ cells: Int, _ expected: Int) -> Self {
        Self(
            vi: "dòng có \(cells) ô, tiêu đề có \(expected) ô", en: "the row has \(cells) cells, the header \(expected)"
        )
    }
}
