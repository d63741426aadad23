import Domain
import Intake

/// A folder or file among the submissions can be opened and read.
enum CannotBeRead: Rule {
    static let code = "cannot-be-read"
    static let page = Bilingual(
        vi: """
            Thư mục hoặc tệp có đó nhưng máy không mở hoặc không đọc được: người dùng chạy chương trình không có quyền đọc, \
            ổ đĩa báo lỗi giữa chừng, hoặc tên tệp có ký tự hỏng nên không mở được bằng tên. Số liệu ở đó chưa được tính; \
            các thư mục và tệp khác vẫn được nhận, số liệu đã nhận trước vẫn được tính. Cấp quyền đọc, đổi tên hoặc chép lại \
            tệp rồi chạy lại.
            """,
        en: """
            The folder or file is there and cannot be opened or read: whoever runs the program has no right to read it, the \
            disk fails on the way, or its name has damaged characters, so that nothing opens by it. What it holds is not \
            counted yet; the other folders and files are taken in, and what was received before still counts. Give the \
            right to read it, rename it, or copy it again, and run again.
            """)

    static func finding(_ file: String, _ why: Bilingual) -> Finding {
        finding(
            .error, at: Position(file: ShownPath(file).text), why,
            remedy: Bilingual(
                vi: "Kiểm tra tệp và quyền truy cập rồi chạy lại.", en: "Check the file and its rights and run again."))
    }

    /// The folder of a period that cannot be listed.
    static func finding(folder: String, _ why: Bilingual) -> Finding {
        let path = ShownPath(folder).text
        return finding(
            .error, ofFile: path,
            Bilingual(
                vi:
                    "không đọc được thư mục “\(path)” (\(why.vi)); tệp mới trong đó chưa được nhận, số liệu đã nhận trước vẫn "
                    + "được tính",
                en:
                    "cannot read the folder “\(path)” (\(why.en)); what is new in it is not taken in, and what was received "
                    + "before still counts"),
            remedy: Bilingual(
                vi: "Cấp quyền đọc và mở thư mục cho người dùng chạy chương trình, hoặc kiểm tra ổ đĩa, rồi chạy lại.",
                en: "Give whoever runs the program the right to read and enter it, or check the disk, and run again."))
    }

    /// A name that is no UTF-8, as it may be shown.
    static func finding(name: String) -> Finding {
        let path = ShownPath(name).text
        return finding(
            .error, ofFile: path,
            Bilingual(
                vi: "tên “\(path)” có ký tự hỏng (không phải UTF-8) nên không mở được",
                en: "the name “\(path)” has damaged characters (no UTF-8), and nothing opens by it"),
            remedy: Bilingual(vi: "Đổi tên tệp rồi chạy lại.", en: "Rename the file and run again."))
    }

    /// A name with characters that nobody sees, which looks like another file's.
    static func finding(namedAlike file: String) -> Finding {
        let path = ShownPath(file).text
        return finding(
            .error, ofFile: path,
            Bilingual(
                vi: "có tệp khác cũng hiện tên “\(path)”, chỉ khác ký tự không nhìn thấy; tệp này chưa được nhận",
                en:
                    "another file shows the name “\(path)” too, and differs in characters that nobody sees; this one is not taken in"
            ),
            remedy: Bilingual(vi: "Đổi tên tệp rồi chạy lại.", en: "Rename the file and run again."))
    }
}
