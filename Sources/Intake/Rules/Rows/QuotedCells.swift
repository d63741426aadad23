import DelimitedText
import Domain

/// A quotation mark in a cell is doubled, and the cell quoted.
enum QuotedCells: RowRule, FileRule {
    static let code = "lone-quote"
    static let page = Bilingual(
        vi: """
            Trong ô có dấu nháy kép (") đứng lẻ, nên không rõ ô kết thúc ở đâu và giá trị có thể sang cột khác. Dòng \
            đó không được tính. Thường do sửa tệp CSV bằng Notepad; sửa trong Excel rồi lưu lại dưới dạng CSV UTF-8 \
            thì Excel tự ghi đúng.
            """,
        en: """
            A lone quotation mark (") leaves it open where the cell ends, and values may stand in another column. \
            The row is not counted. Usually the file was edited by hand; edited in Excel and saved as CSV UTF-8 it \
            comes out right.
            """)

    static let stage = FileStage.text

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        DoubtedRow.judge(Self.self, .loneQuote, file, &verdict)
    }

    static var judgesMovedCells: Bool { true }

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        for doubt in row.doubts where DoubtedRow.rule(doubt) == Self.self {
            let file = judge.table.context.file
            row.isRefused = true
            judge.say(Self.self) { DoubtedRow.finding(doubt, in: file) }
        }
    }

    static func finding(_ level: Finding.Level, at position: Position, sample: String) -> Finding {
        finding(
            level, at: position, value: sample, .lone(sample),
            remedy: Bilingual(
                vi: "Sửa ô này trong Excel, gửi chính tệp Excel đó.",
                en: "Edit the cell in Excel and send the workbook."))
    }
}

extension Bilingual {
    fileprivate static func lone(_ sample: String) -> Self {
        Self(
            vi: "dấu nháy kép đứng lẻ trong \(sample.quoted), không rõ ô kết thúc ở đâu",
            en: "a lone quotation mark in \(sample.quoted): where the cell ends is not clear")
    }
}
