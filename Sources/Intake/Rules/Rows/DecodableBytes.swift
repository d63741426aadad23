import DelimitedText
import Domain

/// Every byte is part of a letter.
enum DecodableBytes: RowRule, FileRule {
    static let code = "undecodable-byte"
    static let page = Bilingual(
        vi: """
            Một vài ký tự không đọc được trong bảng mã của tệp, thường do ghép nội dung từ hai tệp khác bảng mã. \
            Dòng có ký tự đó không được tính; các dòng khác vẫn tính. Gõ lại ô được nêu trong Excel, lưu dưới dạng \
            CSV UTF-8 và gửi lại.
            """,
        en: """
            Some bytes are no letter in the file's encoding, usually because parts of two files with different \
            encodings were put together. The row is not counted, the others are. Type the cell again in Excel, save \
            as CSV UTF-8 and send it.
            """)

    static let stage = FileStage.text

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        DoubtedRow.judge(Self.self, .undecodableByte, file, &verdict)
    }

    static var judgesMovedCells: Bool { true }

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        for doubt in row.doubts where doubt.kind == .undecodableByte {
            let file = judge.table.context.file
            row.isRefused = true
            judge.say(Self.self) { DoubtedRow.finding(doubt, in: file) }
        }
    }

    static func finding(_ level: Finding.Level, at position: Position, sample: String) -> Finding {
        finding(
            level, at: position, value: sample, .undecodable(sample),
            remedy: Bilingual(
                vi: "Gõ lại ô này trong Excel, gửi chính tệp Excel hoặc lưu dạng CSV UTF-8.",
                en: "Type the cell again in Excel and send the workbook, or save as CSV UTF-8."))
    }
}

extension Bilingual {
    fileprivate static func undecodable(_ sample: String) -> Self {
        Self(
            vi: "có ký tự không đọc được (mã và chỗ đứng): \(sample.quoted)",
            en: "bytes that are no letter: \(sample.quoted)")
    }
}
