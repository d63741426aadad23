import Domain

/// A return that is sent back gives a reason.
enum ReturnAnswered: Rule {
    static let code = "return-without-reason"
    static let page = Bilingual(
        vi: """
            Phiếu phản hồi được gửi trả lại nhưng cột «Thuyết minh» không có lý do nào, nên không có gì thay đổi. Ghi lý \
            do vào cột «Thuyết minh» ở những dòng «cần xác nhận» muốn giữ nguyên số liệu; dòng «lỗi» thì sửa trong tệp \
            số liệu.
            """,
        en: """
            The return came back without a reason in its column «Thuyết minh», so nothing changes. Write a reason in \
            the rows to be confirmed whose figures stay as they are; what is an error is corrected in the file itself.
            """)

    /// - Parameter beside: What was written next to the table instead, which is asked about.
    static func finding(in file: String, beside: (position: Position, words: String)?) -> Finding {
        guard let beside else {
            return finding(
                .note, at: Position(file: file),
                Bilingual(
                    vi: "phiếu phản hồi gửi trả lại không có lý do nào trong cột «Thuyết minh»",
                    en: "the return sent back holds no reason in its column «Thuyết minh»"),
                remedy: Bilingual(
                    vi: "Không phải làm gì, trừ khi đơn vị định trả lời: khi đó ghi lý do rồi gửi lại phiếu.",
                    en: "Nothing to do, unless an answer was meant: then fill in the reasons and send it again."))
        }
        return finding(
            .query, at: beside.position, value: beside.words,
            Bilingual(
                vi: "phiếu phản hồi gửi trả lại không có lý do nào trong cột «Thuyết minh», mà ghi ở ngoài bảng",
                en:
                    "the return sent back holds no reason in its column «Thuyết minh»; something is written beside the table"
            ),
            remedy: Bilingual(
                vi: "Ghi lý do vào ô vàng ở cột «Thuyết minh», lưu rồi gửi lại chính phiếu đó.",
                en: "Write the reason into the yellow cell of the column «Thuyết minh», and send the return again."))
    }
}
