import CXlsxWriter

/// What makes the eye find a cell. Never the only carrier of a meaning: on paper and to some eyes it is not there.
package enum ConditionalRule: Hashable, Sendable {
    package enum Icons: Hashable, Sendable { case arrows, greyArrows, flags, trafficLights, symbols }
    package enum Comparison: Hashable, Sendable { case equal, notEqual, greater, greaterOrEqual, less, lessOrEqual }

    /// A bar in the cell, as long as its number is large.
    case dataBar(Colour)
    /// A fill between colours, from the lowest number to the highest.
    case scale(low: Colour, middle: Colour?, high: Colour)
    /// One of three icons, by thirds.
    case icons(Icons, reversed: Bool)
    /// A format for numbers that compare so.
    case number(Comparison, Double, CellFormat)
    /// A format for exactly this text.
    case text(String, CellFormat)
    /// A format for texts that contain this one.
    case containing(String, CellFormat)
    /// A format where a formula, written for the first cell, is true.
    case formula(String, CellFormat)
    /// A format for cells with nothing in them.
    case blank(CellFormat)
}

extension Sheet {
    /// Lays a rule over a range.
    package mutating func highlight(_ range: CellRange, _ rule: ConditionalRule) throws(SpreadsheetError) {
        let operation = "highlight \(name.quoted)!\(range)"
        try require(range.isInSheet, operation, "no such cells")
        let (row, column) = try place(range.first, operation)
        let (lastRow, lastColumn) = try place(range.last, operation)
        let arena = TextArena()
        var stored = try options(of: rule, from: range.first, arena, operation)
        let status = withExtendedLifetime(arena) {
            worksheet_conditional_format_range(raw, row, column, lastRow, lastColumn, &stored)
        }
        try check(status, operation)
    }

    /// What the library calls a rule. For texts and blank cells it has rules of its own, whose formulas speak of the
    /// last column where they should speak of the first; so those are written as formulas here.
    private func options(
        of rule: ConditionalRule, from first: CellAddress, _ arena: TextArena, _ operation: String
    ) throws(SpreadsheetError) -> lxw_conditional_format {
        var stored = lxw_conditional_format()
        func be(_ type: lxw_conditional_format_types, _ criteria: lxw_conditional_criteria? = nil) {
            stored.type = UInt8(type.rawValue)
            stored.criteria = UInt8(criteria?.rawValue ?? 0)
        }
        func draw(_ format: CellFormat) throws(SpreadsheetError) {
            stored.format = try state.formats.rulePointer(for: format)
        }
        func decide(_ formula: String, _ format: CellFormat) throws(SpreadsheetError) {
            be(LXW_CONDITIONAL_TYPE_FORMULA)
            let line = CleanText.line(formula)
            stored.value_string = arena.copy(line.hasPrefix("=") ? line : "=" + line)
            try draw(format)
        }
        switch rule {
        case .dataBar(let colour):
            be(LXW_CONDITIONAL_DATA_BAR)
            stored.bar_color = colour.stored
            stored.data_bar_2010 = 1
            stored.bar_solid = 1
            stored.bar_no_border = 1
        case .scale(let low, let middle, let high):
            be(middle == nil ? LXW_CONDITIONAL_2_COLOR_SCALE : LXW_CONDITIONAL_3_COLOR_SCALE)
            stored.min_color = low.stored
            if let middle { stored.mid_color = middle.stored }
            stored.max_color = high.stored
        case .icons(let icons, let reversed):
            be(LXW_CONDITIONAL_TYPE_ICON_SETS)
            stored.icon_style = icons.stored
            stored.reverse_icons = reversed ? 1 : 0
        case .number(let comparison, let number, let format):
            try require(number.isFinite, operation, "\(number) is not a number")
            be(LXW_CONDITIONAL_TYPE_CELL, comparison.stored)
            stored.value = number
            try draw(format)
        case .text(let text, let format):
            be(LXW_CONDITIONAL_TYPE_CELL, LXW_CONDITIONAL_CRITERIA_EQUAL_TO)
            stored.value_string = arena.copy(Self.literal(text))
            try draw(format)
        case .containing(let text, let format):
            let wild = text.map { "~*?".contains($0) ? "~\($0)" : String($0) }.joined()
            try decide("ISNUMBER(SEARCH(\(Self.literal(wild)),\(first)))", format)
        case .formula(let formula, let format):
            try decide(formula, format)
        case .blank(let format):
            try decide("LEN(TRIM(\(first)))=0", format)
        }
        return stored
    }

    /// A text as a formula writes it.
    private static func literal(_ text: String) -> String {
        let parts = CleanText.line(text).split(separator: "\"", omittingEmptySubsequences: false)
        return "\"" + parts.joined(separator: "\"\"") + "\""
    }
}

extension ConditionalRule.Icons {
    fileprivate var stored: UInt8 {
        let style =
            switch self {
            case .arrows: LXW_CONDITIONAL_ICONS_3_ARROWS_COLORED
            case .greyArrows: LXW_CONDITIONAL_ICONS_3_ARROWS_GRAY
            case .flags: LXW_CONDITIONAL_ICONS_3_FLAGS
            case .trafficLights: LXW_CONDITIONAL_ICONS_3_TRAFFIC_LIGHTS_UNRIMMED
            case .symbols: LXW_CONDITIONAL_ICONS_3_SYMBOLS_CIRCLED
            }
        return UInt8(style.rawValue)
    }
}

extension ConditionalRule.Comparison {
    fileprivate var stored: lxw_conditional_criteria {
        switch self {
        case .equal: LXW_CONDITIONAL_CRITERIA_EQUAL_TO
        case .notEqual: LXW_CONDITIONAL_CRITERIA_NOT_EQUAL_TO
        case .greater: LXW_CONDITIONAL_CRITERIA_GREATER_THAN
        case .greaterOrEqual: LXW_CONDITIONAL_CRITERIA_GREATER_THAN_OR_EQUAL_TO
        case .less: LXW_CONDITIONAL_CRITERIA_LESS_THAN
        case .lessOrEqual: LXW_CONDITIONAL_CRITERIA_LESS_THAN_OR_EQUAL_TO
        }
    }
}
