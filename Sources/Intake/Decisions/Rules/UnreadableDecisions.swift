import DelimitedText
import Domain

/// The list of decisions can be read to its end.
package enum UnreadableDecisions: Rule {
    package static let code = "unreadable-decisions"
    package static let page = Bilingual(
        vi: """
            Tệp xu-ly.csv không đọc được: có ký tự không đọc được hoặc ngoặc kép không đóng, phần lớn các dòng đã hỏng,             không có quyền đọc, hoặc ở chỗ của tệp là thư mục, liên kết, ống dẫn. Các quyết định đã nhận trước vẫn có hiệu             lực, và mỗi lần chạy còn nhắc. Lưu lại thành CSV UTF-8, đúng tên và đúng chỗ, rồi chạy lại.
            """,
        en: """
            xu-ly.csv cannot be read: it has bytes that are no letters or a quote that is not closed, most of its lines are             damaged, there is no right to read it, or a folder, a link or a pipe stands in its place. What was decided             before stands, and every run says so. Save it as CSV UTF-8 under its name, in its place, and run again.
            """)

    /// A list of which nothing can be taken.
    package static func finding(_ file: String, _ why: Bilingual) -> Finding {
        finding(
            .error, at: Position(file: file), value: file,
            Bilingual(
                vi: "\(why.vi); các quyết định đã nhận trước vẫn có hiệu lực",
                en: "\(why.en); what was decided before stands"),
            remedy: Bilingual(
                vi: "Đặt chính tệp \(file) (CSV UTF-8) vào đó, kiểm tra quyền đọc rồi chạy lại.",
                en: "Put the file \(file) itself (CSV UTF-8) there, check that it can be read, and run again."))
    }

    /// A list of which most lines are damaged, as a spreadsheet leaves it: none of it is taken.
    ///
    /// - Parameter standing: How many decisions stand instead.
    package static func finding(_ file: String, standing: Int) -> Finding {
        finding(
            .error, at: Position(file: file), value: file,
            Bilingual(
                vi:
                    "phần lớn tệp không đọc được nên cả tệp không được áp dụng; \(Language.vi.count(standing)) quyết định đã "
                    + "nhận trước vẫn có hiệu lực",
                en:
                    "most of the file cannot be read and none of it is taken; the \(Language.en.count(standing)) decisions "
                    + "received before stand"),
            remedy: Bilingual(
                vi: "Sửa các dòng nêu trong danh sách này, hoặc lấy lại bản trước, rồi chạy lại.",
                en: "Correct the lines that are named, or take the list before it, and run again."))
    }
}

extension FindingText {
    private static let saveAgain = (
        vi: "Mở lại bản gốc và lưu thành CSV UTF-8.", en: "Open the original again and save it as CSV UTF-8."
    )
    private static let closeQuotes = (
        vi: "Đóng ngoặc kép; một dấu ngoặc kép bên trong ô thì viết hai lần.",
        en: "Close the quotes; write a quote inside a cell twice."
    )

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
