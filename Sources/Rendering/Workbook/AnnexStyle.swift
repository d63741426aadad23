import Domain
import Reporting
import Spreadsheet

/// How the parts of a printed sheet look: Times New Roman, black on white, grey only behind headings (Decree 30/2020).
enum AnnexStyle {
    static let headingGrey = Colour(0xEDEDED)
    static let groupGrey = Colour(0xF5F5F5)
    /// Where the reader writes; its frame is heavy on a grey print.
    static let entryYellow = Colour(0xFFF9C4)
    static let indentPixels = 9.0
    /// Points between two tables of one sheet.
    static let gapBetweenTables = 18.0

    /// Points of a table's texts and numbers; what the reader writes into is larger.
    static func fontSize(_ table: Table) -> Double { table.hasEntries ? 11 : 10 }

    static let notice = centred(11) {
        $0.bold = true
        $0.horizontal = .right
    }
    static let annex = centred(14) { $0.bold = true }
    static let title = centred(13) { $0.bold = true }
    static let subtitle = centred(11) { $0.italic = true }

    static let header = header(11)

    static func header(_ fontSize: Double) -> CellFormat {
        centred(fontSize) {
            $0.bold = true
            $0.fill = headingGrey
            $0.borders = .all(.thin)
        }
    }

    static let footnote = CellFormat().with {
        $0.fontSize = 10
        $0.horizontal = .left
        $0.vertical = .top
        $0.wraps = true
    }

    static let legend = footnote.with { $0.italic = true }

    /// The figures behind a chart, beside the page.
    static let aside = CellFormat().with {
        $0.fontSize = 9
        $0.colour = Colour(0x595959)
    }

    static func cell(
        _ style: Table.Row.Style, _ look: CellDrawing.Look, indent: Int, fontSize: Double
    ) -> CellFormat {
        CellFormat().with {
            $0.fontSize = fontSize
            $0.borders = .all(.thin)
            $0.vertical = .centre
            $0.horizontal = look.horizontal
            $0.wraps = wraps(look)
            $0.bold = style == .total || style == .group
            if style == .group { $0.fill = groupGrey }
            if look.horizontal == .left { $0.indent = indent }
            if let number = look.number { $0.numberFormat = number.text }
            if look.isLink {
                $0.underlined = true
                $0.colour = Colour(0x1F4E79)
            }
            if look.isEntry {
                $0.fill = entryYellow
                $0.borders = .all(.medium)
                $0.vertical = .top
            }
            $0.keepsText = look.keepsText
        }
    }

    /// Whether a text may go on in a second line.
    static func wraps(_ look: CellDrawing.Look) -> Bool { look.horizontal != .right }

    private static func centred(_ size: Double, _ change: (inout CellFormat) -> Void) -> CellFormat {
        CellFormat().with {
            $0.fontSize = size
            $0.horizontal = .centre
            $0.vertical = .centre
            $0.wraps = true
            change(&$0)
        }
    }

    /// The height, in points, of a row with some lines of text.
    static func height(lines: Int, fontSize: Double = 11) -> Double {
        min(409, Double(max(lines, 1)) * fontSize * 1.17 + 2)
    }
}
