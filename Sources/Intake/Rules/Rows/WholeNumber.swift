import DelimitedText
import Domain

/// What is counted is a whole number.
enum WholeNumber: RowRule {
    static let code = "not-whole"
    static let page = Bilingual(
        vi: """
            Số lớp, số người, số vụ phải là số nguyên. Số lẻ như “2,5” thường do ghi nhầm cột (kinh phí) hoặc dấu \
            phẩy thay cho dấu chấm ngăn hàng nghìn. “1,84” thường là 1.840 mà Excel đã hiểu là 1 phẩy 840 và bỏ số 0 \
            cuối. Cách đọc dấu chấm, dấu phẩy được xác định chung cho cả tệp; ghi \
            lại số nguyên. Của “11,6” không ai biết chắc là 11.600 hay là số bình quân. \
            Ô đó không được tính, các ô khác của dòng vẫn được tính.
            """,
        en: """
            Classes, people and cases are whole numbers. A fraction such as “2,5” often belongs into another column \
            (money), or has the wrong separator; “1,84” is often 1.840, taken for a fraction by Excel, which then \
            dropped the last zero. Points and commas are read in one way throughout a file; write the \
            whole number. Of “11,6” nobody can say whether it was 11.600 or is an average. The \
            cell is not counted; the others of its row are.
            """)

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard !row.faults.isEmpty else { return }
        let plan = judge.table.plan
        let notation = judge.table.context.notation
        judge.sayFaults(
            row, block, Self.self, where: { $0.kind == .tooManyDecimals && plan.decimals($0.column) == 0 }
        ) { here, written, _ in
            finding(at: here, value: written, notation)
        }
    }

    static func finding(at position: Position, value: String, _ notation: NumberNotation) -> Finding {
        let lost = thousands(value, notation)
        let likely = lost.flatMap { $0.isLikely ? $0.text : nil }
        return finding(
            .error, at: position, value: value, .fraction(value, likely),
            expected: Bilingual(vi: "số nguyên", en: "a whole number"),
            remedy: likely.map {
                Bilingual(
                    vi: "Nếu đúng, ghi \($0) hoặc số liền không dấu ngăn.",
                    en: "If so, write \($0), or the digits without a separator.")
            }
                ?? lost.map {
                    Bilingual(
                        vi:
                            "Nếu là \($0.text) bị mất số 0 ở cuối thì ghi đủ các chữ số; nếu là số bình quân hoặc ghi nhầm cột thì "
                            + "ghi số nguyên đúng.",
                        en:
                            "If it was \($0.text) and lost its final zeros, write all its digits; if it is an average or belongs "
                            + "elsewhere, write the right whole number.")
                } ?? Bilingual(vi: "Ghi số nguyên.", en: "Write a whole number."))
    }

    /// What a number of thousands was before a spreadsheet took its point for the decimal one and dropped the zeros at the
    /// end: `1,84` was 1.840. Of `11,6` nothing is certain: it may be an average as well.
    private static func thousands(_ value: String, _ notation: NumberNotation) -> (text: String, isLikely: Bool)? {
        let parts = HiddenMark.removed(from: value).trimmedCell.utf8.split(separator: notation.decimal)
        guard parts.count == 2, (1...3).contains(parts[0].count), (1...2).contains(parts[1].count),
            parts[0].first != UInt8(ascii: "0"), parts.joined().allSatisfy({ $0 &- 0x30 < 10 }),
            let whole = Int64(String(decoding: Array(parts[0]) + Array(parts[1]), as: UTF8.self))
        else { return nil }
        let isLikely = parts[1].count == 2
        return (Language.vi.number(whole * (isLikely ? 10 : 100), decimals: 0), isLikely)
    }
}

extension Bilingual {
    fileprivate static func fraction(_ value: String, _ likely: String?) -> Self {
        if let likely {
            return Self(
                vi: "\(value.quoted) không phải là số nguyên; có thể là \(likely): Excel đã bỏ số 0 ở cuối",
                en:
                    "\(value.quoted) is not a whole number; it may be \(likely) of which a spreadsheet dropped the final zero"
            )
        }
        return Self(vi: "\(value.quoted) không phải là số nguyên", en: "\(value.quoted) is not a whole number")
    }
}
