import Domain

/// Rows of a register that are struck through hold all the same, and are asked about.
enum StruckRegister: Rule {
    static let code = "struck-register"
    static let page = Bilingual(
        vi: """
            Trong một danh mục là tệp Excel có dòng, hoặc ô của dòng, bị gạch ngang. Chương trình không biết gạch để bỏ dòng \
            đó đi hay chỉ để đánh dấu, nên dòng vẫn được dùng và được hỏi lại. Nếu không còn dùng: ghi ngày hết hiệu lực \
            (valid_to), hoặc xóa hẳn dòng. Nếu vẫn dùng: bỏ gạch ngang (chọn dòng, Ctrl+5).
            """,
        en: """
            In a register that is a workbook rows, or cells of them, are struck through. Nobody can say whether they were \
            crossed out or only marked, so they hold and are asked about. If one holds no longer, write until when \
            (valid_to), or delete the row; if it does, undo the formatting (Ctrl+5).
            """)

    private static let shownMax = 8

    static func look(at rows: [Int], of path: String, _ findings: FindingCollection) {
        guard let first = rows.first else { return }
        let list = rows.listed(most: shownMax)
        findings.add(
            StruckRegister.self, .query, at: Position(file: path, line: first, row: first), value: list, .struck(list))
    }
}

extension FindingText {
    fileprivate static func struck(_ list: String) -> Self {
        Self(
            vi: "dòng gạch ngang vẫn được dùng: \(list)", en: "rows struck through, which hold all the same: \(list)",
            remedy: (
                vi: "Nếu không còn dùng thì ghi ngày hết hiệu lực hoặc xóa hẳn dòng; nếu vẫn dùng thì bỏ gạch ngang.",
                en: "If one holds no longer, write until when, or delete the row; if it does, undo the line."
            ))
    }
}
