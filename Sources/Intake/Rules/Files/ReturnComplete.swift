import Domain

/// A return that is sent back is its sheet of questions, with all its columns.
enum ReturnComplete: Rule {
    static let code = "return-incomplete"
    static let page = Bilingual(
        vi: """
            Tệp là phiếu phản hồi gửi trả lại, nhưng không đọc được thuyết minh trong đó: không phải trang «Cần sửa, cần \
            xác nhận», hoặc đã bị xóa cột. Mở phiếu .xlsx, ghi lý do vào cột «Thuyết minh» của trang đầu, để nguyên các \
            cột khác, lưu rồi gửi lại chính tệp đó. Trang tổng hợp và phiếu xác nhận không cần gửi lại.
            """,
        en: """
            The file is a return sent back, but no reason can be read from it: it is not the sheet of questions, or a \
            column was deleted. Open the .xlsx, write the reasons into the column «Thuyết minh» of the first sheet, \
            leave the other columns alone, save it and send that file. The summary sheet and \
            confirmations need not be sent back.
            """)

    static func finding(in file: String, _ layout: ReturnLayout) -> Finding {
        let position = Position(
            file: file, line: layout.title?.position.line ?? 0, row: layout.title?.position.row ?? 0)
        let missing = layout.missing.map { "«\($0.rawValue)»" }.joined(separator: ", ")
        let message =
            layout.headerRow == nil
            ? Bilingual(
                vi: "phiếu phản hồi gửi trả lại không có bảng của trang «\(ReturnSheet.sheetName)»",
                en: "the return sent back lacks the table of its sheet «\(ReturnSheet.sheetName)»")
            : Bilingual(
                vi: "phiếu phản hồi gửi trả lại thiếu cột \(missing)",
                en: "the return sent back lacks the columns \(missing)")
        return finding(
            .error, at: position, message,
            expected: Bilingual(
                vi: "trang «\(ReturnSheet.sheetName)» của phiếu, đủ các cột",
                en: "the return's sheet «\(ReturnSheet.sheetName)» with all its columns"),
            remedy: Bilingual(
                vi: "Ghi lý do vào cột «Thuyết minh» của trang đầu, lưu rồi gửi lại chính phiếu .xlsx đó.",
                en:
                    "Write the reasons into the column «Thuyết minh» of the first sheet and send the .xlsx itself."
            ))
    }
}
