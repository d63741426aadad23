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
            let misreading = file.document.decision.misreading
            verdict.refuse(Self.self) {
                misreading.map { finding(in: file.path, $0) }
                    ?? finding(in: file.path, sample: doubt.sample, isUnicode: !file.hasBrokenLetters)
            }
            verdict.end()
        }
    }

    /// Letters were converted wrongly, and not all of them can be turned back.
    static func finding(in file: String, _ misreading: Misreading) -> Finding {
        finding(
            .error, at: Position(file: file), value: misreading.written, .misread(misreading),
            expected: Bilingual(vi: misreading.meant, en: misreading.meant),
            remedy: Bilingual(
                vi:
                    "Mở tệp gốc (không mở tệp này) bằng Excel: Dữ liệu > Từ Văn bản/CSV, chọn nguồn gốc tệp 65001: Unicode "
                    + "(UTF-8), lưu lại và gửi lại.",
                en:
                    "Open the original file (not this one) in Excel by Data > From Text/CSV with the file origin 65001: Unicode "
                    + "(UTF-8), save it and send it again."))
    }

    /// - Parameter isUnicode: It is UTF-8 already; what is mixed is the fonts.
    static func finding(in file: String, sample: String, isUnicode: Bool) -> Finding {
        finding(
            .error, at: Position(file: file), value: sample, .doubtful(sample),
            expected: isUnicode
                ? Bilingual(vi: "cả tệp dùng một phông Unicode", en: "one Unicode font throughout")
                : Bilingual(vi: "tệp Excel hoặc CSV UTF-8", en: "a workbook or a CSV UTF-8 file"),
            remedy: isUnicode
                ? Bilingual(
                    vi: "Chuyển cả tệp sang một phông Unicode (Times New Roman), kiểm tra lại các tên, gửi lại.",
                    en: "Turn the whole file to one Unicode font, look at the names and send it again.")
                : Bilingual(
                    vi: "Gửi chính tệp Excel, hoặc lưu lại dạng CSV UTF-8 (phân cách bằng dấu phẩy), gửi lại.",
                    en: "Send the workbook itself, or save it as CSV UTF-8 in Excel and send that."))
    }
}

extension FileInHand {
    /// Bytes that are no letter in Unicode.
    fileprivate var hasBrokenLetters: Bool { doubts.contains { $0.kind == .undecodableByte } }
}

extension Bilingual {
    fileprivate static func misread(_ found: Misreading) -> Self {
        Self(
            vi: "chữ Việt (UTF-8) đã bị mở nhầm bảng mã \(found.codePage) rồi lưu lại, và không khôi phục được hết: "
                + "\(found.written.quoted) là \(found.meant.quoted)",
            en:
                "Vietnamese letters (UTF-8) were opened as \(found.codePage) and saved, and not all can be turned back: "
                + "\(found.written.quoted) is \(found.meant.quoted)")
    }

    fileprivate static func doubtful(_ sample: String) -> Self {
        Self(
            vi: "không xác định được bảng mã chữ Việt: \(sample.quoted)",
            en: "the encoding of the letters cannot be told: \(sample.quoted)")
    }
}
