import DelimitedText
import Domain
import KeptLists
import SheetReading

/// A file of the catalogue can be read to its end.
enum UnreadableCatalogueText: Rule {
    static let code = "unreadable-catalogue-text"
    static let page = Bilingual(
        vi: """
            Tệp có ký tự không đọc được, ngoặc kép không đóng, hoặc không phải là tệp CSV. Thường do lưu \
            “CSV” thường trong Excel. Mở bản gốc, lưu thành CSV UTF-8. Một danh mục có thể là tệp .xlsx thay cho .csv \
            (units.xlsx thay cho units.csv): chỉ một trong hai, không có mật khẩu, không ô gộp, và chỉ một trang có đủ các \
            cột của danh mục đó.
            """,
        en: """
            The file has bytes that are no letters or a quote that is not closed, or is no CSV. Usually \
            Excel saved it as plain “CSV”: open the original and save it as CSV UTF-8. A register may be an .xlsx in \
            place of its .csv (units.xlsx for units.csv): one of the two, without a password or merged cells, and with one \
            sheet that has its columns.
            """)
}

extension FindingText {
    static let notUTF8 = Self(
        vi: "tệp không phải là UTF-8", en: "the file is not UTF-8", expected: ("UTF-8", "UTF-8"),
        remedy: ("Lưu lại tệp dạng UTF-8.", "Save the file as UTF-8."))

    static func both(_ first: String, _ second: String) -> Self {
        let names = [first, second].map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        return Self(
            vi: "có cả “\(names[0])” và “\(names[1])”", en: "both “\(names[0])” and “\(names[1])” are there",
            remedy: ("Giữ một tệp, chuyển tệp kia đi nơi khác.", "Keep one, and move the other away."))
    }

    static func severalSheets(_ names: [String]) -> Self {
        let list = names.map { "“\($0)”" }.joined(separator: ", ")
        return Self(
            vi: "nhiều trang có các cột của danh mục này: \(list)", en: "several sheets have its columns: \(list)",
            remedy: ("Giữ một trang, xóa các trang kia.", "Keep one sheet, and delete the others."))
    }

    static let withoutValue = Self(
        vi: "ô công thức không có giá trị hoặc ô báo lỗi", en: "a formula without a value, or an error",
        remedy: ("Ghi giá trị thay cho công thức.", "Write the value in place of the formula."))

    static let merged = Self(
        vi: "các ô bị gộp", en: "merged cells",
        remedy: ("Bỏ gộp ô, điền đủ từng dòng.", "Split them, and fill in every row."))

    static func fault(_ fault: SheetFault) -> Self {
        let words = fault.words(wanted: Bilingual(vi: "CSV hay .xlsx", en: "CSV or .xlsx"))
        return Self(vi: words.vi, en: words.en, remedy: saveAgain)
    }

    /// The register itself must be right, not only readable.
    static func misread(_ found: Misreading) -> Self {
        Self(
            vi: "chữ Việt đã bị mở nhầm bảng mã \(found.codePage) rồi lưu lại: “\(found.written)” là “\(found.meant)”",
            en: "letters were opened as \(found.codePage) and saved: “\(found.written)” is “\(found.meant)”",
            expected: ("UTF-8", "UTF-8"), remedy: saveAgain)
    }
}
