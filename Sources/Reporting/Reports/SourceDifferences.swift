import Domain

/// Chênh lệch nguồn: what other departments reported on the same thing, which never enters a total.
enum SourceDifferences {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        var rows = SourceComparison.all(basis).map { comparison in
            let difference = Comparison.difference(of: comparison.compared, from: comparison.counted)
            let decimals = comparison.indicator.decimals
            return Table.Row(
                .plain,
                [
                    .text(comparison.indicator.name[language]), .text(basis.placeName(comparison.place, language)),
                    .text(basis.shortName(comparison.department, language)),
                    .text(basis.catalogue.form(comparison.form)?.number ?? comparison.form),
                    .figure(comparison.counted, decimals: decimals),
                    .figure(comparison.compared, decimals: decimals),
                    .difference(difference, decimals: decimals),
                ])
        }
        if rows.isEmpty {
            rows = [Table.Row(.plain, [.text(Words.none[language])] + Array(repeating: .text("–"), count: 6))]
        }
        return Table(
            id: "chenh-lech-nguon", sheetName: context.sheetName(Words.sheet[language]), title: Words.title[language],
            subtitle: [basis.periodLine(language), basis.standingLine(language)],
            columns: [
                .init(Phrase.indicator[language], kind: .label),
                .init(Phrase.place[language], kind: .prose),
                .init(Words.source[language], kind: .code),
                .init(Phrase.form[language], kind: .code),
                .init(Words.counted[language], kind: .number),
                .init(Words.compared[language], kind: .number),
                .init(Words.difference[language], kind: .number),
            ],
            rows: rows, notes: [Words.note[language]], isForOffice: true)
    }
}

private enum Words {
    static let sheet = Bilingual(vi: "Chênh lệch nguồn", en: "Other sources")
    static let title = Bilingual(vi: "Chênh lệch giữa các nguồn số liệu", en: "Differences between sources")
    static let source = Bilingual(vi: "Nguồn đối chiếu", en: "Compared source")
    static let counted = Bilingual(vi: "Số liệu tổng hợp", en: "Counted")
    static let compared = Bilingual(vi: "Số liệu đối chiếu", en: "Compared")
    static let difference = Bilingual(vi: "Chênh lệch", en: "Difference")
    static let none = Bilingual(vi: "Không có nguồn đối chiếu nào trong kỳ", en: "No source to compare in this period")
    static let note = Bilingual(
        vi: "Số liệu đối chiếu chỉ để kiểm tra chéo, không cộng vào tổng.",
        en: "Compared figures are a cross-check and never added to a total.")
}
