import Domain

/// Nobody but the program writes what it keeps.
enum WritableByOthers: Rule {
    static let code = "writable-by-others"
    static let page = Bilingual(
        vi:
            "Trong thư mục báo cáo, sổ tiếp nhận, kho lưu, dự thảo, bản đã phát hành và gói do chương trình ghi; cán bộ chỉ đọc. Có mục "
            + "mà nhóm hoặc mọi người trên máy cũng ghi, xóa được thì ai cũng có thể sửa số liệu. Bỏ quyền ghi ấy; cán bộ ghi vào "
            + "inputs/submissions, inputs/loi-van và danh sách xử lý.",
        en:
            "In the folder of reports the program alone writes: ledger, archive, drafts, editions and packages; officers read. What the "
            + "group or everybody on the machine may write or remove, anybody can change. Take that right away; officers write "
            + "inputs/submissions, inputs/loi-van and the list of decisions.")
}

extension FindingText {
    /// - Parameter more: How many others beside the one that is named.
    static func writableByOthers(more: Int) -> Self {
        let (vi, en) = more == 0 ? ("", "") : ("mục này và \(more) mục khác, ", "this and \(more) more ")
        return Self(
            vi: "\(vi)người khác ngoài chương trình cũng ghi, xóa được",
            en: "\(en)can be written and removed by others than the program",
            remedy: (
                "Chạy “chmod -R g-w,o-w” trên thư mục báo cáo, rồi “tonghop verify”.",
                "Run “chmod -R g-w,o-w” on the reports, then “tonghop verify”."
            ))
    }
}
