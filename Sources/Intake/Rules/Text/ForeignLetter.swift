import DelimitedText
import Domain

/// The letters of names and headers are Latin ones, not those of other scripts that look like them.
enum ForeignLetter: FileRule {
    static let code = "foreign-letter"
    static let page = Bilingual(
        vi: """
            Chữ “с” của tiếng Nga (U+0441) hay “ο” của tiếng Hy Lạp (U+03BF) trông giống hệt “c”, “o” nhưng là chữ khác; \
            chúng lẫn vào khi gõ nhầm bàn phím hoặc sao chép từ nơi khác. Trong tên xã, tiêu đề, tên đơn vị, nếu đọc \
            thành chữ Việt thì được đúng một tên đã có, chương trình đọc như vậy, số liệu vẫn được tính và chỉ nêu ở đây. \
            Không phải sửa; nếu không được tên nào thì lỗi của ô đó nói rõ chữ nào.
            """,
        en: """
            The Cyrillic “с” (U+0441) and the Greek “ο” (U+03BF) look like “c” and “o” and are other letters; they come \
            from another keyboard or with copied text. In the name of a commune, a header or a department they are read \
            as the Latin letter where that makes exactly one known name; the figures count, and it is noted here. Nothing \
            has to be done. Where it makes none, the cell's own finding names the letter.
            """)

    static let stage = FileStage.rows

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        let unknown = Set(file.shape?.map?.unknown ?? [])
        let headerRow = file.head.header?.spreadsheetRow
        let texts = file.writtenAround.filter { text, position in
            // Of a column that is not known its own finding speaks.
            guard position.row == headerRow, let column = position.column else {
                return LetterLikeness.foreignLetter(in: text) != nil
            }
            return !unknown.contains(column - 1) && LetterLikeness.foreignLetter(inKnown: text) != nil
        }
        let spelling = file.rows?.repairs.first(.foreignLetter)
        guard
            let first = texts.first.map({ (text: $0.text, position: $0.position, meant: "") })
                ?? spelling.map({ (text: $0.written, position: $0.position, meant: $0.meant) }),
            let letter = LetterLikeness.foreignLetter(inKnown: first.text)
        else { return }
        let count = texts.count + (file.rows?.repairs.count(.foreignLetter) ?? 0)
        verdict.say(Self.self) {
            finding(at: first.position, value: first.text, letter, meant: first.meant, count: count)
        }
    }

    /// - Parameter meant: The name that it makes, of a cell.
    static func finding(
        at position: Position, value: String, _ letter: LetterLikeness.Foreign, meant: String, count: Int
    ) -> Finding {
        finding(
            .note, at: position, value: value, .read(value, letter, meant, count),
            remedy: Bilingual(
                vi: "Không phải sửa; lần sau gõ bằng bộ gõ tiếng Việt.",
                en: "Nothing to do; type it on a Vietnamese keyboard next time."))
    }
}

extension Bilingual {
    fileprivate static func read(
        _ value: String, _ letter: LetterLikeness.Foreign, _ meant: String, _ count: Int
    ) -> Self {
        let named = foreign(letter)
        let proof = meant.isEmpty ? "" : " (\(meant))"
        return Self(
            vi: "\(value.quoted) có \(named.vi), được đọc là “\(letter.meant)”\(proof); "
                + "có ở \(Language.vi.count(count)) chỗ",
            en: "\(value.quoted) has \(named.en), read as “\(letter.meant)”\(proof); "
                + "in \(Language.en.count(count)) places")
    }

    /// `chữ “с” của tiếng Nga (U+0441) ở vị trí thứ 3`
    static func foreign(_ letter: LetterLikeness.Foreign) -> Self {
        Self(
            vi: "chữ “\(letter.letter)” của tiếng \(letter.isGreek ? "Hy Lạp" : "Nga") (\(letter.code)) "
                + "ở vị trí thứ \(letter.place)",
            en: "the \(letter.isGreek ? "Greek" : "Cyrillic") letter “\(letter.letter)” (\(letter.code)) "
                + "in place \(letter.place)")
    }

    /// Before what else is to be done with a name that nobody knows: that a letter of it is of another script.
    static func retyping(_ text: String, _ remedy: Self) -> Self {
        guard let letter = LetterLikeness.foreignLetter(in: text) else { return remedy }
        let named = foreign(letter)
        return Self(
            vi: "Trong ô có \(named.vi), trông giống “\(letter.meant)”: gõ lại. \(remedy.vi)",
            en: "The cell has \(named.en), which looks like “\(letter.meant)”: type it again. \(remedy.en)")
    }
}
