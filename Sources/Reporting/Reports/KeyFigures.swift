import Domain

/// Tóm tắt: the main figures of every domain on one upright page, their months as small charts, and beside it the way to each table.
enum KeyFigures {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        let columns = columns(basis, language)
        let progress = context.plan.first { $0.entry.table == "tien-do" }?.entry
        var table = Table(
            id: "tom-tat", sheetName: context.sheetName(Words.sheet[language]), title: Words.title[language],
            subtitle: [basis.scopeLine(language)], columns: columns,
            rows: figures(basis, context, width: columns.count) + movements(basis, language, width: columns.count),
            notes: notes(basis, language),
            charts: progress.map { MonthlyProgress.smallCharts(basis, $0, language) } ?? [], isUpright: true)
        table.links = basis.annexLinks(language)
        return basis.comparesYears ? table : table.dropping([2, 3, 4])
    }

    private static func columns(_ basis: Basis, _ language: Language) -> [Table.Column] {
        let lastYear = Words.versusLastYear(basis.period.year - 1)[language]
        return [
            .init(Phrase.indicator[language], kind: .label),
            .init(Phrase.thisPeriod[language], kind: .number),
            .init([lastYear, Words.figure[language]], kind: .number),
            .init([lastYear, Phrase.difference[language]], kind: .number),
            .init([lastYear, Phrase.percent[language]], kind: .number),
            .init(Phrase.cumulative[language], kind: .number),
            .init(Phrase.targetShare[language], kind: .number),
            .init(Phrase.reports[language], kind: .number),
        ]
    }

    /// The indicators that the plan names, else all that are no part of another, under their domains.
    private static func figures(_ basis: Basis, _ context: TableContext, width: Int) -> [Table.Row] {
        let language = context.language
        let named = Set(context.entry.indicators)
        return basis.domains.flatMap { domain -> [Table.Row] in
            let indicators = basis.catalogue.indicators(domain: domain).filter { indicator in
                named.isEmpty ? indicator.partOf == nil : named.contains(indicator.code)
            }
            guard !indicators.isEmpty else { return [] }
            let name = basis.domainName(domain, language).full
            let target = context.plan.first { $0.entry.domain == domain }?.entry.tableID
            let head: Table.Cell = target.map { .link(name, table: $0) } ?? .text(name)
            return [Table.Row(.group, [head] + Array(repeating: .blank, count: width - 1))]
                + indicators.map { row($0, at: PlaceIndex.province, name: $0.headed(language), basis, language) }
        }
    }

    /// What differs most from last year: of each indicator the province, then the areas with what each adds to the province's
    /// change.
    private static func movements(_ basis: Basis, _ language: Language, width: Int) -> [Table.Row] {
        let movements = Movements.largest(basis)
        guard !movements.isEmpty else { return [] }
        var seen: Set<String> = []
        let indicators = movements.map(\.indicator).filter { seen.insert($0.code).inserted }
        return [Table.Row(.group, [.text(Words.moved[language])] + Array(repeating: .blank, count: width - 1))]
            + indicators.flatMap { indicator -> [Table.Row] in
                let name = "\(indicator.headed(language)): \(basis.level.whole[language].lowercased())"
                return [row(indicator, at: PlaceIndex.province, name: name, basis, language)]
                    + movements.filter { $0.indicator.code == indicator.code }.map { movement in
                        let place = basis.placeName(movement.place, language)
                        let name =
                            movement.contribution.map { Words.adding(place, language.points($0))[language] } ?? place
                        return Table.Row(.part, row(indicator, at: movement.place, name: name, basis, language).cells)
                    }
            }
    }

    private static func row(
        _ indicator: Indicator, at place: Int, name: String, _ basis: Basis, _ language: Language
    ) -> Table.Row {
        let figure = basis.figure(indicator, at: place)
        let comparison = basis.comparison(figure, with: basis.lastYear(indicator, at: place))
        let cumulative = basis.cumulative(indicator, at: place)
        let target =
            place == PlaceIndex.province ? basis.target(indicator, unit: basis.organisation.province) : nil
        let share = target.map { Comparison.share(cumulative, of: $0) } ?? Figure(.absent(.notApplicable))
        return Table.Row(
            .plain,
            [
                .text(name),
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
        let missing = basis.says(.missingReports) ? basis.missingReports(language) : nil
        var notes = [missing, basis.leftOutNote(language)].compactMap(\.self)
        notes += basis.standInNotes(language)
        if !Movements.largest(basis).isEmpty { notes.append(Words.description[language]) }
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

/// The first items of a list, and how many of what kind are left out: `Bắc Yên; Mai Sơn và 04 địa bàn khác`.
func joined(_ items: [String], most: Int, of kind: Bilingual = Phrase.item, _ language: Language) -> String {
    guard items.count > most else { return items.joined(separator: "; ") }
    let rest = items.count - most
    let tail =
        language == .vi
        ? " và \(Language.vi.officialCount(rest)) \(kind.vi) khác"
        : " and \(rest) other \(kind.en)\(rest == 1 ? "" : "s")"
    return items.prefix(most).joined(separator: "; ") + tail
}

private enum Words {
    static let sheet = Bilingual(vi: "Tóm tắt", en: "Summary")
    static let title = Bilingual(vi: "Tóm tắt số liệu chính", en: "Key figures")
    static let figure = Bilingual(vi: "Số liệu", en: "Figure")
    static let moved = Bilingual(
        vi: "Địa bàn thay đổi nhiều so với cùng kỳ và phần góp vào mức thay đổi của toàn tỉnh (điểm %)",
        en: "Areas that differ most from last year, and what each adds to the province's change (% points)")
    static let description = Bilingual(
        vi: "Địa bàn thay đổi nhiều là mô tả số liệu, không phải đánh giá.",
        en: "What differs most is a description, not a finding.")

    static func adding(_ place: String, _ points: String) -> Bilingual {
        Bilingual(vi: "\(place): góp \(points)", en: "\(place): \(points)")
    }

    static func versusLastYear(_ year: Int) -> Bilingual {
        Bilingual(vi: "So với cùng kỳ năm \(year)", en: "Against the same period of \(year)")
    }
}
