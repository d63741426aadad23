import Domain

/// This version of the program wrote the ledger.
enum LedgerOfOlderVersion: Rule {
    static let code = "ledger-of-older-version"
    static let page = Bilingual(
        vi:
            "Sổ do phiên bản cũ hơn của chương trình ghi. Lần chạy tới nâng cấp trên một bản sao, kiểm tra rồi mới dùng; "
            + "sổ cũ được giữ lại.",
        en:
            "An older version of the program wrote the ledger. The next run brings a copy up to date, verifies it and only "
            + "then uses it; the old one is kept.")
}

extension FindingText {
    static let ofOlderVersion = Self(
        vi: "sổ do phiên bản cũ hơn ghi", en: "an older version wrote the ledger",
        remedy: (
            "Lần chạy “tonghop run” tới sẽ nâng cấp trên một bản sao và giữ lại sổ cũ; không phải làm gì.",
            "The next “tonghop run” brings a copy up to date and keeps the old one; there is nothing to do."
        ))
}
