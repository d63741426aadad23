import DelimitedText
import Domain

/// No cell holds a NUL byte.
enum NoNulBytes: RowRule, FileRule {
    static let code = "nul-byte"
    static let page = Bilingual(
        vi: """
            Trong ô có ký tự rỗng (mã 00), là dấu hiệu tệp bị hỏng khi xuất hoặc khi chuyển. Dòng đó không được tính vì giá trị \
            có thể đã mất chữ số. Lưu lại từ biểu Excel gốc dưới dạng CSV UTF-8 và gửi lại.
            """,
        en: """
            The cell holds a zero byte, a sign that the file was damaged when it was exported or sent. The row is \
            not counted, since digits may be missing. Save the original workbook as CSV UTF-8 again.
            """)

    static let stage = FileStage.text

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        DoubtedRow.judge(Self.self, .nulByte, file, &verdict)
    }

    static var judgesMovedCells: Bool { true }

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        for doubt in row.doubts where doubt.kind == .nulByte {
            let file = judge.table.context.file
            row.isRefused = true
            judge.say(Self.self) { DoubtedRow.finding(doubt, in: file) }
        }
    }

    static func finding(_ level: Finding.Level, at position: Position, sample: String) -> Finding {
        finding(
            level, at: position, value: sample,
            Bilingual(
                vi: "ô có ký tự rỗng (mã 00), tệp có thể bị hỏng",
                en: "the cell holds a zero byte; the file may be damaged"),
            remedy: Bilingual(
                vi: "Gửi chính biểu Excel gốc.",
                en: "Send the original workbook."))
    }
}
