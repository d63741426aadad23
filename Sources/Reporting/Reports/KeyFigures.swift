import Domain

/// Tóm tắt: the main figures of every domain on one page, with links to the annexes.
enum KeyFigures {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        var rows: [Table.Row] = []
        var chartRows: [Int] = []
        for domain in basis.domains {
            let name = basis.domainName(domain, language).full
            let target = context.plan.first { $0.entry.domain == domain }?.entry.tableID
            let head: Table.Cell = target.map { .link(name, table: $0) } ?? .text(name)
            rows.append(Table.Row(.group, [head] + Array(repeating: .blank, count: 8)))
            for indicator in basis.catalogue.indicators(domain: domain) where indicator.partOf == nil {
                if indicator.isFlow { chartRows.append(rows.count) }
                rows.append(row(indicator, basis, language))
            }
        }
        let percent = Phrase.percent[language]
        let difference = Phrase.difference[language]
        let lastYear = Words.versusLastYear(basis.period.year - 1)[language]
        return Table(
            id: "tom-tat", sheetName: context.sheetName(Words.sheet[language]), title: Words.title[language],
            subtitle: [basis.periodLine(language), basis.standingLine(language)],
            columns: [
                .init(Phrase.indicator[language], kind: .label),
                .init(Phrase.unitOfMeasure[language], kind: .code),
                .init(Phrase.thisPeriod[language], kind: .number),
                .init([lastYear, Words.figure[language]], kind: .number),
                .init([lastYear, difference], kind: .number),
                .init([lastYear, percent], kind: .number),
                .init(Phrase.cumulative[language], kind: .number),
                .init(Phrase.targetShare[language], kind: .number),
                .init(Phrase.reports[language], kind: .number),
            ],
            rows: rows, notes: notes(basis, language))
    }

    private static func row(_ indicator: Indicator, _ basis: Basis, _ language: Language) -> Table.Row {
        let figure = basis.figure(indicator)
        let comparison = Comparison(figure, with: basis.lastYear(indicator))
        let cumulative = basis.cumulative(indicator)
        let share =
            basis.target(indicator, unit: basis.organisation.province).map { Comparison.share(cumulative, of: $0) }
            ?? Figure(.absent(.notApplicable))
        return Table.Row(
            .plain,
            [
                .text(indicator.name[language]), .text(indicator.unit[language]),
                .figure(figure, decimals: indicator.decimals),
                .figure(comparison.base, decimals: indicator.decimals),
                .difference(comparison.difference, decimals: indicator.decimals),
                .percentage(comparison.percentage, signed: true),
                .figure(cumulative, decimals: indicator.decimals),
                .percentage(share, signed: false),
                .completeness(figure.completeness ?? Completeness(received: 0, owed: 0)),
            ])
    }

    private static func notes(_ basis: Basis, _ language: Language) -> [String] {
        let missing = basis.roll.missing.map { entry in
            "\(basis.shortName(entry.key.department, language)) (\(basis.formLabel(entry.key, language)))"
        }
        var notes: [String] = []
        if !missing.isEmpty {
            notes.append(Words.missing[language] + joined(missing, most: 12, language))
        }
        notes.append(Words.kinds[language])
        return notes
    }
}

extension Basis {
    /// Domain codes in the order of the indicators.
    var domains: [String] {
        var seen: Set<String> = []
        return catalogue.indicators.map(\.domain).filter { seen.insert($0).inserted }
    }
}

/// The first items of a list, and how many are left out.
func joined(_ items: [String], most: Int, _ language: Language) -> String {
    guard items.count > most else { return items.joined(separator: "; ") }
    let rest = items.count - most
    let tail = language == .vi ? " và \(rest) mục khác" : " and \(rest) more"
    return items.prefix(most).joined(separator: "; ") + tail
}

private enum Words {
    static let sheet = Bilingual(vi: "Tóm tắt", en: "Summary")
    static let title = Bilingual(vi: "Tóm tắt số liệu chính", en: "Key figures")
    static let figure = Bilingual(vi: "Số liệu", en: "Figure")
    static let missing = Bilingual(vi: "Chưa tiếp nhận được báo cáo của: ", en: "Not yet accepted from: ")
    static let kinds = Bilingual(
        vi: "Chỉ tiêu «cuối kỳ» và lũy kế lấy số liệu tháng cuối của kỳ; tỷ lệ được tính lại từ tổng số, không cộng.",
        en: "Figures «at end of period» and year to date are those of the last month; ratios are divided afresh.")

    static func versusLastYear(_ year: Int) -> Bilingual {
        Bilingual(vi: "So với cùng kỳ năm \(year)", en: "Against the same period of \(year)")
    }
}
