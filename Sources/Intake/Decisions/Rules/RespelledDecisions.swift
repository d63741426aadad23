import DelimitedText
import Domain

/// What a spreadsheet has rewritten in the list of decisions is read where there is one reading, and said.
enum RespelledDecisions: Rule {
    static let code = "respelled-decisions"
    static let page = Bilingual(
        vi: """
            Danh sách xử lý đã được một bảng tính lưu lại: kỳ 2026-07 thành Jul-26, Thg7-26, 07/2026 hoặc 01/07/2026, ngày \
            20/10/2026 thành 10/20/2026 hoặc 20-Oct-26, hoặc tệp không còn là UTF-8. Các ô đó chỉ có một cách hiểu nên vẫn \
            được đọc, và không quyết định nào thay đổi. Nên dùng xu-ly.xlsx lập bằng “tonghop template --decisions”: các ô của \
            tệp đó là văn bản, Excel không viết lại.
            """,
        en: """
            A spreadsheet has saved the list of decisions: the period 2026-07 became Jul-26, Thg7-26, 07/2026 or 01/07/2026, \
            the day 20/10/2026 became 10/20/2026 or 20-Oct-26, or the file is UTF-8 no more. Such cells have one reading, \
            are read, and no decision is another. Better use the xu-ly.xlsx of “tonghop template --decisions”, whose cells \
            are text.
            """)

    private static let shownMax = 4

    /// `nil` where all is as a person was told to write it.
    static func finding(_ file: String, _ respellings: Respellings, _ encoding: Encoding) -> Finding? {
        let isPlain = encoding == .utf8 || encoding == .utf8WithMark
        let spellings = respellings.spellings
        guard !spellings.isEmpty || !isPlain else { return nil }
        func list(_ language: Language) -> String {
            var parts = spellings.prefix(shownMax).map { spelling in
                let cells = language == .vi ? "\(language.count(spelling.count)) ô" : language.cells(spelling.count)
                return "“\(spelling.written)” \(language == .vi ? "là" : "is") \(spelling.meant) (\(cells))"
            }
            if spellings.count > shownMax { parts.append("…") }
            if !isPlain {
                parts.append(
                    language == .vi ? "bảng mã của tệp là \(encoding.name)" : "the file's encoding is \(encoding.name)")
            }
            return parts.joined(separator: ", ")
        }
        return finding(
            .note, at: respellings.position ?? Position(file: file), value: spellings.first?.written ?? encoding.name,
            Bilingual(
                vi: "bảng tính đã viết lại danh sách, đọc theo cách duy nhất có thể: \(list(.vi))",
                en: "a spreadsheet has rewritten the list, read the only way there is: \(list(.en))"),
            remedy: Bilingual(
                vi: "Không phải sửa; nên dùng xu-ly.xlsx lập bằng “tonghop template --decisions”.",
                en: "Nothing to mend; better use the xu-ly.xlsx of “tonghop template --decisions”."))
    }
}

extension Language {
    fileprivate func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(self.count(count)) cells" }
}
