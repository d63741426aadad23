import Domain

/// Tiến độ theo tháng: the year's months up to the period's last, against last year, and how evenly the work is spread.
enum MonthlyProgress {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        let columns = indicators(basis, context.entry).map { Column($0, basis) }
        let months = basis.monthsOfYear()
        var rows = months.indices.map { offset in
            Table.Row(
                .plain,
                [.text(Words.month(months[offset].number)[language])] + columns.flatMap { $0.cells(month: offset) })
        }
        rows.append(
            Table.Row(
                .total,
                [.text(Words.sum[language])] + columns.flatMap { $0.totals(rows: Array(months.indices)) }))
        rows += [
            Table.Row(
                .group, [.text(Words.spread[language])] + Array(repeating: .blank, count: 3 * columns.count)),
            Table.Row(
                .plain, [.text(Words.busiestMonths[language])] + columns.flatMap { $0.busiestMonths(months) }),
            Table.Row(.plain, [.text(Words.busiest[language])] + columns.flatMap { $0.measures(\.busiest) }),
            Table.Row(.plain, [.text(Words.even[language])] + columns.flatMap { $0.measures(\.even) }),
            Table.Row(.plain, [.text(Words.byChance[language])] + columns.flatMap { $0.byChance(language) }),
            Table.Row(.plain, [.text(Words.unevenness[language])] + columns.flatMap { $0.measures(\.unevenness) }),
        ]
        let table = Table(
            id: "tien-do", sheetName: context.sheetName(Words.sheet[language]), annex: context.annex,
            title: Words.title[language],
            subtitle: [basis.attachmentLine(language), basis.scopeLine(language)],
            columns: [.init(Words.monthHead[language], kind: .label)] + columns.flatMap { $0.heads(language) },
            rows: rows, notes: [Words.note[language]],
            charts: columns.enumerated()
                .filter { context.entry.chart == nil || context.entry.chart == $0.element.indicator.code }
                .map { $0.element.chart(1 + 3 * $0.offset, rows: months.count, language) })
        let compared = basis.comparesYears ? [] : columns.indices.flatMap { [3 * $0 + 2, 3 * $0 + 3] }
        return table.dropping(Set(compared))
    }

    /// A small chart of each indicator, for another table: it draws the cells of this one.
    static func smallCharts(_ basis: Basis, _ entry: ReportPlan.Entry, _ language: Language) -> [Table.Chart] {
        let months = basis.monthsOfYear().count
        return indicators(basis, entry).enumerated().map { offset, indicator in
            let column = basis.comparesYears ? 1 + 3 * offset : 1 + offset
            var chart = Column(indicator, basis).chart(column, rows: months, language, isShort: true)
            chart.size = .small
            chart.source = entry.tableID
            return chart
        }
    }

    private static func indicators(_ basis: Basis, _ entry: ReportPlan.Entry) -> [Indicator] {
        let named = entry.indicators.compactMap(basis.catalogue.indicator)
        return named.isEmpty ? basis.domains.compactMap(basis.leadFlow) : named.filter(\.isFlow)
    }

    /// One indicator: this year, last year, the difference.
    private struct Column {
        private let basis: Basis
        let indicator: Indicator
        private let now: [Figure]
        private let then: [Figure]
        private let seasons: (now: Seasonality, then: Seasonality)

        init(_ indicator: Indicator, _ basis: Basis) {
            self.basis = basis
            self.indicator = indicator
            func figures(_ lastYear: Bool) -> [Figure] {
                basis.monthsOfYear(lastYear: lastYear).map { basis.figure(indicator, over: Period($0)) }
            }
            now = figures(false)
            then = figures(true)
            seasons = (basis.seasonality(indicator), basis.seasonality(indicator, lastYear: true))
        }

        private var year: Int { basis.period.year }

        func heads(_ language: Language) -> [Table.Column] {
            let group = "\(indicator.name[language]) (\(indicator.unitOfMany(language)))"
            return [Words.year(year)[language], Words.year(year - 1)[language], Phrase.difference[language]].map {
                .init([group, $0], kind: .number)
            }
        }

        func cells(month: Int) -> [Table.Cell] {
            let decimals = indicator.decimals
            return [
                .figure(now[month], decimals: decimals), .figure(then[month], decimals: decimals),
                .difference(basis.comparison(now[month], with: then[month]).difference, decimals: decimals),
            ]
        }

        func totals(rows: [Int]) -> [Table.Cell] {
            let (sum, base) = (basis.cumulative(indicator), basis.cumulativeLastYear(indicator))
            let decimals = indicator.decimals
            return [
                .sum(sum, decimals: decimals, rows: rows), .sum(base, decimals: decimals, rows: rows),
                .difference(basis.comparison(sum, with: base).difference, decimals: decimals),
            ]
        }

        func busiestMonths(_ months: [Month]) -> [Table.Cell] {
            [seasons.now, seasons.then].map { season -> Table.Cell in
                let numbers = season.busiestMonths.map { String(months[$0].number) }
                return .text(numbers.isEmpty ? Mark.notApplicable.rawValue : numbers.joined(separator: ", "))
            } + [.text("–")]
        }

        func byChance(_ language: Language) -> [Table.Cell] {
            [seasons.now, seasons.then].map { season -> Table.Cell in
                .text(season.byChance.map { language.percentages($0) } ?? Mark.notApplicable.rawValue)
            } + [.text("–")]
        }

        func measures(_ measure: KeyPath<Seasonality, Figure>) -> [Table.Cell] {
            let (this, last) = (seasons.now[keyPath: measure], seasons.then[keyPath: measure])
            return [
                .figure(this, decimals: Seasonality.decimals), .figure(last, decimals: Seasonality.decimals),
                .difference(basis.comparison(this, with: last).difference, decimals: Seasonality.decimals),
            ]
        }

        func chart(_ column: Int, rows: Int, _ language: Language, isShort: Bool = false) -> Table.Chart {
            var series = [Table.Chart.Series(name: Words.year(year)[language], column: column)]
            if then.contains(where: { $0.amount != nil }) {
                series.append(.init(name: Words.year(year - 1)[language], column: column + 1))
            }
            let name = isShort ? indicator.shortName : indicator.name
            let title = Words.chartTitle(name[language], year)[language]
            let months = basis.monthsOfYear().map { Words.month($0.number)[language] }
            let said = ChartWords(language: language, indicator: indicator)
                .trend(zip(months, now).map { (name: $0, figure: $1) })
            return Table.Chart(
                kind: .line, title: title, valueTitle: indicator.unitOfMany(language),
                categoryTitle: Words.monthHead[language], categoryColumn: 0, series: series, rows: Array(0..<rows),
                alternativeText: Words.chartAlternative(title, isCompared: series.count > 1)[language] + " " + said)
        }
    }
}

extension Language {
    /// A range of tenths of a percent, without the sign.
    func percentages(_ tenths: ClosedRange<Int64>) -> String {
        "\(number(tenths.lowerBound, decimals: 1))–\(number(tenths.upperBound, decimals: 1))"
    }
}

private enum Words {
    static let sheet = Bilingual(vi: "Tiến độ theo tháng", en: "By month")
    static let title = Bilingual(vi: "Tiến độ thực hiện theo tháng", en: "Progress by month")
    static let monthHead = Bilingual(vi: "Tháng", en: "Month")
    static let sum = Bilingual(vi: "Cộng từ đầu năm", en: "Since the start of the year")
    static let spread = Bilingual(vi: "Mức độ dàn đều trong năm", en: "How evenly it is spread")
    static let busiestMonths = Bilingual(vi: "03 tháng nhiều nhất (tháng)", en: "Three busiest months")
    static let busiest = Bilingual(vi: "Tỷ trọng 03 tháng nhiều nhất (%)", en: "Part of the three busiest months (%)")
    static let even = Bilingual(vi: "Tỷ trọng 03 tháng nếu dàn đều (%)", en: "That part if all months were equal (%)")
    static let byChance = Bilingual(
        vi: "Tỷ trọng đó do ngẫu nhiên, 9/10 trường hợp (%)", en: "That part by chance alone, nine times in ten (%)")
    static let unevenness = Bilingual(
        vi: "Phần phải chuyển sang tháng khác để dàn đều (%)", en: "Part that would have to move to be even (%)")
    static let note = Bilingual(
        vi:
            "Phần phải chuyển = ½ tổng độ lệch tuyệt đối giữa tỷ trọng từng tháng và 1/n (n là số tháng có số liệu); 0% là dàn đều hoàn toàn; "
            + "dưới 06 tháng thì không tính (x). Do ngẫu nhiên: 3/n + c/√(N·n), N là số vụ việc; vượt khoảng này mới gọi là tập trung.",
        en:
            "Part that would have to move = half the sum of the absolute differences between each month's part and 1/n (n months with "
            + "data); 0% is wholly even; fewer than six months: not worked out (x). By chance: 3/n + c/√(N·n), N events; only more "
            + "than this range is called concentrated.")

    static func month(_ number: Int) -> Bilingual { Bilingual(vi: "Tháng \(number)", en: "Month \(number)") }

    static func year(_ year: Int) -> Bilingual { Bilingual(vi: "Năm \(year)", en: "\(year)") }

    static func chartTitle(_ indicator: String, _ year: Int) -> Bilingual {
        Bilingual(vi: "\(indicator) theo tháng, năm \(year)", en: "\(indicator) by month, \(year)")
    }

    static func chartAlternative(_ title: String, isCompared: Bool) -> Bilingual {
        Bilingual(
            vi: "Biểu đồ đường: \(title)\(isCompared ? ", so với năm trước" : "").",
            en: "Line chart: \(title)\(isCompared ? ", against the year before" : "").")
    }
}
