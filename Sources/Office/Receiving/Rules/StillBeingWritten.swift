import Domain
import Intake

/// Nobody is still copying a file in.
enum StillBeingWritten: Rule {
    static let code = "still-being-written"
    static let page = Bilingual(
        vi:
            "Tệp còn đang được chép vào thư mục nên thay đổi trong khi được đọc; lần chạy này bỏ qua. Chạy lại khi đã "
            + "chép xong.",
        en:
            "The file was still being copied into its folder and changed while it was read, so this run leaves it. Run "
            + "again once it has been copied.")

    static func finding(_ file: String, level: Finding.Level = .note) -> Finding {
        let path = ShownPath(file).text
        return finding(
            level, ofFile: path,
            Bilingual(
                vi: "“\(path)” thay đổi trong khi được đọc; để lần chạy sau",
                en: "“\(path)” changed while it was read; left to the next run"),
            remedy: Bilingual(vi: "Chạy lại khi đã chép xong.", en: "Run again once it has been copied."))
    }
}
