import Reporting
import Spreadsheet

extension AnnexSheet {
    /// Draws bands of charts below the table, each band as wide as it; returns the rows that each covers.
    mutating func drawCharts(_ bands: [ChartBand], into sheet: inout Sheet) throws -> [ClosedRange<Int>] {
        var covered: [ClosedRange<Int>] = []
        var asideColumn = lastColumn + 2
        for band in bands {
            try rows.add(ChartPlaces.gapPoints, to: &sheet)
            let first = rows.count
            let width = Int(columns.total) / (band.charts[0].size == .small ? 3 : 1)
            for (position, chart) in band.charts.enumerated() {
                guard let figures = ChartFigures(chart, of: table, on: sheet.name, in: workbook) else { continue }
                let aside = CellAddress(row: first, column: asideColumn)
                let drawn = try figures.drawn(at: aside, width: width - 6, height: band.height, into: &sheet)
                asideColumn += figures.width + 1
                try sheet.insert(
                    drawn, at: CellAddress(row: first, column: 0), right: 2 + position * width, down: 2)
            }
            for _ in 0..<ChartPlaces.rowCount(band.height) { try rows.add(ChartPlaces.rowPoints, to: &sheet) }
            covered.append(first - 1...rows.count - 1)
        }
        return covered
    }
}
