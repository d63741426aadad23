import CXlsxWriter

/// How rows or columns of a sheet stand in its outline.
package struct OutlineLevel: Hashable, Sendable {
    /// 0 for rows that are always seen, up to 7.
    package var level = 0
    /// Whether the row is folded away.
    package var isHidden = false
    /// Whether the rows that belong to this one are folded away.
    package var isCollapsed = false

    package init(level: Int = 0, isHidden: Bool = false, isCollapsed: Bool = false) {
        self.level = level
        self.isHidden = isHidden
        self.isCollapsed = isCollapsed
    }

    fileprivate var stored: lxw_row_col_options {
        var options = lxw_row_col_options()
        options.level = UInt8(clamping: level)
        options.hidden = isHidden ? 1 : 0
        options.collapsed = isCollapsed ? 1 : 0
        return options
    }
}

extension Sheet {
    /// Sets the width of columns, in digits of the plain font.
    package mutating func setColumns(
        _ columns: ClosedRange<Int>, width: Double, outline: OutlineLevel = OutlineLevel(),
        _ format: CellFormat? = nil
    ) throws(SpreadsheetError) {
        let name = name
        func operation() -> String { "set columns \(columns) of \(name.quoted)" }
        let (_, first) = try place(CellAddress(row: 0, column: columns.lowerBound), operation())
        let (_, last) = try place(CellAddress(row: 0, column: columns.upperBound), operation())
        try require(width >= 0 && width <= 255, operation(), "a width of \(width); at most 255")
        try require((0...7).contains(outline.level), operation(), "outline level \(outline.level)")
        var options = outline.stored
        let pointer = try format.map { format throws(SpreadsheetError) in try state.formats.pointer(for: format) }
        try check(worksheet_set_column_opt(raw, first, last, width, pointer, &options), operation())
    }

    /// Sets the height of a row, in points, or leaves it to the reader.
    package mutating func setRow(
        _ row: Int, height: Double? = nil, outline: OutlineLevel = OutlineLevel()
    ) throws(SpreadsheetError) {
        let name = name
        func operation() -> String { "set row \(row + 1) of \(name.quoted)" }
        let (stored, _) = try place(CellAddress(row: row, column: 0), operation())
        let height = height ?? LXW_DEF_ROW_HEIGHT
        try require(height >= 0 && height <= 409, operation(), "a height of \(height); at most 409")
        try require((0...7).contains(outline.level), operation(), "outline level \(outline.level)")
        var options = outline.stored
        try check(worksheet_set_row_opt(raw, stored, height, nil, &options), operation())
    }

    /// Puts the buttons of the outline beside the rows that sum up, which stand above their parts.
    package mutating func putSummariesAbove() {
        worksheet_outline_settings(raw, 1, 0, 1, 0)
    }

    /// Keeps the rows above, and the columns left of, this cell in sight.
    package mutating func freeze(at address: CellAddress) throws(SpreadsheetError) {
        let (row, column) = try place(address, "freeze \(name.quoted)!\(address)")
        worksheet_freeze_panes(raw, row, column)
    }

    /// Puts filter buttons on the first row of a range.
    package mutating func filter(_ range: CellRange) throws(SpreadsheetError) {
        let operation = "filter \(name.quoted)!\(range)"
        try require(range.isInSheet, operation, "no such cells")
        let (row, column) = try place(range.first, operation)
        let (lastRow, lastColumn) = try place(range.last, operation)
        try check(worksheet_autofilter(raw, row, column, lastRow, lastColumn), operation)
    }

    /// Selects a range, as the reader finds it on opening.
    package mutating func select(_ range: CellRange) throws(SpreadsheetError) {
        let operation = "select \(name.quoted)!\(range)"
        try require(range.isInSheet, operation, "no such cells")
        let (row, column) = try place(range.first, operation)
        let (lastRow, lastColumn) = try place(range.last, operation)
        worksheet_set_selection(raw, row, column, lastRow, lastColumn)
    }

    /// Makes this the sheet that is open when the workbook is.
    package mutating func activate() {
        worksheet_activate(raw)
    }

    /// Draws no grid, neither on the screen nor on paper.
    package mutating func hideGrid() {
        worksheet_gridlines(raw, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    }

    /// Colours the sheet's tab.
    package mutating func setTab(_ colour: Colour) {
        worksheet_set_tab_color(raw, colour.stored)
    }

    /// Sets the size on the screen, in percent from 10 to 400.
    package mutating func zoom(to percent: Int) throws(SpreadsheetError) {
        try require((10...400).contains(percent), "zoom \(name.quoted)", "\(percent) %")
        worksheet_set_zoom(raw, UInt16(percent))
    }
}
