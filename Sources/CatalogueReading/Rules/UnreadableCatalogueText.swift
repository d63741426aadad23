import DelimitedText
import Domain

/// A file of the catalogue can be read to its end.
enum UnreadableCatalogueText: Rule {
    static let code = "unreadable-catalogue-text"
    static let page = Bilingual(
        vi: """
            Tệp có ký tự không đọc được, ngoặc kép không đóng, hoặc không phải là tệp CSV. Thường do lưu \
            “CSV” thường trong Excel. Mở bản gốc, lưu thành CSV UTF-8.
            """,
        en: """
            The file has bytes that are no letters or a quote that is not closed, or is no CSV. Usually \
            Excel saved it as plain “CSV”: open the original and save it as CSV UTF-8.
            """)
}

extension FindingText {
    static let notUTF8 = Self(
        vi: "tệp không phải là UTF-8", en: "the file is not UTF-8", expected: ("UTF-8", "UTF-8"),
        remedy: ("Lưu lại tệp dạng UTF-8.", "Save the file as UTF-8."))

    private static let saveAgain = (
        vi: "Mở lại bản gốc và lưu thành CSV UTF-8.", en: "Open the original again and save it as CSV UTF-8."
    )
    private static let closeQuotes = (
        vi: "Đóng ngoặc kép; một dấu ngoặc kép bên trong ô thì viết hai lần.",
        en: "Close the quotes; write a quote inside a cell twice."
    )

    /// The register itself must be right, not only readable.
    static func misread(_ found: Misreading) -> Self {
        Self(
            vi: "chữ Việt đã bị mở nhầm bảng mã \(found.codePage) rồi lưu lại: “\(found.written)” là “\(found.meant)”",
            en: "letters were opened as \(found.codePage) and saved: “\(found.written)” is “\(found.meant)”",
            expected: ("UTF-8", "UTF-8"), remedy: saveAgain)
    }

    static func unreadable(_ doubt: Doubt) -> Self {
        switch doubt.kind {
        case .loneQuote:
            Self(
                vi: "dấu ngoặc kép lạc trong ô: “\(doubt.sample)”", en: "a stray quote in the cell: “\(doubt.sample)”",
                remedy: closeQuotes)
        case .unclosedQuote:
            Self(vi: "dấu ngoặc kép mở mà không đóng", en: "a quote is opened and never closed", remedy: closeQuotes)
        case .notText:
            Self(
                vi: "tệp không phải là CSV mà là “\(doubt.sample)”", en: "the file is no CSV but “\(doubt.sample)”",
                remedy: saveAgain)
        case .tooLarge, .cellTooLong:
            Self(
                vi: "tệp, dòng hoặc ô quá lớn, phần còn lại không đọc",
                en: "the file, a row or a cell is too large; the rest was not read", remedy: closeQuotes)
        case .undecodableByte, .nulByte, .doubtfulEncoding, .lostLetters, .empty, .singleColumn:
            Self(
                vi: "có ký tự không đọc được: “\(doubt.sample)”", en: "bytes that are no letter: “\(doubt.sample)”",
                expected: ("UTF-8", "UTF-8"), remedy: saveAgain)
        }
    }
}
