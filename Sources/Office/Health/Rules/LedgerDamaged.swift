import Domain

/// The ledger and its archive are what was written.
enum LedgerDamaged: Rule {
    static let code = "ledger-damaged"
    static let page = Bilingual(
        vi:
            "Sổ, kho lưu hoặc một bản đã phát hành không còn như đã ghi. Dừng lịch chạy, giữ nguyên thư mục, chạy “tonghop "
            + "verify” để biết chỗ hỏng, rồi khôi phục bản sao lưu vào một thư mục trống.",
        en:
            "The ledger, its archive or an edition is not what was written. Stop the schedule, leave the folder as it is, "
            + "run “tonghop verify” to learn what is damaged, and restore a backup into an empty folder.")
}

extension FindingText {
    static func ledgerDamaged(_ mismatch: Bilingual) -> Self {
        Self(
            mismatch,
            remedy: Bilingual(
                vi:
                    "Dừng lịch chạy, giữ nguyên thư mục này, chạy “tonghop verify”, rồi khôi phục bản sao lưu vào thư mục "
                    + "mới.",
                en: "Stop the schedule, leave this folder as it is, run “tonghop verify”, restore a backup into a new "
                    + "one."))
    }
}
