import Domain

/// One domain by area: districts with their communes below them, and the leading indicator against last year.
enum DomainFigures {
    static func table(_ basis: Basis, _ context: TableContext) -> Table {
        let language = context.language
        let domain = context.domain ?? ""
        let indicators = basis.catalogue.indicators(domain: domain)
        let lead = indicators.first { $0.isFlow }
        let rates = RateColumns(basis, context.entry.rates)
        let (rows, districtRows) = self.rows(basis, indicators, lead: lead, rates, language)
        let name = basis.domainName(domain, language)
        let columns = self.columns(basis, indicators, lead: lead, rates, language)
        var table = Table(
            id: ReportPlan.Entry(table: "linh-vuc", domain: domain).tableID,
            sheetName: context.sheetName(name.short), annex: context.annex,
            title: Words.title(name.full)[language],
            subtitle: [basis.attachmentLine(language), basis.scopeLine(language)],
            columns: columns, rows: rows,
            notes: notes(basis, language) + basis.standInNotes(language, domain: domain) + rates.notes(language),
            charts: chart(basis, indicators, lead: lead, rows: rows, districtRows, language))
        let compared = lead == nil || basis.comparesYears ? 0 : 3
        table = table.dropping(Set((0..<compared).map { 1 + indicators.count + $0 })).droppingChangesThatNobodyHas(
            language)
        table.columns = table.columns.enumerated().map { position, column in
            isAlone(position, in: table.columns) ? alone(column, lead: lead, basis, language) : column
        }
        return sayingOnce(table, lead: lead, language)
    }

    /// How many reports stand behind the first indicator is a column, or said once where it is the same of all areas.
    private static func sayingOnce(_ table: Table, lead: Indicator?, _ language: Language) -> Table {
        guard let column = table.columns.indices.last, lead != nil else { return table }
        var all: Set<Completeness> = []
        for row in table.rows {
            if case .completeness(let completeness) = row.cells[column] { all.insert(completeness) }
        }
        guard all.count == 1, let one = all.first else {
            return table.adding(sentence: Words.ofFirst[language], toFirst: true)
        }
        return table.dropping([column]).adding(
            sentence: Words.ofAll("\(one.received)/\(one.owed)")[language], toFirst: true)
    }

    /// Whether no column beside it stands under the same heading.
    private static func isAlone(_ position: Int, in columns: [Table.Column]) -> Bool {
        columns[position].header.count > 1
            && ![position - 1, position + 1].contains { beside in
                columns.indices.contains(beside) && columns[beside].header.first == columns[position].header.first
            }
    }

    /// A heading over one column alone is one with it: `Trong đó: người DTTS`.
    private static func alone(
        _ column: Table.Column, lead: Indicator?, _ basis: Basis, _ language: Language
    ) -> Table.Column {
        let (group, own) = (column.header[0], column.header[1])
        if let lead, own == Words.lastYear[language] {
            return .init(Words.alone(lead.shortName[language], basis.period.year - 1)[language], kind: column.kind)
        }
        return .init("\(group): \(own)", kind: column.kind)
    }

    private static func columns(
        _ basis: Basis, _ indicators: [Indicator], lead: Indicator?, _ rates: RateColumns, _ language: Language
    ) -> [Table.Column] {
        var columns: [Table.Column] = [.init(Phrase.place[language], kind: .label)]
        for indicator in indicators {
            let name = indicator.headed(language)
            columns.append(
                .init(
                    indicator.partOf == nil ? [name] : [Words.ofWhich[language], indicator.shortName[language]],
                    kind: .number))
        }
        if let lead {
            let group = Words.versusLastYear(lead.shortName[language], basis.period.year - 1)[language]
            columns.append(.init([group, Words.lastYear[language]], kind: .number))
            columns.append(.init([group, Phrase.difference[language]], kind: .number))
            columns.append(.init([group, Phrase.percent[language]], kind: .number))
        }
        columns += rates.columns(language)
        columns.append(.init(Phrase.reports[language], kind: .number))
        return columns
    }

    private static func rows(
        _ basis: Basis, _ indicators: [Indicator], lead: Indicator?, _ rates: RateColumns, _ language: Language
    ) -> (rows: [Table.Row], districtRows: [Int]) {
        let index = basis.index
        // The province stands first, so its parts lie in rows that are known only after they are laid out.
        var order: [(place: Int, style: Table.Row.Style)] = [
            (PlaceIndex.province, .total), (PlaceIndex.placeless, .plain),
        ]
        for district in index.districts {
            order.append((district, .plain))
            order += (index.communes[district] ?? []).map { ($0, .part) }
        }
        let rowOf = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element.place, $0.offset) })
        let rows = order.map { place, style in
            var parts: [Int] = []
            if place == PlaceIndex.province {
                parts = ([PlaceIndex.placeless] + index.districts).compactMap { rowOf[$0] }
            } else if let communes = index.communes[place] {
                parts = communes.compactMap { rowOf[$0] }
            }
            return row(basis, indicators, lead: lead, rates, place: place, style: style, parts: parts, language)
        }
        return (rows, index.districts.compactMap { rowOf[$0] })
    }

    private static func row(
        _ basis: Basis, _ indicators: [Indicator], lead: Indicator?, _ rates: RateColumns, place: Int,
        style: Table.Row.Style, parts: [Int], _ language: Language
    ) -> Table.Row {
        var cells: [Table.Cell] = [.text(basis.placeName(place, language))]
        var completeness = Completeness(received: 0, owed: 0)
        for indicator in indicators {
            let figure = basis.figure(indicator, at: place)
            if indicator.code == lead?.code { completeness = figure.completeness ?? completeness }
            cells.append(
                parts.isEmpty || indicator.isRatio
                    ? .figure(figure, decimals: indicator.decimals)
                    : .sum(figure, decimals: indicator.decimals, rows: parts))
        }
        if let lead {
            let comparison = basis.comparison(basis.figure(lead, at: place), with: basis.lastYear(lead, at: place))
            cells.append(.figure(comparison.base, decimals: lead.decimals))
            cells.append(.difference(comparison.difference, decimals: lead.decimals))
            cells.append(.percentage(comparison.percentage, signed: true))
        }
        cells += rates.cells(at: place)
        cells.append(.completeness(completeness))
        return Table.Row(style, cells)
    }

    private static func chart(
        _ basis: Basis, _ indicators: [Indicator], lead: Indicator?, rows: [Table.Row], _ districtRows: [Int],
        _ language: Language
    ) -> [Table.Chart] {
        guard let lead, let position = indicators.firstIndex(of: lead), !districtRows.isEmpty else { return [] }
        let baseColumn = indicators.count + 1
        let hasBase = districtRows.contains { rows[$0].cells[baseColumn].figure?.amount != nil }
        let points = districtRows.map { row in
            (
                name: rows[row].cells[0].words ?? "",
                figure: rows[row].cells[position + 1].figure ?? Figure(.absent(.notReported))
            )
        }
        // Areas have no order of their own that says anything: the largest stands first.
        let ranked = ChartWords.ranked(districtRows, by: points.map(\.figure))
        let said = ChartWords(language: language, indicator: lead).ranked(points)
        var series = [Table.Chart.Series(name: basis.period.shortName(in: language), column: position + 1)]
        if hasBase { series.append(.init(name: basis.period.sameLastYear.shortName(in: language), column: baseColumn)) }
        let title = Words.chartTitle(lead.name[language], basis.period.name(in: language))[language]
        return [
            Table.Chart(
                kind: .column, title: title, valueTitle: lead.unitOfMany(language),
                categoryTitle: Phrase.place[language],
                categoryColumn: 0, series: series, rows: ranked,
                alternativeText: Words.chartAlternative(title, hasBase: hasBase)[language] + " " + said,
                barColumn: position + 1)
        ]
    }

    private static func notes(_ basis: Basis, _ language: Language) -> [String] {
        let said = [basis.organisation.districtNote[language], Words.communes[language]]
        return [said.filter { !$0.isEmpty }.joined(separator: " ")]
    }
}

private enum Words {
    static let ofWhich = Bilingual(vi: "Trong đó", en: "Of which")
    static let lastYear = Bilingual(vi: "Cùng kỳ", en: "Last year")
    static let communes = Bilingual(
        vi: "Bấm + ở lề trái để xem từng xã, phường.", en: "Press + at the left for the communes.")
    static let ofFirst = Bilingual(
        vi: "Cột báo cáo: của chỉ tiêu đầu.", en: "Reports: of the first indicator.")

    static func ofAll(_ reports: String) -> Bilingual {
        Bilingual(
            vi: "Chỉ tiêu đầu: nhận \(reports) báo cáo.", en: "First indicator: \(reports) reports received.")
    }

    static func title(_ domain: String) -> Bilingual {
        Bilingual(vi: "\(domain) theo địa bàn", en: "\(domain), by area")
    }

    static func versusLastYear(_ indicator: String, _ year: Int) -> Bilingual {
        Bilingual(vi: "\(indicator): so với cùng kỳ năm \(year)", en: "\(indicator): against \(year)")
    }

    static func alone(_ indicator: String, _ year: Int) -> Bilingual {
        Bilingual(vi: "\(indicator): cùng kỳ năm \(year)", en: "\(indicator): last year")
    }

    static func chartTitle(_ indicator: String, _ period: String) -> Bilingual {
        Bilingual(vi: "\(indicator) theo địa bàn, \(period)", en: "\(indicator) by area, \(period)")
    }

    static func chartAlternative(_ title: String, hasBase: Bool) -> Bilingual {
        Bilingual(
            vi: "Biểu đồ cột: \(title)" + (hasBase ? ", so với cùng kỳ năm trước." : "."),
            en: "Column chart: \(title)" + (hasBase ? ", against the same period last year." : "."))
    }
}
