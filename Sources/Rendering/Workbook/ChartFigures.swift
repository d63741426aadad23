import Domain
import Reporting
import Spreadsheet

/// A chart with the figures that it draws, which stand beside the page as formulas over the cells of a table.
///
/// A chart takes one run of cells, leaves out folded rows and draws a mark as zero; here rows follow each other, and
/// nothing stands where there is no number.
struct ChartFigures {
    private let chart: Table.Chart
    private let table: Table
    private let language: Language
    /// What stands before the addresses of the table's cells: nothing on their own sheet.
    private let prefix: String
    private let firstRow: Int

    init?(_ chart: Table.Chart, of own: Table, on sheet: SheetName, in workbook: AnnexWorkbook) {
        guard let source = workbook.source(of: chart, in: own) else { return nil }
        self.chart = chart
        table = source.table
        firstRow = source.firstRow
        language = workbook.report.language
        prefix = source.sheet == sheet ? "" : "\(source.sheet.quoted)!"
    }

    /// The columns that the figures take.
    var width: Int { chart.series.count + 1 }

    /// Writes the figures from `corner`; returns the chart that draws them, in its size.
    func drawn(at corner: CellAddress, width: Int, height: Int, into sheet: inout Sheet) throws -> Chart {
        let series = try write(at: corner, into: &sheet)
        var drawn = Chart(
            chart.kind.drawn, title: chart.title, alternativeText: chart.alternativeText, series: series)
        let isSmall = chart.size == .small
        let isStrip = !isSmall && height < ChartPlaces.stripBelow
        if isStrip { drawn.title += " (\(chart.valueTitle))" }
        // A title that says “by area” needs no “Area” below.
        let isSaid = chart.title.lowercased().contains(chart.categoryTitle.lowercased())
        drawn.categoryTitle = isSmall || isStrip || isSaid ? "" : chart.categoryTitle
        drawn.valueTitle = isStrip ? "" : chart.valueTitle
        drawn.valueFormat = valueFormat
        drawn.valueMinimum = hasNegative ? nil : 0
        drawn.legend = chart.series.count > 1 ? (isStrip ? .right : .bottom) : .none
        drawn.width = max(120, width)
        drawn.height = max(120, height)
        drawn.gap = chart.kind == .line ? nil : 60
        drawn.readsDownward = chart.kind == .bar
        // A page may be drawn a little smaller, and its charts with it.
        drawn.fontSize = 10
        drawn.titleFontSize = isSmall || isStrip ? 10 : 12
        return drawn
    }

    private func write(at corner: CellAddress, into sheet: inout Sheet) throws -> [Chart.Series] {
        let rows = chart.rows.filter(table.rows.indices.contains)
        try sheet.write(.text(chart.categoryTitle), at: corner, AnnexStyle.aside)
        for (offset, series) in chart.series.enumerated() {
            let address = CellAddress(row: corner.row, column: corner.column + 1 + offset)
            try sheet.write(.text(name(of: series)), at: address, AnnexStyle.aside)
        }
        var names: [String] = []
        var numbers = [[Double?]](repeating: [], count: chart.series.count)
        for (offset, row) in rows.enumerated() {
            let whole = table.rows[row].cells[chart.categoryColumn].text(in: language)
            // `10` of `Tháng 10`: under a small chart there is no room for the word.
            let isShort = chart.size == .small
            var name = isShort ? whole.split(separator: " ").last.map(String.init) ?? whole : whole
            if chart.barColumn != nil, let mark = mark(of: row) { name += " (\(mark))" }
            let start = CellAddress(row: corner.row + 1 + offset, column: corner.column)
            try sheet.write(.text(name), at: start, AnnexStyle.aside)
            names.append(name)
            for (position, series) in chart.series.enumerated() {
                let figure = figure(in: row, series.column)
                numbers[position].append(figure?.number)
                guard let (value, _, format) = figure else { continue }
                let address = CellAddress(row: start.row, column: start.column + 1 + position)
                try sheet.write(value, at: address, AnnexStyle.aside.with { $0.numberFormat = format })
            }
        }
        let below = corner.row + 1...corner.row + max(rows.count, 1)
        let categories = SheetRange(sheet.name, CellRange(rows: below, columns: corner.column...corner.column))
        return chart.series.enumerated().map { offset, series in
            let column = corner.column + 1 + offset
            let values = SheetRange(sheet.name, CellRange(rows: below, columns: column...column))
            var drawn = Chart.Series(
                name(of: chart.series[offset]), categories: categories, values: values,
                colour: ChartFigures.colour(offset))
            if !rows.isEmpty { (drawn.cachedCategories, drawn.cachedValues) = (names, numbers[offset]) }
            drawn.hollowPoints = Set(
                rows.indices.filter { table.rows[rows[$0]].cells[series.column].figure?.isProvisional == true })
            drawn.isDashed = chart.kind == .line && offset > 0
            drawn.hasMarkers = chart.kind == .line
            return drawn
        }
    }

    /// What stands in an area's row in the place of numbers, where it has none: no bar there is no zero.
    private func mark(of row: Int) -> String? {
        guard let first = chart.series.first, chart.series.allSatisfy({ figure(in: row, $0.column) == nil }) else {
            return nil
        }
        let mark = table.rows[row].cells[first.column].text(in: language)
        return mark.isEmpty ? nil : mark
    }

    /// A series of which nothing is known says so in the legend.
    private func name(of series: Table.Chart.Series) -> String {
        let isKnown = chart.rows.contains { row in
            table.rows.indices.contains(row) && table.rows[row].cells[series.column].figure?.amount != nil
        }
        return isKnown ? series.name : series.name + (language == .vi ? " (chưa có số liệu)" : " (no figures)")
    }

    private func figure(in row: Int, _ column: Int) -> (value: CellValue, number: Double, format: String)? {
        let surroundings = CellDrawing.Surroundings(language: language, sheets: [:]) { _, _ in nil }
        let drawing = CellDrawing(table.rows[row].cells[column], table.manner(of: column).plain, surroundings)
        guard case .number(let number) = drawing.value else { return nil }
        let address = CellAddress(row: firstRow + row, column: column)
        return (.formula("\(prefix)\(address)", .number(number)), number, drawing.look.number?.text ?? "General")
    }

    private var valueFormat: String {
        for row in chart.rows where table.rows.indices.contains(row) {
            let column = chart.series[0].column
            if case .percentage = table.rows[row].cells[column], !table.manner(of: column).namesPercent { return "0%" }
        }
        return "#,##0"
    }

    private var hasNegative: Bool {
        chart.rows.contains { row in
            table.rows.indices.contains(row)
                && chart.series.contains { (table.rows[row].cells[$0.column].figure?.amount?.double ?? 0) < 0 }
        }
    }

    /// Dark, light, grey: the first two are at least three times as light as one another and as paper, in grey too.
    static func colour(_ index: Int) -> Colour {
        let colours = [Colour(0x16324F), Colour(0x6C96C4), Colour(0xBFBFBF), Colour(0xC55A11)]
        return colours[index % colours.count]
    }
}

extension Table.Chart.Kind {
    fileprivate var drawn: Chart.Kind {
        switch self {
        case .column: .column
        case .stackedColumn: .columnStacked
        case .bar: .bar
        case .line: .line
        }
    }
}
