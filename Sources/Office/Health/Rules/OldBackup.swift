import Domain

/// The ledger was copied lately.
enum OldBackup: Rule {
    static let code = "old-backup"
    static let page = Bilingual(
        vi: "Lần sao lưu gần nhất đã hơn 31 ngày, và từ đó sổ có thêm mục mới. Sao lưu lại sang ổ đĩa khác.",
        en:
            "The last backup is more than 31 days old, and the ledger has grown since. Copy it again, onto another disk."
    )
}

extension FindingText {
    static func backupIsOld(days: Int, entriesSince: Int) -> Self {
        Self(
            vi: "lần sao lưu gần nhất cách đây \(days) ngày, từ đó sổ có thêm \(entriesSince) mục",
            en: "the last backup is \(days) days old, and the ledger has \(entriesSince) more entries",
            remedy: backUpElsewhere)
    }
}
