import Domain

/// The file of a decision has come.
enum DecisionBeforeFile: Rule {
    static let code = "decision-before-file"
    static let page = Bilingual(
        vi: """
            Dòng quyết định nêu một tệp mà trong submissions chưa có và cũng chưa từng nhận. Quyết định có thể đến trước tệp: \
            khi tệp đến, quyết định có hiệu lực và lời nhắc này hết. Nếu đường dẫn ghi sai, sửa lại cho đúng thư mục kỳ và \
            tên tệp, ví dụ 2026-10/CAT-03-an.csv.
            """,
        en: """
            The decision names a file that does not lie in submissions and was never received. A decision may come before its \
            file: once the file comes it is obeyed, and this is said no more. If the path is wrong, write the period's folder \
            and the file's name, such as 2026-10/CAT-03-an.csv.
            """)

    /// A query where the path is nearly that of a file that has come, for then it is likely a slip, and where it names no folder,
    /// for then no file will ever be it; else a note.
    static func report(
        _ path: String, in period: Period?, at position: Position, to findings: FindingCollection, _ files: KnownFiles
    ) {
        guard !files.mayHold(path) else { return }
        let near = files.nearest(to: path, in: period)
        let isSlip = !near.isEmpty || !path.contains("/")
        findings.add(
            DecisionBeforeFile.self, isSlip ? .query : .note, at: position, value: path, .beforeFile(path, near))
    }
}

extension FindingText {
    fileprivate static func beforeFile(_ path: String, _ near: [String]) -> Self {
        let vi = "chưa có tệp nào ở đường dẫn “\(path)”"
        let en = "no file has come at “\(path)” yet"
        let remedy = (
            vi: "Nếu tệp chưa đến thì không phải làm gì; nếu ghi sai thì sửa đường dẫn.",
            en: "Nothing to do if the file is still to come; else correct the path."
        )
        guard !near.isEmpty else { return Self(vi: vi, en: en, remedy: remedy) }
        let names = near.map { "“\($0)”" }
        return Self(
            vi: "\(vi); có phải \(names.joined(separator: " hay "))?",
            en: "\(en); is it \(names.joined(separator: " or "))?",
            remedy: remedy)
    }
}
