import DelimitedText
import Domain

/// No letter was lost when the file was saved.
enum LostLetters: FileRule {
    static let code = "lost-letters"
    static let page = Bilingual(
        vi: """
            Chữ có dấu đã bị thay bằng dấu hỏi, ví dụ “Ph??ng Th?y S?n”, hoặc bằng “�”. Excel làm vậy khi lưu dạng “CSV” thường, vì \
            bảng mã ANSI không có các chữ đó; chữ đã mất không khôi phục được từ tệp này. Mở lại biểu Excel gốc, lưu \
            dưới dạng CSV UTF-8, gửi lại.
            """,
        en: """
            Letters were replaced by question marks, as in “Ph??ng Th?y S?n”, or by “�”. Excel does so when it saves as plain \
            “CSV”, whose code page lacks them; they cannot be restored from this file. Save the original workbook as \
            CSV UTF-8.
            """)

    static let stage = FileStage.text

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        for doubt in file.doubts where doubt.kind == .lostLetters {
            verdict.refuse(Self.self) { finding(at: file.position(doubt), value: doubt.sample) }
            verdict.end()
        }
    }

    static func finding(at position: Position, value: String) -> Finding {
        finding(
            .error, at: position, value: value, .lost(value),
            expected: Bilingual(vi: "chữ Việt đủ dấu", en: "Vietnamese letters"),
            remedy: Bilingual(
                vi: "Gửi chính biểu Excel gốc, hoặc lưu dạng CSV UTF-8 (không chọn “CSV” thường), gửi lại.",
                en: "Send the original workbook, or save it as CSV UTF-8 (not plain “CSV”) and send that."))
    }
}

extension Bilingual {
    fileprivate static func lost(_ value: String) -> Self {
        Self(
            vi: "chữ có dấu đã mất khi lưu tệp: \(value.quoted)",
            en: "letters were lost when the file was saved: \(value.quoted)")
    }
}
