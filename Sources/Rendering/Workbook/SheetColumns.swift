import Domain
import Reporting
import Spreadsheet

/// How wide the columns of a table are on paper, and which way the paper lies. Widths are in pixels.
struct SheetColumns {
    let widths: [Double]
    /// Of each column, whether every text of it, headings and heading rows aside, is one line in its width.
    let holdsLines: [Bool]
    let orientation: PageSetup.Orientation
    /// What is wider than the page is drawn smaller by this much.
    var scale: Double { min(1, pageWidth / total) }
    var total: Double { widths.reduce(0, +) }
    var pageWidth: Double { SheetColumns.pageWidth(orientation) }

    /// A4 between margins of 30 and 15 mm. LibreOffice draws a digit of the plain font with 7.33 pixels where Excel has 7.
    static func pageWidth(_ orientation: PageSetup.Orientation) -> Double {
        (orientation == .portrait ? 165 : 252) / 25.4 * 96 * 0.955
    }

    /// The room beside a text in its cell.
    static let padding = 12.0
    /// A little less than there is, for the reader's font is never quite ours.
    static let trust = 0.98
    /// Below this many points no letter is read with ease on paper.
    static let leastPoints = 9.1
    /// How much smaller a table may be drawn where the reader writes into it.
    private static let entryScaleMin = 0.92
    /// More rows than this are not laid out twice to see which way takes fewer pages.
    private static let rowsTried = 400

    /// The columns of a table, or of tables that stand below one another on one sheet.
    init(_ tables: [Table], language: Language, indent: Double, fontSize: Double) {
        var wants: [ColumnWant] = []
        for table in tables {
            for column in table.columns.indices {
                let want = ColumnWant(table, column, language: language, indent: indent, fontSize: fontSize)
                if column < wants.count { wants[column].widen(by: want) } else { wants.append(want) }
            }
        }
        var natural = wants.map(\.natural)
        for table in tables { SheetColumns.widen(&natural, for: HeaderGrid(table.columns), fontSize) }
        let scale =
            tables.contains(where: \.hasEntries)
            ? SheetColumns.entryScaleMin : min(1, SheetColumns.leastPoints / fontSize)
        var balance = ColumnBalance(
            tables, least: wants.map(\.leastOfWords), language: language, indent: indent, fontSize: fontSize)
        func laid(_ orientation: PageSetup.Orientation) -> [Double] {
            let page = SheetColumns.pageWidth(orientation)
            var widths = natural
            SheetColumns.squeeze(&widths, wants, to: SheetColumns.total(natural) <= page ? page : page / scale)
            SheetColumns.stretch(&widths, wants, to: page)
            balance.balance(&widths)
            return widths
        }
        let (upright, lying) = (laid(.portrait), laid(.landscape))
        let portrait = SheetColumns.pageWidth(.portrait)
        let fits = SheetColumns.total(upright) <= portrait / scale + 1
        let isNatural = SheetColumns.total(natural) <= portrait / scale
        var isUpright = tables.contains(where: \.isUpright) || isNatural
        if fits, !isUpright, tables.reduce(0, { $0 + $1.rows.count }) <= SheetColumns.rowsTried {
            func pages(_ widths: [Double], _ orientation: PageSetup.Orientation) -> Int {
                let estimate = PageEstimate(widths, orientation, language: language, fontSize: fontSize)
                return estimate.pageCount(tables)
            }
            let (up, down) = (pages(upright, .portrait), pages(lying, .landscape))
            isUpright = up < down || up == down && tables.contains { !$0.charts.isEmpty }
        }
        orientation = isUpright ? .portrait : .landscape
        widths = isUpright ? upright : lying
        holdsLines = zip(widths, wants).map { $0 >= $1.line }
    }

    init(_ table: Table, language: Language, indent: Double, fontSize: Double = 11) {
        self.init([table], language: language, indent: indent, fontSize: fontSize)
    }

    /// The width as the sheet takes it: in digits, each of seven pixels, besides five of space. No column has more than 255;
    /// a longer word is drawn over several lines.
    func digits(_ column: Int) -> Double { min(max(1, (widths[column] - 5) / 7), 250) }

    func span(_ columns: ClosedRange<Int>) -> Double { widths[columns].reduce(0, +) }

    /// What a cell has beside its text: the room at its edges, and where words begin at the left, what they are moved in.
    static func besides(_ kind: Table.Column.Kind, of row: Table.Row, indent: Double) -> Double {
        let isIndented = kind == .label || kind == .prose
        return padding + (isIndented ? (row.style == .part && kind == .label ? 2 : 1) * indent : 0)
    }

    /// The width in which a cell's text is parted into lines.
    static func room(in width: Double, _ kind: Table.Column.Kind, of row: Table.Row, indent: Double) -> Double {
        (width - besides(kind, of: row, indent: indent)) * trust
    }

    private static func total(_ widths: [Double]) -> Double { widths.reduce(0, +) }

    /// Gives the columns under a shared heading the room that its words need.
    private static func widen(_ widths: inout [Double], for grid: HeaderGrid, _ fontSize: Double) {
        let metrics = TextMetrics(fontSize: fontSize, isBold: true)
        for cell in grid.cells where !cell.isLeaf {
            var needed = metrics.widestWord(cell.text) + padding
            while metrics.lineCount(cell.text, width: needed - padding) > 3 { needed += 10 }
            let missing = needed - widths[cell.columns].reduce(0, +)
            guard missing > 0 else { continue }
            for column in cell.columns { widths[column] += missing / Double(cell.columns.count) }
        }
    }

    /// Takes what the page does not have: from the room beside numbers and short words first, whose headings alone get taller, then
    /// from the widest columns that can be wrapped.
    private static func squeeze(_ widths: inout [Double], _ wants: [ColumnWant], to page: Double) {
        let spare = wants.indices.map { wants[$0].isShort ? max(0, widths[$0] - wants[$0].least) : 0 }
        let excess = total(widths) - page
        if excess > 0, total(spare) > 0 {
            let share = min(1, excess / total(spare))
            for column in widths.indices { widths[column] -= spare[column] * share }
        }
        var cap = widths.max() ?? 0
        let given = widths
        while total(widths) > page, cap > 40 {
            cap -= 2
            for column in widths.indices { widths[column] = min(given[column], max(cap, wants[column].least)) }
        }
        // Names that are broken into three lines are better than letters that nobody can read.
        for column in widths.indices where wants[column].isLabel && total(widths) > page {
            widths[column] = min(widths[column], max(labelLeast, widths[column] - (total(widths) - page)))
        }
    }

    /// No column of names is narrower.
    private static let labelLeast = 104.0

    /// Fills the page, each column up to what still looks well.
    private static func stretch(_ widths: inout [Double], _ wants: [ColumnWant], to page: Double) {
        for _ in 0..<4 {
            let room = page - total(widths)
            let growing = widths.indices.filter { widths[$0] < wants[$0].most }
            let base = growing.reduce(0) { $0 + widths[$1] }
            guard room > 1, base > 0 else { return }
            for column in growing {
                widths[column] = min(wants[column].most, widths[column] + room * widths[column] / base)
            }
        }
    }
}

/// What one column would like.
private struct ColumnWant {
    /// Below this, its words would be broken or its numbers become `####`.
    private(set) var least: Double
    private(set) var natural: Double
    private(set) var most: Double
    /// With this, none of its texts is broken.
    private(set) var line: Double
    /// Whether its numbers or words are short, and no label or prose.
    private(set) var isShort: Bool

    /// Whether it holds names.
    private(set) var isLabel: Bool
    /// What the widest word of a column needs that may be wrapped; `nil` where nothing may be.
    private(set) var leastOfWords: Double?

    /// What a column of two tables on one sheet would like.
    mutating func widen(by other: ColumnWant) {
        if leastOfWords != nil || other.leastOfWords != nil {
            leastOfWords = max(leastOfWords ?? least, other.leastOfWords ?? other.least)
        }
        least = max(least, other.least)
        natural = max(natural, other.natural)
        most = max(most, other.most)
        line = max(line, other.line)
        isShort = isShort && other.isShort
        isLabel = isLabel || other.isLabel
    }

    init(_ table: Table, _ column: Int, language: Language, indent: Double, fontSize: Double) {
        let plain = TextMetrics(fontSize: fontSize)
        let bold = TextMetrics(fontSize: fontSize, isBold: true)
        // A number without a mark leaves the room of its neighbour's mark free.
        let mark = table.manner(of: column).widest.suffix(in: language)
        let kind = table.columns[column].kind
        let heading = table.columns[column].header.last ?? ""
        var widest = 0.0
        var hasLineFeed = false
        // A heading above no other column is wrapped in this one's width.
        let own = table.columns[column].header
        let isAlone = ![column - 1, column + 1].contains { beside in
            table.columns.indices.contains(beside) && table.columns[beside].header.first == own.first
        }
        var widestWord = (isAlone ? own : [heading]).map { bold.widestWord($0) * 1.08 }.max() ?? 0
        var narrow = widestWord
        let isFirstLabel = table.columns.firstIndex { $0.kind == .label } == column
        var above: (text: String, style: Table.Row.Style)?
        for row in table.rows where !row.isHeading {
            let metrics = row.style == .plain || row.style == .part ? plain : bold
            var text = row.cells[column].text(in: language)
            if case .known(_, .reported) = row.cells[column].figure?.content { text += mark }
            // Names and units stand one below the other for many rows of a list.
            if let above, above.style == row.style, above.text == text { continue }
            above = (text, row.style)
            let indent = kind == .label || kind == .prose ? (row.style == .part && isFirstLabel ? 2 : 1) * indent : 0
            let extent = metrics.extent(text)
            widest = max(widest, extent.line * 1.03 + indent)
            widestWord = max(widestWord, extent.word * 1.03 + indent)
            // Words of a code are parted at their hyphens.
            if kind == .term { narrow = max(narrow, metrics.widestWord(text.replacing("-", with: "- ")) * 1.03) }
            hasLineFeed = hasLineFeed || extent.hasLineFeed
        }
        line = hasLineFeed ? .infinity : widest + 1
        isShort = [.number, .code, .term].contains(kind)
        isLabel = kind == .label
        leastOfWords =
            switch kind {
            case .label, .prose: max(min(widestWord, 350), 60) + SheetColumns.padding
            case .term: max(min(narrow, 350), 32) + SheetColumns.padding
            case .number, .code, .entry: nil
            }
        let padding = SheetColumns.padding
        switch kind {
        case .number:
            // Words of a heading may touch the edge where there is no room; numbers may not, or they become `####`.
            let words = max(ColumnWant.width(of: heading, lines: 5, fontSize) - padding, widestWord) / 1.08
            let least = max(widest + padding - 6, words + padding - 8, 32)
            let needed = max(least + 6, ColumnWant.width(of: heading, lines: 4, fontSize), 44)
            (self.least, natural, most) = (least, needed, max(needed, 130))
        case .code:
            let needed = max(min(widest, 150), widestWord) + padding
            let wanted = max(needed, ColumnWant.width(of: heading, lines: 4, fontSize), 32)
            (least, natural, most) = (wanted, wanted, max(wanted, 160))
        case .term:
            // A few lines, not one word under another.
            let few = min(widest * 0.4, 90)
            let needed = max(narrow, few, ColumnWant.width(of: heading, lines: 3, fontSize), 32) + padding
            (least, natural, most) = (needed, needed, max(needed, 120))
        case .entry:
            (least, natural, most) = (180, 230, 320)
        case .label:
            let wanted = max(min(widest, 262), widestWord) + padding
            (least, natural, most) = (
                min(wanted, max(130, min(widestWord, 230) + padding)), wanted, max(wanted, min(widest + padding, 330))
            )
        case .prose:
            let wanted = max(min(widest, 470), min(widestWord, 350), 60) + padding
            (least, natural, most) = (
                min(wanted, max(120, min(widestWord, 350) + padding)), wanted, max(wanted, min(widest + padding, 560))
            )
        }
    }

    private static func width(of heading: String, lines: Int, _ fontSize: Double) -> Double {
        let metrics = TextMetrics(fontSize: fontSize, isBold: true)
        var width = metrics.widestWord(heading) * 1.08
        while metrics.lineCount(heading, width: width) > lines { width += 6 }
        return width + SheetColumns.padding
    }
}

extension Table {
    /// Whether the reader writes into it.
    var hasEntries: Bool { columns.contains { if case .entry = $0.kind { true } else { false } } }
}

extension Table.Row {
    /// Whether it is a heading of words alone, with nothing behind them: its words then run over all columns.
    var isHeading: Bool {
        guard style == .group, let last = cells.lastIndex(where: { $0 != .blank }), last < cells.count - 1 else {
            return false
        }
        return cells[...last].allSatisfy { $0 == .blank || $0.isWords }
    }
}

extension Table.Cell {
    /// Whether it is words and no figure.
    fileprivate var isWords: Bool {
        switch self {
        case .text, .link: true
        default: false
        }
    }
}
