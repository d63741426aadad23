import DelimitedText
import Domain

/// An encoding other than UTF-8 is named.
enum DetectedEncoding: FileRule {
    static let code = "encoding"
    static let page = Bilingual(
        vi: """
            Tệp không dùng UTF-8; chương trình đã nhận ra bảng mã và đọc theo bảng mã đó. Ví dụ “Unicode Text” của \
            Excel là UTF-16. Số liệu vẫn được tính; lần sau nên lưu dưới dạng CSV UTF-8 để tránh nhầm.
            """,
        en: """
            The file is not UTF-8; its encoding was recognised and it was read so. Excel's “Unicode Text”, for \
            example, is UTF-16. The figures count; CSV UTF-8 is the safer choice next time.
            """)

    static let stage = FileStage.text

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        let document = file.document
        let isPlain = document.encoding == .utf8 || document.encoding == .utf8WithMark
        guard !isPlain || document.decision.font != nil else { return }
        verdict.say(Self.self) { finding(in: file.path, decision: document.decision) }
    }

    static func finding(in file: String, decision: EncodingDecision) -> Finding {
        finding(
            .note, at: Position(file: file), value: decision.encoding.rawValue, .detected(decision),
            remedy: Bilingual(
                vi: "Lần sau nên gửi tệp Excel gõ bằng phông Unicode, hoặc CSV UTF-8.",
                en: "Send the workbook typed in a Unicode font, or CSV UTF-8, next time."))
    }
}

extension Bilingual {
    fileprivate static func detected(_ decision: EncodingDecision) -> Self {
        let name = (decision.font.map { "\(decision.encoding.name), \($0.name)" }) ?? decision.encoding.name
        let best = decision.candidates.first
        let proof = best.map { best in
            Self(
                vi: ": \(best.possible) trong \(best.words) từ có dấu là chữ Việt",
                en: ": \(best.possible) of \(best.words) words are Vietnamese")
        }
        return Self(
            vi: "tệp được đọc theo bảng mã \(name)" + (proof?.vi ?? ""),
            en: "the file was read as \(name)" + (proof?.en ?? ""))
    }
}
