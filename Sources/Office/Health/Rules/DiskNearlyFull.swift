import Domain

/// There is room for the months ahead.
enum DiskNearlyFull: Rule {
    static let code = "disk-nearly-full"
    static let page = Bilingual(
        vi:
            "Ổ đĩa sắp hết chỗ. Hết chỗ thì lần chạy dừng lại mà không làm hỏng gì, nhưng dự thảo không được lập lại. "
            + "Cần có chỗ cho vài tháng và cho hai lần sổ, vì nâng cấp làm trên một bản sao.",
        en:
            "The disk is nearly full. A run that finds no room stops and damages nothing, but the draft is not remade. "
            + "There should be room for some months and twice the ledger, which is brought up to date on a copy."
    )
}

extension FindingText {
    static func outOfFiles(_ files: UInt64) -> Self {
        Self(
            vi: "ổ đĩa chỉ còn chỗ cho \(files) tệp", en: "the disk has room for \(files) more files only",
            remedy: makeSpace)
    }

    static func outOfSpace(_ space: DiskSpace, needed: UInt64) -> Self {
        Self(
            vi: "ổ đĩa chỉ còn \(space.megabytes) MB, nên có ít nhất \(needed >> 20) MB",
            en: "the disk has \(space.megabytes) MB left, and should have \(needed >> 20) MB",
            remedy: makeSpace)
    }

    private static let makeSpace = (
        vi: "Giải phóng dung lượng (bản sao lưu cũ đã chép đi nơi khác, gói tải về); không xóa gì trong thư mục sổ.",
        en: "Make space (backups that are elsewhere, downloads); delete nothing in the ledger's folder."
    )
}
