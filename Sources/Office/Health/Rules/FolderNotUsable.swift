import Domain

/// The folders and files that the program needs are within its reach.
enum FolderNotUsable: Rule {
    static let code = "folder-not-usable"
    static let page = Bilingual(
        vi:
            "Thư mục hoặc tệp mà chương trình cần thì không có, không phải thư mục, hoặc người dùng đang chạy không đủ "
            + "quyền. Tạo thư mục, chỉ đúng đường dẫn, hoặc cấp quyền rồi khám lại.",
        en:
            "A folder or file that the program needs is absent, no folder, or out of this user's reach. Make it, name "
            + "the right one, or give the rights, and look again.")
}

extension FindingText {
    static func notUsable(_ reason: String) -> Self { notUsable(Bilingual(vi: reason, en: reason)) }

    /// Where a folder is asked for.
    static func notUsable(_ kind: EntryKind) -> Self {
        notUsable(Bilingual(vi: "là \(kind.words.vi), không phải thư mục", en: "it is \(kind.words.en) and no folder"))
    }

    /// Of what the program keeps in files and folders of its own.
    static var linked: Self { notUsable(Bilingual(vi: "là liên kết", en: "it is a link")) }

    /// Of the inputs and the reports.
    static var mingledFolders: Self {
        notUsable(
            Bilingual(
                vi: "thư mục số liệu và thư mục báo cáo nằm trong nhau",
                en: "the inputs and the reports lie in one another"))
    }

    private static func notUsable(_ reason: Bilingual) -> Self {
        Self(
            vi: "không dùng được (\(reason.vi))", en: "cannot be used (\(reason.en))",
            remedy: (
                "Tạo thư mục, chỉ đúng đường dẫn (--inputs, --reports), hoặc cấp quyền cho người dùng chạy chương trình.",
                "Make it, name the right one (--inputs, --reports), or give the rights to the user that runs this."
            ))
    }
}
