import Domain
import Intake

/// A file among the submissions can be opened and read.
enum CannotBeRead: Rule {
    static let code = "cannot-be-read"
    static let page = Bilingual(
        vi: """
            Tệp có trong thư mục nhưng máy không mở hoặc không đọc được: người dùng chạy chương trình không có quyền đọc, \
            hoặc ổ đĩa báo lỗi giữa chừng. Số liệu của tệp này chưa được tính; các tệp khác vẫn được nhận. Cấp quyền đọc \
            hoặc chép lại tệp rồi chạy lại.
            """,
        en: """
            The file is there and cannot be opened or read: whoever runs the program has no right to read it, or the disk \
            fails on the way. Its figures are not counted yet; the other files are taken in. Give the right to read it, or \
            copy it again, and run again.
            """)

    static func finding(_ file: String, _ why: Bilingual) -> Finding {
        finding(
            .error, at: Position(file: ShownPath(file).text), why,
            remedy: Bilingual(
                vi: "Kiểm tra tệp và quyền truy cập rồi chạy lại.", en: "Check the file and its rights and run again."))
    }
}
