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

    /// Differences as something to be settled, those of one source and form in one row.
    static func findings(_ basis: Basis, _ language: Language) -> [Table.Row] {
        var order: [[String]: Int] = [:]
        let sources = basis.sourceDifferences.reduce(into: [[SourceComparison]]()) { groups, comparison in
            let key = [comparison.department, comparison.form]
            if let position = order[key] {
                groups[position].append(comparison)
            } else {
                order[key] = groups.count
                groups.append([comparison])
            }
        }
        return sources.map { comparisons in
            let form = basis.catalogue.form(comparisons[0].form)?.number ?? comparisons[0].form
            let items = comparisons.map { said($0, basis, language) }
            return Table.Row(
                .plain,
                [
                    .text("\(basis.shortName(comparisons[0].department, language)), \(form)"), .text("–"),
                    .text(Words.level[language]), .text("–"),
                    .text(joined(items, most: differencesNamed, language) + ". " + Words.remedy[language]),
                ])
        }
    }

    private static let differencesNamed = 8

    /// `Vụ ma túy, toàn tỉnh: 74, tổng hợp 70`
    private static func said(_ comparison: SourceComparison, _ basis: Basis, _ language: Language) -> String {
        func number(_ figure: Figure) -> String {
            guard let amount = figure.amount else { return figure.absence?.mark(in: language) ?? "" }
            return language.amount(amount, decimals: comparison.indicator.decimals)
        }
        let name = comparison.indicator.shortName[language]
        let place = comparison.place == PlaceIndex.province ? "" : " (\(basis.placeName(comparison.place, language)))"
        return Words.differs(name + place, number(comparison.compared), number(comparison.counted))[language]
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

/// What a source that is not counted says, beside the count.
struct SourceComparison: Sendable {
    let indicator: Indicator
    let department: String
    let form: String
    /// What its own other form counts; of one that is only compared, the count at the place that it answers for.
    let counted: Figure
    let compared: Figure
    let place: Int

    /// The comparisons of a period, by indicator and department; a flow over its months, a stock at its end.
    static func all(_ basis: Basis) -> [SourceComparison] {
        basis.catalogue.indicators.filter { !$0.isRatio }.flatMap { all(of: $0, basis) }
    }

    private struct Key: Hashable {
        let department: String
        let form: String
        let area: Int
        /// Whether the department counts for the indicator, with its other form.
        let isCounted: Bool
    }

    /// A department's papers by month: the one that is compared, and its own that counts.
    private struct Papers {
        var compared: [Month: [Contribution]] = [:]
        var own: [Month: [Contribution]] = [:]
    }

    private static func all(of indicator: Indicator, _ basis: Basis) -> [SourceComparison] {
        let months = indicator.isFlow ? basis.period.months : [basis.period.last]
        var order: [Key] = []
        var papers: [Key: Papers] = [:]
        for month in months {
            let sources = basis.cube.sources(of: month, basis.evidence, basis.slices)
            for (contribution, own) in sources.compared(indicator) {
                let key = Key(
                    department: contribution.department, form: contribution.form ?? "",
                    area: contribution.area.place, isCounted: own != nil)
                if papers[key] == nil { order.append(key) }
                papers[key, default: Papers()].compared[month] = [contribution]
                papers[key, default: Papers()].own[month] = [own].compactMap(\.self)
            }
        }
        return order.compactMap { key in
            guard let papers = papers[key] else { return nil }
            func figure(_ contributions: [Month: [Contribution]]) -> Figure {
                basis.cube.figure(indicator, of: contributions, at: key.area, over: basis.period)
            }
            return SourceComparison(
                indicator: indicator, department: key.department, form: key.form,
                counted: key.isCounted ? figure(papers.own) : basis.figure(indicator, at: key.area),
                compared: figure(papers.compared), place: key.area)
        }
    }
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

    static func differs(_ what: String, _ compared: String, _ counted: String) -> Bilingual {
        Bilingual(vi: "\(what): \(compared), tổng hợp \(counted)", en: "\(what): \(compared), counted \(counted)")
    }
}
