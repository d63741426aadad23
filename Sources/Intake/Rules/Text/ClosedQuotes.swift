import DelimitedText
import Domain

/// Every quotation mark that opens a cell is closed.
enum ClosedQuotes: FileRule {
    static let code = "unclosed-quote"
    static let page = Bilingual(
        vi: """
            Một ô bắt đầu bằng dấu nháy kép (") nhưng không có dấu đóng, nên phần còn lại của tệp dồn vào một ô và \
            không đọc được. Thường do sửa tệp CSV bằng Notepad hoặc do tệp bị cắt khi gửi. Mở biểu Excel gốc, lưu \
            lại dưới dạng CSV UTF-8 và gửi lại.
            """,
        en: """
            A cell begins with a quotation mark (") that nothing closes, so all the rest of the file falls into one \
            cell. Usually the file was edited by hand or cut off on its way. Save the original workbook as CSV UTF-8 \
            again.
            """)

    static let stage = FileStage.text

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        for doubt in file.doubts where doubt.kind == .unclosedQuote {
            verdict.refuse(Self.self) { finding(at: file.position(doubt), sample: doubt.sample) }
            verdict.end()
        }
    }

    static func finding(at position: Position, sample: String) -> Finding {
        finding(
            .error, at: position, value: sample, .unclosed(sample),
            remedy: Bilingual(
                vi: "Gửi chính biểu Excel gốc.",
                en: "Send the original workbook."))
    }
}

extension Bilingual {
    fileprivate static func unclosed(_ sample: String) -> Self {
        Self(
            vi: "dấu nháy kép mở ở \(sample.quoted) không có dấu đóng; từ đây trở đi không đọc được",
            en: "the quotation mark at \(sample.quoted) is never closed; nothing after it can be read")
    }
}
