import DelimitedText
import Domain

/// Files, rows and cells stay within the limits.
enum FileSize: FileRule {
    static let code = "too-large"
    static let page = Bilingual(
        vi: """
            Tệp, một dòng hoặc một ô lớn hơn nhiều so với một biểu báo cáo, nên không đọc tiếp. Thường do chọn nhầm \
            tệp, hoặc tệp bị hỏng khi chuyển. Giới hạn: tệp 1 GiB (CSV UTF-8 chia dòng bình thường thì không giới hạn), dòng 16 MiB, ô 1 MiB, 16.384 ô một dòng. Kiểm tra lại tệp, lưu lại từ biểu Excel gốc dưới dạng CSV UTF-8.
            """,
        en: """
            The file, one of its rows or one of its cells is far larger than a form could be, so it is not read any \
            further. The limits: a file 1 GiB (none for plain rows of UTF-8), a row 16 MiB, a cell 1 MiB, 16,384 cells a row. Usually it is the wrong file, or was damaged on its way. Save the original workbook as CSV \
            UTF-8 again.
            """)

    static let stage = FileStage.text

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        for doubt in file.doubts where doubt.kind == .tooLarge || doubt.kind == .cellTooLong {
            verdict.refuse(Self.self) { finding(at: file.position(doubt)) }
            verdict.end()
        }
    }

    static func finding(at position: Position) -> Finding {
        finding(
            .error, at: position,
            Bilingual(
                vi: "nội dung từ đây lớn quá mức của một biểu báo cáo nên không đọc tiếp",
                en: "what begins here is larger than any form could be and is not read any further"),
            remedy: Bilingual(
                vi: "Kiểm tra có đúng tệp cần gửi không; lưu lại từ biểu Excel gốc dưới dạng CSV UTF-8.",
                en: "Check that it is the right file; save the original workbook as CSV UTF-8 again."))
    }
}
