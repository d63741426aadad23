import Domain

/// A table that says “Không phát sinh” has no other rows.
enum NothingBesideRows: FileRule {
    static let code = "nothing-beside-rows"
    static let page = Bilingual(
        vi: """
            Biểu có dòng “Không phát sinh” nhưng vẫn có các dòng số liệu, nên không rõ dòng nào đúng. Các dòng số \
            liệu vẫn được tính. Thường do dùng lại biểu cũ mà quên xóa dòng; xóa dòng thừa rồi gửi lại.
            """,
        en: """
            The table says “Không phát sinh” (nothing occurred) and has rows all the same, so which of the two holds \
            is not clear. The rows are counted. Usually an old form was filled again; delete what is not meant and \
            send the file.
            """)

    static let stage = FileStage.rows

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let rows = file.rows, let position = rows.nothingOccurred, rows.counter.rowsRead > 0 else { return }
        verdict.say(Self.self) { finding(at: position, rows: rows.counter.rowsRead) }
    }

    static func finding(at position: Position, rows: Int) -> Finding {
        finding(
            .query, at: position, value: "Không phát sinh", .beside(rows),
            remedy: Bilingual(
                vi: "Xóa dòng “Không phát sinh”, hoặc xóa các dòng số liệu thừa.",
                en: "Delete the line “Không phát sinh”, or the rows that are not meant."))
    }
}

extension Bilingual {
    fileprivate static func beside(_ rows: Int) -> Self {
        Self(
            vi: "biểu ghi “Không phát sinh” nhưng có \(rows) dòng số liệu",
            en: "the table says “Không phát sinh” but has rows of figures: \(rows)")
    }
}
