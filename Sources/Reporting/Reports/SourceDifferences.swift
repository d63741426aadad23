import Domain

/// Chênh lệch nguồn: where other departments reported another number of the same thing, which never enters a total.
enum SourceDifferences {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        let rows = basis.sourceDifferences.map { comparison in
            let decimals = comparison.indicator.decimals
            return Table.Row(
                .plain,
                [
                    .text(comparison.indicator.name[language]), .text(basis.placeName(comparison.place, language)),
                    .text(basis.shortName(comparison.department, language)),
                    .text(basis.catalogue.form(comparison.form)?.number ?? comparison.form),
                    .figure(comparison.counted, decimals: decimals),
                    .figure(comparison.compared, decimals: decimals),
                    .difference(comparison.difference, decimals: decimals),
                ])
        }
        return Table(
            id: "chenh-lech-nguon", sheetName: context.sheetName(Words.sheet[language]), title: Words.title[language],
            subtitle: [basis.scopeLine(language)],
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

    /// Each difference as something to be settled: source and form, indicator, both numbers.
    static func findings(_ basis: Basis, _ language: Language) -> [Table.Row] {
        basis.sourceDifferences.map { comparison in
            func cell(_ figure: Figure) -> String {
                guard let amount = figure.amount else { return figure.absence?.mark ?? "" }
                return language.amount(amount, decimals: comparison.indicator.decimals)
            }
            let form = basis.catalogue.form(comparison.form)?.number ?? comparison.form
            let place = basis.placeName(comparison.place, language)
            return Table.Row(
                .plain,
                [
                    .text("\(basis.shortName(comparison.department, language)), \(form)"), .text("–"),
                    .text(comparison.indicator.shortName[language]), .text(Words.level[language]),
                    .text(cell(comparison.compared)),
                    .text(Words.differs(place, cell(comparison.counted), cell(comparison.difference))[language]),
                    .text(Words.remedy[language]),
                ])
        }
    }

    static let heading = Words.title
}

extension Basis {
    /// What sources that are only compared say, where it is not what is counted.
    var sourceDifferences: [SourceComparison] {
        SourceComparison.all(self).filter { $0.difference.amount.map { !$0.isZero } ?? false }
    }
}

extension SourceComparison {
    var difference: Figure { Comparison.difference(of: compared, from: counted) }
}

private enum Words {
    static let sheet = Bilingual(vi: "Chênh lệch nguồn", en: "Other sources")
    static let title = Bilingual(vi: "Chênh lệch giữa các nguồn số liệu", en: "Differences between sources")
    static let source = Bilingual(vi: "Nguồn đối chiếu", en: "Compared source")
    static let counted = Bilingual(vi: "Số liệu tổng hợp", en: "Counted")
    static let compared = Bilingual(vi: "Số liệu đối chiếu", en: "Compared")
    static let difference = Bilingual(vi: "Chênh lệch", en: "Difference")
    static let level = Bilingual(vi: "đối chiếu", en: "compared")
    static let remedy = Bilingual(
        vi: "Hai đơn vị đối chiếu, thống nhất số liệu.", en: "Both departments compare and agree.")
    static let note = Bilingual(
        vi: "Chỉ ghi chỗ có chênh lệch. Số liệu đối chiếu chỉ để kiểm tra chéo, không cộng vào tổng.",
        en: "Differences alone. Compared figures are a cross-check and never added to a total.")

    static func differs(_ place: String, _ counted: String, _ difference: String) -> Bilingual {
        Bilingual(
            vi: "\(place): số liệu tổng hợp là \(counted), chênh lệch \(difference)",
            en: "\(place): \(counted) is counted, a difference of \(difference)")
    }
}
