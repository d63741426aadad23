import Domain
import Intake

/// Whatever lies among the submissions lies in the folder of a period.
enum OutsidePeriodFolder: Rule {
    static let code = "outside-period-folder"
    static let page = Bilingual(
        vi:
            "Tệp hoặc thư mục nằm ngay trong thư mục số liệu, không thuộc thư mục của kỳ nào, nên không được đọc. "
            + "Chuyển vào thư mục của kỳ, ví dụ 2026-10, rồi chạy lại.",
        en:
            "The file or folder lies beside the folders of the periods, so it is not read. Move it into the folder of "
            + "its period, such as 2026-10, and run again.")

    static func finding(_ file: String) -> Finding {
        let name = ShownPath(file).text
        return finding(
            .query, ofFile: name,
            Bilingual(
                vi: "“\(name)” không nằm trong thư mục của kỳ nào nên không được đọc",
                en: "“\(name)” lies in the folder of no period and is not read"),
            remedy: Bilingual(
                vi: "Chuyển vào thư mục của kỳ, ví dụ 2026-10.",
                en: "Move it into the folder of its period, such as 2026-10."))
    }

    /// Of so many that nobody reads their names.
    static func finding(more count: Int) -> Finding {
        finding(
            .query, ofFile: ".",
            Bilingual(
                vi: "còn \(Language.vi.count(count)) mục khác không nằm trong thư mục của kỳ nào nên không được đọc",
                en: "\(Language.en.count(count)) more things lie in the folder of no period and are not read"),
            remedy: Bilingual(
                vi: "Xem lại thư mục số liệu; chuyển vào thư mục của kỳ, ví dụ 2026-10, hoặc xóa.",
                en:
                    "Look at the folder of submissions; move them into the folder of a period, such as 2026-10, or delete them."
            ))
    }
}
