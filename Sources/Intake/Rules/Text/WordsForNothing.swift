import Domain

/// A cell in which nothing stands is empty.
enum WordsForNothing: FileRule {
    static let code = "empty-in-words"
    static let page = Bilingual(
        vi: """
            Phần mềm xuất dữ liệu ghi “nan”, “NaN”, “<NA>”, “None”, “NULL” ở ô không có gì. Ô đó được đọc như ô trống, \
            nghĩa là theo dòng “Ô trống…” phía trên bảng, không phải là số 0. Không phải sửa; lần sau để trống ô.
            """,
        en: """
            A script writes “nan”, “NaN”, “<NA>”, “None” or “NULL” where there is nothing. Such a cell is read as an empty \
            one, by what the line above the table says of blanks; it is not zero by itself. Nothing has to be done; leave \
            the cell empty next time.
            """)

    static let stage = FileStage.rows

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let repairs = file.rows?.repairs, let first = repairs.first(.emptyInWords) else { return }
        let words = repairs.spellings[.emptyInWords, default: []].map(\.written.quoted).joined(separator: ", ")
        verdict.say(Self.self) { finding(at: first.position, value: first.written, words: words) }
    }

    static func finding(at position: Position, value: String, words: String) -> Finding {
        finding(
            .note, at: position, value: value,
            Bilingual(
                vi: "\(words) do phần mềm ghi được đọc là ô trống",
                en: "\(words), as a script writes it, is read as an empty cell"),
            remedy: Bilingual(
                vi: "Không phải sửa; lần sau để trống ô.", en: "Nothing to do; leave the cell empty next time."))
    }
}
