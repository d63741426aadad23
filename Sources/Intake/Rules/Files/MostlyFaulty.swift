import Domain

/// Most rows of a long table can be read.
enum MostlyFaulty: FileRule {
    static let code = "mostly-faulty"
    static let page = Bilingual(
        vi: """
            Đã gặp 50.000 dòng sai, và quá nửa số dòng đọc đến đó là dòng sai: một cột ghi sai ở mọi dòng, hoặc đây không phải số \
            liệu của biểu. Chương trình không đọc tiếp và không tính dòng nào của tệp; các lỗi đã gặp vẫn được nêu. Sửa theo các lỗi \
            ấy ở mọi dòng rồi gửi lại cả tệp.
            """,
        en: """
            50,000 faulty rows were met, and more than half of the rows read up to there are faulty: a column is wrong in every \
            row, or these are no figures of the form. Nothing further is read, and no row of the file counts; the faults that \
            were met are named. Correct them in all rows and send the whole file again.
            """)

    static let stage = FileStage.rows

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let rows = file.rows, let last = rows.end else { return }
        verdict.refuse(Self.self) { finding(in: file.path, rows: rows.counter.rowsRead, last: last.row) }
        verdict.end()
    }

    /// - Parameters:
    ///   - rows: How many were read.
    ///   - last: The row of the sheet behind which nothing was read.
    static func finding(in file: String, rows: Int, last: Int) -> Finding {
        finding(
            .error, at: Position(file: file),
            Bilingual(
                vi:
                    "quá nửa trong \(Language.vi.count(rows)) dòng đọc đến dòng \(Language.vi.count(last)) là dòng sai nên không đọc "
                    + "tiếp và không tính dòng nào",
                en:
                    "more than half of the \(Language.en.count(rows)) rows down to row \(Language.en.count(last)) are faulty: nothing "
                    + "further is read, and no row counts"),
            remedy: Bilingual(
                vi: "Sửa các lỗi nêu dưới đây ở mọi dòng của tệp rồi gửi lại.",
                en: "Correct the faults named below in all rows of the file, and send it again."))
    }

    /// Faulty rows among those that were read: each costs far more than a clean one, and nobody reads about thousands.
    struct Count {
        private struct Part {
            var rows = 0
            var faulty = 0

            var hasMany: Bool { faulty >= 50_000 }
            var isMost: Bool { hasMany && faulty * 2 > rows }

            mutating func add(isFaulty: Bool) {
                rows += 1
                if isFaulty { faulty += 1 }
            }
        }

        private var judged = Part()
        /// Whose place was looked for before any row was judged.
        private var placed = Part()
        /// The row behind which nothing is read any further.
        private(set) var end: Position?

        /// Places need be looked for no further: the file will not count.
        var hasMostlyUnknownPlaces: Bool { placed.isMost }

        mutating func begin(clean rows: Int) { judged.rows = rows }

        mutating func notePlace(of row: RowInHand) { placed.add(isFaulty: row.unit == nil && row.match != .missing) }

        mutating func note(_ row: RowInHand) {
            judged.add(isFaulty: row.isRefused || !row.faults.isEmpty)
            if judged.isMost || judged.hasMany && placed.isMost { end = row.position }
        }

        /// Of places that were not looked for to the end it is not known which rows add up others.
        mutating func finish(at row: RowInHand) { if end == nil, placed.isMost { end = row.position } }
    }
}
