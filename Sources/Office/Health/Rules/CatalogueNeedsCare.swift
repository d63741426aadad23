import Domain

/// The catalogue has no error and no query.
enum CatalogueNeedsCare: Rule {
    static let code = "catalogue-needs-care"
    static let page = Bilingual(
        vi:
            "Danh mục có lỗi hoặc chỗ cần xác nhận. Có lỗi thì không lần chạy nào làm được; chạy “tonghop check "
            + "--catalogue” để xem từng dòng.",
        en:
            "The catalogue has errors or queries. With an error no run can be done; “tonghop check --catalogue” names "
            + "each line.")
}

extension FindingText {
    static func catalogueNeedsCare(errors: Int, queries: Int) -> Self {
        Self(
            vi: "danh mục có \(errors) lỗi và \(queries) nội dung cần xác nhận",
            en: "the catalogue has \(errors) errors and \(queries) queries",
            remedy: (
                "Chạy “tonghop check --catalogue” để xem từng dòng và cách sửa.",
                "Run “tonghop check --catalogue” for each line and what to do."
            ))
    }
}
