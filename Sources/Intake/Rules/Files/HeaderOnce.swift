import Domain

/// The header stands above the rows once.
enum HeaderOnce: FileRule {
    static let code = "repeated-header"
    static let page = Bilingual(
        vi: """
            Dòng tiêu đề (và các dòng phía trên) lặp lại giữa bảng, như ở đầu mỗi trang khi in hoặc khi ghép nhiều bảng. \
            Dòng đó giống dòng ở đầu tệp từng ô một nên được bỏ qua, các dòng khác vẫn được tính. Không phải sửa.
            """,
        en: """
            The header stands among the rows again, as on each page of a print or where several tables were put together. \
            Such a row is like the header in every cell and is left out; the others count. Nothing has to be done.
            """)

    static let stage = FileStage.rows

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let repairs = file.rows?.repairs, let first = repairs.first(.header) else { return }
        verdict.say(Self.self) { finding(at: first.position, count: repairs.count(.header)) }
    }

    static func finding(at position: Position, count: Int) -> Finding {
        finding(
            .note, at: position,
            Bilingual(
                vi: "phần đầu bảng lặp lại giữa các dòng được bỏ qua (\(Language.vi.count(count)) dòng)",
                en: "the head of the table again among the rows is left out (\(Language.en.count(count)) rows)"),
            remedy: Bilingual(vi: "Không phải sửa.", en: "Nothing to do."))
    }
}
