import Domain

/// The folder of reports belongs to whoever runs the program.
enum RunAsRoot: Rule {
    static let code = "run-as-root"
    static let page = Bilingual(
        vi:
            "Lệnh đang chạy bằng root trên thư mục của người dùng khác. Tệp do root ghi thì lịch chạy không ghi tiếp "
            + "được. Chạy bằng chính người dùng đó.",
        en:
            "The command runs as root in another user's folder. The schedule cannot write on what root wrote. Run as "
            + "that user.")
}

extension FindingText {
    static let runningAsRoot = Self(
        vi: "đang chạy bằng root, trong khi thư mục này của người dùng khác; tệp do root ghi sẽ chặn lịch chạy",
        en: "running as root, yet the folder is another user's: files written by root will stop the schedule",
        remedy: (
            "Chạy bằng người dùng của thư mục, ví dụ “runuser -u tonghop -- tonghop …”.",
            "Run as the folder's owner, such as “runuser -u tonghop -- tonghop …”."
        ))
}
