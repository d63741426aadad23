/// A colour as red, green and blue: `Colour(0x1F4E79)`.
package struct Colour: Hashable, Sendable {
    /// 24 bits, red in the highest eight.
    package let rgb: UInt32

    package init(_ rgb: UInt32) {
        self.rgb = rgb & 0xFF_FFFF
    }

    package static let black = Colour(0x000000)
    package static let white = Colour(0xFFFFFF)

    /// The library takes 0 for "no colour", and black has a number of its own.
    var stored: UInt32 { rgb == 0 ? 0x100_0000 : rgb }
}

/// How a cell is drawn. Equal formats are one format in the file.
///
/// ```swift
/// let head = CellFormat().with { $0.bold = true; $0.horizontal = .centre; $0.borders = .all(.thin) }
/// ```
package struct CellFormat: Hashable, Sendable {
    package enum Horizontal: Hashable, Sendable { case general, left, centre, right, justify, centreAcross }
    package enum Vertical: Hashable, Sendable { case top, centre, bottom }

    package var fontName = "Times New Roman"
    /// In points.
    package var fontSize = 11.0
    package var bold = false
    package var italic = false
    package var underlined = false
    package var colour: Colour?
    package var fill: Colour?
    package var borders = Borders()
    package var horizontal = Horizontal.general
    package var vertical = Vertical.bottom
    package var wraps = false
    /// In steps of about three characters.
    package var indent = 0
    /// As Excel writes it in its own English notation: `#,##0;-#,##0;-`.
    package var numberFormat = "General"
    /// Whether what a person types into the cell stays text, even `=1+1`.
    package var keepsText = false
    /// Degrees anticlockwise, from −90 to 90.
    package var rotation = 0
    /// Whether a text that is too wide is drawn smaller.
    package var shrinks = false

    package init() {}

    /// This format with some things changed.
    package func with(_ change: (inout CellFormat) -> Void) -> CellFormat {
        var copy = self
        change(&copy)
        return copy
    }
}

/// The four lines around a cell.
package struct Borders: Hashable, Sendable {
    package enum Line: Hashable, Sendable { case none, hair, dotted, thin, medium, thick, double }

    package var top = Line.none
    package var bottom = Line.none
    package var left = Line.none
    package var right = Line.none
    package var colour: Colour?

    package init() {}

    /// The same line on all sides.
    package static func all(_ line: Line, _ colour: Colour? = nil) -> Borders {
        var borders = Borders()
        borders.top = line
        borders.bottom = line
        borders.left = line
        borders.right = line
        borders.colour = colour
        return borders
    }
}
