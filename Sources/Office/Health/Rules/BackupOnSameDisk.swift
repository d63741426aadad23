import Domain

/// The backup lies on another disk than the ledger.
enum BackupOnSameDisk: Rule {
    static let code = "backup-on-same-disk"
    static let page = Bilingual(
        vi:
            "Bản sao lưu nằm trên chính ổ đĩa của sổ; ổ đĩa hỏng thì mất cả hai. Chép bản sao lưu sang ổ đĩa khác.",
        en: "The backup lies on the disk of the ledger, and would be lost with it. Copy it onto another disk.")
}

extension FindingText {
    static let backupOnSameDisk = Self(
        vi: "bản sao lưu nằm cùng ổ đĩa với sổ", en: "the backup lies on the ledger's own disk",
        remedy: ("Chép bản sao lưu sang ổ đĩa khác.", "Copy it onto another disk."))
}
