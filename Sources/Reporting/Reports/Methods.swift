import Domain

/// Phương pháp: how alerts, “what differs most” and the busiest months are worked out, with every number that is needed to do it again.
///
/// It stands with the plain data, where whoever works it out again has the figures; on paper it would fill two pages.
enum Methods {
    static func table(_ basis: Basis, _ language: Language) -> Table {
        let (alerts, methods) = (AlertNotes(basis), MethodNotes(basis))
        let how = (alerts.notes(language) + methods.notes(language)).map {
            MethodLine(code: "–", content: $0, result: "–")
        }
        let parts = [
            (AlertNotes.heading, alerts.isEmpty ? [] : alerts.lines(language)),
            (MethodNotes.heading, methods.lines(language)), (Words.how, how),
        ]
        return Table(
            id: "phuong-phap", sheetName: Words.sheet[language], title: Words.title[language],
            subtitle: [basis.periodLine(language)],
            columns: [
                .init(Words.part[language], kind: .label), .init(Words.code[language], kind: .code),
                .init(Words.content[language], kind: .prose), .init(Words.result[language], kind: .prose),
            ],
            rows: parts.flatMap { part, lines in
                lines.map { line in
                    Table.Row(
                        .plain, [.text(part[language]), .text(line.code), .text(line.content), .text(line.result)])
                }
            })
    }
}

/// What is said of some indicators: their codes, what was looked at, and what came of it.
struct MethodLine: Hashable {
    let code: String
    let content: String
    let result: String
}

private enum Words {
    static let sheet = Bilingual(vi: "Phương pháp", en: "Methods")
    static let title = Bilingual(
        vi: "Phương pháp cảnh báo, so sánh và các số để tính lại",
        en: "How alerts and comparisons are worked out, with the numbers to do it again")
    static let how = Bilingual(vi: "Cách tính", en: "How it is worked out")
    static let part = Bilingual(vi: "Phần", en: "Part")
    static let code = Bilingual(vi: "Mã chỉ tiêu", en: "Indicator code")
    static let content = Bilingual(vi: "Nội dung", en: "Content")
    static let result = Bilingual(vi: "Kết quả", en: "Result")
}
