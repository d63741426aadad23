import Reporting

/// How wide the columns of a template are, in digits: as wide as is comfortable, and no wider than paper holds in letters that can
/// be read.
struct TemplateColumnWidths {
    let digits: [Double]

    /// Pixels of A4, laid down and upright, between margins of 10 mm.
    ///
    /// LibreOffice draws a digit with 7.33 pixels where Excel has 7.
    static let (laid, upright) = (277 / 25.4 * 96 * 0.955, 190 / 25.4 * 96 * 0.955)
    /// The letters of the form are of 11 points, and none on paper is smaller than can be read, however widths are rounded.
    private static let widened = 10.5 / SheetColumns.leastPoints

    init(_ template: Template) {
        let columns = template.columns
        var digits = columns.indices.map { index in
            TemplateColumnWidths.comfortable(columns[index], texts: template.rows.map { $0[index] })
        }
        let least = columns.indices.map { index in
            let (column, width) = (columns[index], digits[index])
            if index < template.fixedColumns { return width }
            return switch column.entry {
            case .numbering, .day: width
            case .whole, .decimal: min(width, max(6.5, TemplateColumnWidths.word(column.header)))
            case .text, .oneOf: min(width, max(9, TemplateColumnWidths.word(column.header)))
            case .reason: 15.0
            }
        }
        // What is too wide for the paper is taken from the widest columns whose texts may be wrapped.
        while TemplateColumnWidths.pixels(digits) > TemplateColumnWidths.laid * TemplateColumnWidths.widened,
            let widest = digits.indices.filter({ digits[$0] > least[$0] }).max(by: { digits[$0] < digits[$1] })
        {
            digits[widest] = max(least[widest], digits[widest] - 1)
        }
        self.digits = digits
    }

    /// Whether it stands on upright paper in letters that can be read.
    var isUpright: Bool {
        TemplateColumnWidths.pixels(digits) <= TemplateColumnWidths.upright * TemplateColumnWidths.widened
    }

    private static func pixels(_ digits: [Double]) -> Double { digits.reduce(0) { $0 + $1 * 7 + 5 } }

    private static func comfortable(_ column: Template.Column, texts: [String]) -> Double {
        switch column.entry {
        case .numbering: 5
        case .whole, .decimal: max(8, word(column.header))
        case .day: max(11, word(column.header))
        case .oneOf: 24
        case .reason: 34
        case .text: Double(min(max(texts.map(\.count).max() ?? 18, 8), 30)) + 2
        }
    }

    /// The longest word of a heading: none is broken.
    private static func word(_ header: String) -> Double {
        (TextMetrics(isBold: true).widestWord(header) * 1.06 + 6) / 7
    }
}
