import Domain
import Reporting

/// Charts side by side, and the height that they get in pixels.
struct ChartBand {
    let charts: [Table.Chart]
    let height: Int
}

/// Which charts of a table stand below it, and which go to a sheet of their own.
struct ChartPlaces {
    private let annex: AnnexSheet

    /// A whole chart lower than this has its legend beside it and no titles of axes.
    static let stripBelow = 200
    /// Lower than this, nothing is seen in it.
    private static let stripLeast = 136

    /// The height of a row under a chart, in points and in pixels.
    static let rowPoints = 15.0
    static let rowPixels = 20
    /// Points above a chart.
    static let gapPoints = 10.0
    /// Pixels between a chart and the rows below it.
    static let margin = 4

    init(_ annex: AnnexSheet) {
        self.annex = annex
    }

    /// Small charts in bands of three, the others each in a band.
    static func bands(of charts: [Table.Chart]) -> [[Table.Chart]] {
        let small = charts.filter { $0.size == .small }
        let bands = stride(from: 0, to: small.count, by: 3).map { Array(small[$0..<min($0 + 3, small.count)]) }
        return bands + charts.filter { $0.size == .whole }.map { [$0] }
    }

    /// Fills the points that the table leaves of its last page; what would become too flat goes elsewhere.
    func split(room: Double) -> (here: [ChartBand], elsewhere: [Table.Chart]) {
        var left = room
        var here: [ChartBand] = []
        var elsewhere: [Table.Chart] = []
        for charts in ChartPlaces.bands(of: annex.table.charts.filter(hasNumber)) {
            let wanted = charts.map(wantedHeight).max() ?? 0
            let height = min(wanted, ChartPlaces.pixels(in: left))
            let isUpright = annex.columns.orientation == .portrait
            let flattest = charts[0].size == .small ? 130 : isUpright ? ChartPlaces.stripBelow : ChartPlaces.stripLeast
            if elsewhere.isEmpty, height >= flattest {
                here.append(ChartBand(charts: charts, height: height))
                left -= ChartPlaces.gapPoints + Double(ChartPlaces.rowCount(height)) * ChartPlaces.rowPoints
            } else {
                elsewhere += charts
            }
        }
        return (here, elsewhere)
    }

    /// How tall a chart may be in a room of points, with the gap above it and whole rows under it.
    static func pixels(in points: Double) -> Int {
        max(0, Int(((points - gapPoints) / rowPoints).rounded(.down))) * rowPixels - margin
    }

    /// How many rows a chart covers.
    static func rowCount(_ height: Int) -> Int { (height + margin + rowPixels - 1) / rowPixels }

    private func hasNumber(_ chart: Table.Chart) -> Bool {
        guard let rows = annex.workbook.source(of: chart, in: annex.table)?.table.rows else { return false }
        return chart.rows.contains { row in
            rows.indices.contains(row) && chart.series.contains { rows[row].cells[$0.column].figure?.amount != nil }
        }
    }

    private func wantedHeight(_ chart: Table.Chart) -> Int {
        guard chart.size == .whole else { return 240 }
        let metrics = TextMetrics(fontSize: 10)
        let names = chart.rows.map {
            annex.table.rows[$0].cells[chart.categoryColumn].text(in: annex.language)
        }
        let widest = names.map { metrics.width($0) }.max() ?? 0
        // Names that do not fit side by side are turned, and take room from the figures.
        let isTurned =
            chart.kind != .bar && widest * 0.6 * Double(names.count) > annex.columns.total * 0.85
        let wanted =
            chart.kind == .bar
            ? 110 + 22 * names.count * max(1, chart.series.count) : 320 + (isTurned ? Int(widest) : 0)
        return min(max(wanted, 260), 420)
    }
}
