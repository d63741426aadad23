import Domain
import Reporting
import Spreadsheet

extension AnnexSheet {
    /// The height of a row under a chart, in points and in pixels.
    private static let rowPoints = 15.0
    private static let rowPixels = 20

    /// Draws the charts one below the other, each as wide as the table; returns the rows that each covers.
    mutating func drawCharts(into sheet: inout Sheet, _ pages: SheetPages) throws -> [ClosedRange<Int>] {
        var covered: [ClosedRange<Int>] = []
        var asideColumn = lastColumn + 2
        for chart in table.charts where !chart.rows.isEmpty && !chart.series.isEmpty {
            try rows.add(10, to: &sheet)
            let height = height(of: chart, pages, isFirst: covered.isEmpty)
            let first = rows.count
            let aside = CellAddress(row: first, column: asideColumn)
            let series = try drawFigures(of: chart, at: aside, into: &sheet)
            asideColumn += chart.series.count + 2
            try sheet.insert(
                drawn(chart, series, height), at: CellAddress(row: first, column: 0), right: 2, down: 2)
            for _ in 0..<(height + 4 + AnnexSheet.rowPixels - 1) / AnnexSheet.rowPixels {
                try rows.add(AnnexSheet.rowPoints, to: &sheet)
            }
            covered.append(first...rows.count - 1)
        }
        return covered
    }

    /// Pixels: what the chart wants, somewhat less where the page then holds it, and more on a page of its own.
    private func height(of chart: Table.Chart, _ pages: SheetPages, isFirst: Bool) -> Int {
        let metrics = TextMetrics(fontSize: 10)
        let names = chart.rows.map { table.rows[$0].cells[chart.categoryColumn].text(in: language) }
        let widest = names.map { metrics.width($0) }.max() ?? 0
        // Names that do not fit side by side are turned, and take room from the figures.
        let isTurned = chart.kind != .bar && widest * 0.6 * Double(names.count) > columns.total * 0.85
        let wanted =
            chart.kind == .bar
            ? 110 + 22 * names.count * max(1, chart.series.count) : 300 + (isTurned ? Int(widest) : 0)
        let clipped = min(max(wanted, 240), 900)
        let left = isFirst ? AnnexSheet.pixels(pages.room(after: rows)) : 0
        if left >= clipped * 6 / 10 { return min(clipped, left) }
        return max(240, min(max(clipped, Int(columns.total / 2)), AnnexSheet.pixels(pages.roomOfNewPage(rows))))
    }

    /// Pixels of a chart in a room of points, with the space above and below it.
    private static func pixels(_ points: Double) -> Int { max(0, Int(points * 96 / 72) - rowPixels - 4) }

    private func drawn(_ chart: Table.Chart, _ series: [Chart.Series], _ height: Int) -> Chart {
        var drawn = Chart(
            chart.kind.drawn, title: chart.title, alternativeText: chart.alternativeText, series: series)
        drawn.categoryTitle = chart.categoryTitle
        drawn.valueTitle = chart.valueTitle
        drawn.valueFormat = valueFormat(of: chart)
        drawn.valueMinimum = hasNegative(chart) ? nil : 0
        drawn.legend = chart.series.count > 1 ? .bottom : .none
        drawn.width = max(200, Int(columns.total) - 6)
        drawn.height = height
        drawn.gap = chart.kind == .line ? nil : 60
        drawn.readsDownward = chart.kind == .bar
        drawn.fontSize = 10
        drawn.titleFontSize = 12
        return drawn
    }

    /// Writes the figures that the chart draws beside the page, as formulas over the table's cells.
    ///
    /// A chart takes one run of cells, leaves out folded rows and draws a mark as zero; here rows follow each other,
    /// and nothing stands where there is no number.
    private func drawFigures(
        of chart: Table.Chart, at corner: CellAddress, into sheet: inout Sheet
    ) throws -> [Chart.Series] {
        try sheet.write(.text(chart.categoryTitle), at: corner, AnnexStyle.aside)
        for (offset, series) in chart.series.enumerated() {
            let address = CellAddress(row: corner.row, column: corner.column + 1 + offset)
            try sheet.write(.text(series.name), at: address, AnnexStyle.aside)
        }
        for (offset, row) in chart.rows.enumerated() where table.rows.indices.contains(row) {
            let name = table.rows[row].cells[chart.categoryColumn].text(in: language)
            let start = CellAddress(row: corner.row + 1 + offset, column: corner.column)
            try sheet.write(.text(name), at: start, AnnexStyle.aside)
            for (position, series) in chart.series.enumerated() {
                guard let (value, format) = figure(in: row, series.column) else { continue }
                let address = CellAddress(row: start.row, column: start.column + 1 + position)
                try sheet.write(value, at: address, AnnexStyle.aside.with { $0.numberFormat = format })
            }
        }
        let below = corner.row + 1...corner.row + chart.rows.count
        let categories = SheetRange(sheet.name, CellRange(rows: below, columns: corner.column...corner.column))
        return chart.series.enumerated().map { offset, series in
            let column = corner.column + 1 + offset
            let values = SheetRange(sheet.name, CellRange(rows: below, columns: column...column))
            var drawn = Chart.Series(
                series.name, categories: categories, values: values, colour: AnnexSheet.colour(offset, chart.kind))
            drawn.isDashed = chart.kind == .line && offset > 0
            drawn.hasMarkers = chart.kind == .line
            return drawn
        }
    }

    private func figure(in row: Int, _ column: Int) -> (CellValue, String)? {
        let surroundings = CellDrawing.Surroundings(language: language, sheets: [:]) { _, _ in nil }
        let drawing = CellDrawing(table.rows[row].cells[column], .number, surroundings)
        guard case .number(let number) = drawing.value else { return nil }
        let address = CellAddress(row: bodyFirstRow + row, column: column)
        return (.formula(address.description, .number(number)), drawing.numberFormat ?? "General")
    }

    private func valueFormat(of chart: Table.Chart) -> String {
        for row in chart.rows where table.rows.indices.contains(row) {
            if case .percentage = table.rows[row].cells[chart.series[0].column] { return "0%" }
        }
        return "#,##0"
    }

    private func hasNegative(_ chart: Table.Chart) -> Bool {
        chart.rows.contains { row in
            chart.series.contains { (table.rows[row].cells[$0.column].figure?.amount?.double ?? 0) < 0 }
        }
    }

    /// Dark, light, grey: they differ on a grey print too.
    private static func colour(_ index: Int, _ kind: Table.Chart.Kind) -> Colour {
        let lines = [Colour(0x1F4E79), Colour(0xC55A11), Colour(0x7F7F7F), Colour(0x548235)]
        let fills = [Colour(0x1F4E79), Colour(0x9DC3E6), Colour(0xBFBFBF), Colour(0xF4B183)]
        return (kind == .line ? lines : fills)[index % 4]
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
