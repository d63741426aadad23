import Domain

/// Every sheet of a workbook is one with a form's header.
enum SheetsOfForms: FileRule {
    static let code = "sheet-left-out"
    static let page = Bilingual(
        vi: """
            Trang tính không có dòng tiêu đề của biểu nào (hướng dẫn, ghi chú, danh mục để chọn, bảng tính nháp) thì không được đọc \
            làm số liệu; các trang có tiêu đề của biểu vẫn được tính, mỗi trang là một biểu. Nếu trang bị bỏ qua là \
            một biểu, chép lại dòng tiêu đề từ biểu mẫu rồi gửi lại. Trang không có tiêu đề mà có các dòng xã, phường và \
            số liệu đúng cột của trang trước thì được hỏi lại: số liệu ở đó chưa được tính.
            """,
        en: """
            A sheet without the header of a form (guidance, remarks, lists to choose from, drafts) is not read for figures; those with one \
            count, each as a submission of its own. If one that was left out is a form, copy the header from the \
            template and send the file again. A sheet without a header whose rows have communes and figures in the \
            columns of the sheet before is asked about: its figures do not count.
            """)

    static let stage = FileStage.witnesses

    private static let namesShown = 10

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        // Of a return, the other sheet is the office's own.
        guard file.shape != nil, let sheets = file.sheet?.leftOut else { return }
        let path = SheetPath.file(of: file.path)
        for sheet in sheets where sheet.rowsOfTable > 0 {
            verdict.say(Self.self) { finding(in: path, goingOn: sheet) }
        }
        let names = sheets.filter { $0.rowsOfTable == 0 }.map(\.name)
        if !names.isEmpty { verdict.say(Self.self) { finding(in: path, names) } }
    }

    /// Rows of the table stand there, and are not counted.
    static func finding(in file: String, goingOn sheet: SheetFacts.LeftOut) -> Finding {
        let name = sheet.name.quoted
        return finding(
            .query, at: Position(file: file), value: sheet.name,
            Bilingual(
                vi: "trang \(name) không có dòng tiêu đề nhưng có dòng xã, phường kèm số liệu, không được tính",
                en: "the sheet \(name) has no header, and rows of communes with figures that are not counted"),
            remedy: Bilingual(
                vi: "Nếu là phần tiếp theo của biểu, chép các dòng đó xuống dưới bảng của trang đầu rồi gửi lại.",
                en: "If the table goes on there, copy these rows below those of the first sheet and send it again."))
    }

    static func finding(in file: String, _ names: [String]) -> Finding {
        let list = names.prefix(namesShown).map(\.quoted).joined(separator: ", ")
        let shown = names.count > namesShown ? "\(list), …" : list
        return finding(
            .note, at: Position(file: file),
            Bilingual(
                vi: "trang tính không có tiêu đề của biểu nào, được bỏ qua: \(shown)",
                en: "sheets without the header of a form, left out: \(shown)"),
            remedy: Bilingual(
                vi: "Không phải làm gì, trừ khi đó là một biểu.", en: "Nothing to do, unless one of them is a form."))
    }
}
