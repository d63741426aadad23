import Domain

/// Every file of the catalogue is there.
enum MissingCatalogueFile: Rule {
    static let code = "missing-catalogue-file"
    static let page = Bilingual(
        vi: """
            Danh mục thiếu một tệp. Mỗi danh mục là một tệp CSV hoặc YAML; danh mục chưa có số liệu (ví \
            dụ dân số) vẫn cần tệp có dòng tiêu đề. Chép lại tệp từ bản lưu, hoặc tạo tệp chỉ có dòng \
            tiêu đề.
            """,
        en: """
            A file of the catalogue is not there. Each register is a CSV or YAML file; one with nothing \
            to enter yet still has its header line. Copy the file back, or make one with the header \
            alone.
            """)
}

extension FindingText {
    static func missingFile(_ path: String) -> Self {
        Self(
            vi: "không có tệp “\(path)”", en: "there is no file “\(path)”",
            remedy: (
                "Đặt tệp vào thư mục danh mục; nếu chưa có số liệu thì tệp chỉ cần dòng tiêu đề.",
                "Put the file into the catalogue's folder; with nothing to enter, its header line is enough."
            ))
    }
}
