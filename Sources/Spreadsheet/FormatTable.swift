import CXlsxWriter

/// A format that a workbook has, so that it is looked for once and not for each cell. It means nothing in another workbook.
package struct PreparedFormat: Hashable, Sendable {
    fileprivate let number: Int
}

/// The formats of one workbook, each made once in the C library, which owns them.
struct FormatTable {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var made: [UnsafeMutablePointer<lxw_format>] = []
    private var prepared: [CellFormat: PreparedFormat] = [:]
    private var madeForRules: [CellFormat: UnsafeMutablePointer<lxw_format>] = [:]

    /// Readers count columns in digits of the first format's font, so that one gets our font too.
    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
        self.workbook = workbook
        guard let first = workbook.pointee.formats?.pointee.stqh_first else { return }
        let plain = CellFormat()
        format_set_font_name(first, plain.fontName)
        format_set_font_size(first, plain.fontSize)
    }

    /// A format that is made unless there is one.
    mutating func prepare(_ format: CellFormat) throws(SpreadsheetError) -> PreparedFormat {
        if let known = prepared[format] { return known }
        let fresh = PreparedFormat(number: made.count)
        made.append(try make(format))
        prepared[format] = fresh
        return fresh
    }

    /// The library's format for a cell.
    func pointer(for format: PreparedFormat) -> UnsafeMutablePointer<lxw_format> { made[format.number] }

    mutating func pointer(for format: CellFormat) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_format> {
        let prepared = try prepare(format)
        return pointer(for: prepared)
    }

    /// The library's format for a conditional rule, which it numbers apart.
    mutating func rulePointer(for format: CellFormat) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_format> {
        if let known = madeForRules[format] { return known }
        let pointer = try present(workbook_add_format(workbook), "add a format")
        Self.setFont(of: pointer, format)
        Self.setFill(of: pointer, format)
        Self.setBorders(of: pointer, format.borders)
        madeForRules[format] = pointer
        return pointer
    }

    private func make(_ format: CellFormat) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_format> {
        // The library copies both names into 128 bytes, and cuts what is longer without a word.
        for name in [format.fontName, format.numberFormat] {
            try require(
                (1...127).contains(name.utf8.count) && CleanText.line(name) == name, "make a format",
                "“\(name)” is not a name of 1 to 127 bytes")
        }
        try require(format.fontSize >= 1 && format.fontSize <= 409, "make a format", "font size \(format.fontSize)")
        try require((0...15).contains(format.indent), "make a format", "indent \(format.indent)")
        try require((-90...90).contains(format.rotation), "make a format", "rotation \(format.rotation)")
        let pointer = try present(workbook_add_format(workbook), "add a format")
        format_set_font_name(pointer, format.fontName)
        format_set_font_size(pointer, format.fontSize)
        Self.setFont(of: pointer, format)
        Self.setFill(of: pointer, format)
        Self.setBorders(of: pointer, format.borders)
        Self.setAlignment(of: pointer, format)
        if format.numberFormat != "General" { format_set_num_format(pointer, format.numberFormat) }
        if format.keepsText { format_set_reading_order(pointer, PackageAmendment.textReadingOrder) }
        return pointer
    }

    private static func setFont(of pointer: UnsafeMutablePointer<lxw_format>, _ format: CellFormat) {
        if format.bold { format_set_bold(pointer) }
        if format.italic { format_set_italic(pointer) }
        if format.underlined { format_set_underline(pointer, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
        if let colour = format.colour { format_set_font_color(pointer, colour.stored) }
    }

    private static func setFill(of pointer: UnsafeMutablePointer<lxw_format>, _ format: CellFormat) {
        guard let fill = format.fill else { return }
        format_set_pattern(pointer, UInt8(LXW_PATTERN_SOLID.rawValue))
        format_set_bg_color(pointer, fill.stored)
    }

    private static func setBorders(of pointer: UnsafeMutablePointer<lxw_format>, _ borders: Borders) {
        format_set_top(pointer, borders.top.stored)
        format_set_bottom(pointer, borders.bottom.stored)
        format_set_left(pointer, borders.left.stored)
        format_set_right(pointer, borders.right.stored)
        if let colour = borders.colour { format_set_border_color(pointer, colour.stored) }
    }

    private static func setAlignment(of pointer: UnsafeMutablePointer<lxw_format>, _ format: CellFormat) {
        let horizontal: lxw_format_alignments? =
            switch format.horizontal {
            case .general: nil
            case .left: LXW_ALIGN_LEFT
            case .centre: LXW_ALIGN_CENTER
            case .right: LXW_ALIGN_RIGHT
            case .justify: LXW_ALIGN_JUSTIFY
            case .centreAcross: LXW_ALIGN_CENTER_ACROSS
            }
        if let horizontal { format_set_align(pointer, UInt8(horizontal.rawValue)) }
        let vertical: lxw_format_alignments? =
            switch format.vertical {
            case .top: LXW_ALIGN_VERTICAL_TOP
            case .centre: LXW_ALIGN_VERTICAL_CENTER
            case .bottom: nil
            }
        if let vertical { format_set_align(pointer, UInt8(vertical.rawValue)) }
        if format.wraps { format_set_text_wrap(pointer) }
        if format.indent > 0 { format_set_indent(pointer, UInt8(format.indent)) }
        if format.rotation != 0 { format_set_rotation(pointer, Int16(format.rotation)) }
        if format.shrinks { format_set_shrink(pointer) }
    }
}

extension Borders.Line {
    fileprivate var stored: UInt8 {
        let line =
            switch self {
            case .none: LXW_BORDER_NONE
            case .hair: LXW_BORDER_HAIR
            case .dotted: LXW_BORDER_DOTTED
            case .thin: LXW_BORDER_THIN
            case .medium: LXW_BORDER_MEDIUM
            case .thick: LXW_BORDER_THICK
            case .double: LXW_BORDER_DOUBLE
            }
        return UInt8(line.rawValue)
    }
}
