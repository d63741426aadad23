import DelimitedText
import Domain

/// A delimiter makes columns of the rows.
enum SeveralColumns: FileRule {
    static let code = "single-column"
    static let page = Bilingual(
        vi: """
            Cả tệp chỉ có một cột: không thấy dấu phẩy, chấm phẩy hay tab ngăn cách các ô. Thường do sao chép từ \
            Word hoặc lưu nhầm dạng văn bản. Mở biểu trong Excel, lưu dưới dạng CSV UTF-8 (phân cách bằng dấu phẩy), \
            gửi lại.
            """,
        en: """
            The whole file reads as one column: no comma, semicolon or tab separates its cells. Usually it was \
            copied from a document or saved as plain text. Open the form in Excel, save it as CSV UTF-8, and send it \
            again.
            """)

    static let stage = FileStage.text

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard file.head.header == nil, !file.isPartedByBlanks else { return }
        for doubt in file.doubts where doubt.kind == .singleColumn {
            verdict.refuse(Self.self) { finding(in: file.path, sample: doubt.sample) }
        }
    }

    static func finding(in file: String, sample: String) -> Finding {
        finding(
            .error, at: Position(file: file), value: sample, .single(sample),
            remedy: Bilingual(
                vi: "Gửi chính tệp Excel, hoặc lưu lại từ Excel dạng CSV UTF-8 (phân cách bằng dấu phẩy).",
                en: "Send the workbook itself, or save it from Excel as CSV UTF-8."))
    }
}

extension Bilingual {
    fileprivate static func single(_ sample: String) -> Self {
        Self(
            vi: "cả tệp chỉ có một cột, bắt đầu bằng \(sample.quoted)",
            en: "the whole file is one column, beginning with \(sample.quoted)")
    }
}
