import Domain

/// The ledger was copied.
enum NoBackup: Rule {
    static let code = "no-backup"
    static let page = Bilingual(
        vi:
            "Sổ chưa được sao lưu lần nào bằng “tonghop backup”. Sao lưu sang ổ đĩa khác ít nhất mỗi tháng một lần.",
        en: "The ledger was never copied by “tonghop backup”. Copy it onto another disk every month at least.")
}

extension FindingText {
    static let withoutBackup = Self(
        vi: "chưa sao lưu lần nào", en: "there is no backup yet", remedy: backUpElsewhere)

    static let backUpElsewhere = (
        vi: "Chạy “tonghop backup THƯ_MỤC” sang một ổ đĩa khác.", en: "Run “tonghop backup DIR” onto another disk."
    )
}
