import Domain

/// A file that counts lies in its folder.
enum FileGone: Rule {
    static let code = "file-gone"
    static let page = Bilingual(
        vi:
            "Tệp đã nhận không còn trong thư mục số liệu nhưng vẫn được tính, vì sổ tiếp nhận giữ bản lưu. Nếu xóa là đúng, thêm dòng «rút "
            + "tệp» vào xu-ly.csv để không tính nữa; nếu chỉ dọn thư mục, thêm dòng «nhận tệp» để xác nhận vẫn tính; nếu xóa nhầm, chép "
            + "tệp trở lại. Mỗi lần chạy còn nhắc cho đến khi có một trong các cách đó.",
        en:
            "A file that was received lies in its folder no more and still counts, for the ledger has kept it. If it was to be taken out, "
            + "add a «rút tệp» line to xu-ly.csv; if the folder was only tidied, add «nhận tệp» to confirm that it counts; if it was removed "
            + "by mistake, copy it back. Every run says so until then.")

    /// The list of decisions, of which so many stand.
    static func finding(decisions file: String, _ standing: Int) -> Finding {
        finding(
            .query, ofFile: file,
            Bilingual(
                vi:
                    "“\(file)” không còn trong thư mục; \(Language.vi.count(standing)) quyết định đã nhận vẫn có hiệu lực",
                en: "“\(file)” is gone from its folder; the \(Language.en.count(standing)) decisions received stand"),
            remedy: Bilingual(
                vi: "Chép tệp trở lại; nếu không quyết định nào còn đúng, để lại tệp chỉ có dòng tiêu đề.",
                en: "Copy it back; if no decision holds any more, leave a file that has its header only."))
    }

    /// An officer's copy of a report's text, which stands.
    static func ofWording(_ path: String) -> Finding {
        finding(
            .query, ofFile: path,
            Bilingual(
                vi: "“\(path)” không còn trong thư mục; lời văn đã nhận vẫn dùng",
                en: "“\(path)” is gone from its folder; the wording taken before stands"),
            remedy: Bilingual(
                vi: "Chép tệp trở lại; nếu muốn viết lại từ đầu, để vào đó một tệp .docx trắng cùng tên.",
                en: "Copy it back; to begin anew, put an empty .docx of that name there."))
    }

    static func finding(_ path: String) -> Finding {
        finding(
            .query, ofFile: path,
            Bilingual(
                vi: "“\(path)” không còn trong thư mục nhưng vẫn được tính",
                en: "“\(path)” is gone from its folder and still counts"),
            remedy: Bilingual(
                vi: "Quyết định «rút tệp» hoặc «nhận tệp» trong xu-ly.csv, hoặc chép tệp trở lại.",
                en: "Decide «rút tệp» or «nhận tệp» in xu-ly.csv, or copy the file back."))
    }
}
