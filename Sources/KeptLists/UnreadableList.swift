import DelimitedText
import Domain
import SheetReading

/// What keeps a list that the office keeps itself, a register or its decisions, from being read: each cause in the same words,
/// whichever list it is.
extension FindingText {
    /// A cell that must be filled and is not.
    package static func emptyCell(_ column: String) -> Self {
        Self(
            vi: "cột “\(column)” bỏ trống", en: "column “\(column)” is empty",
            remedy: ("Điền ô này.", "Fill the cell."))
    }

    package static let saveAgain = (
        vi: "Mở lại bản gốc và lưu thành CSV UTF-8.", en: "Open the original again and save it as CSV UTF-8."
    )
    private static let closeQuotes = (
        vi: "Đóng ngoặc kép; một dấu ngoặc kép bên trong ô thì viết hai lần.",
        en: "Close the quotes; write a quote inside a cell twice."
    )

    /// A doubt of its text.
    package static func unreadable(_ doubt: Doubt) -> Self {
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

extension SheetFault {
    /// Why a workbook cannot be opened.
    ///
    /// - Parameter wanted: What it should have been: `.xlsx`.
    package func words(wanted: Bilingual) -> Bilingual {
        switch self {
        case .password: Bilingual(vi: "tệp có mật khẩu", en: "the file has a password")
        case .unreadKind(let kind), .otherFile(let kind):
            Bilingual(
                vi: "tệp không phải là \(wanted.vi) mà là “\(kind)”", en: "the file is no \(wanted.en) but “\(kind)”")
        case .damaged: Bilingual(vi: "tệp Excel đã hỏng", en: "the workbook is damaged")
        case .tooLarge: Bilingual(vi: "tệp Excel quá lớn", en: "the workbook is too large")
        }
    }
}
