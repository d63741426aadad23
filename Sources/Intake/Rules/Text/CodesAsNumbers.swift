import Domain

/// Codes are written as codes, with all their digits.
enum CodesAsNumbers: FileRule {
    static let code = "code-as-number"
    static let page = Bilingual(
        vi: """
            Mã xã, phường bị Excel hoặc phần mềm xuất dữ liệu coi là số hay công thức: mất số 0 ở đầu (3646), có phần \
            lẻ (3646.0), có dấu ngăn (3.646), nằm trong ="03646" hoặc sau dấu '. Mã xã có 5 chữ số và mỗi mã như vậy \
            chỉ khớp một đơn vị, nên được đọc là đơn vị đó và số liệu vẫn được tính. Lần sau định dạng cột mã là Text.
            """,
        en: """
            A spreadsheet or a program took codes of communes for numbers or formulas: without the leading zero (3646), \
            with decimals (3646.0), with a separator (3.646), as ="03646" or behind an apostrophe. Codes have five \
            digits, and each of these fits one unit only, so it is read as that unit and the figures count. Format \
            the column as text next time.
            """)

    static let stage = FileStage.rows

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard let repairs = file.rows?.repairs, let first = repairs.first(.code) else { return }
        verdict.say(Self.self) {
            finding(at: first.position, value: first.written, shown: repairs.shown(.code), count: repairs.count(.code))
        }
    }

    static func finding(at position: Position, value: String, shown: Bilingual, count: Int) -> Finding {
        finding(
            .note, at: position, value: value, .read(shown, count),
            expected: Bilingual(vi: "mã đủ chữ số, như 03646", en: "codes with all their digits, such as 03646"),
            remedy: Bilingual(
                vi: "Không phải sửa nếu đúng; lần sau định dạng cột mã là Text.",
                en: "Nothing to do if it is right; format the column as text next time."))
    }
}

extension Bilingual {
    fileprivate static func read(_ shown: Bilingual, _ count: Int) -> Self {
        Self(
            vi: "\(Language.vi.count(count)) mã bị ghi như số hoặc công thức được đọc là mã đủ chữ số, mỗi mã chỉ khớp "
                + "một đơn vị: \(shown.vi)",
            en: "\(Language.en.count(count)) codes written as numbers or formulas are read with all their digits, each "
                + "of which fits one unit only: \(shown.en)")
    }
}
