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
                    .text(comparison.indicator.name[language]),
                    .text(
                        basis.placeName(comparison.place, language)
                            + (comparison.isPart(of: basis) ? " (\(months(comparison, basis, language)))" : "")),
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
            let remedy = comparisons.allSatisfy { $0.own != nil } ? Words.ownRemedy : Words.remedy
            return Table.Row(
                .plain,
                [
                    .text("\(basis.shortName(comparisons[0].department, language)), \(form)"), .text("–"),
                    .text(Words.level[language]), .text("–"),
                    .text(joined(items, most: differencesNamed, language) + ". " + remedy[language]),
                ])
        }
    }

    private static let differencesNamed = 8

    private static func months(_ comparison: SourceComparison, _ basis: Basis, _ language: Language) -> String {
        Words.months(comparison.months, of: basis.period.monthCount)[language]
    }

    /// `Vụ ma túy (Yên Châu, 06/12 tháng): 74, tổng hợp 70`; of a department's two forms `74, theo 03/AN 70`.
    private static func said(_ comparison: SourceComparison, _ basis: Basis, _ language: Language) -> String {
        func number(_ figure: Figure) -> String {
            guard let amount = figure.amount else { return figure.absence?.mark(in: language) ?? "" }
            return language.amount(amount, decimals: comparison.indicator.decimals)
        }
        let name = comparison.indicator.shortName[language]
        let place = comparison.place == PlaceIndex.province ? [] : [basis.placeName(comparison.place, language)]
        let said = place + (comparison.isPart(of: basis) ? [months(comparison, basis, language)] : [])
        let form = comparison.own.map { basis.catalogue.form($0)?.number ?? $0 }
        return Words.differs(
            name + (said.isEmpty ? "" : " (\(said.joined(separator: ", ")))"), number(comparison.compared),
            number(comparison.counted), form: form)[language]
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
    /// The department's own form that counts; `nil`: it is only compared.
    let own: String?
    /// Of how many months both are: of those in which each of them says something.
    let months: Int

    func isPart(of basis: Basis) -> Bool { indicator.isFlow && months < basis.period.monthCount }

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

    /// What both come to over the months in which each of them says something; `nil` where there is none.
    private static func common(
        _ months: [Month], _ counted: (Month) -> Figure, _ compared: (Month) -> Figure
    ) -> (counted: Figure, compared: Figure, months: Int)? {
        let pairs = months.map { (counted($0), compared($0)) }.filter { $0.0.amount != nil && $0.1.amount != nil }
        guard !pairs.isEmpty, let sum = Figure.sum(pairs.map(\.0)), let other = Figure.sum(pairs.map(\.1)) else {
            return nil
        }
        return (sum, other, pairs.count)
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
            func figure(_ contributions: [Contribution]?, _ month: Month) -> Figure {
                let ofMonth = contributions.map { [month: $0] } ?? [:]
                return basis.cube.figure(indicator, of: ofMonth, at: key.area, over: Period(month))
            }
            let common = common(
                months,
                {
                    key.isCounted ? figure(papers.own[$0], $0) : basis.figure(indicator, at: key.area, over: Period($0))
                },
                { figure(papers.compared[$0], $0) })
            guard let common else { return nil }
            return SourceComparison(
                indicator: indicator, department: key.department, form: key.form, counted: common.counted,
                compared: common.compared, place: key.area,
                own: papers.own.values.lazy.compactMap { $0.first?.form }.first, months: common.months)
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
        vi: "Đề nghị đơn vị đối chiếu, thống nhất với đơn vị có số liệu được tổng hợp.",
        en: "The department is asked to reconcile its figures with the department whose figures are counted.")
    static let ownRemedy = Bilingual(
        vi: "Đề nghị đơn vị rà soát, thống nhất hai biểu của mình.",
        en: "The department is asked to reconcile its two forms with each other.")
    static let note = Bilingual(
        vi: "Chỉ ghi chỗ có chênh lệch. Số liệu đối chiếu chỉ để kiểm tra chéo, không cộng vào tổng.",
        en: "Differences alone. Compared figures are a cross-check and never added to a total.")

    static func months(_ count: Int, of all: Int) -> Bilingual {
        Bilingual(vi: "\(Language.vi.count(count))/\(Language.vi.count(all)) tháng", en: "\(count) of \(all) months")
    }

    static func differs(_ what: String, _ compared: String, _ counted: String, form: String?) -> Bilingual {
        Bilingual(
            vi: "\(what): \(compared), \(form.map { "theo \($0)" } ?? "tổng hợp") \(counted)",
            en: "\(what): \(compared), \(form.map { "by \($0)" } ?? "counted") \(counted)")
    }
}
