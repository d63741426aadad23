import Domain
import Intake

/// The folder of a period holds plain files.
enum NotARegularFile: Rule {
    static let code = "not-a-regular-file"
    static let page = Bilingual(
        vi:
            "Trong thư mục của kỳ có một mục không phải là tệp thường: thư mục con, liên kết hoặc thiết bị. Chương "
            + "trình không mở các mục đó. Chép chính tệp CSV vào thư mục của kỳ.",
        en:
            "The folder of a period holds something that is no plain file: a folder, a link or a device. It is never "
            + "opened. Copy the CSV file itself into the folder.")

    static func finding(_ file: String) -> Finding {
        let path = ShownPath(file).text
        return finding(
            .query, at: Position(file: path), value: path,
            Bilingual(
                vi: "“\(path)” là thư mục, liên kết hoặc thiết bị nên không được đọc",
                en: "“\(path)” is a folder, a link or a device and is not read"),
            remedy: Bilingual(
                vi: "Đặt tệp CSV thẳng vào thư mục của kỳ.", en: "Put the CSV file itself into the period's folder."))
    }
}
