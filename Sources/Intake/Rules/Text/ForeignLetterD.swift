import Domain

/// `Đ` is the letter of Vietnamese, not the one of Icelandic that looks like it.
enum ForeignLetterD: FileRule {
    static let code = "foreign-letter-d"
    static let page = Bilingual(
        vi: """
            Chữ “Ð”, “ð” (U+00D0, U+00F0, của tiếng Băng Đảo) trông giống hệt “Đ”, “đ” nhưng là chữ khác; phông và bộ \
            gõ cũ hay viết như vậy. Trong tên xã, tiêu đề, tên đơn vị chỉ có thể là Đ nên được đọc là Đ và số liệu \
            vẫn được tính. Không phải sửa; nên đổi bộ gõ sang Unicode dựng sẵn.
            """,
        en: """
            “Ð” and “ð” (U+00D0 and U+00F0, of Icelandic) look like the Vietnamese “Đ” and are other letters; old fonts \
            and keyboards write them. In the name of a commune, a header or a department only Đ can be meant, so it \
            is read and the figures count. Nothing has to be done.
            """)

    static let stage = FileStage.rows

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        let texts = file.writtenAround.filter { LetterLikeness.hasForeignD($0.text) }
        let spelling = file.rows?.repairs.first(.foreignD)
        guard let first = texts.first.map({ ($0.text, $0.position) }) ?? spelling.map({ ($0.written, $0.position) })
        else { return }
        let count = texts.count + (file.rows?.repairs.count(.foreignD) ?? 0)
        verdict.say(Self.self) { finding(at: first.1, value: first.0, count: count) }
    }

    static func finding(at position: Position, value: String, count: Int) -> Finding {
        finding(
            .note, at: position, value: value, .readAsD(value, count),
            remedy: Bilingual(
                vi: "Không phải sửa; lần sau gõ chữ Đ bằng bộ gõ Unicode.",
                en: "Nothing to do; type the Vietnamese letter next time."))
    }
}

extension Bilingual {
    fileprivate static func readAsD(_ value: String, _ count: Int) -> Self {
        Self(
            vi: "chữ Ð (U+00D0) được đọc là Đ ở \(Language.vi.count(count)) chỗ, ví dụ \(value.quoted)",
            en: "the letter Ð (U+00D0) is read as Đ in \(Language.en.count(count)) places, such as \(value.quoted)")
    }
}
