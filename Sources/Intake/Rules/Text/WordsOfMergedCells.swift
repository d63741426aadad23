import Domain
import SheetReading

/// Words stand in every row that they are about, or in a cell merged over those rows.
enum WordsOfMergedCells: FileRule {
    static let code = "merged-words"
    static let page = Bilingual(
        vi: """
            Tên xã, mã, ngày hoặc chữ khác nằm trong một ô gộp (Merge) qua nhiều dòng có số liệu. Chính trang tính cho \
            biết ô đó đứng cho những dòng nào, nên mỗi dòng được đọc như đã ghi đủ và số liệu vẫn được tính. Ô số liệu \
            bị gộp thì khác: không biết tính cho ô nào, xem merged-figure. Nên bỏ gộp ô và ghi đủ ở từng dòng.
            """,
        en: """
            A commune's name, a code, a date or other words stand in a cell merged over several rows with figures. The \
            sheet itself says which rows it stands for, so each of them is read as if it were written there and counts. \
            Merged figures are another matter: see merged-figure. Better undo the merging and write them into each row.
            """)

    static let stage = FileStage.rows
    private static let shown = 5

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let ranges = file.sheet?.filledDown, let first = ranges.first, let header = file.head.header else {
            return
        }
        let field = first.columns.lowerBound - 1
        let here = Position(
            file: file.path, line: first.rows.lowerBound, row: first.rows.lowerBound, column: field + 1,
            header: field < header.texts.count ? header.texts[field] : nil)
        verdict.say(Self.self) { finding(at: here, ranges: ranges) }
    }

    static func finding(at position: Position, ranges: [SheetMarks.Range]) -> Finding {
        finding(
            .note, at: position, .filled(ranges, shown: shown),
            remedy: Bilingual(
                vi: "Không phải sửa nếu đúng; lần sau bỏ gộp ô, ghi đủ ở từng dòng.",
                en: "Nothing to do if it is right; write them into each row next time."))
    }
}

extension Bilingual {
    fileprivate static func filled(_ ranges: [SheetMarks.Range], shown: Int) -> Self {
        let cells = ranges.prefix(shown).map { range in
            let column = Position.letters(range.columns.lowerBound)
            return "\(column)\(range.rows.lowerBound):\(column)\(range.rows.upperBound)"
        }
        let list = cells.joined(separator: ", ") + (ranges.count > shown ? ", …" : "")
        let count = ranges.count
        return Self(
            vi: "\(Language.vi.count(count)) ô gộp qua nhiều dòng, chữ trong ô được đọc cho mọi dòng của ô: \(list)",
            en: "\(Language.en.count(count)) cells merged over several rows are read for each of their rows: \(list)")
    }
}
