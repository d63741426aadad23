import Domain

/// Which form a file is of can be told.
enum KnownForm: FileRule {
    static let code = "unknown-form"
    static let page = Bilingual(
        vi: """
            Các cột có trong tệp là cột chung của nhiều biểu (ví dụ chỉ có “Mã xã”, “Xã, phường”, “Lượt người”), và \
            không có dòng “Biểu số” hay tên tệp nói rõ là biểu nào. Ghi dòng “Biểu số: 01/ĐT” phía trên bảng, hoặc \
            đặt tên tệp theo mẫu “MÃ ĐƠN VỊ-01-dt.csv”.
            """,
        en: """
            The columns are common to several forms, and neither a line “Biểu số” nor the file's name says which it \
            is. Write the line “Biểu số: 01/ĐT” above the table, or name the file like “CODE-01-dt.csv”.
            """)

    static let stage = FileStage.form

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let header = file.head.header, file.plan == nil else { return }
        verdict.refuse(Self.self) { finding(in: file.path, forms: header.forms.map { file.catalogue.forms[$0] }) }
    }

    static func finding(in file: String, forms: [Form]) -> Finding {
        finding(
            .error, at: Position(file: file), .unclear(forms),
            expected: Bilingual(vi: "dòng “Biểu số: …” phía trên bảng", en: "a line “Biểu số: …” above the table"),
            remedy: Bilingual(
                vi: "Ghi “Biểu số: …” phía trên bảng hoặc ghi số biểu trong tên tệp.",
                en: "Write “Biểu số: …” above the table, or the form's number into the file's name."))
    }
}

extension Bilingual {
    fileprivate static func unclear(_ forms: [Form]) -> Self {
        let list = forms.map(\.number)
        return Self(
            vi: "không rõ là biểu nào: các cột có trong biểu \(list.joined(separator: ", "))",
            en: "which form it is is not clear: the columns are those of \(list.joined(separator: ", "))")
    }
}
