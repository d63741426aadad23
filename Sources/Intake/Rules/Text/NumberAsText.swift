import Domain

/// A number is written as a number.
enum NumberAsText: FileRule {
    static let code = "number-as-text"
    static let page = Bilingual(
        vi: """
            Số trong ô bị ghi thành văn bản: có dấu nháy đơn phía trước ('120) hoặc nằm trong công thức (="120"), như Excel \
            và một số phần mềm xuất dữ liệu hay làm. Mỗi ô như vậy chỉ có một cách đọc, nên số vẫn được tính. Không phải \
            sửa; lần sau định dạng ô là số.
            """,
        en: """
            Numbers are written as texts: behind an apostrophe ('120) or in a formula (="120"), as spreadsheets and some \
            programs do. Each has one reading only, so it counts. Nothing has to be done; make the cells numbers next \
            time.
            """)

    static let stage = FileStage.rows

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let repairs = file.rows?.repairs, let first = repairs.first(.textNumber) else { return }
        verdict.say(Self.self) { finding(at: first.position, value: first.written, shown: repairs.shown(.textNumber)) }
    }

    static func finding(at position: Position, value: String, shown: Bilingual) -> Finding {
        finding(
            .note, at: position, value: value,
            Bilingual(
                vi: "số ghi thành văn bản (dấu nháy đơn hoặc công thức) được đọc là số: \(shown.vi)",
                en: "numbers written as texts (an apostrophe or a formula) are read as numbers: \(shown.en)"),
            remedy: Bilingual(
                vi: "Không phải sửa; lần sau định dạng ô là số.", en: "Nothing to do; make the cells numbers next time."
            ))
    }
}
