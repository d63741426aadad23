import Domain
import Intake

/// What bears the name of a period is a folder, and it holds plain files.
enum NotARegularFile: Rule {
    static let code = "not-a-regular-file"
    static let page = Bilingual(
        vi:
            "Trong thư mục của kỳ có một mục không phải là tệp thường: thư mục con, liên kết, ống dẫn, socket hoặc thiết bị; "
            + "hoặc mục mang tên kỳ không phải là thư mục. Chương trình không mở các mục đó nên số liệu ở đó chưa được tính. "
            + "Chép chính tệp CSV vào thư mục thật của kỳ.",
        en:
            "The folder of a period holds something that is no plain file: a folder, a link, a pipe, a socket or a device; "
            + "or what bears a period's name is no folder. It is never opened, so what it holds is not counted. Copy the CSV "
            + "file itself into a real folder of the period.")

    static func finding(_ file: String, _ kind: EntryKind) -> Finding {
        let path = ShownPath(file).text
        return finding(
            .error, ofFile: path,
            Bilingual(
                vi: "“\(path)” là \(kind.words.vi) nên không được đọc",
                en: "“\(path)” is \(kind.words.en) and is not read"),
            remedy: Bilingual(
                vi: "Đặt tệp CSV thẳng vào thư mục của kỳ.", en: "Put the CSV file itself into the period's folder."))
    }

    /// What bears the name of a period and is no folder.
    static func finding(period name: String, _ kind: EntryKind) -> Finding {
        finding(
            .error, ofFile: name,
            Bilingual(
                vi:
                    "“\(name)” là \(kind.words.vi), không phải thư mục của kỳ, nên không được đọc; số liệu đã nhận trước của kỳ "
                    + "vẫn được tính",
                en:
                    "“\(name)” is \(kind.words.en), not the folder of the period, and is not read; what was received for it "
                    + "before still counts"),
            remedy: Bilingual(
                vi: "Thay bằng thư mục thật rồi chép các tệp vào.",
                en: "Put a real folder there and copy the files into it."))
    }
}
