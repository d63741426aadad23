import Domain

/// Every sheet of a workbook is one with a form's header.
enum SheetsOfForms: FileRule {
    static let code = "sheet-left-out"
    static let page = Bilingual(
        vi: """
            Trang tính không có dòng tiêu đề của biểu nào (hướng dẫn, ghi chú, danh mục để chọn, bảng tính nháp) thì không được đọc \
            làm số liệu; các trang có tiêu đề của biểu vẫn được tính, mỗi trang là một biểu. Nếu trang bị bỏ qua là \
            một biểu, chép lại dòng tiêu đề từ biểu mẫu rồi gửi lại.
            """,
        en: """
            A sheet without the header of a form (guidance, remarks, lists to choose from, drafts) is not read for figures; those with one \
            count, each as a submission of its own. If one that was left out is a form, copy the header from the \
            template and send the file again.
            """)

    static let stage = FileStage.witnesses

    private static let namesShown = 10

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        // Of a return, the other sheet is the office's own.
        guard file.shape != nil, let names = file.sheet?.leftOut, !names.isEmpty else { return }
        verdict.say(Self.self) { finding(in: SheetPath.file(of: file.path), names) }
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
