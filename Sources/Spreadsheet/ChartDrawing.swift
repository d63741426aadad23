import CXlsxWriter

extension Sheet {
    /// Puts a chart over the sheet, its upper left corner in a cell.
    package mutating func insert(
        _ chart: Chart, at address: CellAddress, right: Int = 0, down: Int = 0
    ) throws(SpreadsheetError) {
        let operation = "insert the chart “\(chart.title)” into \(name.quoted)!\(address)"
        let (row, column) = try place(address, operation)
        try require(
            (50...4000).contains(chart.width) && (50...4000).contains(chart.height), operation,
            "\(chart.width)×\(chart.height) pixels")
        try require((0...4000).contains(right) && (0...4000).contains(down), operation, "moved by \(right), \(down)")
        try require(!chart.series.isEmpty, operation, "a chart without a series")
        try require(!chart.alternativeText.isEmpty, operation, "a chart without an alternative text")
        let drawing = ChartDrawing(
            chart, try present(workbook_add_chart(state.workbook, chart.kind.stored), operation), operation)
        try drawing.draw(state)
        let arena = TextArena()
        var options = lxw_chart_options()
        // The library's own size is 480 by 288.
        options.x_scale = Double(chart.width) / 480
        options.y_scale = Double(chart.height) / 288
        options.x_offset = Int32(right)
        options.y_offset = Int32(down)
        options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
        options.description = arena.copy(CleanText.line(chart.alternativeText))
        let status = withExtendedLifetime(arena) {
            worksheet_insert_chart_opt(raw, row, column, drawing.raw, &options)
        }
        try check(status, operation)
    }
}

/// Hands one chart to the library.
private struct ChartDrawing {
    let raw: UnsafeMutablePointer<lxw_chart>
    private let chart: Chart
    private let operation: String

    init(_ chart: Chart, _ raw: UnsafeMutablePointer<lxw_chart>, _ operation: String) {
        self.chart = chart
        self.raw = raw
        self.operation = operation
    }

    func draw(_ state: BookState) throws(SpreadsheetError) {
        for series in chart.series { try add(series, state) }
        if chart.title.isEmpty {
            chart_title_off(raw)
        } else {
            chart_title_set_name(raw, CleanText.clean(chart.title))
            withFont(chart.titleFontSize, bold: true) { chart_title_set_name_font(raw, &$0) }
        }
        chart_legend_set_position(raw, chart.legend.stored)
        withFont(chart.fontSize) { chart_legend_set_font(raw, &$0) }
        if let gap = chart.gap {
            try require((0...500).contains(gap), operation, "a gap of \(gap) %")
            chart_set_series_gap(raw, UInt16(gap))
        }
        if chart.kind == .doughnut, let size = chart.holeSize {
            try require((10...90).contains(size), operation, "a hole of \(size) %")
            chart_set_hole_size(raw, UInt8(size))
        }
        try drawAxes()
    }

    private func drawAxes() throws(SpreadsheetError) {
        guard chart.kind.hasAxes, let across = raw.pointee.x_axis, let upright = raw.pointee.y_axis else { return }
        // The library names the axes of a bar chart by where they are drawn, and those of all others by what they show.
        let (categories, values) = chart.kind.isBar ? (upright, across) : (across, upright)
        for (axis, title) in [(categories, chart.categoryTitle), (values, chart.valueTitle)] {
            if !title.isEmpty {
                chart_axis_set_name(axis, CleanText.clean(title))
                withFont(chart.fontSize) { chart_axis_set_name_font(axis, &$0) }
            }
            withFont(chart.fontSize) { chart_axis_set_num_font(axis, &$0) }
        }
        chart_axis_set_num_format(values, CleanText.line(chart.valueFormat))
        if let minimum = chart.valueMinimum {
            try require(minimum.isFinite, operation, "an axis from \(minimum)")
            chart_axis_set_min(values, minimum)
        }
        if chart.readsDownward {
            chart_axis_set_reverse(categories)
            chart_axis_set_crossing_max(categories)
        }
        var grid = lxw_chart_line()
        grid.color = Colour(0xD9D9D9).stored
        grid.width = 0.5
        chart_axis_major_gridlines_set_line(values, &grid)
    }

    private func add(_ series: Chart.Series, _ state: BookState) throws(SpreadsheetError) {
        for range in [series.categories, series.values] {
            try require(
                range.range.isInSheet && (range.range.rows.count == 1 || range.range.columns.count == 1), operation,
                "\(range.range) is not a row or a column of cells")
            state.refer(to: range.sheet, operation)
        }
        let stored = try present(chart_add_series(raw, nil, nil), operation)
        let categories = series.categories.range
        chart_series_set_categories(
            stored, series.categories.sheet.text, UInt32(categories.first.row), UInt16(categories.first.column),
            UInt32(categories.last.row), UInt16(categories.last.column))
        let values = series.values.range
        chart_series_set_values(
            stored, series.values.sheet.text, UInt32(values.first.row), UInt16(values.first.column),
            UInt32(values.last.row), UInt16(values.last.column))
        try ChartCache(series).fill(stored, operation)
        // The library takes a name with “=” in front for a formula.
        let name = CleanText.line(series.name)
        chart_series_set_name(stored, name.hasPrefix("=") ? " " + name : name)
        colour(stored, series)
        try hollowPoints(of: stored, series)
        try colourPoints(of: stored, series)
        label(stored, series)
    }

    private func colour(_ stored: UnsafeMutablePointer<lxw_chart_series>, _ series: Chart.Series) {
        if chart.kind == .line {
            var line = lxw_chart_line()
            line.color = (series.colour ?? .black).stored
            line.width = 2
            if series.isDashed { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
            chart_series_set_line(stored, &line)
            if series.hasMarkers {
                var fill = lxw_chart_fill()
                fill.color = line.color
                chart_series_set_marker_type(stored, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
                chart_series_set_marker_size(stored, 5)
                chart_series_set_marker_fill(stored, &fill)
                chart_series_set_marker_line(stored, &line)
            }
        } else if let colour = series.colour {
            var fill = lxw_chart_fill()
            fill.color = colour.stored
            chart_series_set_fill(stored, &fill)
        }
    }

    /// Draws single values as an outline on white: what is provisional is seen so on a grey print too.
    private func hollowPoints(
        of stored: UnsafeMutablePointer<lxw_chart_series>, _ series: Chart.Series
    ) throws(SpreadsheetError) {
        guard let last = series.hollowPoints.max(), series.pointColours.isEmpty else { return }
        var fill = lxw_chart_fill()
        fill.color = Colour.white.stored
        var line = lxw_chart_line()
        line.color = (series.colour ?? .black).stored
        line.width = 1.25
        var points = [lxw_chart_point](repeating: lxw_chart_point(), count: last + 1)
        let status = withUnsafeMutablePointer(to: &fill) { fill in
            withUnsafeMutablePointer(to: &line) { line in
                points.withUnsafeMutableBufferPointer { points in
                    var pointers: [UnsafeMutablePointer<lxw_chart_point>?] = []
                    for index in points.indices {
                        if series.hollowPoints.contains(index) {
                            (points[index].fill, points[index].line) = (fill, line)
                        }
                        pointers.append(points.baseAddress.map { $0 + index })
                    }
                    pointers.append(nil)
                    return chart_series_set_points(stored, &pointers)
                }
            }
        }
        try check(status, operation)
    }

    /// The list of points ends at its first nil, so a point that keeps its colour is an empty one.
    private func colourPoints(
        of stored: UnsafeMutablePointer<lxw_chart_series>, _ series: Chart.Series
    ) throws(SpreadsheetError) {
        guard !series.pointColours.isEmpty else { return }
        var fills = series.pointColours.map { colour in
            var fill = lxw_chart_fill()
            fill.color = (colour ?? .black).stored
            return fill
        }
        var points = [lxw_chart_point](repeating: lxw_chart_point(), count: fills.count)
        let status = fills.withUnsafeMutableBufferPointer { fills in
            points.withUnsafeMutableBufferPointer { points in
                var pointers: [UnsafeMutablePointer<lxw_chart_point>?] = []
                for index in points.indices {
                    if series.pointColours[index] != nil { points[index].fill = fills.baseAddress.map { $0 + index } }
                    pointers.append(points.baseAddress.map { $0 + index })
                }
                pointers.append(nil)
                return chart_series_set_points(stored, &pointers)
            }
        }
        try check(status, operation)
    }

    private func label(_ stored: UnsafeMutablePointer<lxw_chart_series>, _ series: Chart.Series) {
        switch series.labels {
        case .none:
            return
        case .values:
            chart_series_set_labels(stored)
            chart_series_set_labels_num_format(stored, CleanText.line(chart.valueFormat))
        case .percentages:
            chart_series_set_labels_options(stored, 0, 0, 0)
            chart_series_set_labels_percentage(stored)
        }
        withFont(chart.fontSize) { chart_series_set_labels_font(stored, &$0) }
    }

    private func withFont(_ size: Double, bold: Bool = false, _ body: (inout lxw_chart_font) -> Void) {
        let arena = TextArena()
        var font = lxw_chart_font()
        font.name = arena.copy(CellFormat().fontName)
        font.size = size
        // The library draws axis titles bold unless told that they are not.
        font.bold = UInt8(bold ? LXW_TRUE.rawValue : LXW_EXPLICIT_FALSE.rawValue)
        withExtendedLifetime(arena) { body(&font) }
    }
}

extension Chart.Kind {
    fileprivate var hasAxes: Bool { self != .pie && self != .doughnut }

    fileprivate var isBar: Bool { self == .bar || self == .barStacked || self == .barStackedPercent }

    fileprivate var stored: UInt8 {
        let type =
            switch self {
            case .column: LXW_CHART_COLUMN
            case .columnStacked: LXW_CHART_COLUMN_STACKED
            case .columnStackedPercent: LXW_CHART_COLUMN_STACKED_PERCENT
            case .bar: LXW_CHART_BAR
            case .barStacked: LXW_CHART_BAR_STACKED
            case .barStackedPercent: LXW_CHART_BAR_STACKED_PERCENT
            case .line: LXW_CHART_LINE
            case .pie: LXW_CHART_PIE
            case .doughnut: LXW_CHART_DOUGHNUT
            }
        return UInt8(type.rawValue)
    }
}

extension Chart.Legend {
    fileprivate var stored: UInt8 {
        let position =
            switch self {
            case .none: LXW_CHART_LEGEND_NONE
            case .top: LXW_CHART_LEGEND_TOP
            case .right: LXW_CHART_LEGEND_RIGHT
            case .bottom: LXW_CHART_LEGEND_BOTTOM
            }
        return UInt8(position.rawValue)
    }
}
