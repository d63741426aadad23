import Domain

/// What `tonghop explain` says of the findings that the command itself has about folders and lines.
enum CommandRules {
    static let pages: [(name: RuleName, page: Bilingual)] = [
        (FileGone.name, FileGone.page),
        (
            "outside-period-folder",
            Bilingual(
                vi:
                    "Tệp hoặc thư mục nằm ngay trong thư mục số liệu, không thuộc thư mục của kỳ nào, nên không được đọc. "
                    + "Chuyển vào thư mục của kỳ, ví dụ 2026-10, rồi chạy lại.",
                en:
                    "The file or folder lies beside the folders of the periods, so it is not read. Move it into the folder of "
                    + "its period, such as 2026-10, and run again.")
        ),
        (
            "not-a-regular-file",
            Bilingual(
                vi:
                    "Trong thư mục của kỳ có một mục không phải là tệp thường: thư mục con, liên kết hoặc thiết bị. Chương "
                    + "trình không mở các mục đó. Chép chính tệp CSV vào thư mục của kỳ.",
                en:
                    "The folder of a period holds something that is no plain file: a folder, a link or a device. It is never "
                    + "opened. Copy the CSV file itself into the folder.")
        ),
        (
            "lines-left-out",
            Bilingual(
                vi:
                    "Các dòng này nằm trên hoặc dưới bảng (tiêu đề, dòng tổng cộng, chữ ký, ghi chú) nên không phải là số liệu. "
                    + "Đây chỉ là lưu ý khi xem cách đọc tệp; không phải làm gì.",
                en:
                    "These lines stand above or below the table (titles, totals, signatures, notes) and are no data. It is only a "
                    + "note on how the file is read; there is nothing to do.")
        ),
        (
            "still-being-written",
            Bilingual(
                vi:
                    "Tệp còn đang được chép vào thư mục nên thay đổi trong khi được đọc; lần chạy này bỏ qua. Chạy lại khi đã "
                    + "chép xong.",
                en:
                    "The file was still being copied into its folder and changed while it was read, so this run leaves it. Run "
                    + "again once it has been copied.")
        ),
    ]
}
