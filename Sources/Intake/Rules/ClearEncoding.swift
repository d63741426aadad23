import DelimitedText
import Domain

/// The letters of a file can be told from its bytes.
enum ClearEncoding: FileRule {
    static let code = "doubtful-encoding"
    static let page = Bilingual(
        vi: """
            Không xác định được chắc chắn bảng mã chữ Việt của tệp, nên tên xã, phường và tiêu đề có thể đọc sai. \
            Chương trình không đoán. Mở biểu trong Excel, chọn Tệp > Lưu dưới dạng > CSV UTF-8 (phân cách bằng dấu \
            phẩy), gửi lại.
            """,
        en: """
            The encoding of the file's Vietnamese letters cannot be told for certain, so names and headers might be \
            misread, and nothing is guessed. Open the form in Excel, choose File > Save As > CSV UTF-8, and send it \
            again.
            """)

    static let stage = FileStage.text

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        for doubt in file.doubts where doubt.kind == .doubtfulEncoding {
            verdict.refuse(Self.self) { finding(in: file.path, sample: doubt.sample) }
            verdict.end()
        }
    }

    static func finding(in file: String, sample: String) -> Finding {
        finding(
            .error, at: Position(file: file), value: sample, .doubtful(sample),
            expected: Bilingual(vi: "tệp Excel hoặc CSV UTF-8", en: "a workbook or a CSV UTF-8 file"),
            remedy: Bilingual(
                vi: "Gửi chính tệp Excel, hoặc lưu lại dạng CSV UTF-8 (phân cách bằng dấu phẩy), gửi lại.",
                en: "Send the workbook itself, or save it as CSV UTF-8 in Excel and send that."))
    }
}

extension Bilingual {
    fileprivate static func doubtful(_ sample: String) -> Self {
        Self(
            vi: "không xác định được bảng mã chữ Việt: \(sample.quoted)",
            en: "the encoding of the letters cannot be told: \(sample.quoted)")
    }
}
