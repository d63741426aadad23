import Domain

/// Which period a file is for can be told.
enum KnownPeriod: FileRule {
    static let code = "unknown-period"
    static let page = Bilingual(
        vi: """
            Không có thư mục kỳ (ví dụ “2026-10”), dòng “Kỳ báo cáo” hay tên tệp nào nói rõ số liệu thuộc kỳ nào. \
            Ghi dòng “Kỳ báo cáo: Tháng 10 năm 2026” phía trên bảng, hoặc đặt tệp vào thư mục của kỳ.
            """,
        en: """
            Neither the folder (“2026-10”), nor a line “Kỳ báo cáo”, nor the file's name says which period the \
            figures are for. Write the line “Kỳ báo cáo: Tháng 10 năm 2026” above the table, or put the file into \
            the period's folder.
            """)

    static let stage = FileStage.owner

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard file.identity.period == nil else { return }
        verdict.refuse(Self.self) { finding(in: file.path) }
    }

    static func finding(in file: String) -> Finding {
        finding(
            .error, at: Position(file: file),
            Bilingual(vi: "không rõ số liệu thuộc kỳ báo cáo nào", en: "which period the figures are for is not clear"),
            expected: Bilingual(
                vi: "dòng “Kỳ báo cáo: Tháng … năm …” phía trên bảng",
                en: "a line “Kỳ báo cáo: Tháng … năm …” above the table"),
            remedy: Bilingual(
                vi: "Ghi dòng “Kỳ báo cáo” phía trên bảng, hoặc đặt tệp vào thư mục của kỳ.",
                en: "Write the line “Kỳ báo cáo” above the table, or put the file into the period's folder."))
    }
}
