import Domain
import Intake

/// No file is a temporary one, or half copied.
enum PassingFile: Rule {
    static let code = "passing-file"
    static let page = Bilingual(
        vi: """
            Tên tệp cho thấy đây là tệp tạm (~$…, do Word, Excel tạo khi đang mở tệp) hoặc tệp còn đang được chép, tải về \
            (.part, .tmp, .crdownload, .partial), nên không được đọc. Thường không phải làm gì: tệp tạm mất đi khi đóng \
            chương trình, tệp chép xong có tên thật và được đọc ở lần chạy sau. Nếu tên đó là tên thật của số liệu thì đổi tên.
            """,
        en: """
            By its name the file is a temporary one (~$…, which Word and Excel make while a file is open) or still being \
            copied or downloaded (.part, .tmp, .crdownload, .partial), so it is not read. Usually there is nothing to do: \
            it goes when the program is closed, or gets its true name and is read by the next run. Rename it if it is data.
            """)

    static func finding(_ file: String) -> Finding {
        let path = ShownPath(file).text
        return finding(
            .note, at: Position(file: path),
            Bilingual(
                vi: "“\(path)” là tệp tạm hoặc đang được chép nên không được đọc",
                en: "“\(path)” is a temporary file or still being copied and is not read"),
            remedy: Bilingual(vi: "Không phải làm gì.", en: "Nothing to do."))
    }
}
