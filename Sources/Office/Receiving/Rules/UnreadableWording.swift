import Domain
import Intake
import WordProcessing

/// A copy of a report's text can be taken.
enum UnreadableWording: Rule {
    static let code = "unreadable-wording"
    static let page = Bilingual(
        vi: """
            Tệp lời văn trong thư mục loi-van không dùng được: tên không phải là mã kỳ (2026-10.docx), không phải tệp .docx của \
            Word, bị hỏng, có mật khẩu, có chữ ký số, có macro, đối tượng nhúng, ảnh liên kết từ ngoài, trường tự lấy dữ liệu, \
            quá lớn, hoặc ở chỗ của tệp là thư mục, liên kết, ống dẫn. Lời văn đã nhận trước vẫn dùng; chưa có thì báo cáo lập \
            theo mẫu. Chương trình không bao giờ sửa, xóa tệp này. Mở bằng Word, lưu lại thành .docx thường rồi chạy lại.
            """,
        en: """
            A file in the folder loi-van cannot be used: its name is no period (2026-10.docx), it is no Word .docx, it is \
            damaged, has a password, a digital signature, a macro, an embedded object, a picture that lies outside, a field \
            that fetches something, is too large, or a folder, a link or a pipe stands in its place. The wording taken before \
            stands; without one the report is made on the form. The program never changes or deletes such a file. Open it in \
            Word, save it as a plain .docx, and run again.
            """)

    /// - Parameter isReplacing: Whether another stands in its place.
    static func finding(_ path: String, _ why: Bilingual, isReplacing: Bool) -> Finding {
        finding(
            .error, ofFile: path,
            isReplacing
                ? Bilingual(
                    vi: "\(why.vi); lời văn đã nhận trước vẫn dùng", en: "\(why.en); the wording taken before stands")
                : Bilingual(vi: "\(why.vi); báo cáo lập theo mẫu", en: "\(why.en); the report is made on the form"),
            remedy: Bilingual(
                vi: "Mở bằng Word, lưu thành tệp .docx thường rồi chạy lại.",
                en: "Open it in Word, save it as a plain .docx, and run again."))
    }

    static func finding(name path: String) -> Finding {
        finding(
            .error, ofFile: path,
            Bilingual(
                vi: "tên “\(path)” không phải là kỳ báo cáo, hoặc kỳ này đã có tệp khác; tệp không được dùng",
                en: "the name “\(path)” is no period, or another file is there for it; the file is not used"),
            expected: Bilingual(vi: "2026-10.docx", en: "2026-10.docx"),
            remedy: Bilingual(
                vi: "Đổi tên thành kỳ báo cáo, mỗi kỳ một tệp.", en: "Name it by its period, one file for each."))
    }
}

extension WordFault {
    /// What keeps a document from being read.
    var words: Bilingual {
        switch self {
        case .otherFile: Bilingual(vi: "không phải tệp .docx", en: "it is no .docx")
        case .passwordOrOldFile:
            Bilingual(
                vi: "tệp có mật khẩu, hoặc là tệp .doc kiểu cũ", en: "it has a password, or is a .doc of the old kind")
        case .damaged(let part, let detail):
            Bilingual(vi: "tệp bị hỏng (\(part): \(detail))", en: "it is damaged (\(part): \(detail))")
        case .tooLarge(let detail):
            Bilingual(vi: "tệp quá lớn (\(detail))", en: "it is too large (\(detail))")
        case .acts(let part):
            Bilingual(
                vi: "tệp có macro, đối tượng nhúng hoặc nội dung lấy từ ngoài (\(part))",
                en: "it holds a macro, an embedded object or content from outside (\(part))")
        case .signed:
            Bilingual(vi: "tệp đã ký số nên không thay số liệu được", en: "it is signed, so no figure can change")
        }
    }
}
