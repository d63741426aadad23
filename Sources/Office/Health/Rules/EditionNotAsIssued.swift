import Domain

/// The folder of an edition is what was issued.
enum EditionNotAsIssued: Rule {
    static let code = "edition-not-as-issued"
    static let page = Bilingual(
        vi:
            "Thư mục của một bản đã phát hành bị mất hoặc bị sửa; sổ và kho lưu vẫn toàn vẹn. Chuyển thư mục đó đi nơi khác "
            + "rồi chạy “tonghop run”: bản được lấy lại đúng từng byte.",
        en:
            "The folder of an edition is lost or changed; the ledger and its archive are whole. Move it away and run "
            + "“tonghop run”, which brings the edition back byte for byte.")
}

extension FindingText {
    static func editionChanged(_ mismatch: Bilingual) -> Self {
        Self(
            mismatch,
            remedy: Bilingual(
                vi:
                    "Hoặc chuyển cả thư mục của bản đó đi nơi khác rồi chạy “tonghop run”: bản được lấy lại từ kho lưu.",
                en: "Or move that edition's folder away and run “tonghop run”, which brings it back from the archive."))
    }
}
