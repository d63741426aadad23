import Domain

/// What came, came while its month was open.
struct HeldAfterClosing: LedgerCheck {
    static let code = "received-after-closing"
    static let page = Bilingual(
        vi:
            "Tệp được nhận khi số liệu của tháng đã chốt (dòng “chốt” trong xu-ly.csv), nên được lưu nhưng không tính vào bất kỳ số "
            + "liệu nào, kể cả lũy kế. Thời điểm nhận là “ngày nhận” trong xu-ly.csv, nếu không có thì là lúc chạy chương trình. Cách xử "
            + "lý: để nguyên, hoặc thêm dòng “mở lại” (sau khi chốt) vào xu-ly.csv để tính các tệp đang giữ.",
        en:
            "The file was received while its month was closed (a “chốt” line of xu-ly.csv): it is kept, and stays out of every figure, "
            + "cumulative ones too. The time of receipt is the “ngày nhận” of xu-ly.csv, else that of the run. Leave it so, or add a "
            + "“mở lại” line, dated after the closing, to count what is held.")

    static func findings(_ scope: LedgerScope) -> [Finding] {
        scope.slices.held.filter { scope.period.contains($0.key.month) }.values.joined()
            .filter { !$0.isWaiting }.map(\.reading.receipt.path).sorted().map { path in
                Finding(
                    rule: self, level: .query, position: Position(file: path), message: .held,
                    remedy: Bilingual(
                        vi: "Nếu cần tính, cơ quan tổng hợp ghi “mở lại” vào xu-ly.csv.",
                        en: "To count it, the office adds “mở lại” to xu-ly.csv."))
            }
    }
}

extension Bilingual {
    fileprivate static let held = Bilingual(
        vi: "tệp nhận sau khi chốt số liệu của tháng; được lưu, chưa tính",
        en: "the file came after its month was closed; it is kept and not counted")
}
