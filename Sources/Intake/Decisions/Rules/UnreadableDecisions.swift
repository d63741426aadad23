import DelimitedText
import Domain
import KeptLists
import SheetReading

/// The list of decisions can be read to its end.
package enum UnreadableDecisions: Rule {
    package static let code = "unreadable-decisions"
    package static let page = Bilingual(
        vi: """
            Tệp xu-ly.csv hoặc xu-ly.xlsx không đọc được: có ký tự không đọc được, ngoặc kép không đóng, có mật khẩu, phần \
            lớn các dòng đã hỏng, không có quyền đọc, hoặc ở chỗ của tệp là thư mục, liên kết, ống dẫn. Có cả hai tệp thì \
            không biết tệp nào đúng; giữ một tệp. Một trang tính có ô gộp, ô công thức không có giá trị hay ô báo lỗi (#REF!) \
            thì dòng đó không được thực hiện. Các quyết định đã nhận trước vẫn có hiệu lực, và mỗi lần chạy còn nhắc.
            """,
        en: """
            xu-ly.csv or xu-ly.xlsx cannot be read: it has bytes that are no letters, a quote that is not closed or a \
            password, most of its lines are damaged, there is no right to read it, or a folder, a link or a pipe stands in \
            its place. Where both are there, nobody knows which is right: keep one. In a workbook a line with merged cells, \
            a formula without a value or an error (#REF!) is not obeyed. What was decided before stands, and every run \
            says so.
            """)

    /// A list of which nothing can be taken.
    package static func finding(_ file: String, _ why: Bilingual) -> Finding {
        finding(
            .error, ofFile: file,
            Bilingual(
                vi: "\(why.vi); các quyết định đã nhận trước vẫn có hiệu lực",
                en: "\(why.en); what was decided before stands"),
            remedy: Bilingual(
                vi: "Đặt chính tệp \(file) vào đó, kiểm tra quyền đọc rồi chạy lại.",
                en: "Put the file \(file) itself there, check that it can be read, and run again."))
    }

    /// Two lists, of which one at most may stand.
    package static func finding(both files: [String]) -> Finding {
        let names = files.map { "“\($0)”" }
        return finding(
            .error, at: Position(file: files.last ?? ""), value: files.last,
            Bilingual(
                vi: "có cả \(names.joined(separator: " và ")); các quyết định đã nhận trước vẫn có hiệu lực",
                en: "both \(names.joined(separator: " and ")) are there; what was decided before stands"),
            remedy: Bilingual(
                vi: "Giữ một tệp có đủ các quyết định, chuyển tệp kia ra ngoài thư mục, rồi chạy lại.",
                en: "Keep the one that has all decisions, move the other out of the folder, and run again."))
    }

    /// Several sheets of one workbook are lists of decisions.
    static func finding(_ file: String, rivals: [String]) -> Finding {
        let names = rivals.map { "“\(SheetPath.sheet(of: $0) ?? $0)”" }.joined(separator: ", ")
        return finding(
            .error, ofFile: file,
            Bilingual(
                vi: "nhiều trang là danh sách xử lý: \(names)", en: "several sheets are lists of decisions: \(names)"),
            remedy: Bilingual(
                vi: "Giữ một trang có đủ các quyết định, xóa các trang kia.",
                en: "Keep the one sheet that has all decisions, and delete the others."))
    }

    /// A workbook that cannot be opened.
    static func finding(_ file: String, fault: SheetFault) -> Finding {
        finding(
            .error, ofFile: file, fault.words(wanted: Bilingual(vi: ".xlsx", en: ".xlsx")),
            remedy: Bilingual(
                vi: "Lưu lại thành .xlsx không có mật khẩu, hoặc lấy lại bản trước, rồi chạy lại.",
                en: "Save it as an .xlsx without a password, or take the list before it, and run again."))
    }

    /// A list of which most lines are damaged, as a spreadsheet leaves it: none of it is taken.
    ///
    /// - Parameter standing: How many decisions stand instead.
    package static func finding(_ file: String, standing: Int) -> Finding {
        finding(
            .error, ofFile: file,
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
    static func unreadCell(_ why: WrittenDecisions.UnreadCell) -> Self {
        switch why {
        case .merged:
            Self(
                vi: "dòng có ô gộp, nên không biết ô trống nghĩa là gì",
                en: "the row has merged cells, and nobody knows what its blanks mean",
                remedy: ("Bỏ gộp ô, điền đủ từng dòng.", "Split the cells and fill in every row."))
        case .valueless:
            Self(
                vi: "dòng có ô công thức không có giá trị hoặc ô báo lỗi",
                en: "the row has a formula without a value, or an error",
                remedy: ("Ghi giá trị thay cho công thức.", "Write the value in place of the formula."))
        }
    }
}
